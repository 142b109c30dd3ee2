import { describe, expect, test } from "vitest";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";
import { dateOfSerial, serialOfDate } from "./serial.ts";

// The 1900 system as LibreOffice 7.4 has it from 1 March 1900 on, and ECMA-376 before; the 1904 system is 1,462 less.
const days = [
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [61, "1900-03-01"],
  [1462, "1904-01-01"],
  [36525, "1999-12-31"],
  [36585, "2000-02-29"],
  [40907, "2011-12-30"],
  [43952, "2020-05-01"],
  [46348, "2026-11-22"],
  [2958465, "9999-12-31"],
] as const;

describe("the 1900 system", () => {
  test.each(days)("%i is %s", (serial, text) => {
    expect(dateOfSerial(serial)).toBe(text);
    expect(dateOfSerial(serial, 1900)).toBe(text);
    expect(serialOfDate(calendarDate(text))).toBe(serial);
  });

  test("has no day for 60, and says why", () => {
    expect(() => dateOfSerial(60)).toThrow(
      "dateOfSerial requires serial to be a day that exists (60 stands for 29 February 1900, which never was); found 60",
    );
    expect(() => dateOfSerial(60.5)).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });

  test("drops the time of day", () => {
    expect(dateOfSerial(46348.999988)).toBe("2026-11-22");
    expect(dateOfSerial(59.5)).toBe("1900-02-28");
    expect(dateOfSerial(2958465.9)).toBe("9999-12-31");
  });

  test.each([0, 0.75, -1, 2958466, NaN, Infinity, -Infinity])("refuses %d", (serial) => {
    expect(() => dateOfSerial(serial)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `dateOfSerial requires serial to be a day of the 1900 system, 1 to 2958465; found ${serial}`,
      }),
    );
  });
});

describe("the 1904 system", () => {
  test.each(days.filter(([serial]) => serial >= 1462))("%i less 1462 is %s", (serial, text) => {
    expect(dateOfSerial(serial - 1462, 1904)).toBe(text);
    expect(serialOfDate(calendarDate(text), 1904)).toBe(serial - 1462);
  });

  test("knows 60 as any other day", () => {
    expect(dateOfSerial(60, 1904)).toBe("1904-03-01");
  });

  test("drops the time of day", () => {
    expect(dateOfSerial(0.75, 1904)).toBe("1904-01-01");
  });

  test.each([-1, -0.5, 2957004, NaN])("refuses %d", (serial) => {
    expect(() => dateOfSerial(serial, 1904)).toThrow(
      `dateOfSerial requires serial to be a day of the 1904 system, 0 to 2957003; found ${serial}`,
    );
  });

  test("has no number for a day before it", () => {
    expect(() => serialOfDate(calendarDate("1903-12-31"), 1904)).toThrow(
      "serialOfDate requires date to be a day from 1904-01-01 on, as the 1904 system counts; found 1903-12-31",
    );
  });
});

describe.each([
  [1900, 1, 2958465],
  [1904, 0, 2957003],
] as const)("round trips of the %i system", (system, first, last) => {
  /** Every day for 250 years, then one in 89 to the end. */
  const serials = Array.from({ length: 91_000 }, (_, index) => first + index)
    .concat(Array.from({ length: 32_000 }, (_, index) => first + 91_000 + 89 * index))
    .filter((serial) => serial <= last && !(system === 1900 && serial === 60));

  test("lead from each number to a later day than the one before, and back", () => {
    let before: CalendarDate | undefined;
    for (const serial of serials) {
      const date = dateOfSerial(serial, system);
      if (serialOfDate(date, system) !== serial || (before !== undefined && date <= before)) {
        expect.fail(`${serial} is ${date}, which is ${serialOfDate(date, system)}`);
      }
      before = date;
    }
    expect(serials.length).toBeGreaterThan(120_000);
  });
});
