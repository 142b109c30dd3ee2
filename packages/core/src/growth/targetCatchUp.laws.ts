import * as fc from "fast-check";
import { fraction, minus, plus, times, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { growthRate } from "./growthRate.ts";
import { fractions, growTimes, ratioOf } from "./growthReference.laws.ts";
import { type targetCatchUp } from "./targetCatchUp.ts";
import { isNearest, zero } from "./targetPeriods.laws.ts";

const positives = fc.oneof(fractions(1n, 10_000n, 1n, 100n), fractions(1n, 2n ** 60n, 1n, 3n));
const growths = fractions(-900n, 3000n, 1000n, 999n);

export const targetCatchUpLaws: readonly Law<typeof targetCatchUp>[] = [
  {
    name: "T3 the rate, applied for the periods left, reaches the goal",
    property: (calculator) =>
      fc.property(positives, positives, fc.integer({ min: 1, max: 9 }), (actual, goal, left) => {
        const rate = calculator({ actual, goal, periodsLeft: fraction(BigInt(left)) });
        const reached = toNumber(actual) * (1 + rate) ** left;
        // Falling by nearly all, one plus the rate has few digits left, so a bit of the rate weighs more.
        const tolerance = (1e-13 * left) / Math.min(1, 1 + rate);
        return Math.abs(reached - toNumber(goal)) <= tolerance * toNumber(goal) + Number.MIN_VALUE;
      }),
    broken: ({ actual, goal, periodsLeft }) =>
      (toNumber(goal) / toNumber(actual) - 1) / toNumber(periodsLeft),
  },
  {
    name: "T3 it is the plan's rate on the plan's path, and only there",
    property: (calculator) =>
      fc.property(
        positives,
        growths,
        fc.integer({ min: 1, max: 20 }),
        fc.bigInt({ min: 1n, max: 9n }),
        (start, rate, left, off) => {
          const goal = fraction(...growTimes(ratioOf(start), rate, left));
          const periodsLeft = fraction(BigInt(left));
          const behind = times(start, fraction(100n - off, 100n));
          return (
            isNearest(calculator({ actual: start, goal, periodsLeft }), rate) &&
            calculator({ actual: behind, goal, periodsLeft }) > toNumber(rate)
          );
        },
      ),
    broken: ({ actual, goal, periodsLeft }) =>
      growthRate({ start: actual, end: goal, periods: plus(periodsLeft, fraction(1n)) }),
  },
  {
    name: "it refuses no period left, nothing to grow from, and a change of sign",
    property: (calculator) =>
      fc.property(positives, positives, fc.integer({ min: 0, max: 9 }), (actual, goal, gone) => {
        const periodsLeft = fraction(BigInt(-gone));
        const negative = minus(zero, goal);
        return (
          refusesWith("outOfRange", () => calculator({ actual, goal, periodsLeft })) &&
          refusesWith("outOfRange", () => calculator({ actual: zero, goal, periodsLeft: fraction(1n) })) &&
          refusesWith("outOfRange", () => calculator({ actual, goal: negative, periodsLeft: fraction(1n) }))
        );
      }),
    broken: ({ actual, goal, periodsLeft }) =>
      (toNumber(goal) / toNumber(actual)) ** (1 / toNumber(periodsLeft)) - 1,
  },
];
