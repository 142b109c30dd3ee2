import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import { targetShareOut, type TargetShareOutInput } from "./targetShareOut.ts";

const shares = (
  goal: number,
  weights: readonly (number | string)[],
  bounds: Pick<TargetShareOutInput, "minimum" | "maximum"> = {},
): readonly number[] =>
  targetShareOut({ goal: count(goal), weights: weights.map((value) => weight(value)), ...bounds }).goals;

describe("targetShareOut", () => {
  // 100 x 3/7 = 42.86, twice, and 14.29: rounding each gives 100, cutting off each 98.
  test("adds up to the goal, the odd ones to the largest remainders", () => {
    expect(shares(100, [3, 3, 1])).toEqual([43, 43, 14]);
    // 130 x 1/3 = 43.33 each: the odd one goes to the earlier row.
    expect(shares(130, ["0.1", "0.1", "0.1"])).toEqual([44, 43, 43]);
  });

  test("reports who was tied for the last one", () => {
    const { ties } = targetShareOut({ goal: count(1), weights: [weight(1), weight(1)] });
    expect(ties).toEqual([{ rows: [0, 1], served: [0] }]);
  });

  test("keeps floors and caps, one for all or one a row", () => {
    expect(shares(100, [3, 3, 1], { minimum: count(20) })).toEqual([40, 40, 20]);
    expect(shares(100, [5, 3, 2], { maximum: [count(30), undefined, undefined] })).toEqual([30, 42, 28]);
  });

  test("gives nothing to a weight of zero, and nothing of nothing", () => {
    expect(shares(10, [1, 0, 1])).toEqual([5, 0, 5]);
    expect(shares(0, [1, 2])).toEqual([0, 0]);
  });

  test("refuses floors that ask for more than the goal", () => {
    expect(() => shares(100, [1, 1], { minimum: count(60) })).toThrow(
      "120 together, to fit 100; it fails by 20",
    );
  });
});
