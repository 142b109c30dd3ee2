import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { targetBreakdown } from "../funding/targetBreakdown.ts";
import { targetShareOut } from "../funding/targetShareOut.ts";
import { growthBase } from "../growth/growthBase.ts";
import { growthContraction } from "../growth/growthContraction.ts";
import { growthPathByWeights } from "../growth/growthPathByWeights.ts";
import { growthReadings } from "../growth/growthReadings.ts";
import { growthSteps } from "../growth/growthSteps.ts";
import { growthYears } from "../growth/growthYears.ts";
import { targetCatchUp } from "../growth/targetCatchUp.ts";
import { targetMilestones } from "../growth/targetMilestones.ts";
import { targetProRata } from "../growth/targetProRata.ts";
import { targetStatus } from "../growth/targetStatus.ts";
import { targetToDate } from "../growth/targetToDate.ts";
import {
  GrowthBaseModel,
  GrowthContractionModel,
  GrowthPathByWeightsModel,
  GrowthReadingsModel,
  GrowthStepsModel,
  GrowthYearsModel,
  TargetBreakdownModel,
  TargetCatchUpModel,
  TargetMilestonesModel,
  TargetProRataModel,
  TargetShareOutModel,
  TargetStatusModel,
  TargetToDateModel,
} from "./index.ts";

/** What a model says of data that it refuses: where, and why. */
function issuesOf(model: z.ZodType, data: unknown): readonly string[] {
  const { error } = model.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const year = { startDate: "2026-01-01", endDate: "2026-12-31", asOf: "2026-03-14" };

describe("a model of growth gives what its calculator takes", () => {
  test("growthBase and growthReadings", () => {
    const plan = { end: 650, rate: "0.2", place: "each" };
    expect(growthBase(GrowthBaseModel.parse({ ...plan, periods: 2 })).lowest).toBe(452);
    const { asBaseYear } = growthReadings(GrowthReadingsModel.parse({ ...plan, year: 2021, from: 2020 }));
    expect(asBaseYear.lowest).toBe(542);
  });

  test("growthYears", () => {
    const plan = { base: 650, rate: 0.2, baseYear: 2021, firstGrowthYear: 2023, lastYear: 2023 };
    expect(growthYears(GrowthYearsModel.parse(plan)).map(({ value }) => value)).toEqual([650, 650, 780]);
  });

  test("growthContraction, growthSteps and growthPathByWeights", () => {
    const falling = GrowthContractionModel.parse({ base: 100, reduction: "0.042", periods: 1 });
    expect(growthContraction(falling)).toEqual([100, 95.8]);
    expect(growthSteps(GrowthStepsModel.parse({ base: 100, rates: [0.1, "0.2"] }))).toEqual([100, 110, 132]);
    const curve = GrowthPathByWeightsModel.parse({ start: 0, goal: 8, weights: [1, "3"] });
    expect(growthPathByWeights(curve)).toEqual([0, 2, 8]);
  });

  test("refusing a word, a half period and a property that they do not know", () => {
    expect(GrowthBaseModel.safeParse({ end: 1, rate: 1, periods: 1, place: "middle" }).success).toBe(false);
    expect(GrowthStepsModel.safeParse({ base: 1, rates: [1], years: 3 }).success).toBe(false);
    expect(issuesOf(GrowthContractionModel, { base: 1, reduction: 1, periods: 0.5 })).toEqual([
      "periods: value to be a whole number from 0 to 2^53-1; found 0.5",
    ]);
  });
});

describe("a model of targets gives what its calculator takes", () => {
  test("targetStatus, targetProRata and targetCatchUp", () => {
    const plan = { ...year, start: 650, goal: 780 };
    expect(targetStatus(TargetStatusModel.parse({ ...plan, actual: "676" })).status).toBe("on track");
    expect(targetProRata(TargetProRataModel.parse({ ...year, goal: 730 }))).toBe(146);
    expect(targetCatchUp(TargetCatchUpModel.parse({ actual: 650, goal: 936, periodsLeft: 2 }))).toBe(0.2);
  });

  test("targetMilestones, with null for what is missing", () => {
    const rows = { kind: ["parks", null], goal: [10, 20], reached: [7, 9], due: [null, "2026-12-31"] };
    const { total, leftOut } = targetMilestones(TargetMilestonesModel.parse({ ...rows, asOf: "2026-12-31" }));
    expect([total.rate, leftOut]).toEqual([0.7, 1]);
  });

  test("targetToDate, with null for what is missing", () => {
    const rows = {
      periodStart: ["2026-01-01"],
      periodEnd: ["2026-12-31"],
      actual: [null],
      asOf: "2026-03-14",
    };
    expect(targetToDate(TargetToDateModel.parse({ goal: 365, ...rows }))).toMatchObject([
      { expected: 73, status: "missing" },
    ]);
  });

  test("targetShareOut and targetBreakdown", () => {
    const bounds = { minimum: 20, maximum: [null, 40, 40] };
    expect(
      targetShareOut(TargetShareOutModel.parse({ goal: 100, weights: [3, 3, 1], ...bounds })).goals,
    ).toEqual([40, 40, 20]);
    const tree = { goal: 5, children: [{ name: "east", children: [{ name: "a", weight: 1, maximum: 5 }] }] };
    expect(targetBreakdown(TargetBreakdownModel.parse(tree)).children[0]?.goal).toBe(5);
  });

  test("naming a day that is none by its place", () => {
    expect(issuesOf(TargetProRataModel, { ...year, goal: 1, asOf: "2026-02-29" })).toEqual([
      expect.stringMatching(/^asOf: .*2026-02-29/),
    ]);
    expect(TargetStatusModel.safeParse({ ...year, start: 1, goal: 2, actual: null }).success).toBe(false);
  });
});
