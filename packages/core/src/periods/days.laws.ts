import * as fc from "fast-check";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";

// Generators of days, made without the room's own arithmetic. Month ends and leap days come often.

const textOf = (date: Date): string => date.toISOString().slice(0, 10);
const millisecondsInDay = 86_400_000;

const daysWithin = (first: string, last: string): fc.Arbitrary<CalendarDate> =>
  fc
    .integer({
      min: Date.parse(first) / millisecondsInDay,
      max: Date.parse(last) / millisecondsInDay,
    })
    .map((number) => calendarDate(textOf(new Date(number * millisecondsInDay))));

/** Days on which months end: day 0 of the next month. */
const monthEnds = fc
  .record({ year: fc.integer({ min: 1950, max: 2200 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => calendarDate(textOf(new Date(Date.UTC(year, month, 0)))));

export const leapDays = fc
  .integer({ min: 1952 / 4, max: 2196 / 4 })
  .map((quarter) => 4 * quarter)
  .filter((year) => year % 100 !== 0 || year % 400 === 0)
  .map((year) => calendarDate(`${year}-02-29`));

/** Any day. */
export const allDays = daysWithin("1900-01-01", "9999-12-31");
/** Days that leave room for some centuries before and after. */
export const days = fc.oneof(daysWithin("1950-01-01", "2200-12-31"), monthEnds, leapDays);
/** Two days, the earlier first; often close. */
export const spans = fc
  .oneof(
    fc.tuple(days, days),
    fc.tuple(days, fc.nat(40)).map(([day, number]) => [day, later(day, number)] as const),
  )
  .map(([a, b]) => (a < b ? { startDate: a, endDate: b } : { startDate: b, endDate: a }));

/** The day so many days later, by the clock of UTC. */
export function later(day: CalendarDate, number: number): CalendarDate {
  return calendarDate(textOf(new Date(Date.parse(day) + number * millisecondsInDay)));
}
