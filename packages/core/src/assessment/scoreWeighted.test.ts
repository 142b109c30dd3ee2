import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import { type MissingScoreRule, scoreWeighted, type WeightedScore } from "./scoreWeighted.ts";

const _ = undefined;
const weighted = (
  scores: readonly (number | string | undefined)[],
  weights: readonly (number | string)[],
  missing?: MissingScoreRule,
): WeightedScore =>
  scoreWeighted({
    scores: Object.freeze(scores.map((score) => (score === undefined ? undefined : exact(score)))),
    weights: Object.freeze(weights.map((each) => weight(each))),
    missing,
  });
const one = fraction(1n);

describe("scoreWeighted", () => {
  // Worked out by hand: the sum of weight times score over the sum of weights.
  test.each<[(number | string)[], (number | string)[], Fraction]>([
    [[90, 80, 70], [50, 30, 20], exact(83)],
    [[90, 80, 70], [1, 1, 1], exact(80)],
    [[90, 80, 70], ["0.5", "0.3", "0.2"], exact(83)],
    [[100, 0], [1, 2], fraction(100n, 3n)],
    [["79.9", "80.1"], [1, 1], exact(80)],
    [["0.1", "0.2", "0.3"], ["0.1", "0.1", "0.1"], exact("0.2")],
    [[-5, 5], [3, 1], exact("-2.5")],
    [["9007199254740993", 1], [1, 1], exact("4503599627370497")],
  ])("of %j by %j is exact", (scores, weights, score) => {
    expect(weighted(scores, weights)).toEqual({ score, completeness: one });
  });

  test("of five dimensions keeps every digit", () => {
    const score = weighted(["91.3", "88.7", "90.1", "89.9", "89.35"], ["0.3", "0.2", "0.2", "0.2", "0.1"]);
    // 27.39 + 17.74 + 18.02 + 17.98 + 8.935
    expect(score.score).toEqual(exact("90.065"));
  });

  test("says how much of the weight is there", () => {
    expect(weighted([90, 80, _], [50, 30, 20], "reweight")).toEqual({
      score: exact("86.25"),
      completeness: exact("0.8"),
    });
    expect(weighted([90, 80, _], [50, 30, 20], "zero")).toEqual({
      score: exact(69),
      completeness: exact("0.8"),
    });
  });

  test("has no score where nothing is there, unless missing counts as 0", () => {
    expect(weighted([_, _], [1, 1], "reweight")).toEqual({ score: undefined, completeness: fraction(0n) });
    expect(weighted([_, _], [1, 1], "zero")).toEqual({ score: exact(0), completeness: fraction(0n) });
  });

  test.each<[MissingScoreRule]>([["error"], ["reweight"], ["zero"]])(
    "with %s does not miss a score that has no weight",
    (missing) => {
      expect(weighted([90, _, 70], [1, 0, 1], missing)).toEqual({ score: exact(80), completeness: one });
    },
  );

  test("refuses a missing score unless a rule is given, and says which", () => {
    expect(() => weighted([90, 80, _], [1, 1, 1])).toThrow(
      expect.objectContaining({
        code: "missingValue",
        message: "scoreWeighted requires a value in scores, dimension 3",
      }),
    );
  });

  test.each([
    ["no dimensions", [], [], "emptyInput"],
    ["a dimension without a weight", [1, 2], [1], "sizeMismatch"],
    ["a weight without a dimension", [1], [1, 2], "sizeMismatch"],
    ["weights of 0 only", [1, 2], [0, 0], "allZero"],
  ])("refuses %s", (__, scores, weights, code) => {
    expect(() => weighted(scores, weights)).toThrow(expect.objectContaining({ code }));
  });
});
