import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { calendarDate } from "./calendarDate.ts";
import { days, later } from "./days.laws.ts";
import { periodsBetween } from "./periodsBetween.ts";

const units = ["month", "quarter", "half", "year"] as const;
const inputs = fc
  .record({
    startDate: days,
    length: fc.nat(1500),
    unit: fc.constantFrom(...units),
    yearStartMonth: fc.integer({ min: 1, max: 12 }).map((month) => count(month)),
  })
  .map(({ length, ...input }) => ({ ...input, endDate: later(input.startDate, length) }));
const lengths = { month: 1, quarter: 3, half: 6, year: 12 } as const;

type Periods = typeof periodsBetween;

const monthOf = (date: string): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));

export const periodsBetweenLaws: readonly Law<Periods>[] = [
  {
    name: "the periods follow each other from the first day to the last, without gap or overlap",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const periods = calculator(input);
        return (
          periods[0]?.firstDay === input.startDate &&
          periods.at(-1)?.lastDay === input.endDate &&
          periods.every(({ firstDay, lastDay }) => firstDay <= lastDay) &&
          periods.slice(1).every(({ firstDay }, index) => {
            const before = periods[index]?.lastDay;
            return before !== undefined && later(before, 1) === firstDay;
          })
        );
      }),
    // Whole periods, not cut to the span.
    broken: (input) =>
      periodsBetween({ ...input, startDate: later(input.startDate, 1 - Number(input.startDate.slice(8))) }),
  },
  {
    name: "each period but the first starts a whole number of periods after the year does",
    property: (calculator) =>
      fc.property(inputs, (input) =>
        calculator(input)
          .slice(1)
          .every(({ firstDay }) => {
            const months = monthOf(firstDay) - input.yearStartMonth;
            return firstDay.endsWith("-01") && months % lengths[input.unit] === 0;
          }),
      ),
    broken: (input) => periodsBetween({ ...input, yearStartMonth: count(1) }),
  },
  {
    name: "no two periods have one name, and days of one period have its name on their own",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const periods = calculator(input);
        const alone = periods.map(({ lastDay }) =>
          calculator({ ...input, startDate: lastDay, endDate: lastDay }),
        );
        return (
          new Set(periods.map(({ label }) => label)).size === periods.length &&
          alone.every(([only], index) => only?.label === periods[index]?.label)
        );
      }),
    broken: (input) =>
      periodsBetween(input).map((period) => ({ ...period, label: period.label.slice(0, 4) })),
  },
  {
    name: "twelve months are one year, four quarters and two half-years, whenever the year starts",
    property: (calculator) =>
      fc.property(
        fc.integer({ min: 1950, max: 2200 }),
        fc.integer({ min: 1, max: 12 }).map((month) => count(month)),
        (year, yearStartMonth) => {
          const month = String(yearStartMonth).padStart(2, "0");
          const startDate = calendarDate(`${year}-${month}-01`);
          const endDate = later(calendarDate(`${year + 1}-${month}-01`), -1);
          return units.every((unit) => {
            const periods = calculator({ startDate, endDate, unit, yearStartMonth });
            return periods.length === 12 / lengths[unit];
          });
        },
      ),
    broken: (input) => periodsBetween({ ...input, yearStartMonth: count(1) }),
  },
];
