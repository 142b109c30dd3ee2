import * as fc from "fast-check";
import { fraction, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { type growthPeriods } from "./growthPeriods.ts";
import { above, fractions, growTimes, ratioOf } from "./growthReference.laws.ts";

export const growthPeriodsLaws: readonly Law<typeof growthPeriods>[] = [
  {
    name: "G2 a whole number of periods is found exactly, there and back",
    property: (calculator) =>
      fc.property(
        above,
        fractions(1n, 3000n, 1000n, 7n),
        fc.integer({ min: 0, max: 60 }),
        (start, rate, periods) => {
          const end = fraction(...growTimes(ratioOf(start), rate, periods));
          return (
            calculator({ start, end, rate }) === periods &&
            calculator({ start: end, end: start, rate }) + periods === 0
          );
        },
      ),
    broken: ({ start, end, rate }) =>
      (Math.log(toNumber(end)) - Math.log(toNumber(start))) / Math.log1p(toNumber(rate)),
  },
];
