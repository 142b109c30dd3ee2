import * as fc from "fast-check";
import { type Count, count } from "../exact/count.ts";
import { compareFractions, fraction, minus, plus } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { round } from "../exact/rounding.ts";
import type { Law } from "../law.laws.ts";
import { coverageImplied } from "./coverageImplied.ts";

const decimals = fc.integer({ min: 0, max: 4 });
const changes = fc.record({
  added: fc.integer({ min: 1, max: 10 ** 9 }),
  whole: fc.integer({ min: 1, max: 10 ** 9 }),
});

/** The points of a change as they are printed: whole units of their last decimal. */
function pointUnits(added: number, whole: number, places: number): bigint {
  const points = fraction(100n * 10n ** BigInt(places) * BigInt(added), BigInt(whole));
  return round(points, "half-away-from-zero");
}
/** A change with the points that would be printed of it; never points of 0, which imply nothing. */
const published = fc
  .tuple(changes, decimals)
  .map(([change, places]) => ({ ...change, places, units: pointUnits(change.added, change.whole, places) }))
  .filter(({ units }) => units > 0n);

const inputOf = (added: number, units: bigint, places: number): Parameters<typeof coverageImplied>[0] => ({
  added: count(added),
  points: fraction(units, 10n ** BigInt(places)),
  decimals: places,
});

const wholeOnly: typeof coverageImplied = (input) => {
  const { exactly } = coverageImplied(input);
  return { exactly, lowest: Math.floor(exactly) as Count, highest: Math.ceil(exactly) as Count };
};

export const coverageImpliedLaws: readonly Law<typeof coverageImplied>[] = [
  {
    name: "C14 the denominator of a printed change is one of those that its points imply",
    property: (calculator) =>
      fc.property(published, ({ added, whole, places, units }) => {
        const { lowest, highest } = calculator(inputOf(added, units, places));
        return lowest !== undefined && highest !== undefined && lowest <= whole && whole <= highest;
      }),
    broken: wholeOnly,
  },
  {
    name: "C14 the lowest and the highest denominator print the points, and their neighbours do not",
    property: (calculator) =>
      fc.property(published, ({ added, places, units }) => {
        const { lowest, highest } = calculator(inputOf(added, units, places));
        if (lowest === undefined || highest === undefined) return false;
        const prints = (whole: number): boolean => pointUnits(added, whole, places) === units;
        return (
          prints(lowest) && prints(highest) && !prints(highest + 1) && (lowest === 1 || !prints(lowest - 1))
        );
      }),
    broken: wholeOnly,
  },
  {
    name: "the exact denominator lies less than one beyond the whole ones",
    property: (calculator) =>
      fc.property(published, ({ added, places, units }) => {
        const { lowest, highest, exactly } = calculator(inputOf(added, units, places));
        return lowest !== undefined && highest !== undefined && lowest - 1 < exactly && exactly < highest + 1;
      }),
    broken: (input) => ({ ...coverageImplied(input), exactly: coverageImplied(input).exactly / 100 }),
  },
  {
    name: "where there is no whole denominator, none prints the points",
    property: (calculator) =>
      fc.property(fc.integer({ min: 1, max: 9 }), fc.bigInt({ min: 1n, max: 999n }), (added, units) => {
        const { lowest } = calculator(inputOf(added, units, 1));
        const tried = Array.from({ length: 30 }, (_, index) => index + 1);
        return (
          (lowest !== undefined && lowest <= 30) ===
          tried.some((whole) => pointUnits(added, whole, 1) === units)
        );
      }),
    broken: wholeOnly,
  },
  {
    name: "points that print as 0 have no highest denominator, and a lowest that prints them",
    property: (calculator) =>
      fc.property(changes, decimals, ({ added }, places) => {
        const half = fraction(1n, 2n * 10n ** BigInt(places));
        const points = minus(half, fraction(1n, 10n ** 9n));
        const { lowest, highest } = calculator({ added: count(added), points, decimals: places });
        const prints = (whole: number): boolean =>
          compareFractions(fraction(100n * BigInt(added), BigInt(whole)), half) < 0;
        return highest === undefined && lowest !== undefined && prints(lowest) && !prints(lowest - 1);
      }),
    broken: wholeOnly,
  },
  {
    name: "points of 0 are refused, and so are points below 0",
    property: (calculator) =>
      fc.property(published, ({ added, places, units }) => {
        const { points } = inputOf(added, units, places);
        const refuses = (code: "divisionByZero" | "outOfRange", given: typeof points): boolean =>
          refusesWith(code, () => calculator({ added: count(added), points: given, decimals: places }));
        const below = minus(fraction(0n), points);
        return refuses("divisionByZero", plus(points, below)) && refuses("outOfRange", below);
      }),
    broken: (input) =>
      input.points.numerator <= 0n ? wholeOnly({ ...input, points: fraction(1n) }) : coverageImplied(input),
  },
];
