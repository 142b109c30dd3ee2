import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { fraction, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { growthPath } from "./growthPath.ts";
import { growthPathTo, type GrowthPathToInput } from "./growthPathTo.ts";
import {
  between,
  comparePowersSlowly,
  compareRatios,
  finishes,
  fractions,
  isNearestDouble,
  isRoundingOf,
  odds,
  type Ratio,
  ratioOf,
  rising,
  roundings,
  underCeiling,
  growTimes,
  smallBases,
} from "./growthReference.laws.ts";

const inDoubles = ({ start, goal, periods, ceiling }: GrowthPathToInput): number[] => {
  const [from, to, top] = [toNumber(start), toNumber(goal), ceiling && toNumber(ceiling)];
  return Array.from({ length: periods + 1 }, (_, t) => {
    if (t === 0 || t === periods) return t === 0 ? from : to;
    if (top === undefined) return Math.round(from * (to / from) ** (t / periods));
    return Math.round(top / (1 + (top / from - 1) * ((top / to - 1) / (top / from - 1)) ** (t / periods)));
  });
};

export const growthPathToLaws: readonly Law<typeof growthPathTo>[] = [
  {
    name: "G1 a path to a goal has both ends as given, by every method and rounding",
    property: (calculator) =>
      fc.property(
        underCeiling,
        roundings,
        fc.constantFrom("compound", "linear", "logistic"),
        (path, rounding, method) => {
          const values = calculator({ ...path, rounding, method });
          return (
            values.length === path.periods + 1 &&
            isNearestDouble(values[0]!, ratioOf(path.start)) &&
            isNearestDouble(values[path.periods]!, ratioOf(path.goal))
          );
        },
      ),
    broken: (input) => growthPathTo(input).map((value) => Math.round(value)),
  },
  {
    name: "G3 a path to a goal never turns back",
    property: (calculator) =>
      fc.property(
        underCeiling,
        roundings,
        fc.constantFrom("compound", "linear", "logistic"),
        (path, rounding, method) => {
          const values = calculator({ ...path, rounding, method });
          const inner = rounding === "none" ? values : values.slice(1, -1);
          const falls = compareRatios(ratioOf(path.goal), ratioOf(path.start)) < 0;
          return rising(falls ? [...inner].reverse() : inner);
        },
      ),
    broken: (input) => [...growthPathTo(input)].reverse(),
  },
  {
    name: "G4 the compound path never rises above the linear one",
    property: (calculator) =>
      fc.property(between, roundings, (path, rounding) => {
        const linear = calculator({ ...path, rounding, method: "linear" });
        return calculator({ ...path, rounding, method: "compound" }).every(
          (value, index) => value <= linear[index]!,
        );
      }),
    broken: (input) => growthPathTo({ ...input, method: input.method === "linear" ? "compound" : "linear" }),
  },
  {
    name: "linear values between are the exact ones, rounded once",
    property: (calculator) =>
      fc.property(between, roundings, ({ start, goal, periods }, rounding) =>
        calculator({ start, goal, periods, rounding, method: "linear" })
          .slice(1, -1)
          .every((value, index) => {
            const [passed, left] = [BigInt(index + 1), BigInt(periods - index - 1)];
            const numerator =
              start.numerator * goal.denominator * left + goal.numerator * start.denominator * passed;
            return finishes(
              value,
              [numerator, start.denominator * goal.denominator * BigInt(periods)],
              rounding,
            );
          }),
      ),
    broken: (input) => growthPathTo({ ...input, method: "compound" }),
  },
  {
    name: "compound values between lie on the side of every boundary where the root lies",
    property: (calculator) =>
      fc.property(between, roundings, ({ start, goal, periods }, rounding) =>
        calculator({ start, goal, periods, rounding })
          .slice(1, -1)
          .every((value, index) => {
            const ratio: Ratio = [goal.numerator * start.denominator, goal.denominator * start.numerator];
            const side = ([numerator, denominator]: Ratio): number =>
              numerator <= 0n
                ? 1
                : comparePowersSlowly(
                    ratio,
                    index + 1,
                    [numerator * start.denominator, denominator * start.numerator],
                    periods,
                  );
            return isRoundingOf(value, rounding, side);
          }),
      ),
    broken: (input) => inDoubles({ ...input, ceiling: undefined }),
  },
  {
    name: "logistic values between lie on the side of every boundary where the curve lies",
    property: (calculator) =>
      fc.property(underCeiling, roundings, ({ start, goal, periods, ceiling }, rounding) =>
        calculator({ start, goal, periods, rounding, ceiling, method: "logistic" })
          .slice(1, -1)
          .every((value, index) => {
            const [first, last] = [odds(ratioOf(start), ceiling), odds(ratioOf(goal), ceiling)];
            const ratio: Ratio = [last[0] * first[1], last[1] * first[0]];
            const side = (boundary: Ratio): number => {
              if (boundary[0] <= 0n) return 1;
              if (compareRatios(boundary, ratioOf(ceiling)) >= 0) return -1;
              const at = odds(boundary, ceiling);
              return -comparePowersSlowly(ratio, index + 1, [at[0] * first[1], at[1] * first[0]], periods);
            };
            return isRoundingOf(value, rounding, side);
          }),
      ),
    broken: inDoubles,
  },
  {
    name: "G9 a logistic path stays under its ceiling and is symmetric about its midpoint",
    property: (calculator) =>
      fc.property(fractions(1n, 499n, 1000n), fc.integer({ min: 1, max: 9 }), (start, periods) => {
        const goal = fraction(start.denominator - start.numerator, start.denominator);
        const values = calculator({
          start,
          goal,
          periods: count(periods),
          method: "logistic",
          ceiling: fraction(1n),
        });
        return values.every(
          (value, index) => value > 0 && value < 1 && Math.abs(value + values[periods - index]! - 1) <= 2e-16,
        );
      }),
    broken: (input) => growthPathTo({ ...input, method: "compound" }),
  },
  {
    name: "G12 through the two ends of a geometric path it is that path, and scaling them scales it",
    property: (calculator) =>
      fc.property(
        smallBases,
        fractions(-900n, 900n, 1000n),
        fc.integer({ min: 1, max: 9 }),
        fc.bigInt({ min: 1n, max: 2n ** 40n }),
        (base, rate, n, factor) => {
          const periods = count(n);
          const start = fraction((base.numerator + 1n) * factor, base.denominator);
          const goal = fraction(...growTimes(ratioOf(start), rate, n));
          return (
            calculator({ start, goal, periods }).join() === growthPath({ base: start, rate, periods }).join()
          );
        },
      ),
    broken: (input) => growthPathTo({ ...input, method: "linear" }),
  },
];
