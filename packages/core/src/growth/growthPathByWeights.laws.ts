import * as fc from "fast-check";
import { type Fraction, fraction, minus, plus, times, toNumber } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { growthPathByWeights } from "./growthPathByWeights.ts";
import {
  bases,
  finishes,
  fractions,
  isNearestDouble,
  ratioOf,
  rising,
  roundings,
  smallBases,
} from "./growthReference.laws.ts";

const weightLists = fc
  .array(fractions(0n, 9n, 1n, 7n).map(weightOf), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some(({ numerator }) => numerator > 0n));

export const growthPathByWeightsLaws: readonly Law<typeof growthPathByWeights>[] = [
  {
    name: "G1 it begins with the start and ends with the goal, however it is rounded",
    property: (calculator) =>
      fc.property(bases, bases, weightLists, roundings, (start, goal, weights, rounding) => {
        const values = calculator({ start, goal, weights, rounding });
        return (
          values.length === weights.length + 1 &&
          isNearestDouble(values[0]!, ratioOf(start)) &&
          isNearestDouble(values.at(-1)!, ratioOf(goal))
        );
      }),
    broken: (input) => growthPathByWeights(input).map((value) => Math.round(value)),
  },
  {
    name: "G3 it never turns back",
    property: (calculator) =>
      fc.property(bases, bases, weightLists, roundings, (start, goal, weights, rounding) => {
        const values = calculator({ start, goal, weights, rounding });
        const inner = rounding === "none" ? values : values.slice(1, -1);
        return rising(minus(goal, start).numerator < 0n ? [...inner].reverse() : inner);
      }),
    broken: (input) => [...growthPathByWeights(input)].reverse(),
  },
  {
    name: "G7 rounded cumulatively, each value is within half of the exact one, so that the steps add up",
    property: (calculator) =>
      fc.property(smallBases, smallBases, weightLists, (start, goal, weights) => {
        const all = weights.reduce<Fraction>(plus, fraction(0n));
        let soFar = fraction(0n);
        return calculator({ start, goal, weights, rounding: "nearest" })
          .slice(1, -1)
          .every((value, index) => {
            soFar = plus(soFar, weights[index] ?? fraction(0n));
            const share = fraction(soFar.numerator * all.denominator, soFar.denominator * all.numerator);
            const wanted = plus(start, times(minus(goal, start), share));
            return finishes(value, ratioOf(wanted), "nearest");
          });
      }),
    broken: (input) => {
      let value = toNumber(input.start);
      const exactly = growthPathByWeights({ ...input, rounding: "none" });
      return exactly.map((each, index) => {
        if (index > 0) value += Math.round(each - exactly[index - 1]!);
        return value;
      });
    },
  },
];
