import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { fraction, times } from "../exact/fraction.ts";
import { shownUnits } from "../exact/percentage.laws.ts";
import { round } from "../exact/rounding.ts";
import type { Law } from "../law.laws.ts";
import { cells, most } from "./cells.laws.ts";
import { coverageConsistent } from "./coverageConsistent.ts";
import { allUnits, asCellKeeps, printedAs } from "./coverageConsistent.laws.ts";
import { coverageConsistentCounts } from "./coverageConsistentCounts.ts";
import { coverageText } from "./coverageText.ts";

const decimals = fc.integer({ min: 0, max: 3 });
/** A denominator and a printed figure; every other beside 0 or 100. */
const figures = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 ** 6 })), decimals)
  .chain(([eligible, places]) =>
    fc
      .oneof(
        fc.bigInt({ min: 0n, max: 2n * allUnits(places) }),
        fc.constantFrom(0n, 1n, ...[-2n, -1n, 0n, 1n, 2n].map((off) => allUnits(places) + off)),
      )
      .map((units) => ({ eligible: count(eligible), printed: printedAs(units, places), decimals: places })),
  );

/** The interval of ordinary rounding alone, as if no text ever kept off 0 and 100. */
const onlyOrdinary: typeof coverageConsistentCounts = ({ eligible, printed, decimals: places = 1 }) => {
  const share = Number(printed.numerator) / Number(printed.denominator);
  const half = 0.5 / Number(allUnits(places));
  const lowest = Math.max(0, Math.ceil((share - half) * eligible));
  const highest = Math.ceil((share + half) * eligible) - 1;
  return lowest > highest ? undefined : { lowest: count(lowest), highest: count(highest) };
};

/** Takes a figure with more decimals as it would print. */
const asItPrints: typeof coverageConsistentCounts = (input) => {
  const { printed, decimals: places = 1 } = input;
  const units = round(times(printed, fraction(allUnits(places))), "half-away-from-zero");
  return coverageConsistentCounts({ ...input, printed: printedAs(units, places) });
};

export const coverageConsistentCountsLaws: readonly Law<typeof coverageConsistentCounts>[] = [
  {
    name: "C15 at and beside its ends the interval holds exactly the counts that can print the rate",
    property: (calculator) =>
      fc.property(figures, (figure) => {
        const interval = calculator(figure);
        if (interval === undefined) return true;
        const { lowest, highest } = interval;
        return [lowest - 1, lowest, highest, highest + 1].every((covered) => {
          const isInside = lowest <= covered && covered <= highest;
          return covered < 0 || isInside === coverageConsistent({ ...figure, covered: count(covered) });
        });
      }),
    broken: onlyOrdinary,
  },
  {
    name: "C15 the counts that can print a rate are an interval, and there is one if any count can",
    property: (calculator) =>
      fc.property(figures, fc.nat(2 * 10 ** 6), (figure, given) => {
        const covered = count(given % (2 * figure.eligible + 1));
        const interval = calculator(figure);
        const isInside = interval !== undefined && interval.lowest <= covered && covered <= interval.highest;
        return isInside === coverageConsistent({ ...figure, covered });
      }),
    broken: onlyOrdinary,
  },
  {
    name: "C15 the counts behind an honest text hold the count it was made from, up to 2^53-1",
    property: (calculator) =>
      fc.property(cells, decimals, (cell, places) => {
        const printed = printedAs(shownUnits(coverageText({ ...cell, decimals: places })), places);
        const interval = calculator({ eligible: cell.eligible, printed, decimals: places });
        return (
          interval !== undefined &&
          interval.lowest <= cell.covered &&
          cell.covered <= interval.highest &&
          interval.highest <= most
        );
      }),
    broken: onlyOrdinary,
  },
  {
    name: "C15 a rate as a cell keeps it comes from its own count only, and what lies between two counts from none",
    property: (calculator) =>
      fc.property(fc.nat(10 ** 6), fc.integer({ min: 1, max: 10 ** 6 }), decimals, (given, all, places) => {
        const [covered, eligible] = [count(given % (2 * all)), count(all)];
        const printed = asCellKeeps({ covered, eligible });
        const between = asCellKeeps({ covered: count(2 * covered + 1), eligible: count(2 * eligible) });
        const areFiner = [printed, between].every(
          (figure) => times(figure, fraction(allUnits(places))).denominator > 1n,
        );
        fc.pre(areFiner);
        const own = calculator({ eligible, printed, decimals: places });
        const none = calculator({ eligible, printed: between, decimals: places });
        return own?.lowest === covered && own.highest === covered && none === undefined;
      }),
    broken: asItPrints,
  },
];
