import { CalculationError } from "../errors.ts";
import { exactText } from "../exact/decimal.ts";
import type { Fraction } from "../exact/fraction.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { coverageByGroup } from "./coverageByGroup.ts";
import { type FunnelPlace, funnelPlace, shareOf } from "./funnelPlace.ts";
import type { PooledRate, Reported } from "./tally.ts";

/** Rows as columns, and the rate that groups are held against. */
export interface CoverageFunnelInput {
  /** The group of each row; `undefined` where it is missing. */
  readonly group: readonly (string | undefined)[];
  /** Covered units of each row. */
  readonly covered: readonly Reported[];
  /** Eligible units of each row. */
  readonly eligible: readonly Reported[];
  /** A fraction from 0 to 1; the pooled rate of all rows unless told. */
  readonly baseline?: Fraction | undefined;
}

/** One group with its pooled rate, its limits and where the rate lies. */
export interface FunnelGroup extends PooledRate, FunnelPlace {
  /** The group's name. */
  readonly group: string;
}

/** All groups in order of first appearance, the pooled total and the baseline. */
export interface CoverageFunnel {
  /** A row a group. */
  readonly groups: readonly FunnelGroup[];
  /** All counted rows together. */
  readonly total: PooledRate;
  /** The rate that groups were held against; `undefined` where all rows together make no rate from 0 to 1. */
  readonly baseline: Fraction | undefined;
}

/**
 * Which groups lie farther from the common rate than chance takes groups of their size.
 *
 * Limits are b ± z·sqrt(b(1-b)/n) with z = 1.959964 and 3.090232, cut to 0 to 1; a rate at a limit is inside. The one
 * surprise: flags come from exact squares, never from limits rounded to doubles. A group over 1 keeps its rate and its
 * limits, but its status `over` stands in place of a flag. Rows with a missing or impossible value, or with some
 * covered of none eligible, are left out of group, total and baseline; group and total say how many.
 *
 * **Units.** One value a row in each column; rows of one group are pooled. Rates, limits and `baseline` are fractions.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for a baseline
 * outside 0 to 1 and for sums beyond 2^53-1.
 *
 * **Source.** D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
 * (2005) 1185-1202.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for a baseline outside 0 to 1, or sums beyond 2^53-1
 *
 * @example
 * const rows = { group: ["east", "west"], covered: [60, 74], eligible: [100, 100] };
 * coverageFunnel(rows).groups.map(({ flag }) => flag) //=> ["in limits", "in limits"]
 * coverageFunnel({ ...rows, baseline: exact("0.75") }).groups.map(({ flag }) => flag) //=> ["low 99.8", "in limits"]
 * coverageFunnel({ ...rows, baseline: exact("1.2") }) //=> throws outOfRange
 */
export function coverageFunnel({ group, covered, eligible, baseline }: CoverageFunnelInput): CoverageFunnel {
  const columns = { group, covered, eligible };
  requireColumns("coverageFunnel", columns);
  if (baseline !== undefined && (baseline.numerator < 0n || baseline.numerator > baseline.denominator)) {
    throw new CalculationError("coverageFunnel", "outOfRange", {
      name: "baseline",
      requirement: "a fraction from 0 to 1",
      found: exactText(baseline),
    });
  }
  const { groups, total } = coverageByGroup(columns);
  const heldAgainst = baseline ?? shareOf(total.rate);
  return {
    groups: groups.map(({ group: name, rate, leftOut }) => {
      return { group: name, rate, leftOut, ...funnelPlace(rate, heldAgainst) };
    }),
    total: { rate: total.rate, leftOut: total.leftOut },
    baseline: heldAgainst,
  };
}
