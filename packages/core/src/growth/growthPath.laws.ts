import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { fraction, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { growthPath } from "./growthPath.ts";
import {
  addTimes,
  compareRatios,
  doubleRatio,
  finishes,
  growTimes,
  isNearestDouble,
  paths,
  periodCounts,
  rates,
  type Ratio,
  ratioOf,
  refuses,
  rising,
  roundings,
  roundSlowly,
  smallBases,
  wholeRoundings,
} from "./growthReference.laws.ts";

export const growthPathLaws: readonly Law<typeof growthPath>[] = [
  {
    name: "G1 a path begins with its base, which no rounding touches",
    property: (calculator) =>
      fc.property(paths, roundings, (path, rounding) =>
        isNearestDouble(calculator({ ...path, rounding })[0]!, ratioOf(path.base)),
      ),
    broken: (input) => growthPath(input).map((value) => Math.round(value)),
  },
  {
    name: "compound values are those of the exact path, rounded once",
    property: (calculator) =>
      fc.property(paths, roundings, (path, rounding) =>
        calculator({ ...path, rounding })
          .slice(1)
          .every((value, index) =>
            finishes(value, growTimes(ratioOf(path.base), path.rate, index + 1), rounding),
          ),
      ),
    broken: ({ base, rate, periods }) =>
      Array.from({ length: periods + 1 }, (_, t) => toNumber(base) * (1 + toNumber(rate)) ** t),
  },
  {
    name: "linear values are those of the exact path, rounded once",
    property: (calculator) =>
      fc.property(paths, roundings, (path, rounding) =>
        calculator({ ...path, rounding, method: "linear" })
          .slice(1)
          .every((value, index) =>
            finishes(value, addTimes(ratioOf(path.base), path.rate, index + 1), rounding),
          ),
      ),
    broken: ({ base, rate, periods }) =>
      Array.from({ length: periods + 1 }, (_, t) => toNumber(base) + toNumber(base) * toNumber(rate) * t),
  },
  {
    name: "rounded at each step, the next value grows from the rounded one",
    property: (calculator) =>
      fc.property(paths, wholeRoundings, (path, rounding) => {
        let previous = ratioOf(path.base);
        return calculator({ ...path, rounding, place: "each" })
          .slice(1)
          .every((value) => {
            previous = [roundSlowly(growTimes(previous, path.rate, 1), rounding), 1n];
            return value === Number(previous[0]);
          });
      }),
    broken: (input) => growthPath({ ...input, place: "end" }),
  },
  {
    name: "G3 a path never turns back",
    property: (calculator) =>
      fc.property(paths, roundings, (path, rounding) => {
        // The base itself is not rounded, so the comparison begins with the first value that is.
        const values = calculator({ ...path, rounding }).slice(rounding === "none" ? 0 : 1);
        return rising(path.rate.numerator < 0n ? [...values].reverse() : values);
      }),
    broken: (input) => [...growthPath(input)].reverse(),
  },
  {
    name: "G6 rounded values are whole and within half (nearest) or one (up, down) of the exact path",
    property: (calculator) =>
      fc.property(
        smallBases,
        rates,
        fc.integer({ min: 0, max: 10 }),
        wholeRoundings,
        (base, rate, periods, rounding) =>
          calculator({ base, rate, periods: count(periods), rounding })
            .slice(1)
            .every((value, index) => {
              const [numerator, denominator] = growTimes(ratioOf(base), rate, index + 1);
              const twiceOff = 2n * (BigInt(value) * denominator - numerator);
              const distance = twiceOff < 0n ? -twiceOff : twiceOff;
              return rounding === "nearest" ? distance <= denominator : distance < 2n * denominator;
            }),
      ),
    broken: (input) => growthPath({ ...input, place: "each" }),
  },
  {
    name: "G6 rounding at each step is off by at most ((1+r)^n - 1) / 2r",
    property: (calculator) =>
      fc.property(smallBases, rates, fc.integer({ min: 0, max: 10 }), (base, rate, periods) =>
        calculator({ base, rate, periods: count(periods), rounding: "nearest", place: "each" }).every(
          (value, index) => {
            if (index === 0) return true;
            const [numerator, denominator] = growTimes(ratioOf(base), rate, index);
            const found = doubleRatio(value);
            // ((1+r)^n - 1) / r is 1 + (1+r) + ... + (1+r)^(n-1), which is n when nothing grows.
            let bound: Ratio = [0n, 1n];
            for (let step = 0; step < index; step += 1) {
              const [more, over] = growTimes([1n, 2n], rate, step);
              bound = [bound[0] * over + more * bound[1], bound[1] * over];
            }
            const off = found[0] * denominator - numerator * found[1];
            return compareRatios([off < 0n ? -off : off, denominator * found[1]], bound) <= 0;
          },
        ),
      ),
    broken: (input) => growthPath({ ...input, rounding: "up" }),
  },
  {
    name: "G10 a path begun later has the same values",
    property: (calculator) =>
      fc.property(paths, periodCounts, (path, later) => {
        const shift = Math.min(later, path.periods);
        const base = fraction(...growTimes(ratioOf(path.base), path.rate, shift));
        const rest = calculator({ base, rate: path.rate, periods: count(path.periods - shift) });
        return calculator(path)
          .slice(shift)
          .every((value, index) => value === rest[index]);
      }),
    broken: (input) => growthPath({ ...input, method: "linear" }),
  },
  {
    name: "G11 no growth is constant, no period is the base alone, a negative base is refused",
    property: (calculator) =>
      fc.property(paths, fc.constantFrom("compound", "linear"), ({ base, rate, periods }, method) => {
        const still = calculator({ base, rate: fraction(0n), periods, method });
        const alone = calculator({ base, rate, periods: count(0), method });
        const negative = fraction(-base.numerator - 1n, base.denominator);
        return (
          still.length === periods + 1 &&
          still.every((value) => value === still[0]) &&
          alone.length === 1 &&
          refuses(() => calculator({ base: negative, rate, periods, method }))
        );
      }),
    broken: (input) => growthPath({ ...input, rate: input.rate.numerator === 0n ? exact(1) : input.rate }),
  },
];
