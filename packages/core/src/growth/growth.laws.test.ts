import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { toNumber } from "../exact/fraction.ts";
import { growthLaws, type GrowthCalculator } from "./growth.laws.ts";
import { growthPath } from "./growthPath.ts";
import { growthPathTo, type GrowthPathToInput } from "./growthPathTo.ts";
import { growthPeriods } from "./growthPeriods.ts";
import { growthRate } from "./growthRate.ts";

const real: GrowthCalculator = { growthPath, growthPathTo, growthRate, growthPeriods };

/** One fixed seed, so that a failure is the same for everybody. */
const runs = { numRuns: 250, seed: 20200101 };

describe("growth keeps its laws", () => {
  test.each(growthLaws)("$name", ({ property }) => {
    fc.assert(property(real), runs);
  });
});

const inDoubles = ({ start, goal, periods, ceiling }: GrowthPathToInput): number[] => {
  const [from, to, top] = [toNumber(start), toNumber(goal), ceiling && toNumber(ceiling)];
  return Array.from({ length: periods + 1 }, (_, t) => {
    if (t === 0 || t === periods) return t === 0 ? from : to;
    if (top === undefined) return Math.round(from * (to / from) ** (t / periods));
    return Math.round(top / (1 + (top / from - 1) * ((top / to - 1) / (top / from - 1)) ** (t / periods)));
  });
};

/** For every law a calculator with one mistake that somebody makes, which that law must catch. */
const mistakes: Readonly<Record<string, Partial<GrowthCalculator>>> = {
  "G1 a path begins with its base, which no rounding touches": {
    growthPath: (input) => growthPath(input).map((value) => Math.round(value)),
  },
  "compound values are those of the exact path, rounded once": {
    growthPath: ({ base, rate, periods }) =>
      Array.from({ length: periods + 1 }, (_, t) => toNumber(base) * (1 + toNumber(rate)) ** t),
  },
  "linear values are those of the exact path, rounded once": {
    growthPath: ({ base, rate, periods }) =>
      Array.from({ length: periods + 1 }, (_, t) => toNumber(base) + toNumber(base) * toNumber(rate) * t),
  },
  "rounded at each step, the next value grows from the rounded one": {
    growthPath: (input) => growthPath({ ...input, place: "end" }),
  },
  "G3 a path never turns back": {
    growthPath: (input) => [...growthPath(input)].reverse(),
  },
  "G6 rounded values are whole and within half (nearest) or one (up, down) of the exact path": {
    growthPath: (input) => growthPath({ ...input, place: "each" }),
  },
  "G6 rounding at each step is off by at most ((1+r)^n - 1) / 2r": {
    growthPath: (input) => growthPath({ ...input, rounding: "up" }),
  },
  "G10 a path begun later has the same values": {
    growthPath: (input) => growthPath({ ...input, method: "linear" }),
  },
  "G11 no growth is constant, no period is the base alone, a negative base is refused": {
    growthPath: (input) =>
      growthPath({ ...input, rate: input.rate.numerator === 0n ? exact(1) : input.rate }),
  },
  "G1 a path to a goal has both ends as given, by every method and rounding": {
    growthPathTo: (input) => growthPathTo(input).map((value) => Math.round(value)),
  },
  "G3 a path to a goal never turns back": {
    growthPathTo: (input) => [...growthPathTo(input)].reverse(),
  },
  "G4 the compound path never rises above the linear one": {
    growthPathTo: (input) =>
      growthPathTo({ ...input, method: input.method === "linear" ? "compound" : "linear" }),
  },
  "linear values between are the exact ones, rounded once": {
    growthPathTo: (input) => growthPathTo({ ...input, method: "compound" }),
  },
  "compound values between lie on the side of every boundary where the root lies": {
    growthPathTo: (input) => inDoubles({ ...input, ceiling: undefined }),
  },
  "logistic values between lie on the side of every boundary where the curve lies": {
    growthPathTo: inDoubles,
  },
  "G9 a logistic path stays under its ceiling and is symmetric about its midpoint": {
    growthPathTo: (input) => growthPathTo({ ...input, method: "compound" }),
  },
  "G2 a start grown at the rate reaches the end, in as many periods": {
    growthRate: (input) => growthRate({ ...input, periods: exact(toNumber(input.periods) + 1) }),
  },
  "G2 a rate that is a fraction is found to the last bit": {
    growthRate: ({ start, end, periods }) => (toNumber(end) / toNumber(start)) ** (1 / toNumber(periods)) - 1,
  },
  "G2 a whole number of periods is found exactly, there and back": {
    growthPeriods: ({ start, end, rate }) =>
      (Math.log(toNumber(end)) - Math.log(toNumber(start))) / Math.log1p(toNumber(rate)),
  },
  "G11 two values of opposite sign have no rate": {
    growthRate: ({ start, end, periods }) => (toNumber(end) / toNumber(start)) ** (1 / toNumber(periods)) - 1,
  },
};

describe("every law can fail", () => {
  test.each(growthLaws)("$name", ({ name, property }) => {
    const { failed, errorInstance } = fc.check(property({ ...real, ...mistakes[name] }), runs);
    // Not by a crash: the law itself must say no.
    expect([failed, String(errorInstance)]).toEqual([true, "Error: Property failed by returning false"]);
  });

  test("there is one mistake for each law", () => {
    expect(Object.keys(mistakes)).toEqual(growthLaws.map(({ name }) => name));
  });
});
