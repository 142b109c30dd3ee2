import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { coverageConsistent } from "./coverageConsistent.ts";

const agrees = (covered: number, eligible: number, printed: string, decimals?: number): boolean =>
  coverageConsistent(
    Object.freeze({ covered: count(covered), eligible: count(eligible), printed: exact(printed), decimals }),
  );

describe("coverageConsistent", () => {
  test("lets 6,015 of 6,573 be printed as 91.5 %, 91.51 % and 92 %, and not as 91.4 %", () => {
    expect(agrees(6015, 6573, "0.915")).toBe(true);
    expect(agrees(6015, 6573, "0.9151", 2)).toBe(true);
    expect(agrees(6015, 6573, "0.92", 0)).toBe(true);
    expect(agrees(6015, 6573, "0.914")).toBe(false);
    expect(agrees(6015, 6573, "0.915", 2)).toBe(false);
  });

  test("does not let 2,257 units be 100 % of a register of 919", () => {
    expect(agrees(2257, 919, "1")).toBe(false);
    expect(agrees(2257, 919, "1", 0)).toBe(false);
    expect(agrees(2257, 919, "2.456")).toBe(true);
  });

  test("lets nearly all be printed as all, by ordinary rounding, and as nearly all, by the honest text", () => {
    expect(agrees(1999, 2000, "1")).toBe(true);
    expect(agrees(1999, 2000, "0.999")).toBe(true);
    expect(agrees(1999, 2000, "0.998")).toBe(false);
    expect(agrees(1, 2001, "0")).toBe(true);
    expect(agrees(1, 2001, "0.001")).toBe(true);
    expect(agrees(100001, 100000, "1")).toBe(true);
    expect(agrees(100001, 100000, "1.001")).toBe(true);
    expect(agrees(100001, 100000, "0.999")).toBe(false);
  });

  test("lets all be printed as all only, and none as none only", () => {
    expect(agrees(2000, 2000, "1")).toBe(true);
    expect(agrees(2000, 2000, "0.999")).toBe(false);
    expect(agrees(0, 2000, "0")).toBe(true);
    expect(agrees(0, 2000, "0.001")).toBe(false);
  });

  test("rounds a half away from zero and no other way: 1 of 8 is 13 %", () => {
    expect(agrees(1, 8, "0.13", 0)).toBe(true);
    expect(agrees(1, 8, "0.12", 0)).toBe(false);
  });

  test("takes a figure with more decimals only for the rate itself, to fifteen digits", () => {
    // By Python's decimal: 6015/6573 is 0.915107256960292 and 1/3 is 0.333333333333333.
    expect(agrees(6015, 6573, "0.915107256960292")).toBe(true);
    expect(agrees(6015, 6573, "0.9151072569602922")).toBe(true);
    expect(agrees(6015, 6573, "0.915107256960293")).toBe(false);
    expect(agrees(6015, 6573, "0.9151073")).toBe(false);
    expect(agrees(1, 3, "0.333333333333333")).toBe(true);
    expect(coverageConsistent({ covered: count(1), eligible: count(3), printed: fraction(1n, 3n) })).toBe(
      true,
    );
    expect(agrees(1, 8, "0.125", 0)).toBe(true);
  });

  test("lets no counts be printed as 91.48 % with one decimal, and 6,013 of 6,573 with two", () => {
    // 6013/6573 = 91.4803 %.
    expect(agrees(6013, 6573, "0.9148")).toBe(false);
    expect(agrees(6013, 6573, "0.9148", 2)).toBe(true);
  });

  test("lets no counts be printed below 0, not even by a hair", () => {
    expect(agrees(0, 5, "-0.0001")).toBe(false);
    expect(agrees(5, 5, "-1")).toBe(false);
    // So little that the nearest double is 0.
    const hair = { covered: count(0), eligible: count(5), printed: fraction(-1n, 10n ** 400n) };
    expect(coverageConsistent(hair)).toBe(false);
  });

  test("compares exactly up to 2^53-1", () => {
    const most = 9007199254740991;
    expect(agrees(most - 1, most, "0.99999999999999989", 15)).toBe(true);
    expect(agrees(most - 1, most, "0.999999999999999", 13)).toBe(true);
    expect(agrees(most - 1, most, "0.999999999999998", 13)).toBe(false);
  });

  test.each([0, 1])("refuses %i of 0, which prints nothing", (covered) => {
    expect(() => agrees(covered, 0, "1")).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "coverageConsistent requires eligible above zero",
      }),
    );
  });

  test.each([-1, 16, 0.5])("refuses %d decimals", (decimals) => {
    expect(() => agrees(1, 2, "0.5", decimals)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `coverageConsistent requires decimals to be a whole number from 0 to 15; found ${decimals}`,
      }),
    );
  });
});
