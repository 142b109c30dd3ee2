import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { refusal } from "./refusal.laws.ts";
import { targetCatchUp } from "./targetCatchUp.ts";

const catchUp = (actual: number | string, goal: number | string, periodsLeft: number | string): number =>
  targetCatchUp({ actual: exact(actual), goal: exact(goal), periodsLeft: exact(periodsLeft) });

describe("targetCatchUp", () => {
  test("is the plan's own rate on the plan's path", () => {
    expect(catchUp(650, "1617.408", 5)).toBe(0.2);
    expect(catchUp(936, "1617.408", 3)).toBe(0.2);
  });

  // LibreOffice 7.4: RRI(5;640;1617) = 0.203666044392185.
  test("is more from below the path", () => {
    expect(catchUp(640, 1617, 5)).toBeCloseTo(0.203666044392185, 14);
  });

  test("is negative where the goal is passed, or is below", () => {
    expect(catchUp(121, 100, 2)).toBeCloseTo(-1 / 11, 15);
    expect(catchUp(1000, 810, 2)).toBe(-0.1);
    expect(catchUp(1000, 0, 2)).toBe(-1);
    expect(catchUp(1000, 0, "1e400")).toBe(-1);
    expect(catchUp(650, 650, 3)).toBe(0);
  });

  test("takes parts of a period", () => {
    expect(catchUp(100, 110, "0.5")).toBeCloseTo(0.21, 15);
  });

  test.each([
    ["no period left", () => catchUp(650, 936, 0), "periodsLeft to be above 0; found 0"],
    ["nothing to grow from", () => catchUp(0, 936, 2), "actual to be other than 0; found 0"],
    ["a change of sign", () => catchUp(-650, 936, 2), "goal to be of the same sign as actual; found 936"],
    [
      "a rate beyond every double",
      () => catchUp("1e-300", "1e300", 1),
      "the rate to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: targetCatchUp requires ${words}`);
  });
});
