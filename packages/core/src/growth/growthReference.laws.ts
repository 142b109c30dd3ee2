import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import type { GrowthRounding } from "./growthRounding.ts";

// The slow, obvious reference: numerators and denominators that are never reduced and never rounded.

export type Ratio = readonly [numerator: bigint, denominator: bigint];

export const ratioOf = ({ numerator, denominator }: Fraction): Ratio => [numerator, denominator];

export function growTimes([numerator, denominator]: Ratio, rate: Fraction, periods: number): Ratio {
  let value: Ratio = [numerator, denominator];
  for (let period = 0; period < periods; period += 1) {
    value = [value[0] * (rate.denominator + rate.numerator), value[1] * rate.denominator];
  }
  return value;
}

export function addTimes([numerator, denominator]: Ratio, rate: Fraction, periods: number): Ratio {
  const added = numerator * rate.numerator * BigInt(periods);
  return [numerator * rate.denominator + added, denominator * rate.denominator];
}

export function floorOf([numerator, denominator]: Ratio): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}

export function roundSlowly([numerator, denominator]: Ratio, rounding: WholeRounding): bigint {
  if (rounding === "down") return floorOf([numerator, denominator]);
  if (rounding === "up") return -floorOf([-numerator, denominator]);
  return numerator < 0n
    ? -floorOf([-2n * numerator + denominator, 2n * denominator])
    : floorOf([2n * numerator + denominator, 2n * denominator]);
}

/** The double as it is, to the last bit. */
export function doubleRatio(value: number): Ratio {
  let [scaled, denominator] = [value, 1n];
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return [BigInt(scaled), denominator];
}

export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a[0] * b[1] - b[0] * a[1];
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The middles between a double and its two neighbours, the lower one first. */
export function middlesAround(value: number): readonly [Ratio, Ratio] {
  const middleTo = (steps: bigint): Ratio => {
    const [a, b] = [doubleRatio(value), doubleRatio(neighbour(value, steps))];
    return [a[0] * b[1] + b[0] * a[1], 2n * a[1] * b[1]];
  };
  return value > 0 ? [middleTo(-1n), middleTo(1n)] : [middleTo(1n), middleTo(-1n)];
}

/** Whether no double is nearer to the exact value: it lies between the middles to both neighbours. */
export function isNearestDouble(value: number, wanted: Ratio): boolean {
  if (value === 0) return wanted[0] === 0n;
  const [below, above] = middlesAround(value);
  return compareRatios(below, wanted) <= 0 && compareRatios(wanted, above) <= 0;
}

export function neighbour(value: number, steps: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + steps);
  return view.getFloat64(0);
}

export function finishes(value: number, wanted: Ratio, rounding: GrowthRounding): boolean {
  return rounding === "none"
    ? isNearestDouble(value, wanted)
    : value === Number(roundSlowly(wanted, rounding));
}

/** Negative, zero or positive as a to the power of n is below, at or above b to the power of m. */
export function comparePowersSlowly(a: Ratio, n: number, b: Ratio, m: number): number {
  const [p, q] = [BigInt(n), BigInt(m)];
  return compareRatios([a[0] ** p, a[1] ** p], [b[0] ** q, b[1] ** q]);
}

/**
 * Whether a value is the rounding of an unknown one of which only the side of a boundary can be asked.
 *
 * `side` is negative, zero or positive as the unknown value is below, at or above the boundary.
 */
export function isRoundingOf(
  value: number,
  rounding: GrowthRounding,
  side: (boundary: Ratio) => number,
): boolean {
  if (rounding === "none" || value > Number.MAX_SAFE_INTEGER) {
    const [below, above] = middlesAround(value);
    // Beyond 2^53 a double stands for the whole number nearest to it, which is up to one away from the value.
    const slack = rounding === "none" ? 0n : 1n;
    return (
      side([below[0] - slack * below[1], below[1]]) >= 0 && side([above[0] + slack * above[1], above[1]]) <= 0
    );
  }
  const twice = 2n * BigInt(value);
  switch (rounding) {
    case "nearest":
      return side([twice - 1n, 2n]) >= 0 && side([twice + 1n, 2n]) < 0;
    case "down":
      return side([twice, 2n]) >= 0 && side([twice + 2n, 2n]) < 0;
    case "up":
      return side([twice - 2n, 2n]) > 0 && side([twice, 2n]) <= 0;
  }
}

// Generators. Bases reach past 2^53; rates are decimals as people type them, thirds, and sevenths.

export type WholeRounding = Exclude<GrowthRounding, "none">;

export const wholeRoundings = fc.constantFrom<WholeRounding[]>("nearest", "up", "down");
export const roundings = fc.constantFrom<GrowthRounding[]>("none", "nearest", "up", "down");
export const periodCounts = fc.integer({ min: 0, max: 24 });

export function fractions(least: bigint, most: bigint, ...denominators: bigint[]): fc.Arbitrary<Fraction> {
  return fc
    .tuple(fc.bigInt({ min: least, max: most }), fc.constantFrom(...denominators))
    .map(([numerator, denominator]) => fraction(numerator, denominator));
}

export const bases = fc.oneof(fractions(0n, 10_000n, 1n, 2n, 100n), fractions(0n, 2n ** 70n, 1n, 3n, 1000n));
export const smallBases = fractions(0n, 1_000_000n, 1n, 2n, 100n);
export const rates = fractions(-999n, 3000n, 1000n, 999n, 10_003n);
export const fallingToo = fractions(-1000n, 3000n, 1000n, 3000n);
export const above = fc.oneof(fractions(1n, 10_000n, 1n, 2n, 100n), fractions(1n, 2n ** 60n, 1n, 3n));

export const paths = fc.record({ base: bases, rate: fallingToo, periods: periodCounts.map((n) => count(n)) });
export const between = fc.record({
  start: above,
  goal: above,
  periods: fc.integer({ min: 1, max: 9 }).map((n) => count(n)),
});

/** Start, goal and a ceiling above both. */
export const underCeiling = fc
  .tuple(between, fractions(1n, 2n ** 40n, 1n, 7n))
  .map(([path, room]) => ({ ...path, ceiling: sum(larger(path.start, path.goal), room) }));

export function sum(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return compareRatios(ratioOf(a), ratioOf(b)) < 0 ? b : a;
}

export function refuses(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "outOfRange";
  }
}

/** c / y - 1, in which a logistic path is geometric. */
export function odds([numerator, denominator]: Ratio, ceiling: Fraction): Ratio {
  const top = ceiling.numerator * denominator - numerator * ceiling.denominator;
  return [top, ceiling.denominator * numerator];
}

export const rising = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value >= values[index - 1]!);

export const close = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
