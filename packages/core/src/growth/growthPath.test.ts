import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { growthPath, type GrowthPathInput } from "./growthPath.ts";
import { refusal } from "./refusal.laws.ts";

const path = (
  base: number | string,
  rate: number | string,
  periods: number,
  options: Partial<GrowthPathInput> = {},
): readonly number[] =>
  growthPath({ base: exact(base), rate: exact(rate), periods: count(periods), ...options });

describe("growthPath", () => {
  test("has the base and one value for each period", () => {
    expect(path(650, "0.2", 5)).toEqual([650, 780, 936, 1123.2, 1347.84, 1617.408]);
  });

  // LibreOffice 7.4: FV(0.2;5;0;-650) and FV(0.06/12;10*12;0;-500); future value is the path's last value.
  test("ends at the future value of spreadsheets", () => {
    expect(path(650, "0.2", 5)[5]).toBe(1617.408);
    expect(path(500, "0.005", 120)[120]).toBeCloseTo(909.698367016145, 10);
  });

  test("is the base alone for no period", () => {
    expect(path("541.67", "0.2", 0, { rounding: "nearest" })).toEqual([541.67]);
  });

  // The published plan: 650 in 2021 after growth of 20 % a year from 2020.
  test("rounds the published plan from the exact path, or at each step, one person apart in the end", () => {
    expect(path(650, "0.2", 5, { rounding: "nearest" })).toEqual([650, 780, 936, 1123, 1348, 1617]);
    expect(path(650, "0.2", 5, { rounding: "nearest", place: "each" })).toEqual([
      650, 780, 936, 1123, 1348, 1618,
    ]);
  });

  test("never rounds the base, so that both readings of the base year give 650 in 2021", () => {
    expect(path("541.67", "0.2", 1, { rounding: "nearest" })).toEqual([541.67, 650]);
    expect(path("451.39", "0.2", 2, { rounding: "nearest" })).toEqual([451.39, 542, 650]);
    expect(path("451.39", "0.2", 2, { rounding: "nearest", place: "each" })).toEqual([451.39, 542, 650]);
  });

  test("starts from a whole base of 542 as the two places of rounding tell", () => {
    expect(path(542, "0.2", 4, { rounding: "nearest" })).toEqual([542, 650, 780, 937, 1124]);
    expect(path(542, "0.2", 4, { rounding: "nearest", place: "each" })).toEqual([542, 650, 780, 936, 1123]);
  });

  test("contracts by a rate of the base or of the value: 58 or 65.1 left after ten years of 4.2 %", () => {
    expect(path(100, "-0.042", 10, { method: "linear" })).toEqual([
      100, 95.8, 91.6, 87.4, 83.2, 79, 74.8, 70.6, 66.4, 62.2, 58,
    ]);
    expect(path(100, "-0.042", 10, { rounding: "nearest" })[10]).toBe(65);
    expect(path(100, "-0.042", 10)[10]).toBeCloseTo(65.1, 1);
  });

  test("lets a linear path fall below zero", () => {
    expect(path(10, "-0.4", 3, { method: "linear" })).toEqual([10, 6, 2, -2]);
    expect(path(5, -1, 2, { method: "linear", rounding: "down" })).toEqual([5, 0, -5]);
  });

  test.each([
    ["none", [5, 7.5, 11.25, 16.875]],
    ["nearest", [5, 8, 11, 17]],
    ["up", [5, 8, 12, 17]],
    ["down", [5, 7, 11, 16]],
  ] as const)("rounds %s from the exact path", (rounding, expected) => {
    expect(path(5, "0.5", 3, { rounding })).toEqual(expected);
  });

  test.each([
    ["none", [5, 7.5, 11.25, 16.875]],
    ["nearest", [5, 8, 12, 18]],
    ["up", [5, 8, 12, 18]],
    ["down", [5, 7, 10, 15]],
  ] as const)("rounds %s at each step", (rounding, expected) => {
    expect(path(5, "0.5", 3, { rounding, place: "each" })).toEqual(expected);
  });

  test("adds the exact rate of the base to the rounded value, when linear steps are rounded each", () => {
    expect(path(7, "0.1", 3, { method: "linear", rounding: "up", place: "each" })).toEqual([7, 8, 9, 10]);
    expect(path(7, "0.1", 3, { method: "linear", rounding: "up" })).toEqual([7, 8, 9, 10]);
    expect(path(7, "0.2", 3, { method: "linear", rounding: "nearest", place: "each" })).toEqual([
      7, 8, 9, 10,
    ]);
    expect(path(7, "0.2", 3, { method: "linear", rounding: "nearest" })).toEqual([7, 8, 10, 11]);
  });

  test("rounds half away from zero where doubles would lie just below: 1.005 x 100 is 100.5", () => {
    expect(path(100, "0.005", 1, { rounding: "nearest" })).toEqual([100, 101]);
    expect(path(100, "0.1", 2, { rounding: "up" })).toEqual([100, 110, 121]);
  });

  test("decides a boundary that lies 10^-300 away", () => {
    const options = { rounding: "up", method: "compound" } as const;
    expect(path(100, "1e-300", 3, options)).toEqual([100, 101, 101, 101]);
    expect(path(100, "-1e-300", 3, { rounding: "down" })).toEqual([100, 99, 99, 99]);
  });

  test("finds whole values that appear only after hundreds of steps", () => {
    const base = fraction(1n, 3n ** 300n);
    const values = growthPath({ base, rate: exact(2), periods: count(304), rounding: "down" });
    expect(values.slice(298)).toEqual([0, 0, 1, 3, 9, 27, 81]);
  });

  test("stays exact past 2^53, rounding once", () => {
    // 2^53 + 1 is no double; a third more is 12009599006321324 exactly, and once more 16012798675095098 + 2/3.
    const base = fraction(9007199254740993n);
    const values = growthPath({ base, rate: fraction(1n, 3n), periods: count(2), rounding: "up" });
    expect(values).toEqual([9007199254740992, 12009599006321324, 16012798675095100]);
  });

  test("grows from zero to zero", () => {
    expect(path(0, "12.5", 3)).toEqual([0, 0, 0, 0]);
    expect(path(0, 1e300, 3, { rounding: "up", place: "each" })).toEqual([0, 0, 0, 0]);
    expect(path(0, 1, 5000)[5000]).toBe(0);
  });

  test("loses everything at a rate of -1, and almost everything near it", () => {
    expect(path(650, -1, 2)).toEqual([650, 0, 0]);
    expect(path(650, "-0.5", 20_000, { rounding: "up" })[20_000]).toBe(1);
    expect(path(650, "-0.5", 20_000)[20_000]).toBe(0);
  });

  test("refuses what cannot be, naming it", () => {
    expect(refusal(() => path(-1, "0.2", 1))).toBe(
      "outOfRange: growthPath requires base to be 0 or more; found -1",
    );
    expect(refusal(() => path(1, "-1.2", 1))).toBe(
      "outOfRange: growthPath requires rate to be -1 or more; found -1.2",
    );
    expect(refusal(() => path(1, 0, 1_048_576))).toBe(
      "outOfRange: growthPath requires periods to be at most 1048575; found 1048576",
    );
  });

  test.each<[string, Partial<GrowthPathInput>]>([
    ["compound", {}],
    ["linear", { method: "linear" }],
    ["rounded at each step", { rounding: "up", place: "each" }],
  ])("refuses a value beyond the largest double: %s", (_, options) => {
    expect(path(1e308, "0.7", 1, options)).toEqual([1e308, 1.7e308]);
    expect(refusal(() => path(1e308, "0.8", 1, options))).toBe(
      "outOfRange: growthPath requires the value of period 1 to be at most 1.7976931348623157e308; found more",
    );
  });

  test("refuses a base beyond the largest double", () => {
    expect(refusal(() => path("1e309", "-0.9", 1))).toMatch(
      /^outOfRange: growthPath requires base to be at most/,
    );
  });
});
