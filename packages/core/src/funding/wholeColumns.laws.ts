import * as fc from "fast-check";
import { fraction } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";

/** Weights in which a mistake of one bit shows: equal, in small ratios, at the ends of what doubles hold, far apart. */
const kinds: readonly fc.Arbitrary<number>[] = [
  fc.nat(3),
  fc.nat(100),
  fc.nat(1_000_000),
  fc.nat(6).map((times) => times * 1_234_567_891_011),
  fc.nat(4).map((below) => 2 ** 51 / 64 - below),
  fc.nat(4).map((below) => Number.MAX_SAFE_INTEGER - below),
  fc.oneof(
    { weight: 9, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.nat(9).map((more) => 2 ** 45 + more) },
  ),
];

/** Columns of whole weights, short and so long that claims are dealt out into buckets; at least one is above zero. */
export const wholeColumns: fc.Arbitrary<Float64Array> = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(1, 2, 12, 48, 49, 150))
  .chain(([kind, most]) => fc.array(kind, { minLength: Math.ceil(most / 2), maxLength: most }))
  .map((values) => Float64Array.from(values.some((value) => value > 0) ? values : [...values, 1]));

/** Whole numbers to share from 0: few, many, around 2^40 and 2^51, where quick ways end, and up to 2^53-1. */
export const wholeTotals: fc.Arbitrary<number> = fc.oneof(
  fc.nat(30),
  fc.nat(300),
  fc.nat(1_000_000_000),
  fc.nat(2).map((more) => 2 ** 40 - 1 + more),
  fc.nat(2).map((more) => 2 ** 51 - 1 + more),
  fc.nat(2).map((less) => Number.MAX_SAFE_INTEGER - less),
  fc.maxSafeNat(),
);

/** The same weights as exact numbers. */
export const weightsOf = (column: Float64Array): Weight[] =>
  Array.from(column, (value) => weightOf(fraction(BigInt(value))));

/** Whether two answers are the same, ties included. */
export const sameOutcome = (
  a: { readonly values: Iterable<number | bigint>; readonly ties: unknown },
  b: { readonly values: Iterable<number | bigint>; readonly ties: unknown },
): boolean =>
  [...a.values].join() === [...b.values].join() && JSON.stringify(a.ties) === JSON.stringify(b.ties);

/** A long column of weights without order, from 1 to the most. */
export const scattered = (rows: number, most: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => 1 + ((row * 7919 + 13) % most));
