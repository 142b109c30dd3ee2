import { exactText } from "../exact/decimal.ts";
import { type Fraction, over } from "../exact/fraction.ts";
import { equalRate } from "./equalRate.ts";
import { outOfRange } from "./outOfRange.ts";

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
 * count the intervals, not the labels: 1998 to 2019 is 21, not 22.
 *
 * RRI(nper, pv, fv) is this with the arguments in another order, values and errors alike: two negative values have a
 * rate, and what is refused here is `#NUM!` there. Elsewhere the same name differs: Google Sheets refuses two negative
 * values, Gnumeric answers `#DIV/0!` and LibreOffice Err:502 for a start of 0.
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
  return equalRate("growthRate", over(end, start), periods);
}
