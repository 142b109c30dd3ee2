import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { rateText, rateValue, type Rate } from "../exact/rate.ts";
import { coverageRate } from "./coverageRate.ts";

const rateOf = (covered: number, eligible: number): Rate =>
  coverageRate(Object.freeze({ covered: count(covered), eligible: count(eligible) }));

describe("coverageRate", () => {
  test("is covered over eligible, with both counts kept and nothing rounded", () => {
    expect(rateOf(6015, 6573)).toEqual({ numerator: 6015, denominator: 6573, status: "ok" });
    expect(rateValue(rateOf(3, 4))).toBe(0.75);
  });

  test("is zero when nobody is covered", () => {
    expect(rateValue(rateOf(0, 919))).toBe(0);
  });

  test("is one when everybody is covered", () => {
    expect(rateOf(1442, 1442)).toEqual({ numerator: 1442, denominator: 1442, status: "ok" });
    expect(rateValue(rateOf(1442, 1442))).toBe(1);
  });

  test("keeps and flags more than all: 5 of 4, and 2257 of 919, which is 245.6%", () => {
    expect(rateOf(5, 4)).toEqual({ numerator: 5, denominator: 4, status: "over" });
    expect(rateOf(2257, 919).status).toBe("over");
    expect(rateText(rateOf(2257, 919))).toBe("245.6%");
  });

  test("of none of none is empty, and has no number", () => {
    expect(rateOf(0, 0)).toEqual({ numerator: 0, denominator: 0, status: "empty" });
    expect(() => rateValue(rateOf(0, 0))).toThrow(expect.objectContaining({ code: "divisionByZero" }));
  });

  test("of some of none is invalid, and has no number", () => {
    expect(rateOf(1, 0)).toEqual({ numerator: 1, denominator: 0, status: "invalid" });
    expect(() => rateValue(rateOf(1, 0))).toThrow(expect.objectContaining({ code: "divisionByZero" }));
  });

  test("keeps the largest counts to the last unit", () => {
    expect(rateOf(9007199254740990, 9007199254740991)).toEqual({
      numerator: 9007199254740990,
      denominator: 9007199254740991,
      status: "ok",
    });
  });
});
