import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { scoreIndex } from "../assessment/scoreIndex.ts";
import { scoreIndexSensitivity } from "../assessment/scoreIndexSensitivity.ts";
import { ScoreIndexModel, ScoreIndexSensitivityModel } from "./index.ts";

/** Where a model finds fault with data. */
const placesOf = (model: z.ZodType, data: unknown): readonly string[] =>
  (model.safeParse(data).error?.issues ?? []).map(({ path }) => path.join("."));

describe("ScoreIndexModel", () => {
  test("reads a table with null for what is missing, and weights alone", () => {
    const data = {
      values: [
        [10, "0.5"],
        [20, null],
        [15, "0.25"],
      ],
      items: [{ weight: 1 }, { weight: "0.5" }],
    };
    expect(scoreIndex(ScoreIndexModel.parse(data)).units.map(({ value }) => value)).toEqual([
      1 / 3,
      undefined,
      1 / 3,
    ]);
  });

  test("reads directions, goalposts, parts and methods", () => {
    const data = {
      values: [["52.5", 4]],
      items: [
        { weight: 1, goalposts: { low: 20, high: 85 }, part: "health" },
        { weight: 1, direction: -1, goalposts: { low: 0, high: "16" }, part: "knowledge" },
      ],
      normalise: "goalposts",
      aggregate: "arithmetic",
      missing: "zero",
    };
    expect(scoreIndex(ScoreIndexModel.parse(data))).toMatchObject({
      parts: ["health", "knowledge"],
      units: [{ value: 0.625, parts: [{ value: 0.5 }, { value: 0.75 }] }],
    });
  });

  test("refuses other directions, half a pair of goalposts, unknown methods and properties", () => {
    const items = [{ weight: -1, direction: 0, goalposts: { low: 1 }, part: 1 }];
    expect(
      placesOf(ScoreIndexModel, { values: [[true]], items, normalise: "zscore", aggregate: "mean" }),
    ).toEqual([
      "values.0.0",
      "items.0.weight",
      "items.0.direction",
      "items.0.goalposts.high",
      "items.0.part",
      "normalise",
      "aggregate",
    ]);
    expect(placesOf(ScoreIndexModel, { values: [[1]], items: [{ weight: 1, name: "a" }] })).toEqual([
      "items.0",
    ]);
    expect(ScoreIndexModel.safeParse({ values: [[1]], items: [], secretary: "a" }).success).toBe(false);
  });
});

describe("ScoreIndexSensitivityModel", () => {
  test("reads the table of an index", () => {
    const data = {
      values: [
        [8, 4],
        [2, 7],
      ],
      items: [{ weight: 1 }, { weight: 1 }],
      normalise: "none",
    };
    expect(scoreIndexSensitivity(ScoreIndexSensitivityModel.parse(data)).smallestMove).toEqual({
      numerator: 1n,
      denominator: 6n,
    });
  });

  test("takes no aggregation, which is arithmetic", () => {
    const data = { values: [[1]], items: [{ weight: 1 }], aggregate: "geometric" };
    expect(ScoreIndexSensitivityModel.safeParse(data).success).toBe(false);
  });
});
