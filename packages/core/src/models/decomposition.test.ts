import { describe, expect, test } from "vitest";
import { coverageChange } from "../coverage/coverageChange.ts";
import { coverageStandardised } from "../coverage/coverageStandardised.ts";
import { coverageStandardisedRatio } from "../coverage/coverageStandardisedRatio.ts";
import { crossClassifiedChange } from "../coverage/crossClassifiedChange.ts";
import { rateDecomposition } from "../coverage/rateDecomposition.ts";
import {
  CoverageChangeModel,
  CoverageStandardisedModel,
  CoverageStandardisedRatioModel,
  CrossClassifiedChangeModel,
  RateDecompositionModel,
} from "./index.ts";

const change = {
  group: ["east", "west", null],
  coveredBefore: [10, 80, 1],
  eligibleBefore: [50, 100, 1],
  coveredAfter: [30, 80, 1],
  eligibleAfter: [100, 100, null],
};
const standardised = { covered: [90, 10], eligible: [100, 50], standard: ["0.5", 0.5] };
const ratio = {
  covered: [6, 9],
  eligible: [10, 10],
  referenceCovered: [50, 80],
  referenceEligible: [100, 100],
};
const factors = [{ name: "alpha", values: [["0.6"], [0.3]] }];

describe("a model of a decomposition gives what its calculator takes", () => {
  test("coverageChange, null for what is missing", () => {
    const { total } = coverageChange(CoverageChangeModel.parse(change));
    expect(total).toMatchObject({ points: -5, leftOut: { missing: 1, invalid: 0 } });
  });

  test("coverageChange, with decimals", () => {
    const { total } = coverageChange(CoverageChangeModel.parse({ ...change, decimals: 1 }));
    expect([total.fromRates, total.fromStructure]).toEqual([4.2, -9.2]);
  });

  test("crossClassifiedChange, null for what is missing", () => {
    const { group, ...counts } = change;
    const cells = { ...counts, first: group, second: ["small", "small", "large"] };
    const result = crossClassifiedChange(CrossClassifiedChangeModel.parse(cells));
    expect(result).toMatchObject({ points: -5, fromSecond: 0, leftOut: { missing: 1, invalid: 0 } });
  });

  test("coverageStandardised, its standard read exactly", () => {
    expect(coverageStandardised(CoverageStandardisedModel.parse(standardised))).toBe(0.55);
  });

  test("coverageStandardised, which refuses what is missing itself", () => {
    const input = CoverageStandardisedModel.parse({ ...standardised, covered: [90, null] });
    expect(() => coverageStandardised(input)).toThrow(
      "coverageStandardised requires a value in covered, row 2",
    );
  });

  test("coverageStandardisedRatio", () => {
    expect(coverageStandardisedRatio(CoverageStandardisedRatioModel.parse(ratio)).ratio).toBe(15 / 13);
  });

  test("rateDecomposition, its values read exactly", () => {
    expect(rateDecomposition(RateDecompositionModel.parse({ factors })).factors[0]?.contributions[0]).toEqual(
      [0, -0.3],
    );
  });
});

describe("a model of a decomposition refuses", () => {
  test.each([
    ["coverageChange", CoverageChangeModel, { ...change, decimals: 16 }],
    ["coverageChange", CoverageChangeModel, { ...change, decimals: 0.5 }],
    ["coverageChange", CoverageChangeModel, { ...change, coveredAfter: ["1", 1, 1] }],
    ["crossClassifiedChange", CrossClassifiedChangeModel, change],
    ["coverageStandardised", CoverageStandardisedModel, { ...standardised, standard: [1, null] }],
    ["coverageStandardised", CoverageStandardisedModel, { ...standardised, standard: [1, -1] }],
    ["coverageStandardisedRatio", CoverageStandardisedRatioModel, { ...ratio, reference: [1] }],
    ["rateDecomposition", RateDecompositionModel, { factors: [{ name: "alpha", values: [[null]] }] }],
    ["rateDecomposition", RateDecompositionModel, { factors, rate: "sum" }],
  ])("data that %s cannot take: %#", (_, model, data) => {
    expect(model.safeParse(data).success).toBe(false);
  });
});
