import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { coverageText } from "./coverageText.ts";

const textOf = (covered: number, eligible: number, decimals?: number): string =>
  coverageText(Object.freeze({ covered: count(covered), eligible: count(eligible), decimals }));

describe("coverageText", () => {
  test.each([
    [6015, 6573, "91.5%"],
    [7457, 8015, "93.0%"],
    [2257, 919, "245.6%"],
    [5, 4, "125.0%"],
  ])("%i of %i is %s, with one decimal unless told", (covered, eligible, text) => {
    expect(textOf(covered, eligible)).toBe(text);
  });

  test.each([
    [0, "92%"],
    [1, "91.5%"],
    [2, "91.51%"],
    [4, "91.5107%"],
    [15, "91.510725696029210%"],
  ])("shows exactly %i decimals", (decimals, text) => {
    expect(textOf(6015, 6573, decimals)).toBe(text);
  });

  test("goes away from zero at a half", () => {
    expect(textOf(1, 8, 0)).toBe("13%");
    expect(textOf(201, 20000, 2)).toBe("1.01%");
  });

  test("prints 91.5% of 6,573 for 6,012 to 6,017 and for no other count", () => {
    const printed = [6011, 6012, 6013, 6014, 6015, 6016, 6017, 6018].map((covered) => textOf(covered, 6573));
    expect(printed).toEqual(["91.4%", "91.5%", "91.5%", "91.5%", "91.5%", "91.5%", "91.5%", "91.6%"]);
  });

  test("says 100 only when it is all", () => {
    expect(textOf(2000, 2000)).toBe("100.0%");
    expect(textOf(1999, 2000)).toBe("99.9%");
    expect(textOf(9007199254740990, 9007199254740991, 4)).toBe("99.9999%");
  });

  test("says 0 only when it is none", () => {
    expect(textOf(0, 2001)).toBe("0.0%");
    expect(textOf(1, 2001)).toBe("0.1%");
    expect(textOf(1, 2001, 0)).toBe("1%");
  });

  test("says more than 100 whenever it is more than all", () => {
    expect(textOf(100001, 100000)).toBe("100.1%");
    expect(textOf(100001, 100000, 0)).toBe("101%");
  });

  test.each([
    [0, 0],
    [1, 0],
  ])("refuses %i of %i, which is no rate", (covered, eligible) => {
    expect(() => textOf(covered, eligible)).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "coverageText requires eligible above zero",
      }),
    );
  });

  test.each([
    [-1, "-1"],
    [16, "16"],
    [0.5, "0.5"],
  ])("refuses %d decimals", (decimals, found) => {
    expect(() => textOf(1, 2, decimals)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `percentageText requires decimals to be a whole number from 0 to 15; found ${found}`,
      }),
    );
  });
});
