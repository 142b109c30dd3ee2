import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { addDays, type addMonths, type addYears, daysBetween, type monthsTouched } from "./calendar.ts";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";
import { days, later, leapDays } from "./days.laws.ts";

const steps = fc.integer({ min: -15_000, max: 15_000 });
const months = fc.integer({ min: -590, max: 590 });

/** Months since the year 0, read from the text. */
const monthOf = (date: CalendarDate): number => {
  const [year = "", month = ""] = date.split("-");
  return 12 * Number(year) + Number(month);
};
const dayOf = (date: CalendarDate): number => Number(date.slice(8));
/** What setting the month of a JavaScript date does: 31 January and a month are 3 March. */
const rollingOver: typeof addMonths = (date, by) => {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + by);
  return calendarDate(moved.toISOString().slice(0, 10));
};
const ofThirtyDays: typeof addMonths = (date, by) => addDays(date, 30 * by);

export const daysBetweenLaws: readonly Law<typeof daysBetween>[] = [
  {
    name: "the way back is as long, and less than nothing",
    property: (calculator) =>
      fc.property(
        days,
        days,
        (from, to) => calculator({ from, to }) + calculator({ from: to, to: from }) === 0,
      ),
    broken: ({ from, to }) => daysBetween({ from, to }) + 1,
  },
  {
    name: "two ways in a row are as long as both",
    property: (calculator) =>
      fc.property(
        days,
        days,
        days,
        (a, b, c) =>
          calculator({ from: a, to: b }) + calculator({ from: b, to: c }) === calculator({ from: a, to: c }),
      ),
    broken: ({ from, to }) => Math.round(30.44 * (monthOf(to) - monthOf(from))) + dayOf(to) - dayOf(from),
  },
];

export const addDaysLaws: readonly Law<typeof addDays>[] = [
  {
    name: "days that are added can be measured",
    property: (calculator) =>
      fc.property(days, steps, (date, by) => daysBetween({ from: date, to: calculator(date, by) }) === by),
    broken: (date, by) => later(date, Math.trunc(by * 0.9999)),
  },
  {
    name: "and taken away again",
    property: (calculator) =>
      fc.property(days, steps, (date, by) => calculator(calculator(date, by), -by) === date),
    broken: (date, by) => later(date, Math.abs(by)),
  },
];

export const addMonthsLaws: readonly Law<typeof addMonths>[] = [
  {
    name: "months that are added are the months between",
    property: (calculator) =>
      fc.property(days, months, (date, by) => monthOf(calculator(date, by)) - monthOf(date) === by),
    broken: rollingOver,
  },
  {
    name: "the day of the month stays, or is the month's last where there is no such day",
    property: (calculator) =>
      fc.property(days, months, (date, by) => {
        const moved = calculator(date, by);
        return dayOf(moved) === dayOf(date) || (dayOf(moved) < dayOf(date) && dayOf(later(moved, 1)) === 1);
      }),
    broken: ofThirtyDays,
  },
  {
    name: "a later day never leads to an earlier one",
    property: (calculator) =>
      fc.property(days, fc.nat(5), months, (date, more, by) => {
        return calculator(date, by) <= calculator(later(date, more), by);
      }),
    broken: rollingOver,
  },
];

export const addYearsLaws: readonly Law<typeof addYears>[] = [
  {
    name: "a leap day becomes 28 February in a common year, and stays in a leap year",
    property: (calculator) =>
      fc.property(leapDays, fc.integer({ min: -4, max: 40 }), (date, by) => {
        const isLeap = new Date(Date.UTC(Number(date.slice(0, 4)) + by, 1, 29)).getUTCMonth() === 1;
        return calculator(date, by).slice(5) === (isLeap ? "02-29" : "02-28");
      }),
    broken: (date, by) => rollingOver(date, 12 * by),
  },
  {
    name: "any other day keeps its month and day",
    property: (calculator) =>
      fc.property(days, fc.integer({ min: -40, max: 40 }), (date, by) => {
        const moved = calculator(date, by);
        return date.endsWith("02-29") || moved.slice(5) === date.slice(5);
      }),
    broken: (date, by) => later(date, 365 * by),
  },
];

export const monthsTouchedLaws: readonly Law<typeof monthsTouched>[] = [
  {
    name: "one more month is touched when the end moves into it, and only then",
    property: (calculator) =>
      fc.property(days, fc.nat(2000), (from, number) => {
        const to = later(from, number);
        const next = later(to, 1);
        const more = calculator({ from, to: next }) - calculator({ from, to });
        return more === (dayOf(next) === 1 ? 1 : 0);
      }),
    broken: ({ from, to }) => Math.ceil(daysBetween({ from, to }) / 30.44),
  },
];
