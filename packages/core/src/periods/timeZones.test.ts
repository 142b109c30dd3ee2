import { afterEach, describe, expect, test, vi } from "vitest";
import { addDays, addMonths, daysBetween, monthsTouched } from "./calendar.ts";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";
import { elapsedShare, monthsLeft } from "./elapsedShare.ts";
import { periodsBetween } from "./periodsBetween.ts";
import { dateOfSerial, serialOfDate } from "./serial.ts";
import { termStatus } from "./termStatus.ts";

// The same answers wherever the computer stands. Each zone comes with a day on which its clocks do something odd, and
// with what shows that the process really is in that zone.

interface Zone {
  readonly name: string;
  /** The offset in minutes that JavaScript reports at noon of 1 January 2026. */
  readonly offset: number;
  readonly oddDay: string;
}

const zones: readonly Zone[] = [
  { name: "UTC", offset: 0, oddDay: "2016-12-31" },
  { name: "Asia/Shanghai", offset: -480, oddDay: "1986-05-04" },
  { name: "America/Los_Angeles", offset: 480, oddDay: "2026-03-08" },
  // Midnight did not exist on this day.
  { name: "America/Sao_Paulo", offset: 180, oddDay: "2018-11-04" },
  // The whole day did not exist.
  { name: "Pacific/Apia", offset: -780, oddDay: "2011-12-30" },
];
const oddDays = zones.map(({ oddDay }) => calendarDate(oddDay));

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Moves the process into a zone. */
function moveTo(zone: string): void {
  vi.stubEnv("TZ", zone);
}

/** Everything this room computes, around one day. */
function answersAround(date: CalendarDate): unknown {
  return [-400, -31, -1, 0, 1, 31, 400].map((days) => {
    const other = addDays(date, days);
    const [startDate, endDate] = other < date ? [other, date] : [date, other];
    return [
      serialOfDate(other),
      dateOfSerial(serialOfDate(other, 1904) + 0.5, 1904),
      daysBetween({ from: date, to: other }),
      monthsTouched({ from: startDate, to: endDate }),
      [-12, -1, 1, 12, 60].map((months) => addMonths(other, months)),
      elapsedShare({ startDate, endDate, asOf: date }),
      monthsLeft({ startDate, endDate, asOf: date }),
      periodsBetween({ startDate, endDate, unit: "month" }),
      termStatus({ lastElection: other, termYears: 1, asOf: date }),
    ];
  });
}

describe.each(zones.map((zone) => [zone.name, zone] as const))("under %s", (name, { offset, oddDay }) => {
  test("the process really is in that zone", () => {
    moveTo(name);
    expect(new Date(2026, 0, 1, 12).getTimezoneOffset()).toBe(offset);
  });

  test("each day follows the day before", () => {
    moveTo(name);
    const date = calendarDate(oddDay);
    expect(daysBetween({ from: addDays(date, -1), to: date })).toBe(1);
    expect(daysBetween({ from: date, to: addDays(date, 1) })).toBe(1);
    expect(serialOfDate(addDays(date, 1)) - serialOfDate(addDays(date, -1))).toBe(2);
  });

  // Days by hand; their numbers are days since 30 December 1899, from Python 3.11, whose dates know no zone.
  test.each([
    ["2011-11-30", 1, "2011-12-30", 40907],
    ["2012-01-30", -1, "2011-12-30", 40907],
    ["2026-02-08", 1, "2026-03-08", 46089],
    ["2018-10-04", 1, "2018-11-04", 43408],
    ["2017-12-31", -12, "2016-12-31", 42735],
    ["1986-04-04", 1, "1986-05-04", 31536],
  ])("%s and %i months are %s, number %i", (from, months, to, serial) => {
    moveTo(name);
    expect(addMonths(calendarDate(from), months)).toBe(to);
    expect(serialOfDate(calendarDate(to))).toBe(serial);
    expect(dateOfSerial(serial)).toBe(to);
  });

  test("everything is as it is under UTC", () => {
    moveTo("UTC");
    const expected = oddDays.map(answersAround);
    moveTo(name);
    expect(oddDays.map(answersAround)).toEqual(expected);
  });
});

test("a local date would not do: in Apia the day before the year's last is skipped", () => {
  moveTo("Pacific/Apia");
  expect(new Date(2011, 11, 30).getDate()).toBe(31);
});
