import { CalculationError } from "../errors.ts";

/** An exact number: a quotient of whole numbers in lowest terms, the denominator above zero. */
export interface Fraction {
  /** The whole number above the line; carries the sign. */
  readonly numerator: bigint;
  /** The whole number below the line; always above zero. */
  readonly denominator: bigint;
}

/** The greatest common divisor of two whole numbers, by Euclid; never negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/**
 * An exact fraction in lowest terms.
 *
 * The sign moves to the numerator, so that equal numbers are written alike.
 *
 * **Errors.** `divisionByZero` for a denominator of zero.
 *
 * @throws CalculationError `divisionByZero` for a denominator of zero
 *
 * @example
 * fraction(10n, -4n) //=> { numerator: -5n, denominator: 2n }
 * fraction(1n, 0n) //=> throws divisionByZero
 */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new CalculationError("fraction", "divisionByZero", { name: "denominator" });
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * The exact sum of two fractions.
 *
 * @example
 * plus(exact("0.1"), exact("0.2")) //=> exact("0.3")
 */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * The exact difference of two fractions.
 *
 * @example
 * minus(exact("0.3"), exact("0.1")) //=> exact("0.2")
 */
export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * The exact product of two fractions.
 *
 * @example
 * times(exact("1.1"), exact("1.1")) //=> exact("1.21")
 */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * The exact quotient of two fractions.
 *
 * **Errors.** `divisionByZero` where the divisor is zero.
 *
 * @throws CalculationError `divisionByZero` where the divisor is zero
 *
 * @example
 * over(exact(2), exact(6)) //=> fraction(1n, 3n)
 * over(exact(2), exact(0)) //=> throws divisionByZero
 */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/**
 * Compares two fractions exactly, by cross-multiplication: negative, zero or positive, as sorting asks.
 *
 * @example
 * compareFractions(fraction(1n, 3n), exact("0.333333333333333333")) > 0 //=> true
 */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Compares a^p with b^q exactly, for fractions above zero and whole exponents from zero.
 *
 * It decides on which side of a rounding boundary an irrational root lies, which no floating-point power can.
 *
 * @example
 * comparePowers(fraction(4n), 1, fraction(2n), 2) //=> 0
 */
export function comparePowers(a: Fraction, p: number, b: Fraction, q: number): number {
  const [exponentA, exponentB] = [BigInt(p), BigInt(q)];
  const left = a.numerator ** exponentA * b.denominator ** exponentB;
  const right = b.numerator ** exponentB * a.denominator ** exponentA;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How many bits a quotient keeps before it becomes a double: 53 and enough more to round once, rightly. */
const quotientBits = 80;
const mostShift = 1075;

/**
 * The double nearest to a fraction.
 *
 * Rounded once, ties to even, as IEEE 754 divides; what lies beyond the largest double becomes Infinity, which no
 * spreadsheet cell ever shows because the way out refuses it.
 *
 * @example
 * toNumber(fraction(1n, 3n)) //=> 1 / 3
 * toNumber(fraction(2n ** 64n + 1n, 2n ** 64n)) //=> 1
 */
export function toNumber({ numerator, denominator }: Fraction): number {
  const [top, bottom] = [Number(numerator), Number(denominator)];
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom;
  const magnitude = numerator < 0n ? -numerator : numerator;
  // No double has bits below 2^-1074, so a quotient cut there is still rounded once.
  const shift = Math.min(quotientBits + bitLength(denominator) - bitLength(magnitude), mostShift);
  const scaled = shift > 0 ? magnitude << BigInt(shift) : magnitude;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  // A last bit that says "and something more" keeps a quotient just above a tie from being taken for the tie.
  const sticky = scaled % divisor === 0n ? 0n : 1n;
  const quotient = Number(((scaled / divisor) << 1n) | sticky);
  // Two steps, since 2 ** 1080 alone would overflow where the product does not.
  const half = Math.trunc((shift + 1) / 2);
  const value = quotient / 2 ** half / 2 ** (shift + 1 - half);
  // Zero has no sign here: a number too small for any double is 0, not -0.
  return numerator < 0n && value !== 0 ? -value : value;
}

/** How many binary digits a whole number has, its sign aside. */
export function bitLength(whole: bigint): number {
  const hexadecimal = (whole < 0n ? -whole : whole).toString(16);
  return (hexadecimal.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16)));
}
