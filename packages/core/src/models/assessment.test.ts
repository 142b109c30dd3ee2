import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { scoreBand } from "../assessment/scoreBand.ts";
import { scoreCombine } from "../assessment/scoreCombine.ts";
import { scoreGrades } from "../assessment/scoreGrades.ts";
import { scoreMoves } from "../assessment/scoreMoves.ts";
import { scoreMovesList } from "../assessment/scoreMovesList.ts";
import { scoreRank } from "../assessment/scoreRank.ts";
import { scoreTiers } from "../assessment/scoreTiers.ts";
import { scoreWeighted } from "../assessment/scoreWeighted.ts";
import { exact } from "../exact/decimal.ts";
import {
  GradingPolicyModel,
  ScoreBandModel,
  ScoreCombineModel,
  ScoreGradesModel,
  ScoreMovesListModel,
  ScoreMovesModel,
  ScoreRankModel,
  ScoreTiersModel,
  ScoreWeightedModel,
} from "./index.ts";

const policy = {
  name: "example",
  dimensions: [
    { name: "cohesion", weight: 60 },
    { name: "cultural support", weight: "40" },
  ],
  bands: [
    { name: "one star", lowerBound: 0 },
    { name: "two stars", lowerBound: "79.5" },
  ],
  tiers: [
    { name: "demonstrate", share: 1 },
    { name: "warn", share: 1 },
  ],
};

describe("the models of assessment read plain data", () => {
  test("scoreWeighted, with null for a missing score", () => {
    const input = ScoreWeightedModel.parse({
      scores: [90, null],
      weights: ["0.5", 0.5],
      missing: "reweight",
    });
    expect(scoreWeighted(input)).toEqual({ score: exact(90), completeness: exact("0.5") });
  });

  test("scoreBand, a boundary as decimal text", () => {
    expect(scoreBand(ScoreBandModel.parse({ score: "79.50", bands: policy.bands }))).toBe("two stars");
  });

  test("scoreRank and scoreTiers, with null for a missing score", () => {
    const scores = [70, null, "90"];
    const ranked = scoreRank(ScoreRankModel.parse({ scores, ties: "dense", order: "ascending" }));
    expect(ranked.ranks).toEqual([1, undefined, 2]);
    expect(scoreTiers(ScoreTiersModel.parse({ scores, tiers: policy.tiers })).tiers).toEqual([
      "warn",
      undefined,
      "demonstrate",
    ]);
  });

  test("scoreMoves and scoreMovesList, with null for no band", () => {
    const years = { before: ["low", null], after: ["high", "low"], order: ["low", "high"] };
    expect(scoreMoves(ScoreMovesModel.parse(years))).toMatchObject({ promotions: 1, new: [1, 0] });
    expect(scoreMovesList(ScoreMovesListModel.parse({ unit: ["A", null], ...years }))).toMatchObject([
      { unit: "A", move: "up" },
      { unit: undefined, move: "new" },
    ]);
  });

  test("scoreCombine, with kinds or without", () => {
    const reviews = { scores: [80, null], shares: [1, 1] };
    expect(scoreCombine(ScoreCombineModel.parse({ ...reviews, missing: "zero" })).score).toEqual(exact(40));
    const ofOneKind = { ...reviews, shares: [1], kind: ["quarter", "quarter"], missing: "reweight" };
    expect(scoreCombine(ScoreCombineModel.parse(ofOneKind)).score).toEqual(exact(80));
  });

  test("scoreGrades, with a policy as data", () => {
    const { units } = scoreGrades(ScoreGradesModel.parse({ policy, scores: [["79.5", 79.5]] }));
    expect(units).toEqual([{ score: exact("79.5"), band: "two stars", rank: 1, tier: "warn" }]);
    expect(GradingPolicyModel.parse({ ...policy, missing: "zero" }).missing).toBe("zero");
  });
});

describe("the models of assessment refuse", () => {
  const refused: [string, z.ZodType, unknown][] = [
    ["a weight below zero", ScoreWeightedModel, { scores: [1], weights: [-1] }],
    ["a rule that is not on the list", ScoreWeightedModel, { scores: [1], weights: [1], missing: "skip" }],
    ["a score that is no number", ScoreBandModel, { score: "good", bands: policy.bands }],
    ["a missing score where there is one only", ScoreBandModel, { score: null, bands: policy.bands }],
    ["a band without a name", GradingPolicyModel, { ...policy, bands: [{ name: "", lowerBound: 0 }] }],
    ["a tie rule that is not on the list", ScoreRankModel, { scores: [1], ties: "min" }],
    ["an order that is not on the list", ScoreTiersModel, { scores: [1], tiers: policy.tiers, order: "up" }],
    ["a band that is no text", ScoreMovesModel, { before: [5], after: [5], order: ["5"] }],
    [
      "a property that they do not know, such as a person's",
      ScoreCombineModel,
      { scores: [], shares: [], person: "" },
    ],
  ];
  test.each(refused)("%s", (_, model, data) => {
    expect(model.safeParse(data).success).toBe(false);
  });
});
