import type { Count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, toNumber } from "../exact/fraction.ts";
import { mostPeriods } from "./growthPath.ts";
import { finishing, type GrowthRounding } from "./growthRounding.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";

/** A base and how fast it is to shrink. */
export interface GrowthContractionInput {
  /** The value to shrink from; 0 or more. */
  readonly base: Fraction;
  /** What goes each period, as a fraction of the base; from 0 to 1. */
  readonly reduction: Fraction;
  /** How many periods; at most 1,048,575. */
  readonly periods: Count;
  /** How values become whole; none if not said. */
  readonly rounding?: GrowthRounding | undefined;
}

/**
 * Every value of a path that loses the same share of its base each period, down to zero.
 *
 * base x (1 - reduction x t): equal steps, of the base and not of what is left, so that 4.2 % a year is 42 % in ten
 * years and not 34.9 %. It reaches zero after 1/reduction periods and stays there. `growthPath` with the method
 * `linear` and a negative rate is the same line, but goes on below zero.
 *
 * **Units.** Values are in the unit of the base, the base first; 0.042 means 4.2 % of the base a period.
 *
 * **Errors.** `outOfRange` for a base below 0 or beyond the largest double, a reduction outside 0 to 1, or too many
 * periods.
 *
 * **Source.** Science Based Targets initiative, Absolute Contraction Approach: 4.2 % of the base year's value a year.
 *
 * @throws CalculationError `outOfRange` when the base is below 0 or beyond the largest double
 * @throws CalculationError `outOfRange` when the reduction is not from 0 to 1, or there are more than 1,048,575 periods
 *
 * @example
 * growthContraction({ base: exact(100), reduction: exact("0.042"), periods: count(2) }) //=> [100, 95.8, 91.6]
 * growthContraction({ base: exact(10), reduction: exact("0.4"), periods: count(3) }) //=> [10, 6, 2, 0]
 * growthContraction({ base: exact(10), reduction: exact("1.1"), periods: count(3) }) //=> throws outOfRange
 */
export function growthContraction({
  base,
  reduction,
  periods,
  rounding = "none",
}: GrowthContractionInput): readonly number[] {
  checkInput(base, reduction, periods);
  const first = toNumber(base);
  if (!Number.isFinite(first)) throw tooLarge("growthContraction", "base");
  const finish = finishing(rounding);
  const denominator = base.denominator * reduction.denominator;
  const step = base.numerator * reduction.numerator;
  let numerator = base.numerator * reduction.denominator;
  const values = Array.from({ length: periods }, () => {
    numerator = numerator > step ? numerator - step : 0n;
    return finish({ numerator, denominator });
  });
  return [first, ...values];
}

function checkInput(base: Fraction, reduction: Fraction, periods: Count): void {
  if (base.numerator < 0n) throw outOfRange("growthContraction", "base", "0 or more", exactText(base));
  if (reduction.numerator < 0n || reduction.numerator > reduction.denominator) {
    throw outOfRange("growthContraction", "reduction", "from 0 to 1", exactText(reduction));
  }
  if (periods > mostPeriods) {
    throw outOfRange("growthContraction", "periods", `at most ${mostPeriods}`, String(periods));
  }
}
