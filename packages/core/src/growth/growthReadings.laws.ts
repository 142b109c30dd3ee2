import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { growthBase } from "./growthBase.ts";
import { growthReadings } from "./growthReadings.ts";
import { bases, rates } from "./growthReference.laws.ts";

const years = fc.integer({ min: 1950, max: 2080 });

/** At a rate of -100 % nothing is left of any base. */
const survivingRates = rates.filter(({ numerator, denominator }) => numerator > -denominator);

export const growthReadingsLaws: readonly Law<typeof growthReadings>[] = [
  {
    name: "growth from a year has two bases, one period of growth apart",
    property: (calculator) =>
      fc.property(bases, survivingRates, years, fc.nat(9), (end, rate, from, later) => {
        const { asBaseYear, asFirstGrowthYear } = calculator({ end, rate, year: from + later, from });
        const base = growthBase({ end, rate, periods: count(later) }).base;
        const before = growthBase({ end, rate, periods: count(later + 1) }).base;
        return (
          asBaseYear.base === base &&
          asFirstGrowthYear.base === before &&
          asBaseYear.baseYear === from &&
          asFirstGrowthYear.firstGrowthYear === from
        );
      }),
    broken: (input) => {
      const { asBaseYear } = growthReadings(input);
      return { asBaseYear, asFirstGrowthYear: { ...asBaseYear, firstGrowthYear: input.from } };
    },
  },
];
