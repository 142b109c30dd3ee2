import { bitLength, type Fraction } from "../exact/fraction.ts";

/** Values above zero that all count the same: how many times each goes into the product. */
export interface WeighedProduct {
  /** The product of the values. */
  readonly product: Fraction;
  /** The exponent of each. */
  readonly exponent: bigint;
}

/** Binary digits behind the point of every logarithm: far more than a double needs. */
const bits = 256n;
const one = 1n << bits;
/** Digits to which a mean may be trusted; nearer than this to a short number, it is that number. */
const trusted = 160n;
/** Digits of the short numbers: more than a double has, so that a tie between two doubles is one of them. */
const short = 64n;

const logarithmOf2 = 2n * inverseTangent(one / 3n);

/**
 * The weighted geometric mean of values above zero, cut after more digits than any double has.
 *
 * The logarithms are added in whole numbers, so that the order of the values makes no difference. A mean that is a
 * number of few binary digits comes out as it is, and a tie between two doubles is then seen as one.
 */
export function geometricMean(products: readonly WeighedProduct[], total: bigint): Fraction {
  let sum = 0n;
  for (const { product, exponent } of products) sum += logarithm(product) * exponent;
  const { mantissa, order } = power(sum / total);
  const cut = bits - short;
  const near = ((mantissa + (1n << (cut - 1n))) >> cut) << cut;
  const distance = near > mantissa ? near - mantissa : mantissa - near;
  const value = distance < 1n << (bits - trusted) ? near : mantissa;
  return order < 0n
    ? { numerator: value, denominator: one << -order }
    : { numerator: value << order, denominator: one };
}

/** The natural logarithm of a fraction above zero. */
function logarithm({ numerator, denominator }: Fraction): bigint {
  const order = BigInt(bitLength(numerator) - bitLength(denominator));
  const shift = bits - order;
  const mantissa = shift < 0n ? numerator / (denominator << -shift) : (numerator << shift) / denominator;
  return order * logarithmOf2 + 2n * inverseTangent(((mantissa - one) << bits) / (mantissa + one));
}

/** The inverse hyperbolic tangent of a number between -1/3 and 1/3, by its series. */
function inverseTangent(value: bigint): bigint {
  const square = (value * value) >> bits;
  let sum = 0n;
  for (let term = value, odd = 1n; term !== 0n && term !== -1n; odd += 2n) {
    sum += term / odd;
    term = (term * square) >> bits;
  }
  return sum;
}

/** e to a power, as a number from 1 to 2 and the power of two that it is multiplied by. */
function power(exponent: bigint): { readonly mantissa: bigint; readonly order: bigint } {
  const quotient = exponent / logarithmOf2;
  const order = exponent % logarithmOf2 < 0n ? quotient - 1n : quotient;
  const rest = exponent - order * logarithmOf2;
  let mantissa = 0n;
  for (let term = one, count = 1n; term !== 0n; count += 1n) {
    mantissa += term;
    term = (term * rest) / (count << bits);
  }
  return { mantissa, order };
}
