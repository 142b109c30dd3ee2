import { describe, expect, test } from "vitest";
import { amountText } from "../exact/amount.ts";
import { fundingClaims } from "../funding/fundingClaims.ts";
import { fundingFormula } from "../funding/fundingFormula.ts";
import { fundingReturn } from "../funding/fundingReturn.ts";
import { fundingSources } from "../funding/fundingSources.ts";
import { fundingSourcesBy } from "../funding/fundingSourcesBy.ts";
import {
  FundingClaimsModel,
  FundingFormulaModel,
  FundingReturnModel,
  FundingSourcesByModel,
  FundingSourcesModel,
} from "./index.ts";

const cents = (value: number | string) => ({ value, step: "0.01" });

describe("the models of funding rules read plain data", () => {
  test("fundingSources, with none for no limit and null for no cap", () => {
    const data = { budget: cents(100), limit: ["30.00", "none"], priority: [1, 2], cap: [null, 0.5] };
    const { sources, unfunded } = fundingSources(FundingSourcesModel.parse(data));
    expect(sources.map(({ drawn }) => amountText(drawn))).toEqual(["30.00", "50.00"]);
    expect(amountText(unfunded)).toBe("20.00");
    const one = { budget: cents(100), limit: ["none"], cap: 0.5, share: ["0.5"] };
    expect(amountText(fundingSources(FundingSourcesModel.parse(one)).unfunded)).toBe("50.00");
  });

  test("fundingSourcesBy", () => {
    const data = { needs: [60, "40"], step: 1, limit: [50, 25], priority: [1, 2] };
    const { recipients } = fundingSourcesBy(FundingSourcesByModel.parse(data));
    expect(recipients.map(({ unfunded }) => amountText(unfunded))).toEqual(["15", "10"]);
  });

  test("fundingClaims", () => {
    const data = { total: cents(200), claims: [100, 200, "300.00"], rule: "talmud" };
    expect(fundingClaims(FundingClaimsModel.parse(data)).parts.map(amountText)).toEqual([
      "50.00",
      "75.00",
      "75.00",
    ]);
  });

  test("fundingFormula", () => {
    const data = {
      total: { value: 1000, step: 1 },
      baseEach: 100,
      heads: [3, 2, 1],
      performance: [0, 1, 1],
      performanceShare: "0.2",
    };
    const { recipients } = fundingFormula(FundingFormulaModel.parse(data));
    expect(recipients.map(({ total }) => amountText(total))).toEqual(["380", "357", "263"]);
  });

  test("fundingReturn, with its options or without", () => {
    const dues = { dues: [8000, 2100, "400"], share: 1, step: "0.01" };
    expect(fundingReturn(FundingReturnModel.parse(dues)).rows).toHaveLength(3);
    const grouped = { ...dues, minimumEach: 3000, pool: 600, group: ["west", "east", "east"] };
    const { rows, poolLeft } = fundingReturn(FundingReturnModel.parse(grouped));
    expect(rows.map(({ topUp }) => amountText(topUp))).toEqual(["0.00", "500.00"]);
    expect(poolLeft).toEqual({ numerator: 100n, denominator: 1n });
  });
});

describe("the models of funding rules refuse", () => {
  test.each([
    ["a limit that is missing", FundingSourcesModel, { budget: cents(1), limit: [null] }],
    ["another word for no limit", FundingSourcesModel, { budget: cents(1), limit: ["no"] }],
    ["a share below zero", FundingSourcesModel, { budget: cents(1), limit: [1], share: [-1] }],
    ["a need that is missing", FundingSourcesByModel, { needs: [null], step: 1, limit: [1] }],
    ["a rule that is not on the list", FundingClaimsModel, { total: cents(1), claims: [1], rule: "equal" }],
    ["an amount between two steps", FundingClaimsModel, { total: cents(0.005), claims: [1] }],
    ["a group that is a number", FundingReturnModel, { dues: [1], share: 1, step: 1, group: [1] }],
    ["a property that they do not know", FundingReturnModel, { dues: [1], share: 1, step: 1, shares: 1 }],
  ])("%s", (_, model, data) => {
    expect(model.safeParse(data).success).toBe(false);
  });
});
