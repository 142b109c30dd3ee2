import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, minus, over, toNumber } from "../exact/fraction.ts";
import { naturalLog } from "./logarithm.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";
import { rationalRoot } from "./root.ts";

/** Two values and the periods between them. */
export interface GrowthRateInput {
  /** The value at the beginning; not 0. */
  readonly start: Fraction;
  /** The value at the end; of the same sign, or 0. */
  readonly end: Fraction;
  /** How many periods lie between, whole or not; above 0. */
  readonly periods: Fraction;
}

/**
 * The equal rate per period that leads from one value to another.
 *
 * (end/start)^(1/periods) - 1, as Excel's RRI. The change is taken exactly before the logarithm, so a rate near zero
 * keeps its digits, and a rate that is a fraction comes out as the nearest double: 100 to 121 in 2 is 0.1. Periods
 * count the intervals, not the labels: 1998 to 2019 is 21, not 22. Two negative values have a rate too.
 *
 * **Units.** The result is a fraction of one for each period: 0.1 means 10 %.
 *
 * **Errors.** `outOfRange` for periods that are not above 0, a start of 0, values of opposite sign, or a rate beyond the
 * largest double.
 *
 * **Source.** Microsoft, Excel function reference, RRI function.
 *
 * @throws CalculationError `outOfRange` when periods is not above 0
 * @throws CalculationError `outOfRange` when start is 0, or end has the opposite sign
 * @throws CalculationError `outOfRange` when the rate is beyond the largest double
 *
 * @example
 * growthRate({ start: exact(100), end: exact(121), periods: exact(2) }) //=> 0.1
 * growthRate({ start: exact(-100), end: exact(-121), periods: exact(2) }) //=> 0.1
 * growthRate({ start: exact(100), end: exact(0), periods: exact(2) }) //=> -1
 * growthRate({ start: exact(0), end: exact(121), periods: exact(2) }) //=> throws outOfRange
 * growthRate({ start: exact(100), end: exact(-121), periods: exact(2) }) //=> throws outOfRange
 */
export function growthRate({ start, end, periods }: GrowthRateInput): number {
  if (periods.numerator <= 0n) throw outOfRange("growthRate", "periods", "above 0", exactText(periods));
  if (start.numerator === 0n) throw outOfRange("growthRate", "start", "other than 0", "0");
  if (start.numerator * end.numerator < 0n) {
    throw outOfRange("growthRate", "end", "of the same sign as start", exactText(end));
  }
  if (end.numerator === 0n) return -1;
  const ratio = over(end, start);
  return rationalRate(ratio, periods) ?? realRate(ratio, periods);
}

/** The rate where it is a fraction: where a whole number of periods has a rational root. */
function rationalRate(ratio: Fraction, periods: Fraction): number | undefined {
  const root = periods.denominator === 1n ? rationalRoot(ratio, Number(periods.numerator)) : undefined;
  return root === undefined ? undefined : finite(toNumber(minus(root, fraction(1n))));
}

function realRate(ratio: Fraction, periods: Fraction): number {
  if (ratio.numerator === ratio.denominator) return 0;
  return finite(Math.expm1(naturalLog(ratio) / toNumber(periods)));
}

function finite(rate: number): number {
  if (!Number.isFinite(rate)) {
    throw tooLarge("growthRate", "the rate");
  }
  return rate;
}
