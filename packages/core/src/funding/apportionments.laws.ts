import * as fc from "fast-check";
import { CalculationError } from "../errors.ts";
import type { Count } from "../exact/count.ts";
import { type Fraction, fraction, over, times } from "../exact/fraction.ts";
import { contests, divisorMethods, everyBound, scaleFreeMethods, smallHouses } from "./arbitraries.laws.ts";
import { quotaApportion, type QuotaApportionInput, type QuotaApportionment } from "./quotaApportion.ts";
import { column, totalOf } from "./reference.laws.ts";

/** A calculator that apportions. */
export type Apportion = (input: QuotaApportionInput) => QuotaApportionment;

export const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
export const allEqual = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
export const everyPair = (length: number, holds: (row: number, other: number) => boolean): boolean =>
  Array.from({ length }, (_, row) => row).every((row) =>
    Array.from({ length }, (_, other) => other).every((other) => row === other || holds(row, other)),
  );

/** Exact quotas of all places. */
export function quotas({ places, weights }: QuotaApportionInput): Fraction[] {
  const all = totalOf(weights);
  return weights.map((weight) => over(times(weight, fraction(BigInt(places))), all));
}

/** The real apportionment with its places changed. */
export const mistaken =
  (change: (places: number[], input: QuotaApportionInput) => readonly number[]): Apportion =>
  (input) => {
    const { places, ties } = quotaApportion(input);
    return { places: change([...places], input).map((value) => value as Count), ties };
  };

/** Some places taken from the last row that has any and given to the first row. */
export const moveOne = (places: number[], some = 1): number[] => {
  const giver = places.reduce((last, value, row) => (value > 0 ? row : last), 0);
  places[giver]! -= some;
  places[0]! += some;
  return places;
};

/** The real apportionment, always by one method. */
export const always =
  (method: QuotaApportionInput["method"]): Apportion =>
  (input) =>
    quotaApportion({ ...input, method, firstDivisor: undefined });

export const plain = contests({ methods: scaleFreeMethods.filter((method) => method !== "quota") });
export const plainQuota = contests({ methods: ["quota"], sizes: smallHouses });
export const unbounded = fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: plainQuota });
export const bounded = contests({
  methods: scaleFreeMethods.filter((method) => method !== "quota"),
  styles: everyBound,
  bases: [0, 0, 1, 2],
  firstDivisors: true,
});
export const votes = contests({
  methods: ["droop", "hagenbach-bischoff"],
  sizes: smallHouses,
  styles: ["none", ...everyBound],
  bases: [0, 0, 1],
  whole: true,
});
export const answered = fc.oneof({ weight: 6, arbitrary: bounded }, { weight: 1, arbitrary: plainQuota });

export const boundedDivisors = contests({
  methods: divisorMethods,
  styles: everyBound,
  bases: [0, 0, 1],
  firstDivisors: true,
});

export function only(
  input: QuotaApportionInput,
  order: readonly number[],
  places = input.places,
): QuotaApportionInput {
  const low = column(input.minimum, input.weights.length);
  const high = column(input.maximum, input.weights.length);
  return {
    ...input,
    places,
    weights: order.map((row) => input.weights[row]!),
    minimum: input.minimum === undefined ? undefined : order.map((row) => low[row]),
    maximum: input.maximum === undefined ? undefined : order.map((row) => high[row]),
  };
}

/** What a method that may refuse answers. */
export function unlessRefused<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}
