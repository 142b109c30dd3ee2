import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { coverageGap } from "./coverageGap.ts";

const gapOf = (covered: number, eligible: number, goal: string | Fraction): number =>
  coverageGap(
    Object.freeze({
      covered: count(covered),
      eligible: count(eligible),
      goal: typeof goal === "string" ? exact(goal) : goal,
    }),
  );

describe("coverageGap", () => {
  test.each([
    [6015, 6573, "0.95", 230],
    [6015, 6573, "0.915", 0],
    [6015, 6573, "1", 558],
    [0, 20, "0.95", 19],
    [18, 20, "0.95", 1],
    [19, 20, "0.95", 0],
    [0, 21, "0.95", 20],
    [3, 7, "0", 0],
  ])("%i of %i needs for %s another %i", (covered, eligible, goal, gap) => {
    expect(gapOf(covered, eligible, goal)).toBe(gap);
  });

  test("is 0 once the goal is reached, and never below", () => {
    expect(gapOf(20, 20, "1")).toBe(0);
    expect(gapOf(2257, 919, "0.5")).toBe(0);
  });

  test("needs 7 of 100 for 7 %, where doubles would ask for 8", () => {
    expect(gapOf(0, 100, "0.07")).toBe(7);
  });

  test("compares with a third as a third", () => {
    expect(gapOf(0, 999999999999999, fraction(1n, 3n))).toBe(333333333333333);
    expect(gapOf(0, 1000000000000000, fraction(1n, 3n))).toBe(333333333333334);
  });

  test("counts the last unit of the largest count", () => {
    expect(gapOf(1, 9007199254740991, "1")).toBe(9007199254740990);
    expect(gapOf(0, 9007199254740991, "0.9999999999999999")).toBe(9007199254740991);
  });

  test.each([
    ["95", "95"],
    ["1.0001", "1.0001"],
    ["-0.1", "-0.1"],
    [fraction(4n, 3n), "4/3"],
  ])("refuses a goal outside 0 to 1: %o", (goal, found) => {
    expect(() => gapOf(1, 2, goal)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `coverageGap requires goal to be a fraction from 0 to 1; found ${found}`,
      }),
    );
  });

  test("refuses where nothing is eligible", () => {
    expect(() => gapOf(0, 0, "0.95")).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "coverageGap requires eligible above zero",
      }),
    );
  });
});
