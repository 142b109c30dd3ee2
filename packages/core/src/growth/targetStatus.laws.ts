import * as fc from "fast-check";
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
  toNumber,
} from "../exact/fraction.ts";
import { absolute } from "../exact/numbers.laws.ts";
import type { Law } from "../law.laws.ts";
import { addDays, daysBetween } from "../periods/calendar.ts";
import { elapsedShare, monthsLeft } from "../periods/elapsedShare.ts";
import { fractions } from "./growthReference.laws.ts";
import { isNearest, periods, values, wholes, zero } from "./targetPeriods.laws.ts";
import { targetStatus, type TargetStatusInput } from "./targetStatus.ts";

const targets: fc.Arbitrary<TargetStatusInput> = fc
  .record({ start: values, goal: values, actual: values, period: periods })
  .map(({ period, ...target }) => ({ ...target, ...period }));
const smallTargets: fc.Arbitrary<TargetStatusInput> = fc
  .record({ start: wholes, goal: wholes, actual: wholes, period: periods })
  .map(({ period, ...target }) => ({ ...target, ...period }));

const expectedOf = ({ start, goal, ...period }: TargetStatusInput): Fraction =>
  plus(start, times(minus(goal, start), elapsedShare(period)));
const order = ["missed", "behind", "not started", "on track", "met"];
const magnitude = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: absolute(numerator),
  denominator,
});

export const targetStatusLaws: readonly Law<typeof targetStatus>[] = [
  {
    name: "T1 attainment is the part of the way; the gap is what is missing, never negative, none beyond the goal",
    property: (calculator) =>
      fc.property(targets, (input) => {
        const { attainment, gap, status } = calculator(input);
        const [way, gone] = [minus(input.goal, input.start), minus(input.actual, input.start)];
        if (way.numerator === 0n) return attainment === undefined;
        const beyond = compareFractions(over(gone, way), fraction(1n)) >= 0;
        const missing = beyond ? zero : magnitude(minus(input.goal, input.actual));
        return (
          isNearest(attainment ?? Number.NaN, over(gone, way)) &&
          isNearest(gap, missing) &&
          (gap === 0) === (status === "met")
        );
      }),
    broken: (input) => ({ ...targetStatus(input), gap: toNumber(minus(input.goal, input.actual)) }),
  },
  {
    name: "T2 what is required a month, over the months left, makes up the gap",
    property: (calculator) =>
      fc.property(smallTargets, ({ actual, ...rest }) => {
        const input = {
          ...rest,
          start: minus(actual, fraction(1n)),
          goal: plus(actual, fraction(3n)),
          actual,
        };
        const { requiredPerMonth } = calculator(input);
        return isNearest(requiredPerMonth, over(fraction(3n), fraction(BigInt(monthsLeft(input)))));
      }),
    broken: (input) => {
      const days = Math.max(1, daysBetween({ from: input.asOf, to: input.endDate }));
      const status = targetStatus(input);
      return { ...status, requiredPerMonth: status.gap / Math.max(1, Math.round(days / 30)) };
    },
  },
  {
    name: "T4 the status never worsens as the actual comes nearer to the goal",
    property: (calculator) =>
      fc.property(smallTargets, fc.bigInt({ min: 1n, max: 90n }), (input, more) => {
        const step = fraction(compareFractions(input.goal, input.start) < 0 ? -more : more);
        const nearer = { ...input, actual: plus(input.actual, step) };
        return order.indexOf(calculator(input).status) <= order.indexOf(calculator(nearer).status);
      }),
    broken: (input) => {
      const found = targetStatus(input);
      // Higher taken for better, whatever the direction.
      const ahead = compareFractions(input.actual, expectedOf(input)) >= 0;
      return { ...found, status: found.status === "met" ? "met" : ahead ? "on track" : "behind" };
    },
  },
  {
    name: "T4 from the last day on it is met or missed, and missed never before",
    property: (calculator) =>
      fc.property(smallTargets, (input) => {
        const { status } = calculator(input);
        return input.asOf >= input.endDate ? status === "met" || status === "missed" : status !== "missed";
      }),
    broken: (input) => {
      const found = targetStatus(input);
      return input.asOf === input.endDate && found.status === "missed"
        ? { ...found, status: "behind" }
        : found;
    },
  },
  {
    name: "T5 the day before the first day expects the start, the last day the goal",
    property: (calculator) =>
      fc.property(targets, (input) => {
        const before = calculator({ ...input, asOf: addDays(input.startDate, -1) });
        const last = calculator({ ...input, asOf: input.endDate });
        return isNearest(before.expected, input.start) && isNearest(last.expected, input.goal);
      }),
    broken: (input) => {
      const days = daysBetween({ from: input.startDate, to: input.endDate }) + 1;
      const gone = Math.max(0, daysBetween({ from: input.startDate, to: input.asOf }));
      const way = toNumber(minus(input.goal, input.start));
      return { ...targetStatus(input), expected: toNumber(input.start) + (way * gone) / days };
    },
  },
  {
    name: "T5 who is exactly on the plan is on track, and who is a hair off it is behind",
    property: (calculator) =>
      fc.property(targets, (input) => {
        const way = minus(input.goal, input.start);
        const isRunning = input.asOf >= input.startDate && input.asOf < input.endDate;
        fc.pre(isRunning && way.numerator !== 0n);
        const onPlan = expectedOf(input);
        const hair = times(way, fraction(1n, 10n ** 40n));
        return (
          calculator({ ...input, actual: onPlan }).status === "on track" &&
          calculator({ ...input, actual: minus(onPlan, hair) }).status === "behind"
        );
      }),
    broken: (input) => {
      const found = targetStatus(input);
      const isAhead = (found.attainment ?? 0) >= toNumber(elapsedShare(input));
      return found.status === "behind" && isAhead ? { ...found, status: "on track" } : found;
    },
  },
  {
    name: "T7 a target of all is met only by all, by whatever little it is missed",
    property: (calculator) =>
      fc.property(periods, fc.bigInt({ min: 1n, max: 2n ** 70n }), (period, all) => {
        const target = { ...period, start: zero, goal: fraction(all) };
        const least = fraction(all * 10n ** 30n - 1n, 10n ** 30n);
        return (
          calculator({ ...target, actual: fraction(all) }).status === "met" &&
          calculator({ ...target, actual: least }).status !== "met"
        );
      }),
    broken: (input) => {
      const found = targetStatus(input);
      return toNumber(input.actual) >= toNumber(input.goal) ? { ...found, status: "met" } : found;
    },
  },
  {
    name: "T8 everything doubled leaves attainment and status as they are",
    property: (calculator) =>
      fc.property(targets, fractions(1n, 9n, 1n, 7n), (input, factor) => {
        const scaled = {
          ...input,
          start: times(input.start, factor),
          goal: times(input.goal, factor),
          actual: times(input.actual, factor),
        };
        const [found, again] = [calculator(input), calculator(scaled)];
        return found.attainment === again.attainment && found.status === again.status;
      }),
    broken: (input) => {
      const found = targetStatus(input);
      return found.gap < 1 ? { ...found, status: "met" } : found;
    },
  },
];
