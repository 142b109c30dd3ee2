import { bitLength, type Fraction, toNumber } from "../exact/fraction.ts";
import { scaled } from "./enclosure.ts";

/**
 * The natural logarithm of a fraction above zero, close also where the fraction is near one or beyond any double.
 *
 * The distance from one is taken exactly first: as doubles, most of its digits would be lost before the logarithm.
 */
export function naturalLog({ numerator, denominator }: Fraction): number {
  const excess = toNumber({ numerator: numerator - denominator, denominator });
  if (Math.abs(excess) <= 0.5) return Math.log1p(excess);
  const order = bitLength(numerator) - bitLength(denominator);
  return Math.log(toNumber(scaled(numerator, denominator, -order))) + order * Math.LN2;
}
