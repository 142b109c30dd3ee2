import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { coverageFunnel } from "../coverage/coverageFunnel.ts";
import { coverageInterval } from "../coverage/coverageInterval.ts";
import { CoverageFunnelModel, CoverageIntervalModel } from "./index.ts";

/** Where a model finds fault with data. */
const placesOf = (model: z.ZodType, data: unknown): readonly string[] =>
  (model.safeParse(data).error?.issues ?? []).map(({ path }) => path.join("."));

describe("CoverageIntervalModel", () => {
  test("reads two counts alone", () => {
    expect(coverageInterval(CoverageIntervalModel.parse({ covered: 0, sample: 20 })).low).toBe(0);
  });

  test("reads a confidence as it is written, a method and a population", () => {
    const data = { covered: 15, sample: 20, confidence: "0.99", method: "wald", population: 20 };
    expect(CoverageIntervalModel.parse(data)).toEqual({
      ...data,
      confidence: { numerator: 99n, denominator: 100n },
    });
    expect(coverageInterval(CoverageIntervalModel.parse(data))).toEqual({ low: 0.75, high: 0.75 });
  });

  test("refuses what is no count, an unknown method and an unknown property", () => {
    expect(placesOf(CoverageIntervalModel, { covered: -1, sample: 1.5, population: null })).toEqual([
      "covered",
      "sample",
      "population",
    ]);
    expect(placesOf(CoverageIntervalModel, { covered: 1, sample: 2, method: "exact" })).toEqual(["method"]);
    expect(CoverageIntervalModel.safeParse({ covered: 1, sample: 2, design: "census" }).success).toBe(false);
  });
});

describe("CoverageFunnelModel", () => {
  test("reads columns with null for what is missing, and a baseline", () => {
    const data = { group: ["a", null, "b"], covered: [1, 2, null], eligible: [2, 3, 4], baseline: "0.5" };
    const { groups, total } = coverageFunnel(CoverageFunnelModel.parse(data));
    expect(groups.map(({ group, flag }) => [group, flag])).toEqual([
      ["a", "in limits"],
      ["b", undefined],
    ]);
    expect(total.leftOut).toEqual({ missing: 2, invalid: 0 });
  });

  test("refuses text for a count, a number for a name and an unknown property", () => {
    expect(placesOf(CoverageFunnelModel, { group: [1], covered: ["1"], eligible: [2] })).toEqual([
      "group.0",
      "covered.0",
    ]);
    const extra = { group: ["a"], covered: [1], eligible: [2], level: 95 };
    expect(CoverageFunnelModel.safeParse(extra).success).toBe(false);
  });
});
