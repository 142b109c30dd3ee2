import { bitLength, type Fraction, fraction, toNumber } from "./fraction.ts";
import { integerRoot } from "./integerRoot.ts";

/** Bits of a root that are worked out: those of a double, and enough more to round once, rightly. */
const rootBits = 64;

/**
 * The double nearest to the square root of an exact number that is not negative.
 *
 * Far more bits than a double's are worked out, and a last one says "and something more", so it is rounded once.
 */
export function nearestRoot({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0;
  const excess = bitLength(numerator) - bitLength(denominator);
  const shift = BigInt(Math.max(0, rootBits - Math.ceil(excess / 2)));
  const scaled = numerator << (2n * shift);
  const root = integerRoot(scaled / denominator, 2);
  const sticky = root * root * denominator === scaled ? 0n : 1n;
  return toNumber(fraction((root << 1n) | sticky, 2n << shift));
}
