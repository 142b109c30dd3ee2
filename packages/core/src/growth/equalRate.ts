import { type Fraction, fraction, minus, toNumber } from "../exact/fraction.ts";
import { naturalLog } from "./logarithm.ts";
import { tooLarge } from "./outOfRange.ts";
import { rationalRoot } from "./root.ts";

/**
 * The rate that, period by period, makes up a ratio above zero: ratio^(1/periods) - 1.
 *
 * The nearest double where the rate is a fraction; otherwise the change is taken exactly before the logarithm, so that a
 * rate near zero keeps its digits.
 */
export function equalRate(calculator: string, ratio: Fraction, periods: Fraction): number {
  const root = periods.denominator === 1n ? rationalRoot(ratio, Number(periods.numerator)) : undefined;
  const rate = root === undefined ? realRate(ratio, periods) : toNumber(minus(root, fraction(1n)));
  if (!Number.isFinite(rate)) throw tooLarge(calculator, "the rate");
  return rate;
}

function realRate(ratio: Fraction, periods: Fraction): number {
  if (ratio.numerator === ratio.denominator) return 0;
  return Math.expm1(naturalLog(ratio) / toNumber(periods));
}
