import { describe, expect, test } from "vitest";
import { CalculationError, type ErrorCode, type ErrorDetails } from "./errors.ts";

/** What every code says, of one example each; a new code is a type error here until it has one. */
const sentences: {
  readonly [Code in ErrorCode]: readonly [details: ErrorDetails[Code], requirement: string];
} = {
  divisionByZero: [{ name: "eligible" }, "eligible above zero"],
  outOfRange: [
    { name: "goal", requirement: "a fraction from 0 to 1", found: "95" },
    "goal to be a fraction from 0 to 1; found 95",
  ],
  invalidValue: [
    { name: "value", requirement: "a number or decimal text", found: '"ten"' },
    'value to be a number or decimal text; found "ten"',
  ],
  sizeMismatch: [
    { name: "covered", expected: 4, found: 3 },
    "covered to have as many values as there are rows (4); found 3",
  ],
  missingValue: [{ name: "covered", row: 3 }, "a value in covered, row 3"],
  emptyInput: [{ name: "weights" }, "at least one value in weights"],
  allZero: [{ name: "weights" }, "at least one value above zero in weights"],
  notWholeSteps: [
    { name: "total", step: "0.05", found: "0.07" },
    "total to be a whole number of steps of 0.05; found 0.07",
  ],
  infeasibleBounds: [
    { requirement: "minimums that add up to at most the total", by: "12.5" },
    "minimums that add up to at most the total; it fails by 12.5",
  ],
  conflict: [{ requirement: "a base or a first divisor, not both" }, "a base or a first divisor, not both"],
};

const codes = Object.keys(sentences) as ErrorCode[];

function errorOf<Code extends ErrorCode>(code: Code): CalculationError<Code> {
  return new CalculationError("someCalculator", code, sentences[code][0]);
}

describe("CalculationError", () => {
  test("names no row where a value stands alone", () => {
    const { requirement } = new CalculationError("someCalculator", "missingValue", { name: "goal" });
    expect(requirement).toBe("a value in goal");
  });

  test.each(codes)("of code %s says calculator, requires, what", (code) => {
    expect(errorOf(code).message).toBe(`someCalculator requires ${sentences[code][1]}`);
  });

  test.each(codes)("of code %s carries all that a program needs to say it again", (code) => {
    expect(errorOf(code)).toMatchObject({
      calculator: "someCalculator",
      code,
      details: sentences[code][0],
      requirement: sentences[code][1],
    });
  });

  test("is an error, and is named for what it is", () => {
    const error = new CalculationError("coverageRate", "divisionByZero", { name: "eligible" });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("CalculationError");
    expect(String(error)).toBe("CalculationError: coverageRate requires eligible above zero");
  });
});
