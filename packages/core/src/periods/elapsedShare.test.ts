import { describe, expect, test } from "vitest";
import { fraction } from "../exact/fraction.ts";
import { calendarDate } from "./calendarDate.ts";
import { elapsedShare, monthsLeft, type PeriodAtDay } from "./elapsedShare.ts";

const at = (asOf: string, startDate = "2026-01-01", endDate = "2026-12-31"): PeriodAtDay => ({
  startDate: calendarDate(startDate),
  endDate: calendarDate(endDate),
  asOf: calendarDate(asOf),
});

describe("elapsedShare", () => {
  // Days of the year counted by hand: 31 + 28 + 31 + 30 + 31 + 30 = 181 to the end of June.
  test.each([
    ["2026-01-01", fraction(1n, 365n)],
    ["2026-06-30", fraction(181n, 365n)],
    ["2026-12-30", fraction(364n, 365n)],
    ["2026-12-31", fraction(1n)],
    ["2027-06-01", fraction(1n)],
    ["2025-12-31", fraction(0n)],
    ["1999-01-01", fraction(0n)],
  ])("of 2026 on %s", (asOf, share) => {
    expect(elapsedShare(at(asOf))).toEqual(share);
  });

  test("counts 29 February", () => {
    expect(elapsedShare(at("2024-02-29", "2024-01-01", "2024-12-31"))).toEqual(fraction(60n, 366n));
  });

  test("of one day is none before and all from it on", () => {
    expect(elapsedShare(at("2026-03-07", "2026-03-08", "2026-03-08"))).toEqual(fraction(0n));
    expect(elapsedShare(at("2026-03-08", "2026-03-08", "2026-03-08"))).toEqual(fraction(1n));
  });
});

describe("monthsLeft", () => {
  test.each([
    ["2026-01-01", 12],
    ["2026-01-30", 12],
    ["2026-01-31", 11],
    ["2026-06-15", 7],
    ["2026-06-30", 6],
    ["2026-11-30", 1],
    ["2026-12-30", 1],
    ["2026-12-31", 1],
    ["2027-05-01", 1],
  ])("of 2026 on %s are %i", (asOf, months) => {
    expect(monthsLeft(at(asOf))).toBe(months);
  });

  test("before the period are those of the period", () => {
    expect(monthsLeft(at("2024-06-01"))).toBe(12);
    expect(monthsLeft(at("2026-01-10", "2026-01-20", "2026-02-05"))).toBe(2);
  });

  test("count a month at the end that is begun", () => {
    expect(monthsLeft(at("2026-01-20", "2026-01-10", "2026-03-01"))).toBe(3);
  });
});

describe.each([
  ["elapsedShare", elapsedShare],
  ["monthsLeft", monthsLeft],
] as const)("%s", (name, calculator) => {
  test("refuses a period that ends before it starts", () => {
    expect(() => calculator(at("2026-06-01", "2026-06-02", "2026-06-01"))).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `${name} requires endDate to be on or after startDate, 2026-06-02; found 2026-06-01`,
      }),
    );
  });
});
