import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { amountText } from "../exact/amount.ts";
import { toNumber } from "../exact/fraction.ts";
import { fundingSplit } from "../funding/fundingSplit.ts";
import { fundingSplitMargin } from "../funding/fundingSplitMargin.ts";
import { fundingSplitSeparate } from "../funding/fundingSplitSeparate.ts";
import { quotaApportion } from "../funding/quotaApportion.ts";
import { quotaMargin } from "../funding/quotaMargin.ts";
import { splitCompare } from "../funding/splitCompare.ts";
import { splitDifference } from "../funding/splitDifference.ts";
import { splitFairness } from "../funding/splitFairness.ts";
import {
  FundingSplitMarginModel,
  FundingSplitModel,
  FundingSplitSeparateModel,
  QuotaApportionModel,
  QuotaMarginModel,
  SplitCompareModel,
  SplitDifferenceModel,
  SplitFairnessModel,
  TiePolicyModel,
} from "./index.ts";

const hundred = { value: 100, step: 1 };

/** What a model says of data that it refuses: where, and why. */
function issuesOf(model: z.ZodType, data: unknown): readonly string[] {
  const { error } = model.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a model of comparisons gives what its calculator takes", () => {
  test("splitCompare and splitFairness", () => {
    const { total } = splitCompare(SplitCompareModel.parse({ before: [60, "40"], after: ["66.5", 54] }));
    expect(toNumber(total.difference)).toBe(20.5);
    const fairness = SplitFairnessModel.parse({
      received: [7, 3, "0"],
      weights: [60, 30, 10],
      measure: "jain",
    });
    expect(splitFairness(fairness)).toBe(169 / 255);
  });

  test("splitDifference, with tie policies on either side", () => {
    const { rows } = splitDifference(
      SplitDifferenceModel.parse({
        before: { total: hundred, weights: [1, 1] },
        after: { total: { value: 200, step: 1 }, weights: [3, 1], ties: { by: "lot", seed: "2026" } },
      }),
    );
    expect(rows.map(({ pot }) => toNumber(pot))).toEqual([62.5, 37.5]);
  });

  test("fundingSplitSeparate", () => {
    const { parts, left } = fundingSplitSeparate(
      FundingSplitSeparateModel.parse({
        total: { value: "1.00", step: "0.01" },
        weights: [2, 3, 1],
        keep: "odd-blocks",
      }),
    );
    expect([...parts, left].map(amountText)).toEqual(["0.32", "0.48", "0.16", "0.04"]);
  });

  test("fundingSplitMargin and quotaMargin", () => {
    const data = { total: hundred, weights: [1, 1], row: 1, unit: "0.01" };
    expect(fundingSplitMargin(FundingSplitMarginModel.parse(data)).more?.part.units).toBe(51n);
    const contest = { places: 8, weights: [100, 80, 30, 20], method: "jefferson", row: 3 };
    expect(quotaMargin(QuotaMarginModel.parse(contest)).more?.change).toEqual({
      numerator: 6n,
      denominator: 1n,
    });
  });

  test("fundingSplit and quotaApportion with a tie policy", () => {
    const ties = { by: "id", ids: ["b", "a"] };
    const split = FundingSplitModel.parse({ total: { value: 1, step: 1 }, weights: [1, 1], ties });
    expect(fundingSplit(split).parts.map(({ units }) => units)).toEqual([0n, 1n]);
    const contest = QuotaApportionModel.parse({ places: 1, weights: [1, 1], ties });
    expect(quotaApportion(contest).places).toEqual([0, 1]);
  });
});

describe("TiePolicyModel", () => {
  test.each([
    { by: "order" },
    { by: "id", ids: ["a"] },
    { by: "lot", seed: "2026-11-22" },
    { by: "lot", seed: "2026-11-22", ids: ["a"] },
    { by: "previous-holder", held: [true, false] },
    { by: "previous-holder", held: [true], holder: "yields" },
    { by: "error" },
    { by: "error", names: ["a"] },
  ])("takes %o", (policy) => {
    expect(TiePolicyModel.parse(policy)).toEqual(policy);
  });

  test.each([{ by: "lot" }, { by: "id" }, { by: "age" }, { by: "order", seed: "x" }, {}])(
    "refuses %o",
    (policy) => {
      expect(TiePolicyModel.safeParse(policy).success).toBe(false);
    },
  );
});

describe("a model of comparisons refuses with the place and the words", () => {
  test("what is no number, no weight, or no key of its own", () => {
    expect(issuesOf(SplitCompareModel, { before: ["1,000"], after: [1] })).toEqual([
      'before.0: value to be a number or decimal text; found "1,000"',
    ]);
    expect(issuesOf(SplitFairnessModel, { received: [1], weights: [-1] })).toEqual([
      "weights.0: weight to be 0 or more; found -1",
    ]);
    expect(SplitFairnessModel.safeParse({ received: [1], weights: [1], measure: "hoover" }).success).toBe(
      false,
    );
    expect(FundingSplitSeparateModel.safeParse({ total: hundred, weights: [1], minimum: 1 }).success).toBe(
      false,
    );
    expect(QuotaMarginModel.safeParse({ places: 1, weights: [1] }).success).toBe(false);
  });
});
