import { CalculationError } from "../errors.ts";
import { fraction, toNumber } from "../exact/fraction.ts";
import type { Rate } from "../exact/rate.ts";
import { type Contribution, contributionsOf, pointsNumber } from "./changeParts.ts";
import { isReversal } from "./changeReversal.ts";
import {
  type ChangeColumns,
  type ChangeStatus,
  type DatedRates,
  hasBothRates,
  ratesByGroup,
} from "./changeRates.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { type Components, componentsOf, pointsOf, relativeChangeOf } from "./kitagawa.ts";
import type { LeftOut } from "./tally.ts";

/** Rows as columns: the name of each row's group, and its counts at two dates. */
export interface CoverageChangeInput extends ChangeColumns {
  /** Decimals of a point, from 0 to 15, to which all points are rounded together; unrounded without. */
  readonly decimals?: number | undefined;
}

/** What a group that cannot be counted contributes. */
const nothing: Components = { rates: fraction(0n), structure: fraction(0n) };

/** The change of a rate, and what it contributed to that of the pooled rate, in percentage points. */
export interface RateChange {
  /** The rate at the first date; where no row could be counted `undefined`, or some of none as `invalid`. */
  readonly before: Rate | undefined;
  /** The rate at the second date; as above. */
  readonly after: Rate | undefined;
  /** By how many points the rate itself changed; `undefined` without a rate at both dates. */
  readonly points: number | undefined;
  /** The part that came from changed rates; `undefined` where there is no pooled rate at both dates. */
  readonly fromRates: number | undefined;
  /** The part that came from changed shares of the eligible units; `undefined` as above. */
  readonly fromStructure: number | undefined;
  /** Both parts together; `undefined` as above. */
  readonly contribution: number | undefined;
  /** What the change is worth. */
  readonly status: ChangeStatus;
  /** The rows that it leaves out. */
  readonly leftOut: LeftOut;
}

/** One group's change. */
export interface GroupChange extends RateChange {
  /** The group's name. */
  readonly group: string;
}

/** The change of the pooled rate, which is all contributions together. */
export interface TotalChange extends RateChange {
  /** The rate at the second date over that at the first, less one; `undefined` where the first is not above zero. */
  readonly relative: number | undefined;
}

/** The change of a pooled rate between two dates, and what its groups contributed. */
export interface CoverageChange {
  /** A row a group, in order of first appearance. */
  readonly groups: readonly GroupChange[];
  /** All rows that count, together. */
  readonly total: TotalChange;
  /** Simpson's reversal: every group with a rate at both dates moved one way, the pooled rate the other. */
  readonly reversal: boolean;
}

/**
 * What each group contributed to a change of coverage, by its rate and by its share.
 *
 * Kitagawa's symmetric decomposition, in exact fractions: with r = covered/eligible and s the share of all eligible
 * units, the part from rates is 100(r2-r1)(s1+s2)/2, from structure 100(s2-s1)(r1+r2)/2, and all parts add up to the
 * change of the pooled rate. A contribution is arithmetic; it names no cause. The one surprise: with `decimals` a part may
 * be rounded to its farther step, so that rows and columns add up as printed (controlled rounding: every value goes to
 * its lower or upper step, the total to the nearest). A group that appears or vanishes takes its other rate: all of
 * its part is structure. Rows with a missing or impossible value, or with some covered of none eligible, at either date
 * are left out at both and counted.
 *
 * **Units.** Percentage points, 9.4 for 9.4 points; `relative` is a fraction. A missing count is not zero: a group that did
 * not exist has 0 eligible.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for sums beyond
 * 2^53-1 and for decimals outside 0 to 15.
 *
 * **Source.** E. M. Kitagawa, Components of a Difference Between Two Rates, Journal of the American Statistical
 * Association 50 (1955); L. H. Cox and L. R. Ernst, Controlled Rounding, INFOR 20 (1982).
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1, and for decimals that are not whole or not from 0 to 15
 *
 * @example
 * const before = { coveredBefore: [10, 80], eligibleBefore: [50, 100] };
 * const change = coverageChange({ group: ["east", "west"], ...before, coveredAfter: [30, 80], eligibleAfter: [100, 100] });
 * change.total.points //=> -5
 * change.groups.map(({ fromRates, fromStructure }) => [fromRates, fromStructure]) //=> [[25 / 6, 25 / 6], [0, -40 / 3]]
 * coverageChange({ group: [], ...before, coveredAfter: [], eligibleAfter: [] }) //=> throws emptyInput
 */
export function coverageChange({ decimals, ...input }: CoverageChangeInput): CoverageChange {
  const { group: name, coveredBefore, eligibleBefore, coveredAfter, eligibleAfter } = input;
  const columns = { group: name, coveredBefore, eligibleBefore, coveredAfter, eligibleAfter };
  requireColumns("coverageChange", columns);
  requireDecimals(decimals);
  const { groups, total } = ratesByGroup("coverageChange", columns);
  const named = [...groups];
  const all = hasBothRates(total) ? total.counts : undefined;
  const parts =
    all &&
    contributionsOf(
      named.map(([, { counts }]) => (counts ? componentsOf(counts, all) : nothing)),
      decimals,
    );
  return {
    groups: named.map(([group, rates], index) => ({
      group,
      ...changeOf(rates, rates.counts && parts?.groups[index], decimals),
    })),
    total: {
      ...changeOf(total, parts?.total, decimals),
      relative: all && all.coveredBefore > 0 ? toNumber(relativeChangeOf(all)) : undefined,
    },
    reversal: isReversal([...groups.values()], total),
  };
}

function requireDecimals(decimals: number | undefined): void {
  if (decimals === undefined || (Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) return;
  throw new CalculationError("coverageChange", "outOfRange", {
    name: "decimals",
    requirement: "a whole number from 0 to 15",
    found: String(decimals),
  });
}

function changeOf(
  rates: DatedRates,
  part: Contribution | undefined,
  decimals: number | undefined,
): RateChange {
  const { before, after, counts, status, leftOut } = rates;
  return {
    before,
    after,
    points: counts && hasBothRates(rates) ? pointsNumber(pointsOf(counts), decimals) : undefined,
    fromRates: part?.fromRates,
    fromStructure: part?.fromStructure,
    contribution: part?.contribution,
    status,
    leftOut,
  };
}
