import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareFractions, type Fraction, fraction, times, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  allEqual,
  always,
  answered,
  type Apportion,
  everyPair,
  mistaken,
  moveOne,
  only,
  plain,
  quotas,
  sumOf,
  unbounded,
  unlessRefused,
  votes,
} from "./apportionments.laws.ts";
import { orderBy, scaled, scaleFreeMethods, sortKeys } from "./arbitraries.laws.ts";
import { quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { column, roundedUp, zero } from "./reference.laws.ts";

const scales: fc.Arbitrary<Fraction> = fc.oneof(
  fc.constantFrom(fraction(1n, 10n), fraction(1n, 3n), fraction(10n ** 9n)),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map((pair) => fraction(...pair)),
);

/** Places that are exactly the quotas, because the weights are those places times some fraction. */
const exactContests = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 10 ** 12 })), {
      minLength: 1,
      maxLength: 20,
    }),
    scales,
    fc.constantFrom(...scaleFreeMethods),
  )
  .filter(([values]) => values.some((value) => value > 0))
  .map(([values, scale, method]) => {
    const places = method === "quota" ? values.map((value) => value % 97) : values;
    return {
      quotas: places,
      input: {
        places: count(sumOf(places)),
        weights: places.map((value) => weightOf(times(fraction(BigInt(value)), scale))),
        method,
      },
    };
  });

/** What holds for every method that knows only the ratio of the weights, and for all where it says so. */
export const quotaApportionLaws: readonly Law<Apportion>[] = [
  {
    name: "the places add up to the house",
    property: (apportion) =>
      fc.property(answered, (input) => sumOf(apportion(input).places) === input.places),
    broken: mistaken(([first = 0, ...rest]) => [first + 1, ...rest]),
  },
  {
    name: "every row has a whole number of places, from 0",
    property: (apportion) =>
      fc.property(answered, (input) => {
        const { places } = apportion(input);
        return (
          places.length === input.weights.length &&
          places.every((value) => Number.isInteger(value) && value >= 0)
        );
      }),
    broken: mistaken((_, input) => quotas(input).map(toNumber)),
  },
  {
    name: "weight zero gets nothing but its minimum or base",
    property: (apportion) =>
      fc.property(answered, (input) => {
        const low = column(input.minimum, input.weights.length);
        return apportion(input).places.every(
          (value, row) =>
            input.weights[row]!.numerator > 0n || value === Math.max(low[row] ?? 0, input.base ?? 0),
        );
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "quotas that are whole already are the places, and nothing is tied",
    property: (apportion) =>
      fc.property(exactContests, ({ quotas: wanted, input }) => {
        if (input.places === 0) return true;
        const { places, ties } = apportion(input);
        return allEqual(places, wanted) && ties.length === 0;
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "the places, taken as weights, give the same places again",
    property: (apportion) =>
      fc.property(unbounded, (input) => {
        if (input.places === 0) return true;
        const { places } = apportion(input);
        const weights = places.map((value) => weightOf(fraction(BigInt(value))));
        return allEqual(apportion({ ...input, weights }).places, places);
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "the scale of the weights does not matter, be it 1/10, 1/3 or 10^9",
    property: (apportion) =>
      fc.property(answered, scales, (input, scale) => {
        const [one, other] = [
          apportion(input),
          apportion({ ...input, weights: scaled(input.weights, scale) }),
        ];
        return allEqual(one.places, other.places) && allEqual(one.ties, other.ties);
      }),
    broken: (input) =>
      quotaApportion({
        ...input,
        weights: input.weights.map((value) => weightOf(fraction(roundedUp(value)))),
      }),
  },
  {
    name: "another order of the rows gives each row the same places, but for those of a reported tie",
    property: (apportion) =>
      fc.property(answered, sortKeys, (input, keys) => {
        const order = orderBy(keys, input.weights.length);
        const { places, ties } = apportion(input);
        const other = apportion(only(input, order));
        const tied = new Set(ties.flatMap(({ rows }) => rows));
        if (input.method === "quota" && tied.size > 0) return other.ties.length > 0;
        return order.every((row, place) => {
          const apart = Math.abs(other.places[place]! - places[row]!);
          return apart <= (tied.has(row) ? 1 : 0);
        });
      }),
    broken: mistaken((places) => moveOne(places)),
  },
  {
    name: "equal weights and bounds have places at most one apart",
    property: (apportion) =>
      fc.property(fc.oneof(answered, votes), (input) => {
        const places = unlessRefused(() => apportion(input).places);
        return (
          places === undefined ||
          everyPair(
            places.length,
            (row, other) => !alike(input, row, other, 0) || Math.abs(places[row]! - places[other]!) <= 1,
          )
        );
      }),
    broken: mistaken((places) => moveOne(places, 2)),
  },
  {
    name: "a larger weight with the same bounds never has fewer places",
    property: (apportion) =>
      fc.property(fc.oneof(answered, votes), (input) => {
        const places = unlessRefused(() => apportion(input).places);
        return (
          places === undefined ||
          // Its rounded quota may hold more places than there are: rows that a maximum makes level then give back in order.
          (input.method === "hagenbach-bischoff" && input.maximum !== undefined) ||
          everyPair(
            places.length,
            (row, other) => !alike(input, row, other, 1) || places[row]! >= places[other]!,
          )
        );
      }),
    broken: mistaken((places) => places.reverse()),
  },
  {
    name: "the same question has the same answer",
    property: (apportion) =>
      fc.property(answered, (input) => allEqual([apportion(input)], [apportion(input)])),
    broken: alternating(),
  },
  {
    name: "nothing that was handed in is changed",
    property: (apportion) =>
      fc.property(answered, (input) => {
        const weights = [...input.weights];
        apportion({ ...input, weights });
        return weights.every((value, row) => value === input.weights[row]);
      }),
    broken: (input) => {
      (input.weights as Weight[]).reverse();
      return quotaApportion(input);
    },
  },
  {
    name: "what cannot be apportioned is refused by its code, never answered",
    property: (apportion) =>
      fc.property(plain, (given) => {
        const input = { ...given, places: count(given.places + 1) };
        const zeros = input.weights.map(() => weightOf(zero));
        const [none, all] = [input.weights.map(() => count(0)), count(input.places + 1)];
        return (
          refusesWith("emptyInput", () => apportion({ ...input, weights: [] })) &&
          refusesWith("allZero", () => apportion({ ...input, weights: zeros })) &&
          refusesWith("sizeMismatch", () => apportion({ ...input, minimum: [...none, count(0)] })) &&
          refusesWith("infeasibleBounds", () => apportion({ ...input, minimum: [all, ...none.slice(1)] })) &&
          refusesWith("infeasibleBounds", () => apportion({ ...input, maximum: none })) &&
          refusesWith("infeasibleBounds", () => apportion({ ...input, base: all })) &&
          refusesWith("conflict", () => apportion({ ...input, method: "quota", minimum: count(0) })) &&
          refusesWith("conflict", () =>
            apportion({ ...input, method: "adams", firstDivisor: fraction(1n) }),
          ) &&
          refusesWith("outOfRange", () => apportion({ ...input, threshold: fraction(101n, 100n) })) &&
          refusesWith("outOfRange", () => apportion({ ...input, threshold: fraction(-1n, 100n) })) &&
          refusesWith("outOfRange", () => apportion({ ...input, method: "webster", firstDivisor: zero }))
        );
      }),
    broken: ({ places, weights }) => ({ places: weights.map(() => places), ties: [] }),
  },
];

/** Whether two rows have the same bounds and weights that compare so. */
function alike(input: QuotaApportionInput, row: number, other: number, comparison: number): boolean {
  const { length } = input.weights;
  const [low, high] = [column(input.minimum, length), column(input.maximum, length)];
  return (
    low[row] === low[other] &&
    high[row] === high[other] &&
    compareFractions(input.weights[row]!, input.weights[other]!) === comparison
  );
}

/** Adams, and next time Jefferson. */
function alternating(): Apportion {
  let calls = 0;
  return (input) => {
    calls += 1;
    return always(calls % 2 === 0 ? "adams" : "jefferson")(input);
  };
}
