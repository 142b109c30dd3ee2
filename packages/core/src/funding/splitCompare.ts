import { type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { CalculationError } from "../errors.ts";

/** Two splits of the same rows, in the same order. */
export interface SplitCompareInput {
  /** What each row got before. */
  readonly before: readonly Fraction[];
  /** What each row gets after. */
  readonly after: readonly Fraction[];
}

/** What a row got before and gets after, in amounts and as shares of the whole. */
export interface ComparedPart {
  /** The part before. */
  readonly before: Fraction;
  /** The part after. */
  readonly after: Fraction;
  /** After less before. */
  readonly difference: Fraction;
  /** The part of the whole before; `undefined` where the whole is zero. */
  readonly shareBefore: Fraction | undefined;
  /** The part of the whole after; `undefined` where the whole is zero. */
  readonly shareAfter: Fraction | undefined;
  /** Percentage points from one share to the other; `undefined` where either is. */
  readonly points: Fraction | undefined;
}

/** Two splits side by side. */
export interface SplitComparison {
  /** One comparison a row. */
  readonly rows: readonly ComparedPart[];
  /** The same for all rows together. */
  readonly total: ComparedPart;
}

/**
 * Compares two splits row by row: amounts, shares, and points between the shares.
 *
 * The one surprise: a row that gets more money may have a smaller share, where the whole grew faster. A row that is new or
 * gone has a part of 0 on the other side. Why parts differ is {@link splitDifference}'s to tell.
 *
 * **Units.** Parts in one unit; shares are fractions, points are percentage points (9.4 means 9.4 points).
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length.
 *
 * **Source.** OECD, Data and Metadata Reporting and Presentation Handbook (2007), on differences in per cent and in points.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 *
 * @example
 * const { rows, total } = splitCompare({ before: [exact(60), exact(40)], after: [exact(66), exact(54)] });
 * rows.map(({ difference }) => toNumber(difference)) //=> [6, 14]
 * rows.map(({ points }) => points && toNumber(points)) //=> [-5, 5]
 * toNumber(total.difference) //=> 20
 * splitCompare({ before: [], after: [] }) //=> throws emptyInput
 */
export function splitCompare({ before, after }: SplitCompareInput): SplitComparison {
  if (before.length === 0) throw new CalculationError("splitCompare", "emptyInput", { name: "before" });
  if (after.length !== before.length) {
    const details = { name: "after", expected: before.length, found: after.length };
    throw new CalculationError("splitCompare", "sizeMismatch", details);
  }
  const whole = { before: before.reduce(plus), after: after.reduce(plus) };
  return {
    rows: before.map((part, row) => comparePart({ before: part, after: after[row] ?? zero }, whole)),
    total: comparePart(whole, whole),
  };
}

const zero = fraction(0n);
const hundred = fraction(100n);

interface BeforeAndAfter {
  readonly before: Fraction;
  readonly after: Fraction;
}

function comparePart({ before, after }: BeforeAndAfter, whole: BeforeAndAfter): ComparedPart {
  const shareBefore = shareOf(before, whole.before);
  const shareAfter = shareOf(after, whole.after);
  const difference = minus(after, before);
  const isKnown = shareBefore !== undefined && shareAfter !== undefined;
  const points = isKnown ? times(hundred, minus(shareAfter, shareBefore)) : undefined;
  return { before, after, difference, shareBefore, shareAfter, points };
}

function shareOf(part: Fraction, whole: Fraction): Fraction | undefined {
  return whole.numerator === 0n ? undefined : over(part, whole);
}
