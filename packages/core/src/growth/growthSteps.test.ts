import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { growthSteps, type GrowthStepsInput } from "./growthSteps.ts";
import { refusal } from "./refusal.laws.ts";

const path = (
  base: number | string,
  rates: readonly (number | string)[],
  options: Pick<GrowthStepsInput, "rounding" | "place"> = {},
): readonly number[] =>
  growthSteps({ base: exact(base), rates: rates.map((rate) => exact(rate)), ...options });

describe("growthSteps", () => {
  test("is Excel's FVSCHEDULE at its end, on the documented example", () => {
    expect(path(1, [0.09, 0.11, 0.1]).at(-1)).toBe(1.33089);
  });

  test("is LibreOffice's FVSCHEDULE at its end", () => {
    expect(path(100, [0.075, 0.066, 0.08, 0.07]).at(-1)).toBe(132.425982);
  });

  test("grows by each rate in turn", () => {
    expect(path(650, [0.2, 0.2, 0.1, -0.5, 0])).toEqual([650, 780, 936, 1029.6, 514.8, 514.8]);
    expect(path(650, [])).toEqual([650]);
    expect(path(650, [-1, 3])).toEqual([650, 0, 0]);
  });

  test("rounds from the exact path, or at each step", () => {
    const rates = [0.5, 0.5, 0.5];
    expect(path(5, rates, { rounding: "nearest" })).toEqual([5, 8, 11, 17]);
    expect(path(5, rates, { rounding: "nearest", place: "each" })).toEqual([5, 8, 12, 18]);
    expect(path(5, rates, { place: "each" })).toEqual([5, 7.5, 11.25, 16.875]);
  });

  test("comes back exactly where rates undo each other, however often", () => {
    const upAndDown = Array.from({ length: 2000 }, (_, index) =>
      index % 2 === 0 ? fraction(1n, 5n) : fraction(-1n, 6n),
    );
    expect(growthSteps({ base: exact(650), rates: upAndDown, rounding: "up" }).at(-1)).toBe(650);
  });

  test("takes 5,000 rates", () => {
    expect(path(1, new Array<number>(5_000).fill(0))).toEqual(new Array<number>(5_001).fill(1));
  });

  test.each([
    ["a base below 0", () => path(-1, [0.1]), "base to be 0 or more; found -1"],
    [
      "a loss of more than all",
      () => path(1, [0, -1.5]),
      "the rate of period 2 to be -1 or more; found -1.5",
    ],
    [
      "too many rates",
      () => path(1, new Array<number>(5_001).fill(0)),
      "rates to be at most 5000 periods; found 5001",
    ],
    [
      "a base beyond every double",
      () => path("1e309", []),
      "base to be at most 1.7976931348623157e308; found more",
    ],
    [
      "a value beyond every double",
      () => path("1e308", [0, 1]),
      "the value of period 2 to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: growthSteps requires ${words}`);
  });
});
