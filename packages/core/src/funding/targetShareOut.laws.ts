import * as fc from "fast-check";
import { type Count, count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { targetShareOut } from "./targetShareOut.ts";

const goals = fc.oneof(fc.nat(200), fc.maxSafeNat()).map((goal) => count(goal));
const weightLists = fc
  .array(fc.nat(1000), { minLength: 1, maxLength: 9 })
  .filter((list) => list.some((value) => value > 0))
  .map((list) => list.map((value) => weight(value)));

/** Each share rounded by itself, in doubles. */
const roundedAlone: typeof targetShareOut = ({ goal, weights }) => {
  const all = weights.reduce((sum, { numerator }) => sum + Number(numerator), 0);
  const share = (numerator: bigint): Count => count(Math.round((goal / all) * Number(numerator)));
  return { goals: weights.map(({ numerator }) => share(numerator)), ties: [] };
};

export const targetShareOutLaws: readonly Law<typeof targetShareOut>[] = [
  {
    name: "T6 the goals add up to the goal, exactly, past 2^53",
    property: (calculator) =>
      fc.property(goals, weightLists, (goal, weights) => {
        const { goals: found } = calculator({ goal, weights });
        return found.reduce((sum, value) => sum + BigInt(value), 0n) === BigInt(goal);
      }),
    broken: roundedAlone,
  },
  {
    name: "T6 each goal is 0 or more and within one of its exact share",
    property: (calculator) =>
      fc.property(goals, weightLists, (goal, weights) => {
        const all = weights.reduce((sum, { numerator }) => sum + numerator, 0n);
        return calculator({ goal, weights }).goals.every((value, row) => {
          const off = BigInt(value) * all - BigInt(goal) * (weights[row]?.numerator ?? 0n);
          return value >= 0 && -all < off && off < all;
        });
      }),
    broken: (input) => {
      const { goals: found, ties } = targetShareOut(input);
      const rest = found.slice(1).reduce((sum, value) => sum + (value > 1 ? 2 : 0), 0);
      const [first = count(0)] = found;
      return {
        goals: found.map((value, row) =>
          row === 0 ? count(Math.min(Number.MAX_SAFE_INTEGER, first + rest)) : value,
        ),
        ties,
      };
    },
  },
];
