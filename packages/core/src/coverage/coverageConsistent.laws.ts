import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction, times } from "../exact/fraction.ts";
import { absolute, counts } from "../exact/numbers.laws.ts";
import { shownUnits } from "../exact/percentage.laws.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { round } from "../exact/rounding.ts";
import type { Law } from "../law.laws.ts";
import { cells } from "./cells.laws.ts";
import { coverageConsistent } from "./coverageConsistent.ts";
import type { CoverageInput } from "./coverageRate.ts";
import { coverageText } from "./coverageText.ts";

/** Cells of so few units that no other rate, and no figure of seven decimals, is the same to fifteen digits. */
const cellsOfFew = fc
  .tuple(fc.nat(10 ** 4), fc.integer({ min: 1, max: 10 ** 4 }))
  .map(([covered, eligible]) => ({ covered: count(covered % (eligible + 1)), eligible: count(eligible) }));
const decimals = fc.integer({ min: 0, max: 4 });
export const allUnits = (places: number): bigint => 100n * 10n ** BigInt(places);
/** A rate printed as so many units of its last decimal. */
export const printedAs = (units: bigint, places: number): Fraction => fraction(units, allUnits(places));

const nearestUnits = ({ covered, eligible }: CoverageInput, places: number): bigint =>
  round(fraction(allUnits(places) * BigInt(covered), BigInt(eligible)), "half-away-from-zero");
/** A cell and a printed figure that is near its rate. */
const nearFigures = fc
  .tuple(cells, decimals, fc.bigInt({ min: -3n, max: 3n }))
  .map(([cell, places, off]) => ({ cell, places, units: absolute(nearestUnits(cell, places) + off) }));

/** A cell and a figure near its rate that has one to three decimals more than it should. */
const finerFigures = fc
  .tuple(cellsOfFew, decimals, fc.integer({ min: 1, max: 3 }), fc.bigInt({ min: -1n, max: 1n }))
  .map(([cell, places, more, off]) => ({
    cell,
    places,
    finer: places + more,
    units: absolute(nearestUnits(cell, places + more) + off),
  }))
  .filter(({ places, finer, units }) => units % 10n ** BigInt(finer - places) !== 0n);
/** A rate with the fifteen digits that a cell keeps. */
export const asCellKeeps = ({ covered, eligible }: CoverageInput): Fraction =>
  exact((covered / eligible).toPrecision(15));

/** Takes a figure with more decimals as it would print. */
const asItPrints: typeof coverageConsistent = (input) => {
  const { printed, decimals: places = 1 } = input;
  const units = round(times(printed, fraction(allUnits(places))), "half-away-from-zero");
  return coverageConsistent({ ...input, printed: printedAs(units, places) });
};
/** Takes a figure with more decimals for the rate only where it is the very same fraction. */
const onlyExactly: typeof coverageConsistent = (input) => {
  const { covered, eligible, printed } = input;
  const isRounded = times(printed, fraction(allUnits(input.decimals ?? 1))).denominator === 1n;
  const isSame = printed.numerator * BigInt(eligible) === BigInt(covered) * printed.denominator;
  return isRounded ? coverageConsistent(input) : isSame;
};
const onlyHonest: typeof coverageConsistent = ({ covered, eligible, printed, decimals: places = 1 }) =>
  shownUnits(coverageText({ covered, eligible, decimals: places })) ===
  round(fraction(printed.numerator * allUnits(places), printed.denominator), "half-away-from-zero");
const onlyOrdinary: typeof coverageConsistent = ({ covered, eligible, printed, decimals: places = 1 }) =>
  nearestUnits({ covered, eligible }, places) ===
  round(fraction(printed.numerator * allUnits(places), printed.denominator), "half-away-from-zero");

export const coverageConsistentLaws: readonly Law<typeof coverageConsistent>[] = [
  {
    name: "C15 what the honest text prints can come from its counts",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const units = shownUnits(coverageText({ ...cell, decimals: places }));
        return calculator({ ...cell, printed: printedAs(units, places), decimals: places });
      }),
    broken: onlyOrdinary,
  },
  {
    name: "C15 what ordinary rounding prints can come from its counts",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) =>
        calculator({ ...cell, printed: printedAs(nearestUnits(cell, places), places), decimals: places }),
      ),
    broken: onlyHonest,
  },
  {
    name: "C15 what can come from counts is within half a unit of their rate, or beside 0 or 100 within one",
    property: (calculator) =>
      fc.property(nearFigures, ({ cell, places, units }) => {
        if (!calculator({ ...cell, printed: printedAs(units, places), decimals: places })) return true;
        const off = absolute(allUnits(places) * BigInt(cell.covered) - units * BigInt(cell.eligible));
        const isBeside = [1n, allUnits(places) - 1n, allUnits(places) + 1n].includes(units);
        return 2n * off <= BigInt(cell.eligible) || (isBeside && off < BigInt(cell.eligible));
      }),
    broken: (input) => coverageConsistent({ ...input, decimals: Math.max(0, (input.decimals ?? 1) - 1) }),
  },
  {
    name: "C15 what is less than half a unit from the rate can come from its counts",
    property: (calculator) =>
      fc.property(nearFigures, ({ cell, places, units }) => {
        const off = absolute(allUnits(places) * BigInt(cell.covered) - units * BigInt(cell.eligible));
        fc.pre(2n * off < BigInt(cell.eligible));
        return calculator({ ...cell, printed: printedAs(units, places), decimals: places });
      }),
    broken: onlyHonest,
  },
  {
    name: "C15 a figure with more decimals than are printed can come from counts only if it is their rate",
    property: (calculator) =>
      fc.property(finerFigures, ({ cell, places, finer, units }) => {
        const isRate = allUnits(finer) * BigInt(cell.covered) === units * BigInt(cell.eligible);
        return calculator({ ...cell, printed: printedAs(units, finer), decimals: places }) === isRate;
      }),
    broken: asItPrints,
  },
  {
    name: "C15 the rate itself, as a cell keeps it, can come from its counts",
    property: (calculator) =>
      fc.property(cellsOfFew, decimals, (cell, places) => {
        const printed = asCellKeeps(cell);
        return calculator({ ...cell, printed, decimals: places });
      }),
    broken: onlyExactly,
  },
  {
    name: "where nothing is eligible nothing can be printed",
    property: (calculator) =>
      fc.property(counts, (covered) =>
        refusesWith("divisionByZero", () =>
          calculator({ covered, eligible: count(0), printed: printedAs(1n, 0) }),
        ),
      ),
    broken: (input) => input.eligible > 0 && coverageConsistent(input),
  },
];
