import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { type Fraction, fraction, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { growthBase, type GrowthBaseInput } from "./growthBase.ts";
import { growthPath } from "./growthPath.ts";
import {
  bases,
  fractions,
  isNearestDouble,
  paths,
  rates,
  ratioOf,
  refuses,
  rising,
  roundings,
  wholeRoundings,
} from "./growthReference.laws.ts";

/** Ends and rates small enough for every base that could give the end to be tried. */
const smallPlans = fc.record({
  end: fc.bigInt({ min: 0n, max: 120n }).map((whole) => fraction(whole)),
  rate: fractions(-3n, 14n, 10n, 6n),
  periods: fc.integer({ min: 0, max: 4 }).map((periods) => count(periods)),
  rounding: wholeRoundings,
  place: fc.constantFrom<("end" | "each")[]>("end", "each"),
});
const places = fc.constantFrom<("end" | "each")[]>("end", "each");

const lastValue = ({ rate, periods, rounding, place }: GrowthBaseInput, base: bigint): number =>
  growthPath({ base: fraction(base), rate, periods, rounding, place }).at(-1) ?? Number.NaN;

/** Every whole base that gives the end, by trying them; none lies beyond, since a period loses at most half. */
function basesTried(input: GrowthBaseInput): number[] {
  const most = (toNumber(input.end) + 1) * 2 ** input.periods;
  const found: number[] = [];
  for (let base = 0; base <= most; base += 1) {
    if (lastValue(input, BigInt(base)) === toNumber(input.end)) found.push(base);
  }
  return found;
}

/** (1 + rate)^periods, not in lowest terms. */
const factorOf = ({ numerator, denominator }: Fraction, periods: number): readonly [bigint, bigint] => [
  (denominator + numerator) ** BigInt(periods),
  denominator ** BigInt(periods),
];

/** The plain way: the exact base, rounded like any number, and nothing checked. */
const roundedBase: typeof growthBase = (input) => {
  const { base } = growthBase(input);
  return { base, lowest: Math.round(base), highest: Math.round(base) };
};

/** At a rate of -100 % nothing is left of any base. */
const survivingRates = rates.filter(({ numerator, denominator }) => numerator > -denominator);

export const growthBaseLaws: readonly Law<typeof growthBase>[] = [
  {
    name: "G8 the whole bases are all those, and an interval of them, from which the path gives the end",
    property: (calculator) =>
      fc.property(smallPlans, (input) => {
        const { lowest, highest } = calculator(input);
        const tried = basesTried(input);
        const all = lowest === undefined || highest === undefined ? 0 : highest - lowest + 1;
        return tried.at(0) === lowest && tried.at(-1) === highest && tried.length === all;
      }),
    broken: roundedBase,
  },
  {
    name: "G8 the paths of the lowest and the highest base end at the end, however large",
    property: (calculator) =>
      fc.property(paths, wholeRoundings, places, (path, rounding, place) => {
        fc.pre(path.rate.numerator > -path.rate.denominator);
        const end = fraction(path.base.numerator / path.base.denominator);
        const input = { end, rate: path.rate, periods: path.periods, rounding, place };
        const { lowest, highest } = calculator(input);
        return [lowest, highest].every(
          (base) =>
            base === undefined ||
            !Number.isSafeInteger(base) ||
            lastValue(input, BigInt(base)) === toNumber(end),
        );
      }),
    broken: roundedBase,
  },
  {
    name: "the exact base is end / (1 + rate)^periods, the nearest double to it",
    property: (calculator) =>
      fc.property(
        bases,
        survivingRates,
        fc.integer({ min: 0, max: 24 }),
        roundings,
        (end, rate, periods, rounding) => {
          const { base } = calculator({ end, rate, periods: count(periods), rounding });
          const [top, bottom] = factorOf(rate, periods);
          const [numerator, denominator] = ratioOf(end);
          return isNearestDouble(base, [numerator * bottom, denominator * top]);
        },
      ),
    broken: (input) => ({
      ...growthBase(input),
      base: toNumber(input.end) / (1 + toNumber(input.rate)) ** input.periods,
    }),
  },
  {
    name: "a larger end never has a smaller base",
    property: (calculator) =>
      fc.property(smallPlans, (input) => {
        const next = { ...input, end: fraction(input.end.numerator + 1n) };
        const found = [calculator(input), calculator(next)];
        const whole = found.flatMap(({ lowest, highest }) =>
          lowest === undefined || highest === undefined ? [] : [lowest, highest],
        );
        return rising(found.map(({ base }) => base)) && rising(whole);
      }),
    broken: (input) => {
      const { base, lowest, highest } = growthBase(input);
      return { base, lowest: highest, highest: lowest };
    },
  },
  {
    name: "G11 nothing grows from nothing back, and an end below 0 is refused",
    property: (calculator) =>
      fc.property(bases, rates, fc.integer({ min: 0, max: 9 }), (end, rate, periods) => {
        const still = calculator({ end, rate: fraction(0n), periods: count(periods), rounding: "none" });
        const negative = fraction(-end.numerator - 1n, end.denominator);
        return (
          isNearestDouble(still.base, ratioOf(end)) &&
          refuses(() => calculator({ end: negative, rate, periods: count(periods) }))
        );
      }),
    broken: (input) => {
      const { numerator, denominator } = input.end;
      return growthBase({ ...input, end: fraction(numerator < 0n ? -numerator : numerator, denominator) });
    },
  },
];
