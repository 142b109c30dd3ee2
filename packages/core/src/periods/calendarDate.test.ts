import { describe, expect, test } from "vitest";
import { calendarDate } from "./calendarDate.ts";

describe("calendarDate", () => {
  test.each([
    "1900-01-01",
    "1900-02-28",
    "1900-03-01",
    "1999-12-31",
    "2000-02-29",
    "2011-12-30",
    "2024-02-29",
    "2026-11-22",
    "2400-02-29",
    "9999-12-31",
  ])("takes %s as it is", (text) => {
    expect(calendarDate(text)).toBe(text);
  });

  test.each([
    "2026-02-29",
    "2026-02-30",
    "1900-02-29",
    "2100-02-29",
    "2026-04-31",
    "2026-06-31",
    "2026-09-31",
    "2026-11-31",
    "2026-01-32",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "1899-12-31",
    "0999-01-01",
    "10000-01-01",
    "+002026-01-01",
    "2026-1-1",
    "20260101",
    "1.3.2026",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "２０２６-01-01",
    "today",
    "",
  ])("refuses %j", (text) => {
    expect(() => calendarDate(text)).toThrow(
      expect.objectContaining({
        code: "invalidValue",
        message: `calendarDate requires value to be a day from 1900-01-01 to 9999-12-31, such as 2026-03-01; found ${JSON.stringify(text)}`,
      }),
    );
  });

  test("names what it refuses, and shows no more than its beginning", () => {
    expect(() => calendarDate("x".repeat(100), "asOf")).toThrow(
      `calendarDate requires asOf to be a day from 1900-01-01 to 9999-12-31, such as 2026-03-01; found "${"x".repeat(30)}"`,
    );
  });
});
