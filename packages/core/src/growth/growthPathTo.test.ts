import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { growthPathTo, type GrowthPathToInput } from "./growthPathTo.ts";
import { refusal } from "./refusal.laws.ts";

const path = (
  start: number | string,
  goal: number | string,
  periods: number,
  options: Partial<GrowthPathToInput> = {},
): readonly number[] =>
  growthPathTo({ start: exact(start), goal: exact(goal), periods: count(periods), ...options });

const logistic = { method: "logistic", ceiling: exact(100) } as const;

describe("growthPathTo", () => {
  test("runs at an equal rate, exact where the values are: 100 doubles three times to 800", () => {
    expect(path(100, 800, 3)).toEqual([100, 200, 400, 800]);
    expect(path(800, 100, 3)).toEqual([800, 400, 200, 100]);
    expect(path("72.9", 100, 3)).toEqual([72.9, 81, 90, 100]);
  });

  test("has the nearest double also after hundreds of steps: the roots of 2", () => {
    const values = path(1, 2, 1000);
    // 2^(1/4) = 1.18920711500272106671..., 2^(1/2) = 1.41421356237309504880..., 2^(3/4) = 1.68179283050742908606...
    expect([values[250], values[500], values[750]]).toEqual([
      1.189207115002721, 1.4142135623730951, 1.681792830507429,
    ]);
  });

  test("has the nearest double to the irrational values between exact ones", () => {
    // 100 sqrt 2 = 141.42135623730950488..., 200 sqrt 2 = 282.84271247461900976...
    expect(path(100, 800, 6)).toEqual([
      100, 141.4213562373095, 200, 282.842712474619, 400, 565.685424949238, 800,
    ]);
  });

  test("runs in equal steps when linear, also down to zero", () => {
    expect(path(10, 0, 4, { method: "linear" })).toEqual([10, 7.5, 5, 2.5, 0]);
    expect(path(0, 1, 3, { method: "linear" })).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  test("is symmetric about half the ceiling when logistic", () => {
    expect(path(10, 90, 2, logistic)).toEqual([10, 50, 90]);
    expect(path(90, 10, 2, logistic)).toEqual([90, 50, 10]);
    // The odds 9, 3, 1, 1/3, 1/9 fall by a factor of 3 a period.
    expect(path(10, 90, 4, logistic)).toEqual([10, 25, 50, 75, 90]);
  });

  test("is start and goal for one period, whatever the rounding", () => {
    expect(path("1.5", "2.5", 1, { rounding: "up" })).toEqual([1.5, 2.5]);
  });

  test("stays where it is when the goal is the start", () => {
    expect(path("2.5", "2.5", 3)).toEqual([2.5, 2.5, 2.5, 2.5]);
    expect(path(50, 50, 3, { ...logistic, rounding: "down" })).toEqual([50, 50, 50, 50]);
  });

  test.each([
    ["nearest", [650.5, 751, 867, 1000.5]],
    ["up", [650.5, 751, 867, 1000.5]],
    ["down", [650.5, 750, 866, 1000.5]],
  ] as const)("rounds %s only between the ends", (rounding, expected) => {
    // 650.5 x (1000.5/650.5)^(1/3) = 750.88..., ^(2/3) 866.74...
    expect(path("650.5", "1000.5", 3, { rounding })).toEqual(expected);
  });

  test("rounds a tie away from zero and keeps whole values whole", () => {
    expect(path(1, "6.25", 2, { rounding: "nearest" })).toEqual([1, 3, 6.25]);
    expect(path(1, "6.25", 2, { rounding: "down" })).toEqual([1, 2, 6.25]);
    expect(path(100, 800, 3, { rounding: "up" })).toEqual([100, 200, 400, 800]);
    expect(path(10, 90, 4, { ...logistic, rounding: "down" })).toEqual([10, 25, 50, 75, 90]);
  });

  test("decides a boundary that no double can see", () => {
    // The square of 10^12 + 1/2 is 1000000000001000000000000.25; the roots lie 5 x 10^-14 either side of that tie.
    const below = path(1, "1000000000001000000000000.15", 2, { rounding: "nearest" });
    const above = path(1, "1000000000001000000000000.35", 2, { rounding: "nearest" });
    expect([below[1], above[1]]).toEqual([1000000000000, 1000000000001]);
    const tie = path(1, "1000000000001000000000000.25", 2, { rounding: "nearest" });
    expect(tie[1]).toBe(1000000000001);
  });

  test("rounds exactly at 10^15, where doubles are several units off after a power", () => {
    // The square root of 10^31 is 3162277660168379.33...
    expect(path(1, "1e31", 2, { rounding: "nearest" })[1]).toBe(3162277660168379);
    expect(path(1, "1e31", 2, { rounding: "up" })[1]).toBe(3162277660168380);
  });

  test("crosses the whole range of doubles", () => {
    expect(path("1e-300", 1e300, 4)).toEqual([1e-300, 1e-150, 1, 1e150, 1e300]);
  });

  test.each([
    ["start", () => path(0, 10, 2), "start to be above 0; found 0"],
    ["goal", () => path(10, -1, 2), "goal to be above 0; found -1"],
    ["linear start", () => path(-1, 10, 2, { method: "linear" }), "start to be 0 or more; found -1"],
    ["no period", () => path(1, 10, 0), "periods to be from 1 to 1048575; found 0"],
    ["too many periods", () => path(1, 10, 1_048_576), "periods to be from 1 to 1048575; found 1048576"],
    ["no ceiling", () => path(1, 10, 2, { method: "logistic" }), "ceiling to be above 10; found none"],
    ["ceiling at the goal", () => path(1, 100, 2, logistic), "ceiling to be above 100; found 100"],
    ["ceiling below the start", () => path(200, 1, 2, logistic), "ceiling to be above 200; found 100"],
    ["zero under a ceiling", () => path(0, 10, 2, logistic), "start to be above 0; found 0"],
  ])("refuses what cannot be: %s", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: growthPathTo requires ${words}`);
  });

  test("refuses a goal beyond the largest double", () => {
    expect(refusal(() => path(1, "1e309", 2))).toMatch(
      /^outOfRange: growthPathTo requires goal to be at most/,
    );
  });
});
