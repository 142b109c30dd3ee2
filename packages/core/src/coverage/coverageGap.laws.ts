import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareFractions, type Fraction, fraction, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { cellOf, cells, cellsWithinAll, most } from "./cells.laws.ts";
import { coverageGap } from "./coverageGap.ts";

const partsOfGoals = fc.oneof(
  fc.bigInt({ min: 1n, max: 100n }),
  fc.constantFrom(100n, 1000n, 10n ** 16n),
  fc.bigInt({ min: 1n, max: 10n ** 40n }),
);
const goals = fc.oneof(
  fc.constantFrom(fraction(0n), fraction(1n)),
  fc.tuple(partsOfGoals, partsOfGoals).map(([a, b]) => (a < b ? fraction(a, b) : fraction(b, a))),
);
/** A cell and a goal; every other of round numbers, as plans have them, and as doubles miss them. */
const aims = fc.oneof(
  fc.record({ cell: cells, goal: goals }),
  fc.record({
    cell: fc
      .tuple(fc.nat(12), fc.constantFrom(100, 1000, 5000))
      .map(([covered, eligible]) => cellOf(covered, eligible)),
    goal: fc.bigInt({ min: 0n, max: 100n }).map((hundredths) => fraction(hundredths, 100n)),
  }),
);
const impossibleGoals = fc
  .tuple(partsOfGoals, partsOfGoals, fc.boolean())
  .map(([a, b, isNegative]) => (isNegative ? fraction(-a, b) : fraction(a + b, b)));

const reaches = (covered: number, eligible: number, goal: Fraction): boolean =>
  compareFractions(fraction(BigInt(covered), BigInt(eligible)), goal) >= 0;
const gapInDoubles: typeof coverageGap = ({ covered, eligible, goal }) =>
  count(Math.max(0, Math.ceil(toNumber(goal) * eligible) - covered));
const gapCutOff: typeof coverageGap = ({ covered, eligible, goal }) =>
  count(Math.max(0, Math.floor(toNumber(goal) * eligible) - covered));
const gapToBeAbove: typeof coverageGap = ({ covered, eligible, goal }) =>
  count(Math.min(most, Math.max(0, Math.floor(toNumber(goal) * eligible) + 1 - covered)));

export const coverageGapLaws: readonly Law<typeof coverageGap>[] = [
  {
    name: "with the gap covered the goal is reached",
    property: (calculator) =>
      fc.property(aims, ({ cell: { covered, eligible }, goal }) => {
        return reaches(covered + calculator({ covered, eligible, goal }), eligible, goal);
      }),
    broken: gapCutOff,
  },
  {
    name: "with one fewer it is not",
    property: (calculator) =>
      fc.property(aims, ({ cell: { covered, eligible }, goal }) => {
        const gap = calculator({ covered, eligible, goal });
        return gap === 0 || !reaches(covered + gap - 1, eligible, goal);
      }),
    broken: gapInDoubles,
  },
  {
    name: "there is no gap if and only if the goal is reached",
    property: (calculator) =>
      fc.property(aims, ({ cell: { covered, eligible }, goal }) => {
        return (calculator({ covered, eligible, goal }) === 0) === reaches(covered, eligible, goal);
      }),
    broken: gapToBeAbove,
  },
  {
    name: "to a goal of one the gap is all that are not covered",
    property: (calculator) =>
      fc.property(cellsWithinAll, ({ covered, eligible }) => {
        return calculator({ covered, eligible, goal: fraction(1n) }) === eligible - covered;
      }),
    broken: (input) => count(Math.floor(coverageGap(input) * 0.999)),
  },
  {
    name: "a goal outside 0 to 1 is refused, and so is none eligible",
    property: (calculator) =>
      fc.property(
        cells,
        goals,
        impossibleGoals,
        (cell, goal, impossible) =>
          refusesWith("outOfRange", () => calculator({ ...cell, goal: impossible })) &&
          refusesWith("divisionByZero", () =>
            calculator({ covered: cell.covered, eligible: count(0), goal }),
          ),
      ),
    broken: gapInDoubles,
  },
];
