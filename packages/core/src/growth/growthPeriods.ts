import { exactText } from "../exact/decimal.ts";
import { bitLength, comparePowers, type Fraction, fraction, over, plus } from "../exact/fraction.ts";
import { naturalLog } from "./logarithm.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";

/** Two values and the rate that leads from one to the other. */
export interface GrowthPeriodsInput {
  /** The value at the beginning; above 0. */
  readonly start: Fraction;
  /** The value to reach; above 0. */
  readonly end: Fraction;
  /** The growth of one period as a fraction of one; above 0. */
  readonly rate: Fraction;
}

/**
 * How many periods a value needs to reach another at an equal rate.
 *
 * (ln end - ln start) / ln(1 + rate); doubling is an end of twice the start. An end below the start gives a negative
 * number: that long ago, not that long to go. A whole answer is exactly whole.
 *
 * Excel's PDURATION(rate, pv, fv) is this with the arguments in another order, values and errors alike: what is refused
 * here is `#NUM!` there, a falling rate too, although half of a value is reached at -50 % in one period.
 *
 * **Units.** Periods of the rate, mostly not whole: 3.80 years to double at 20 % a year.
 *
 * **Errors.** `outOfRange` for a start, an end or a rate that is not above 0, or an answer beyond the largest double.
 *
 * **Source.** Microsoft, Excel function reference, PDURATION function.
 *
 * @throws CalculationError `outOfRange` when start, end or rate is not above 0
 * @throws CalculationError `outOfRange` when the answer is beyond the largest double
 *
 * @example
 * growthPeriods({ start: exact(100), end: exact(121), rate: exact("0.1") }) //=> 2
 * growthPeriods({ start: exact(121), end: exact(100), rate: exact("0.1") }) //=> -2
 * growthPeriods({ start: exact(100), end: exact(121), rate: exact(0) }) //=> throws outOfRange
 */
export function growthPeriods({ start, end, rate }: GrowthPeriodsInput): number {
  for (const [name, value] of Object.entries({ start, end, rate })) {
    if (value.numerator <= 0n) throw outOfRange("growthPeriods", name, "above 0", exactText(value));
  }
  const factor = plus(rate, fraction(1n));
  const ratio = over(end, start);
  const periods = naturalLog(ratio) / naturalLog(factor);
  if (!Number.isFinite(periods)) {
    throw tooLarge("growthPeriods", "the answer");
  }
  return wholePeriods(ratio, factor, periods) ?? periods;
}

/** The whole number next to the answer, if it is the answer. */
function wholePeriods(ratio: Fraction, factor: Fraction, periods: number): number | undefined {
  const nearest = Math.round(periods);
  const reached = nearest < 0 ? over(fraction(1n), ratio) : ratio;
  const steps = Math.abs(nearest);
  // A factor above 1 has a numerator of 2 or more, which no number with fewer bits than steps is a power of.
  if (steps >= bitLength(reached.numerator)) return undefined;
  return comparePowers(factor, steps, reached, 1) === 0 ? nearest : undefined;
}
