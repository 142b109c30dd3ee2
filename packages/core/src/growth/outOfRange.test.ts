import { describe, expect, test } from "vitest";
import { CalculationError } from "../errors.ts";
import { exact } from "../exact/decimal.ts";
import { finiteNumber } from "./finiteNumber.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";

describe("outOfRange", () => {
  test("says who refuses, which number, what it must be and what it is", () => {
    const error = outOfRange("growthPath", "rate", "-1 or more", "-2");
    expect(error).toBeInstanceOf(CalculationError);
    expect(error).toMatchObject({
      calculator: "growthPath",
      code: "outOfRange",
      details: { name: "rate", requirement: "-1 or more", found: "-2" },
      message: "growthPath requires rate to be -1 or more; found -2",
    });
  });
});

describe("tooLarge", () => {
  test("names the largest double, beyond which a number has no digits to show", () => {
    expect(tooLarge("growthPath", "base")).toMatchObject({
      code: "outOfRange",
      message: "growthPath requires base to be at most 1.7976931348623157e308; found more",
    });
  });
});

describe("finiteNumber", () => {
  test("is the double nearest to a number", () => {
    expect(finiteNumber("targetStatus", "the gap", exact("0.1"))).toBe(0.1);
    expect(finiteNumber("targetStatus", "the gap", exact("-1.7976931348623157e308"))).toBe(-Number.MAX_VALUE);
  });

  test.each(["1.8e308", "-1.8e308"])("refuses %s, which is beyond every double", (text) => {
    expect(() => finiteNumber("targetStatus", "the gap", exact(text))).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "targetStatus requires the gap to be at most 1.7976931348623157e308; found more",
      }),
    );
  });
});
