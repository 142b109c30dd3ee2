import { bitLength, type Fraction, fraction, minus, toNumber } from "../exact/fraction.ts";
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
  const growth = rationalGrowth(ratio, periods);
  const rate = growth === undefined ? realRate(ratio, periods) : toNumber(minus(growth, fraction(1n)));
  if (!Number.isFinite(rate)) throw tooLarge(calculator, "the rate");
  return rate;
}

/** The longest power that is worked out; a rate whose fraction is longer comes from its logarithm. */
const mostBits = 65_536n;

/** ratio^(1/periods) where it is a fraction: 9 over 1/2 period is 81, the root of the numerator to the denominator. */
function rationalGrowth(ratio: Fraction, { numerator, denominator }: Fraction): Fraction | undefined {
  const root = rationalRoot(ratio, Number(numerator));
  if (root === undefined || denominator === 1n) return root;
  const bits = bitLength(root.numerator > root.denominator ? root.numerator : root.denominator);
  if (BigInt(bits) * denominator > mostBits) return undefined;
  return { numerator: root.numerator ** denominator, denominator: root.denominator ** denominator };
}

function realRate(ratio: Fraction, periods: Fraction): number {
  if (ratio.numerator === ratio.denominator) return 0;
  return Math.expm1(naturalLog(ratio) / toNumber(periods));
}
