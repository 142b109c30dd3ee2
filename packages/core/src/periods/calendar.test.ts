import { describe, expect, test } from "vitest";
import { addDays, addMonths, addYears, daysBetween, monthsTouched } from "./calendar.ts";
import { calendarDate } from "./calendarDate.ts";

const day = calendarDate;

describe("daysBetween", () => {
  // Differences of the serial numbers that LibreOffice 7.4 has for these days.
  test.each([
    ["2026-11-22", "2026-11-22", 0],
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["2026-11-22", "2024-05-01", -935],
    ["2020-05-01", "2026-11-22", 2396],
    ["1900-03-01", "9999-12-31", 2958404],
    // Where clocks change: Los Angeles on the first pair, Apia leaves out a day in the second.
    ["2026-03-07", "2026-03-09", 2],
    ["2011-12-29", "2011-12-31", 2],
  ])("from %s to %s it is %i", (from, to, days) => {
    expect(daysBetween({ from: day(from), to: day(to) })).toBe(days);
  });
});

describe("addDays", () => {
  test.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2100-02-28", 1, "2100-03-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2011-12-29", 1, "2011-12-30"],
    ["2026-11-22", 0, "2026-11-22"],
    ["1900-03-01", 2958404, "9999-12-31"],
  ])("%s and %i days are %s", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });
});

describe("addMonths", () => {
  // LibreOffice 7.4: EDATE.
  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2026-08-31", 30, "2029-02-28"],
    ["2021-11-22", 60, "2026-11-22"],
    ["1900-03-31", -1, "1900-02-28"],
    ["2000-02-29", 1200, "2100-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-05-31", -3, "2026-02-28"],
  ])("%s and %i months are %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test("changes nothing by no months, and not the day it is given", () => {
    const given = Object.freeze({ date: day("2024-02-29") });
    expect(addMonths(given.date, 0)).toBe("2024-02-29");
    expect(given.date).toBe("2024-02-29");
  });
});

describe("addYears", () => {
  test.each([
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2024-02-29", -24, "2000-02-29"],
    ["2026-11-22", 5, "2031-11-22"],
  ])("%s and %i years are %s", (from, years, to) => {
    expect(addYears(day(from), years)).toBe(to);
  });
});

describe("steps that lead to no day", () => {
  test.each([
    ["addDays", "days", () => addDays(day("9999-12-31"), 1), "1"],
    ["addDays", "days", () => addDays(day("1900-01-01"), -1), "-1"],
    ["addDays", "days", () => addDays(day("2026-11-22"), 0.5), "0.5"],
    ["addDays", "days", () => addDays(day("2026-11-22"), 1e15), "1000000000000000"],
    ["addMonths", "months", () => addMonths(day("9999-12-01"), 1), "1"],
    ["addMonths", "months", () => addMonths(day("2026-11-22"), NaN), "NaN"],
    ["addYears", "years", () => addYears(day("2026-11-22"), -127), "-127"],
    ["addYears", "years", () => addYears(day("2026-11-22"), Infinity), "Infinity"],
  ])("%s refuses %s", (calculator, name, step, found) => {
    expect(step).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `${calculator} requires ${name} to be a whole number that leads to a day from 1900 to 9999; found ${found}`,
      }),
    );
  });
});

describe("monthsTouched", () => {
  test.each([
    ["2026-01-31", "2026-03-01", 3],
    ["2026-01-01", "2026-01-31", 1],
    ["2026-06-30", "2026-06-30", 1],
    ["2025-11-30", "2026-02-01", 4],
    ["2026-02-01", "2026-01-31", 0],
  ])("from %s to %s it is %i", (from, to, months) => {
    expect(monthsTouched({ from: day(from), to: day(to) })).toBe(months);
  });
});
