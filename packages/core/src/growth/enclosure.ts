import type { Fraction } from "../exact/fraction.ts";

/** A number from zero on, held between two bounds: from low x 2^exponent to high x 2^exponent. */
export interface Enclosure {
  /** The lower bound, before scaling. */
  readonly low: bigint;
  /** The upper bound, before scaling; equal to the lower one while the number is known exactly. */
  readonly high: bigint;
  /** The power of two that scales both. */
  readonly exponent: number;
}

/** The enclosure of a whole number: the number itself. */
export function enclosed(whole: bigint): Enclosure {
  return { low: whole, high: whole, exponent: 0 };
}

/**
 * Encloses the product of two enclosed numbers.
 *
 * It is exact as long as it has at most twice that many bits; then it is cut back, the lower bound down and the upper
 * bound up, so that the true product never leaves it.
 */
export function product(a: Enclosure, b: Enclosure, bits: bigint): Enclosure {
  let low = a.low * b.low;
  let high = a.high * b.high;
  let exponent = a.exponent + b.exponent;
  while (high >> (2n * bits) !== 0n) {
    low >>= bits;
    high = -(-high >> bits);
    exponent += Number(bits);
  }
  return { low, high, exponent };
}

/** Encloses a whole power of an enclosed number, by squaring. */
export function power(base: Enclosure, exponent: number, bits: bigint): Enclosure {
  let result = enclosed(1n);
  for (const digit of exponent.toString(2)) {
    result = product(result, result, bits);
    if (digit === "1") result = product(result, base, bits);
  }
  return result;
}

/** Binary orders below which every number above zero rounds alike, to a double as to a whole number. */
const farBelow = 2000;

/** The least and the greatest that the quotient of two enclosed numbers can be; not in lowest terms. */
export function quotientBounds(
  top: Enclosure,
  bottom: Enclosure,
  bits: bigint,
): { readonly low: Fraction; readonly high: Fraction } {
  // The floor keeps a path that has shrunk to almost nothing from carrying ever longer denominators.
  const exponent = Math.max(top.exponent - bottom.exponent, -farBelow - 2 * Number(bits));
  return {
    low: scaled(top.low, bottom.high, exponent),
    high: scaled(top.high, bottom.low, exponent),
  };
}

/** The fraction numerator / denominator x 2^exponent, not in lowest terms. */
export function scaled(numerator: bigint, denominator: bigint, exponent: number): Fraction {
  return exponent < 0
    ? { numerator, denominator: denominator << BigInt(-exponent) }
    : { numerator: numerator << BigInt(exponent), denominator };
}
