import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareFractions, fraction, over, times } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import {
  allEqual,
  type Apportion,
  bounded,
  plain,
  quotas,
  sumOf,
  unbounded,
  unlessRefused,
  votes,
} from "./apportionments.laws.ts";
import { positiveColumns, scaleFreeMethods, smallHouses } from "./arbitraries.laws.ts";
import { quotaApportion } from "./quotaApportion.ts";
import { column, totalOf, wholePart } from "./reference.laws.ts";

/** What holds for minimum, maximum, base and threshold. */
export const apportionmentBoundsLaws: readonly Law<Apportion>[] = [
  {
    name: "every row keeps its bounds",
    property: (apportion) =>
      fc.property(fc.oneof(bounded, votes), (input) => {
        const [low, high] = [
          column(input.minimum, input.weights.length),
          column(input.maximum, input.weights.length),
        ];
        const places = unlessRefused(() => apportion(input).places) ?? [];
        return places.every(
          (value, row) =>
            value >= Math.max(low[row] ?? 0, input.base ?? 0) &&
            (value <= (high[row] ?? Infinity) || input.weights[row]!.numerator === 0n),
        );
      }),
    broken: (input) => quotaApportion({ ...input, minimum: undefined, maximum: undefined }),
  },
  {
    name: "bounds that the places keep anyway change nothing",
    property: (apportion) =>
      fc.property(plain, (input) => {
        const { places } = apportion(input);
        const whole = quotas(input).map(wholePart);
        // A whole quota and its bound may not be moved by a remainder method, so its minimum is at most that.
        const minimum = places.map((value, row) => count(Math.min(value, Number(whole[row]))));
        const maximum = places.map((value, row) => count(Math.max(value, Number(whole[row]) + 1)));
        return allEqual(apportion({ ...input, minimum, maximum }).places, places);
      }),
    broken: ({ minimum, ...input }) => {
      if (minimum === undefined) return quotaApportion(input);
      const low = column(minimum, input.weights.length).map((value) => value ?? 0);
      const rest = quotaApportion({ ...input, maximum: undefined, places: count(input.places - sumOf(low)) });
      return { ...rest, places: rest.places.map((value, row) => count(value + low[row]!)) };
    },
  },
  {
    name: "a base is given first and the rest is apportioned as if it were all",
    property: (apportion) =>
      fc.property(unbounded, fc.nat({ max: 3 }), (input, base) => {
        const places = count(input.places + base * input.weights.length);
        const wanted = apportion(input).places.map((value) => value + base);
        return allEqual(apportion({ ...input, places, base: count(base) }).places, wanted);
      }),
    broken: ({ base, ...input }) =>
      quotaApportion(input.method === "quota" ? input : { ...input, minimum: base }),
  },
  {
    name: "rows below the threshold are as if they were not there; the row that is exactly at it stays",
    property: (apportion) =>
      fc.property(
        positiveColumns(),
        fc.nat(),
        smallHouses,
        fc.constantFrom(...scaleFreeMethods),
        fc.nat({ max: 2 }),
        fc.nat({ max: 2 }),
        (weights, pick, size, method, base, least) => {
          const atIt = weights[pick % weights.length]!;
          const threshold = over(atIt, totalOf(weights));
          const stays = weights.map((value) => compareFractions(value, atIt) >= 0);
          const more = method === "quota" ? 0 : least;
          const input = {
            places: count(Number(size) + (base + more) * weights.length),
            weights,
            method,
            base: count(base),
            ...(more > 0 && { minimum: count(base + more) }),
          };
          const rows = weights.map((_, row) => row).filter((row) => stays[row]);
          const alone = apportion({ ...input, weights: rows.map((row) => weights[row]!) }).places;
          return apportion({ ...input, threshold }).places.every(
            (value, row) => value === (stays[row] ? alone[rows.indexOf(row)] : 0),
          );
        },
      ),
    broken: ({ threshold, ...input }) =>
      quotaApportion(threshold ? { ...input, threshold: times(threshold, fraction(99n, 100n)) } : input),
  },
];
