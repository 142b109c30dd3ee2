import { type CalendarDate } from "@tallykit/core";

import { Refused } from "./compare.ts";
import { dateText, daysInMonth } from "./inputs.ts";

/** A day as its year, month and day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

const yearStarts = new Map<number, number>();
for (let year = 1900, start = 0; year <= 10_000; year += 1) {
  yearStarts.set(year, start);
  for (let month = 1; month <= 12; month += 1) start += daysInMonth(year, month);
}

/** How many days a day lies after 1 January 1900, counted year by year and month by month. */
export function dayNumber(date: string): number {
  const { year, month, day } = dayOf(date);
  let days = (yearStarts.get(year) ?? 0) + day - 1;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

/** The day with a number; refused outside 1900 to 9999. */
export function dateOfNumber(number: number): CalendarDate {
  if (number < 0 || number >= (yearStarts.get(10_000) ?? 0)) throw new Refused("outOfRange");
  let year = 1900 + Math.floor(number / 366);
  while ((yearStarts.get(year + 1) ?? Infinity) <= number) year += 1;
  let [month, left] = [1, number - (yearStarts.get(year) ?? 0)];
  for (; left >= daysInMonth(year, month); month += 1) left -= daysInMonth(year, month);
  return dateText(year, month, left + 1);
}

/** The same day so many months on, or the last of a month that has no such day. */
export function monthsOn(date: string, months: number): CalendarDate {
  const { year, month, day } = dayOf(date);
  const all = year * 12 + (month - 1) + months;
  const [laterYear, laterMonth] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  if (!(laterYear >= 1900 && laterYear <= 9999)) throw new Refused("outOfRange");
  return dateText(laterYear, laterMonth, Math.min(day, daysInMonth(laterYear, laterMonth)));
}

/** The months that the days of a span touch, found by walking through the days. */
export function monthsWalked(from: string, to: string): number {
  let months = 0;
  let seen = "";
  for (let number = dayNumber(from); number <= dayNumber(to); number += 1) {
    const month = dateOfNumber(number).slice(0, 7);
    if (month !== seen) months += 1;
    seen = month;
  }
  return months;
}
