import * as fc from "fast-check";
import { count } from "./count.ts";
import { type Fraction, fraction } from "./fraction.ts";

// Generators. Whole numbers come small, around 2^53 where doubles end, and far beyond.

export const beyond = 10n ** 60n;
const around2To53 = fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n });
export const wholes = fc.oneof(
  fc.bigInt({ min: -12n, max: 12n }),
  around2To53,
  fc.bigInt({ min: -beyond, max: beyond }),
);
export const naturals = wholes.map((value) => (value < 0n ? -value : value));
export const positives = naturals.map((value) => value + 1n);
export const decimals = fc.nat(15);
export const fractions = fc
  .tuple(wholes, positives)
  .map(([numerator, denominator]) => fraction(numerator, denominator));

/** Numbers exactly between two whole ones, a hair beside them, and anywhere. */
export const roundables = fc.oneof(
  wholes.map((value) => fraction(2n * value + 1n, 2n)),
  fc
    .tuple(wholes, fc.constantFrom(-1n, 1n))
    .map(([value, hair]) => fraction((2n * value + 1n) * beyond + hair, 2n * beyond)),
  wholes.map((value) => fraction(value)),
  fractions,
);

/** A double as it is, to the last bit. */
export function bitsOf(value: number): Fraction {
  let [scaled, denominator] = [value, 1n];
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return fraction(BigInt(scaled), denominator);
}

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
export const same = (a: Fraction, b: Fraction): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

export const finiteDoubles = fc.double({ noNaN: true, noDefaultInfinity: true });

export const counts = fc.oneof(fc.nat(12), fc.nat(6573), fc.maxSafeNat()).map((value) => count(value));
