import * as fc from "fast-check";
import { type Fraction, fraction, over, plus } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { fractions } from "./growthReference.laws.ts";
import { targetMilestones, type TargetMilestonesInput } from "./targetMilestones.ts";
import { isNearest, zero } from "./targetPeriods.laws.ts";

const amounts = fc.oneof(fractions(0n, 120n, 1n), fractions(0n, 900n, 7n, 100n));
const rowsOfMilestones: fc.Arbitrary<TargetMilestonesInput> = fc
  .array(fc.tuple(amounts, amounts), { minLength: 1, maxLength: 8 })
  .map((rows) => ({
    kind: rows.map((_, row) => `kind ${row}`),
    goal: rows.map(([goal]) => goal),
    reached: rows.map(([, reached]) => reached),
  }));

export const targetMilestonesLaws: readonly Law<typeof targetMilestones>[] = [
  {
    name: "T6 the pooled rate is all reached over all goals, between the lowest and the highest rate",
    property: (calculator) =>
      fc.property(rowsOfMilestones, (input) => {
        fc.pre(input.goal.every((goal) => goal !== undefined && goal.numerator > 0n));
        const { milestones, total } = calculator(input);
        const [goals, reached] = [input.goal, input.reached].map((column) =>
          column.reduce<Fraction>((sum, value) => plus(sum, value ?? zero), zero),
        );
        const found = milestones.map(({ rate }) => rate ?? Number.NaN);
        const pooled = total.rate ?? Number.NaN;
        return (
          isNearest(pooled, over(reached ?? zero, goals ?? zero)) &&
          Math.min(...found) <= pooled &&
          pooled <= Math.max(...found)
        );
      }),
    broken: (input) => {
      const found = targetMilestones(input);
      const mean = found.milestones.reduce((sum, { rate }) => sum + (rate ?? 0), 0) / found.milestones.length;
      return { ...found, total: { ...found.total, rate: mean } };
    },
  },
  {
    name: "T1 shortfall and surplus never stand together, and the total is met only if every row is",
    property: (calculator) =>
      fc.property(rowsOfMilestones, (input) => {
        const { milestones, total } = calculator(input);
        const shortfalls = milestones.map(({ shortfall }) => shortfall ?? Number.NaN);
        return (
          milestones.every(
            ({ goal = 0, reached = 0, shortfall = 0 }) =>
              shortfall >= 0 && (shortfall === 0) === reached >= goal,
          ) && (total.shortfall === 0) === shortfalls.every((shortfall) => shortfall === 0)
        );
      }),
    broken: (input) => {
      const found = targetMilestones(input);
      const { goal = 0, reached = 0 } = found.total;
      return { ...found, total: { ...found.total, shortfall: Math.max(0, goal - reached) } };
    },
  },
  {
    name: "a row that is missing or below 0 changes nothing but the count of those left out",
    property: (calculator) =>
      fc.property(rowsOfMilestones, fc.constantFrom(undefined, fraction(-1n)), (input, odd) => {
        const more = {
          kind: [...input.kind, "odd"],
          goal: [...input.goal, odd],
          reached: [...input.reached, fraction(5n)],
        };
        const [found, again] = [calculator(input), calculator(more)];
        return (
          JSON.stringify(found.total) === JSON.stringify(again.total) && again.leftOut === found.leftOut + 1
        );
      }),
    broken: (input) => {
      const goal = input.goal.map((value) => value ?? zero);
      return targetMilestones({ ...input, goal });
    },
  },
];
