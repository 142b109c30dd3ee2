import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { growthContraction, type GrowthContractionInput } from "./growthContraction.ts";
import { refusal } from "./refusal.laws.ts";

const path = (
  base: number | string,
  reduction: number | string,
  periods: number,
  rounding?: GrowthContractionInput["rounding"],
): readonly number[] =>
  growthContraction({ base: exact(base), reduction: exact(reduction), periods: count(periods), rounding });

describe("growthContraction", () => {
  // Science Based Targets initiative: 4.2 % of the base year a year is 42 % in ten years.
  test("loses 42 % of the base in ten years of 4.2 %, in equal steps", () => {
    expect(path(100, "0.042", 10)).toEqual([100, 95.8, 91.6, 87.4, 83.2, 79, 74.8, 70.6, 66.4, 62.2, 58]);
  });

  test("reaches zero after 1/reduction periods and stays there", () => {
    expect(path(10, "0.25", 6)).toEqual([10, 7.5, 5, 2.5, 0, 0, 0]);
    expect(path(10, "0.3", 5)).toEqual([10, 7, 4, 1, 0, 0]);
    expect(path(10, 1, 2)).toEqual([10, 0, 0]);
  });

  test("never rounds the base, and rounds the values from the exact path", () => {
    expect(path("7.5", "0.1", 3, "nearest")).toEqual([7.5, 7, 6, 5]);
    expect(path("7.5", "0.1", 3, "up")).toEqual([7.5, 7, 6, 6]);
    expect(path("7.5", "0.1", 3, "down")).toEqual([7.5, 6, 6, 5]);
  });

  test("stands where nothing goes, or nothing is", () => {
    expect(path(7, 0, 2)).toEqual([7, 7, 7]);
    expect(path(0, "0.5", 2)).toEqual([0, 0, 0]);
  });

  test.each([
    ["a base below 0", () => path(-1, "0.1", 1), "base to be 0 or more; found -1"],
    ["a growth", () => path(1, "-0.1", 1), "reduction to be from 0 to 1; found -0.1"],
    ["per cent for a fraction", () => path(1, "4.2", 1), "reduction to be from 0 to 1; found 4.2"],
    ["too many periods", () => path(1, 0, 1_048_576), "periods to be at most 1048575; found 1048576"],
    [
      "a base beyond every double",
      () => path("1e309", 0, 1),
      "base to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: growthContraction requires ${words}`);
  });
});
