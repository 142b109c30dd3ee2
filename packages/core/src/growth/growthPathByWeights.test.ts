import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import { growthPathByWeights, type GrowthPathByWeightsInput } from "./growthPathByWeights.ts";
import { refusal } from "./refusal.laws.ts";

const path = (
  start: number | string,
  goal: number | string,
  weights: readonly (number | string)[],
  rounding?: GrowthPathByWeightsInput["rounding"],
): readonly number[] =>
  growthPathByWeights({
    start: exact(start),
    goal: exact(goal),
    weights: weights.map((value) => weight(value)),
    rounding,
  });

describe("growthPathByWeights", () => {
  test("goes as far each period as its weight says: an S where the middle weighs most", () => {
    expect(path(0, 100, [1, 2, 4, 2, 1])).toEqual([0, 10, 30, 70, 90, 100]);
  });

  test("goes in equal steps where all weigh alike, up or down", () => {
    expect(path(10, 0, [3, 3, 3, 3])).toEqual([10, 7.5, 5, 2.5, 0]);
    expect(path(0, 1, [1, 1, 1])).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  test("reads only the ratio of the weights", () => {
    expect(path(650, 780, ["0.1", "0.2", "0.1"])).toEqual(path(650, 780, [1, 2, 1]));
  });

  test("stands still in a period of weight zero", () => {
    expect(path(0, 10, [0, 1, 0, 1, 0])).toEqual([0, 0, 5, 5, 10, 10]);
  });

  test("rounds only between the ends, from the exact path, so that rounded steps add up", () => {
    // The exact path is 0.5, 1.4, 3.2, 6.8, 8.6, 9.5.
    expect(path("0.5", "9.5", [1, 2, 4, 2, 1], "nearest")).toEqual([0.5, 1, 3, 7, 9, 9.5]);
    expect(path("0.5", "9.5", [1, 2, 4, 2, 1], "up")).toEqual([0.5, 2, 4, 7, 9, 9.5]);
    expect(path("0.5", "9.5", [1, 2, 4, 2, 1], "down")).toEqual([0.5, 1, 3, 6, 8, 9.5]);
  });

  test.each([
    ["no period", () => path(0, 1, []), "emptyInput", "at least one value in weights"],
    ["weights of nothing", () => path(0, 1, [0, 0]), "allZero", "at least one value above zero in weights"],
    ["a start below 0", () => path(-1, 1, [1]), "outOfRange", "start to be 0 or more; found -1"],
    ["a goal below 0", () => path(1, -1, [1]), "outOfRange", "goal to be 0 or more; found -1"],
    [
      "a goal beyond every double",
      () => path(1, "1e309", [1]),
      "outOfRange",
      "goal to be at most 1.7976931348623157e308; found more",
    ],
    [
      "a start beyond every double",
      () => path("1e309", 1, [1]),
      "outOfRange",
      "start to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s", (_, run, code, words) => {
    expect(refusal(run)).toBe(`${code}: growthPathByWeights requires ${words}`);
  });
});
