import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { calendarDate } from "./calendarDate.ts";
import { periodsBetween, type PeriodUnit } from "./periodsBetween.ts";

const lines = (span: string, unit: PeriodUnit, yearStartMonth?: number): readonly string[] => {
  const [startDate = "", endDate = ""] = span.split(" to ");
  return periodsBetween(
    Object.freeze({
      startDate: calendarDate(startDate),
      endDate: calendarDate(endDate),
      unit,
      yearStartMonth: yearStartMonth === undefined ? undefined : count(yearStartMonth),
    }),
  ).map(({ label, firstDay, lastDay }) => `${label}: ${firstDay} to ${lastDay}`);
};

describe("periodsBetween", () => {
  test("cuts a span into months, the first and last cut to it", () => {
    expect(lines("2025-12-10 to 2026-03-01", "month")).toEqual([
      "2025-12: 2025-12-10 to 2025-12-31",
      "2026-01: 2026-01-01 to 2026-01-31",
      "2026-02: 2026-02-01 to 2026-02-28",
      "2026-03: 2026-03-01 to 2026-03-01",
    ]);
  });

  test("cuts it into quarters, half-years and years", () => {
    expect(lines("2025-12-31 to 2026-07-01", "quarter")).toEqual([
      "2025 Q4: 2025-12-31 to 2025-12-31",
      "2026 Q1: 2026-01-01 to 2026-03-31",
      "2026 Q2: 2026-04-01 to 2026-06-30",
      "2026 Q3: 2026-07-01 to 2026-07-01",
    ]);
    expect(lines("2025-12-31 to 2026-07-01", "half")).toEqual([
      "2025 H2: 2025-12-31 to 2025-12-31",
      "2026 H1: 2026-01-01 to 2026-06-30",
      "2026 H2: 2026-07-01 to 2026-07-01",
    ]);
    expect(lines("2024-02-29 to 2026-07-01", "year")).toEqual([
      "2024: 2024-02-29 to 2024-12-31",
      "2025: 2025-01-01 to 2025-12-31",
      "2026: 2026-01-01 to 2026-07-01",
    ]);
  });

  test("names a year that starts later after both of its years", () => {
    expect(lines("2026-01-01 to 2027-03-31", "year", 4)).toEqual([
      "2025/26: 2026-01-01 to 2026-03-31",
      "2026/27: 2026-04-01 to 2027-03-31",
    ]);
    expect(lines("2026-03-31 to 2026-04-01", "quarter", 4)).toEqual([
      "2025/26 Q4: 2026-03-31 to 2026-03-31",
      "2026/27 Q1: 2026-04-01 to 2026-04-01",
    ]);
    expect(lines("2026-09-30 to 2026-10-01", "half", 4)).toEqual([
      "2026/27 H1: 2026-09-30 to 2026-09-30",
      "2026/27 H2: 2026-10-01 to 2026-10-01",
    ]);
    expect(lines("1999-12-01 to 1999-12-31", "year", 12)).toEqual(["1999/00: 1999-12-01 to 1999-12-31"]);
  });

  test("lets quarters start in any month", () => {
    expect(lines("2026-01-15 to 2026-02-15", "quarter", 2)).toEqual([
      "2025/26 Q4: 2026-01-15 to 2026-01-31",
      "2026/27 Q1: 2026-02-01 to 2026-02-15",
    ]);
  });

  test("keeps the calendar's names for months", () => {
    expect(lines("2026-03-31 to 2026-04-01", "month", 4)).toEqual([
      "2026-03: 2026-03-31 to 2026-03-31",
      "2026-04: 2026-04-01 to 2026-04-01",
    ]);
  });

  test("is one period for one day, also where the period begins before 1900 or ends after 9999", () => {
    expect(lines("1900-01-01 to 1900-01-01", "year", 4)).toEqual(["1899/00: 1900-01-01 to 1900-01-01"]);
    expect(lines("9999-12-31 to 9999-12-31", "half", 9)).toEqual(["9999/00 H1: 9999-12-31 to 9999-12-31"]);
  });

  test("refuses a span that ends before it starts, and a month that is none", () => {
    expect(() => lines("2026-01-02 to 2026-01-01", "month")).toThrow(
      "periodsBetween requires endDate to be on or after startDate, 2026-01-02; found 2026-01-01",
    );
    for (const month of [0, 13]) {
      expect(() => lines("2026-01-01 to 2026-01-02", "month", month)).toThrow(
        `periodsBetween requires yearStartMonth to be a month from 1 to 12; found ${month}`,
      );
    }
  });
});
