import { type Amount, amountText, amountValue } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { weightOf } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { fundingSplit } from "./fundingSplit.ts";
import type { Tie } from "./tie.ts";

/** What was handed in, and what comes back. */
export interface FundingReturnInput {
  /** What each row handed in; 0 or more. */
  readonly dues: readonly Fraction[];
  /** The share of all dues that comes back, from 0 to 1. */
  readonly share: Fraction;
  /** The smallest step; above zero. */
  readonly step: Fraction;
  /** The least that each row, or each group, gets in all; nothing unless told. */
  readonly minimumEach?: Fraction | undefined;
  /** What there is for top-ups; as much as they need unless told. */
  readonly pool?: Fraction | undefined;
  /** The group of each row; its dues come back to the group together. */
  readonly group?: readonly string[] | undefined;
}

/** What comes back to a row or a group, or to all together. */
export interface ReturnParts {
  /** What was handed in. */
  readonly dues: Fraction;
  /** What comes back of it. */
  readonly returned: Amount;
  /** What is added up to the minimum. */
  readonly topUp: Amount;
  /** Both together. */
  readonly total: Amount;
}

/** What comes back to one. */
export interface DuesReturn extends ReturnParts {
  /** The name of the group; `undefined` where rows have no groups. */
  readonly group: string | undefined;
}

/** Dues returned. */
export interface FundingReturn {
  /** One a row, or one a group in order of first appearance. */
  readonly rows: readonly DuesReturn[];
  /** All together. */
  readonly total: ReturnParts;
  /** What the top-ups leave of the pool; `undefined` without a pool. */
  readonly poolLeft: Fraction | undefined;
  /** Rows or groups tied for the last step returned; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Returns a share of dues to those who paid them, topped up to a guaranteed minimum.
 *
 * What comes back is the share of all dues, rounded once to the step, half away from zero, and split by dues with largest
 * remainder. The one surprise: top-ups come from a pool beside the dues, not from the others' returns; a minimum inside
 * the split is {@link fundingSplit} with a minimum, and a base for all is {@link fundingBasePlus}.
 *
 * **Units.** What is returned has the step; a minimum between two steps counts as the step above. The share is a fraction.
 *
 * **Errors.** `emptyInput` without dues; `outOfRange` for dues, minimum or pool below zero, a share not from 0 to 1, or a
 * step not above zero; `sizeMismatch` for groups of another length; `infeasibleBounds` where top-ups exceed the pool.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001), appendix A: Hamilton's method, for
 * what comes back.
 *
 * @throws CalculationError `emptyInput` without dues
 * @throws CalculationError `outOfRange` for dues, minimum or pool below zero, a share not from 0 to 1, or a step not above zero
 * @throws CalculationError `sizeMismatch` for groups of another length than dues
 * @throws CalculationError `infeasibleBounds` where the top-ups exceed the pool
 *
 * @example
 * const dues = [5000, 2400, 1001].map((value) => exact(value));
 * const input = { dues, share: exact("0.5"), step: exact(1), minimumEach: exact(1000) };
 * const { rows, poolLeft } = fundingReturn({ ...input, pool: exact(600) });
 * rows.map(({ returned }) => amountText(returned)) //=> ["2500", "1200", "501"]
 * rows.map(({ topUp }) => amountText(topUp)) //=> ["0", "0", "499"]
 * poolLeft //=> exact(101)
 * fundingReturn({ ...input, pool: exact(400) }) //=> throws infeasibleBounds
 */
export function fundingReturn(input: FundingReturnInput): FundingReturn {
  const { step, pool } = input;
  const minimum = requireNumbers(input);
  const payers = payersOf(input);
  const dues = payers.map((payer) => payer.dues);
  const all = dues.reduce(plus, fraction(0n));
  const back = round(over(times(input.share, all), step), "half-away-from-zero");
  const { parts: returned, ties } = fundingSplit({
    total: { units: back, step },
    weights: dues.map(weightOf),
  });
  const rows = payers.map((payer, row): DuesReturn => {
    const { units } = returned[row] ?? { units: 0n };
    return { ...payer, ...partsOf(units, units < minimum ? minimum - units : 0n, step) };
  });
  const topUps = sum(rows.map(({ topUp }) => topUp.units));
  return {
    rows,
    total: { dues: all, ...partsOf(back, topUps, step) },
    poolLeft: pool && leftIn(pool, { units: topUps, step }),
    ties,
  };
}

function partsOf(returned: bigint, topUp: bigint, step: Fraction): Omit<ReturnParts, "dues"> {
  const amountIn = (units: bigint): Amount => ({ units, step });
  return { returned: amountIn(returned), topUp: amountIn(topUp), total: amountIn(returned + topUp) };
}

/** The dues of each row, or of each group in order of first appearance. */
function payersOf({
  dues,
  group,
}: FundingReturnInput): { readonly group: string | undefined; readonly dues: Fraction }[] {
  if (group === undefined) return dues.map((value) => ({ group: undefined, dues: value }));
  const sums = new Map<string, Fraction>();
  for (const [row, name] of group.entries()) {
    sums.set(name, plus(sums.get(name) ?? fraction(0n), dues[row] ?? fraction(0n)));
  }
  return Array.from(sums, ([name, value]) => ({ group: name, dues: value }));
}

/** Refuses what cannot be, and answers the minimum in whole steps. */
function requireNumbers({ dues, share, step, minimumEach, pool, group }: FundingReturnInput): bigint {
  if (dues.length === 0) throw new CalculationError("fundingReturn", "emptyInput", { name: "dues" });
  if (group !== undefined && group.length !== dues.length) {
    const details = { name: "group", expected: dues.length, found: group.length };
    throw new CalculationError("fundingReturn", "sizeMismatch", details);
  }
  if (step.numerator <= 0n) throw outOfRange("step", "above zero", step);
  for (const [row, value] of dues.entries()) requireNotNegative(`dues, row ${row + 1},`, value);
  requireNotNegative("minimumEach", minimumEach);
  requireNotNegative("pool", pool);
  if (share.numerator < 0n || share.numerator > share.denominator) {
    throw outOfRange("share", "a fraction from 0 to 1", share);
  }
  return minimumEach === undefined ? 0n : round(over(minimumEach, step), "ceiling");
}

function requireNotNegative(name: string, value: Fraction | undefined): void {
  if (value !== undefined && value.numerator < 0n) throw outOfRange(name, "0 or more", value);
}

function outOfRange(name: string, requirement: string, found: Fraction): CalculationError {
  const details = { name, requirement, found: exactText(found) };
  return new CalculationError("fundingReturn", "outOfRange", details);
}

function leftIn(pool: Fraction, topUps: Amount): Fraction {
  const left = minus(pool, amountValue(topUps));
  if (left.numerator >= 0n) return left;
  throw new CalculationError("fundingReturn", "infeasibleBounds", {
    requirement: `the top-ups, ${amountText(topUps)} together, to fit the pool of ${exactText(pool)}`,
    by: exactText(fraction(-left.numerator, left.denominator)),
  });
}
