import * as fc from "fast-check";
import { fraction, times, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { addDays, daysBetween } from "../periods/calendar.ts";
import { monthsLeft } from "../periods/elapsedShare.ts";
import { firstDays, isNearest, periods, values } from "./targetPeriods.laws.ts";
import { type targetProRata } from "./targetProRata.ts";

export const targetProRataLaws: readonly Law<typeof targetProRata>[] = [
  {
    name: "T5 nothing is due before the first day, all of it from the last day on",
    property: (calculator) =>
      fc.property(values, periods, fc.nat(400), (goal, period, later) => {
        const before = calculator({ ...period, goal, asOf: addDays(period.startDate, -1 - later) });
        const after = calculator({ ...period, goal, asOf: addDays(period.endDate, later) });
        return before === 0 && isNearest(after, goal);
      }),
    broken: ({ goal, startDate, endDate, asOf }) => {
      const days = daysBetween({ from: startDate, to: endDate });
      const gone = Math.min(days, Math.max(0, daysBetween({ from: startDate, to: asOf })));
      return days === 0 ? 0 : (toNumber(goal) * gone) / days;
    },
  },
  {
    name: "each day of the period adds the same",
    property: (calculator) =>
      fc.property(
        values,
        firstDays,
        fc.integer({ min: 0, max: 1100 }),
        fc.nat(1100),
        (goal, startDate, length, asked) => {
          const day = Math.min(asked, length);
          const period = { startDate, endDate: addDays(startDate, length), asOf: addDays(startDate, day) };
          const due = calculator({ ...period, goal });
          return isNearest(due, times(goal, fraction(BigInt(day + 1), BigInt(length + 1))));
        },
      ),
    broken: (input) => {
      const months = monthsLeft({ ...input, asOf: addDays(input.startDate, -1) });
      return (toNumber(input.goal) * (months - monthsLeft(input))) / months;
    },
  },
];
