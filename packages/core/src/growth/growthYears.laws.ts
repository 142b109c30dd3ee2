import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { growthPath } from "./growthPath.ts";
import { paths, roundings } from "./growthReference.laws.ts";
import { growthYears } from "./growthYears.ts";

const years = fc.integer({ min: 1950, max: 2080 });
const spans = fc.integer({ min: 0, max: 20 });

export const growthYearsLaws: readonly Law<typeof growthYears>[] = [
  {
    name: "G10 a path shifted by years has the same values",
    property: (calculator) =>
      fc.property(paths, years, years, fc.nat(5), spans, ({ base, rate }, first, other, waits, span) => {
        const from = (baseYear: number): number[] =>
          calculator({
            base,
            rate,
            baseYear,
            firstGrowthYear: baseYear + 1 + waits,
            lastYear: baseYear + span,
          }).map(({ value }) => value);
        return from(first).join() === from(other).join();
      }),
    broken: (input) =>
      growthYears(input).map(({ year, value }) => ({ year, value: year > 2000 ? value + 1 : value })),
  },
  {
    name: "a year has the value of the path after as many periods of growth",
    property: (calculator) =>
      fc.property(
        paths,
        roundings,
        years,
        fc.nat(5),
        spans,
        ({ base, rate }, rounding, baseYear, waits, span) => {
          const firstGrowthYear = baseYear + 1 + waits;
          const plan = { base, rate, rounding, baseYear, firstGrowthYear, lastYear: baseYear + span };
          const path = growthPath({ base, rate, rounding, periods: count(span) });
          const found = calculator(plan);
          return (
            found.length === span + 1 &&
            found.every(
              ({ year, value }, index) =>
                year === baseYear + index && value === path[Math.max(0, year - firstGrowthYear + 1)],
            )
          );
        },
      ),
    broken: ({ firstGrowthYear, ...input }) =>
      growthYears({ ...input, firstGrowthYear: Math.max(input.baseYear + 1, (firstGrowthYear ?? 0) - 1) }),
  },
];
