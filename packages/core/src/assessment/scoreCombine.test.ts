import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import { scoreCombine } from "./scoreCombine.ts";
import type { MissingScoreRule, WeightedScore } from "./scoreWeighted.ts";

const _ = undefined;
/** Four quarterly reviews, two half-yearly shows and the score at the end of the year. */
const kind = Object.freeze(["quarter", "quarter", "half", "quarter", "quarter", "half", "year"]);
const combined = (
  scores: readonly (number | undefined)[],
  shares: readonly number[],
  { kinds, missing }: { kinds?: readonly string[]; missing?: MissingScoreRule } = {},
): WeightedScore =>
  scoreCombine({
    scores: scores.map((score) => (score === undefined ? undefined : exact(score))),
    shares: shares.map((share) => weight(share)),
    kind: kinds,
    missing,
  });

describe("scoreCombine", () => {
  test("averages each kind first, then weighs the kinds", () => {
    // Quarters 85, halves 75, year 90: (85 x 40 + 75 x 20 + 90 x 40) / 100.
    expect(combined([80, 90, 70, 88, 82, 80, 90], [40, 20, 40], { kinds: kind })).toEqual({
      score: exact(85),
      completeness: fraction(1n),
    });
  });

  test("takes every review for a kind of its own where no kinds are named", () => {
    // (80 x 1 + 90 x 2) / 3
    expect(combined([80, 90], [1, 2]).score).toEqual(fraction(260n, 3n));
  });

  test("lets a missing review weigh on its own kind only", () => {
    // Quarters (80 + 90 + 82) / 3 = 84, halves 75, year 90; there: 40 x 3/4 + 20 + 40 of 100.
    const reviews = [80, 90, 70, _, 82, 80, 90];
    expect(combined(reviews, [40, 20, 40], { kinds: kind, missing: "reweight" })).toEqual({
      score: exact("84.6"),
      completeness: exact("0.9"),
    });
    // Quarters 252 / 4 = 63.
    expect(combined(reviews, [40, 20, 40], { kinds: kind, missing: "zero" })).toEqual({
      score: exact("76.2"),
      completeness: exact("0.9"),
    });
  });

  test("lets the other kinds take over the share of a kind that is missing as a whole", () => {
    // Quarters 85 and year 90: (85 x 40 + 90 x 40) / 80.
    expect(combined([80, 90, _, 88, 82, _, 90], [40, 20, 40], { kinds: kind, missing: "reweight" })).toEqual({
      score: exact("87.5"),
      completeness: exact("0.8"),
    });
    expect(combined([_, _], [1, 1], { missing: "reweight" }).score).toBeUndefined();
  });

  test("does not miss a review of a kind that has no share", () => {
    expect(combined([80, _], [1, 0]).score).toEqual(exact(80));
  });

  test("refuses a missing review unless a rule is given, and says which", () => {
    expect(() => combined([80, 90, 70, _, 82, 80, 90], [40, 20, 40], { kinds: kind })).toThrow(
      expect.objectContaining({
        code: "missingValue",
        message: "scoreCombine requires a value in scores, review 4",
      }),
    );
  });

  test.each([
    ["no reviews", [], [], _, "emptyInput"],
    ["a review without a kind", [1, 2], [1], ["a"], "sizeMismatch"],
    ["a kind without a share", [1, 2], [1], ["a", "b"], "sizeMismatch"],
    ["a share a review where there are kinds", [1, 2], [1, 1], ["a", "a"], "sizeMismatch"],
    ["shares of 0 only", [1, 2], [0, 0], _, "allZero"],
  ])("refuses %s", (__, scores, shares, kinds, code) => {
    expect(() => combined(scores, shares, kinds === undefined ? {} : { kinds })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
