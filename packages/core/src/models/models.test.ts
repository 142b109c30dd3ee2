import { describe, expect, test } from "vitest";
import * as z from "zod";
import { coverageByGroup } from "../coverage/coverageByGroup.ts";
import { coverageGap } from "../coverage/coverageGap.ts";
import { coverageRate } from "../coverage/coverageRate.ts";
import { coverageRollUp } from "../coverage/coverageRollUp.ts";
import { coverageText } from "../coverage/coverageText.ts";
import { fundingSplit } from "../funding/fundingSplit.ts";
import { quotaApportion } from "../funding/quotaApportion.ts";
import {
  AmountModel,
  CountModel,
  CoverageByGroupModel,
  CoverageGapModel,
  CoverageModel,
  CoverageRollUpModel,
  CoverageTextModel,
  ExactModel,
  FundingSplitModel,
  GrowthPathModel,
  GrowthPathToModel,
  GrowthPeriodsModel,
  GrowthRateModel,
  QuotaApportionModel,
  WeightModel,
} from "./index.ts";
import { through } from "./scalars.ts";

/** What a model says of data that it refuses: where, and why. */
function issuesOf(model: z.ZodType, data: unknown): readonly string[] {
  const { error } = model.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("CountModel", () => {
  test("reads a whole number from 0 to 2^53-1", () => {
    expect(CountModel.parse(0)).toBe(0);
    expect(CountModel.parse(9007199254740991)).toBe(9007199254740991);
  });

  test.each([
    [-1, "-1"],
    [1.5, "1.5"],
    [9007199254740992, "9007199254740992"],
  ])("refuses %d in the words of the core", (value, found) => {
    expect(issuesOf(CountModel, value)).toEqual([
      `: value to be a whole number from 0 to 2^53-1; found ${found}`,
    ]);
  });

  test.each([["5"], [null], [undefined], [true], [NaN], [Infinity], [5n]])(
    "refuses %o, which is no number",
    (value) => {
      expect(CountModel.safeParse(value).success).toBe(false);
    },
  );
});

describe("ExactModel", () => {
  test("reads a number or decimal text exactly", () => {
    expect(ExactModel.parse(0.1)).toEqual({ numerator: 1n, denominator: 10n });
    expect(ExactModel.parse("9007199254740993.5")).toEqual({
      numerator: 18014398509481987n,
      denominator: 2n,
    });
  });

  test("refuses text that is no decimal in the words of the core", () => {
    expect(issuesOf(ExactModel, "1,000")).toEqual([': value to be a number or decimal text; found "1,000"']);
  });

  test("refuses what is neither number nor text", () => {
    expect(ExactModel.safeParse(null).success).toBe(false);
    expect(ExactModel.safeParse({}).success).toBe(false);
  });
});

describe("WeightModel", () => {
  test("reads an exact number from zero on", () => {
    expect(WeightModel.parse("0.25")).toEqual({ numerator: 1n, denominator: 4n });
  });

  test("refuses one below zero in the words of the core", () => {
    expect(issuesOf(WeightModel, -1)).toEqual([": weight to be 0 or more; found -1"]);
  });
});

describe("AmountModel", () => {
  test("reads a value and its step", () => {
    expect(AmountModel.parse({ value: "100.00", step: 0.01 })).toEqual({
      units: 10000n,
      step: { numerator: 1n, denominator: 100n },
    });
  });

  test("refuses an amount between two steps in the words of the core", () => {
    expect(issuesOf(AmountModel, { value: "0.07", step: "0.05" })).toEqual([
      ": value to be a whole number of steps of 0.05; found 0.07",
    ]);
  });

  test("refuses a step of zero in the words of the core", () => {
    expect(issuesOf(AmountModel, { value: 1, step: 0 })).toEqual([": step to be above zero; found 0"]);
  });

  test("refuses a property that it does not know", () => {
    expect(AmountModel.safeParse({ value: 1, step: 1, currency: "CNY" }).success).toBe(false);
  });
});

describe("a model that reads through a constructor", () => {
  test("passes on an error that is no refusal", () => {
    const faulty = through(z.number(), () => {
      throw new TypeError("a slip in the constructor");
    });
    expect(() => faulty.safeParse(1)).toThrow(new TypeError("a slip in the constructor"));
  });
});

describe("a model of counts gives what its calculator takes", () => {
  test("coverageRate", () => {
    expect(coverageRate(CoverageModel.parse({ covered: 6015, eligible: 6573 }))).toEqual({
      numerator: 6015,
      denominator: 6573,
      status: "ok",
    });
  });

  test("coverageText, with decimals or without", () => {
    expect(coverageText(CoverageTextModel.parse({ covered: 6015, eligible: 6573 }))).toBe("91.5%");
    expect(coverageText(CoverageTextModel.parse({ covered: 6015, eligible: 6573, decimals: 0 }))).toBe("92%");
  });

  test("coverageGap, its goal read exactly", () => {
    expect(coverageGap(CoverageGapModel.parse({ covered: 0, eligible: 100, goal: 0.07 }))).toBe(7);
    expect(coverageGap(CoverageGapModel.parse({ covered: 18, eligible: 20, goal: "0.95" }))).toBe(1);
  });

  test("naming the count that it refuses by its place", () => {
    expect(issuesOf(CoverageModel, { covered: -1, eligible: 2.5 })).toEqual([
      "covered: value to be a whole number from 0 to 2^53-1; found -1",
      "eligible: value to be a whole number from 0 to 2^53-1; found 2.5",
    ]);
  });

  test.each([-1, 16, 1.5, "1"])("refusing decimals of %o", (decimals) => {
    expect(CoverageTextModel.safeParse({ covered: 1, eligible: 2, decimals }).success).toBe(false);
  });

  test("refusing a property that it does not know", () => {
    expect(CoverageModel.safeParse({ covered: 1, eligible: 2, target: 2 }).success).toBe(false);
  });
});

describe("a model of columns takes null for what is missing", () => {
  test("coverageByGroup", () => {
    const rows = { group: ["A", "A", null], covered: [1, null, 1], eligible: [2, 3, 1] };
    expect(coverageByGroup(CoverageByGroupModel.parse(rows)).total).toEqual({
      rate: { numerator: 1, denominator: 2, status: "ok" },
      leftOut: { missing: 2, invalid: 0 },
      countedAsZero: 0,
    });
  });

  test("coverageByGroup, counting a missing covered as zero", () => {
    const rows = { group: ["A", "A", null], covered: [1, null, 1], eligible: [2, 3, 1], missing: "zero" };
    expect(coverageByGroup(CoverageByGroupModel.parse(rows)).total).toEqual({
      rate: { numerator: 1, denominator: 5, status: "ok" },
      leftOut: { missing: 1, invalid: 0 },
      countedAsZero: 1,
    });
  });

  test("coverageRollUp, refusing what is missing, by a rule on the list", () => {
    const rows = { levels: [["east"]], covered: [null], eligible: [2] };
    expect(() => coverageRollUp(CoverageRollUpModel.parse({ ...rows, missing: "refuse" }))).toThrow(
      expect.objectContaining({ code: "missingValue" }),
    );
    expect(CoverageRollUpModel.safeParse({ ...rows, missing: "guess" }).success).toBe(false);
  });

  test("coverageRollUp", () => {
    const rows = { levels: [["east", null]], covered: [1, 1], eligible: [2, 1] };
    expect(
      coverageRollUp(CoverageRollUpModel.parse(rows)).map(({ path, leftOut }) => [path, leftOut.missing]),
    ).toEqual([
      [[], 1],
      [["east"], 0],
    ]);
  });

  test("and lets a number through that is no count, which the calculator reports", () => {
    const rows = { group: ["A"], covered: [-1], eligible: [2] };
    expect(coverageByGroup(CoverageByGroupModel.parse(rows)).total.leftOut).toEqual({
      missing: 0,
      invalid: 1,
    });
  });

  test("but no text for a number, naming its place", () => {
    expect(issuesOf(CoverageByGroupModel, { group: ["A"], covered: ["1"], eligible: [2] })).toEqual([
      expect.stringMatching(/^covered\.0: /),
    ]);
  });
});

describe("FundingSplitModel", () => {
  const total = { value: "1.00", step: "0.01" };

  test("reads a total, weights and a rule", () => {
    const input = FundingSplitModel.parse({ total, weights: [2, "3", 1], rule: "first" });
    expect(input).toEqual({
      total: { units: 100n, step: { numerator: 1n, denominator: 100n } },
      weights: [
        { numerator: 2n, denominator: 1n },
        { numerator: 3n, denominator: 1n },
        { numerator: 1n, denominator: 1n },
      ],
      rule: "first",
    });
    expect(() => fundingSplit(input)).not.toThrow();
  });

  test("reads one bound for all, or one a row with null where there is none", () => {
    const input = FundingSplitModel.parse({ total, weights: [1, 1], minimum: "0.1", maximum: [null, 0.5] });
    expect(input.minimum).toEqual({ numerator: 1n, denominator: 10n });
    expect(input.maximum).toEqual([undefined, { numerator: 1n, denominator: 2n }]);
  });

  test("refuses a rule that is not on the list", () => {
    expect(issuesOf(FundingSplitModel, { total, weights: [1], rule: "lottery" })).toEqual([
      expect.stringMatching(/^rule: .*"largest-remainder"/),
    ]);
  });

  test("names the weight that it refuses by its place", () => {
    expect(issuesOf(FundingSplitModel, { total, weights: [1, -1] })).toEqual([
      "weights.1: weight to be 0 or more; found -1",
    ]);
  });
});

describe("QuotaApportionModel", () => {
  test("reads places, weights, a method and bounds", () => {
    const input = QuotaApportionModel.parse({
      places: 10,
      weights: [53, 24, 23],
      method: "webster",
      minimum: 1,
      maximum: [null, 5, 5],
      threshold: "0.05",
    });
    expect(input).toMatchObject({
      places: 10,
      method: "webster",
      minimum: 1,
      maximum: [undefined, 5, 5],
      threshold: { numerator: 1n, denominator: 20n },
    });
    expect(() => quotaApportion(input)).not.toThrow();
  });

  test("refuses half a place in the words of the core", () => {
    expect(issuesOf(QuotaApportionModel, { places: 2.5, weights: [1] })).toEqual([
      "places: value to be a whole number from 0 to 2^53-1; found 2.5",
    ]);
  });

  test("refuses a method that is not on the list", () => {
    expect(QuotaApportionModel.safeParse({ places: 1, weights: [1], method: "hare-niemeyer" }).success).toBe(
      false,
    );
  });
});

describe("the models of growth", () => {
  test("read a base, a rate and a number of periods", () => {
    expect(
      GrowthPathModel.parse({ base: 1000, rate: "0.2", periods: 3, method: "linear", rounding: "up" }),
    ).toEqual({
      base: { numerator: 1000n, denominator: 1n },
      rate: { numerator: 1n, denominator: 5n },
      periods: 3,
      method: "linear",
      rounding: "up",
    });
  });

  test("read both ends of a path, and its ceiling", () => {
    expect(
      GrowthPathToModel.parse({ start: 10, goal: 80, periods: 5, method: "logistic", ceiling: "100" }),
    ).toMatchObject({ method: "logistic", ceiling: { numerator: 100n, denominator: 1n } });
  });

  test("read the periods of a rate exactly, halves included", () => {
    expect(GrowthRateModel.parse({ start: 1, end: 2, periods: 2.5 }).periods).toEqual({
      numerator: 5n,
      denominator: 2n,
    });
    expect(GrowthPeriodsModel.parse({ start: 1, end: 2, rate: 0.1 }).rate).toEqual({
      numerator: 1n,
      denominator: 10n,
    });
  });

  test("refuse half a period on a path in the words of the core", () => {
    expect(issuesOf(GrowthPathModel, { base: 1, rate: 0.1, periods: 2.5 })).toEqual([
      "periods: value to be a whole number from 0 to 2^53-1; found 2.5",
    ]);
  });

  test("refuse a choice that is not on the list", () => {
    expect(GrowthPathModel.safeParse({ base: 1, rate: 0.1, periods: 1, rounding: "bankers" }).success).toBe(
      false,
    );
    expect(GrowthPathModel.safeParse({ base: 1, rate: 0.1, periods: 1, method: "logistic" }).success).toBe(
      false,
    );
    expect(GrowthPathToModel.safeParse({ start: 1, goal: 2, periods: 1, method: "s-curve" }).success).toBe(
      false,
    );
  });
});
