import * as z from "zod";

import type { GradingPolicy } from "../assessment/policy.ts";
import type { ScoreBandInput } from "../assessment/scoreBand.ts";
import type { ScoreCombineInput } from "../assessment/scoreCombine.ts";
import type { ScoreGradesInput } from "../assessment/scoreGrades.ts";
import type { ScoreMovesInput } from "../assessment/scoreMoves.ts";
import type { ScoreMovesListInput } from "../assessment/scoreMovesList.ts";
import type { ScoreRankInput } from "../assessment/scoreRank.ts";
import type { ScoreTiersInput } from "../assessment/scoreTiers.ts";
import type { ScoreWeightedInput } from "../assessment/scoreWeighted.ts";
import { ExactModel, WeightModel } from "./scalars.ts";

// Everything here is about organisations: a unit is an organisation, and no model takes a person's record.

/** A column in which null stands for what is not known. */
function column<Value>(value: z.ZodType<Value>): z.ZodType<(Value | undefined)[]> {
  return z.array(value.nullable().transform((cell) => cell ?? undefined));
}

const scores = column(ExactModel);
const missing = z.enum(["error", "reweight", "zero"]).optional();
const order = z.enum(["descending", "ascending"]).optional();
const name = z.string().min(1);
const bands = z.array(z.strictObject({ name, lowerBound: ExactModel }));
const tiers = z.array(z.strictObject({ name, share: WeightModel }));
const bandColumns = { before: column(name), after: column(name), order: z.array(name) };

/** What `scoreWeighted` takes: one organisation's scores, with null for what is missing, and weights. */
export const ScoreWeightedModel: z.ZodType<ScoreWeightedInput> = z.strictObject({
  scores,
  weights: z.array(WeightModel),
  missing,
});

/** What `scoreBand` takes: one organisation's score, and bands with names and lower bounds. */
export const ScoreBandModel: z.ZodType<ScoreBandInput> = z.strictObject({ score: ExactModel, bands });

/** What `scoreRank` takes: the scores of organisations, with null for what is missing. */
export const ScoreRankModel: z.ZodType<ScoreRankInput> = z.strictObject({
  scores,
  ties: z.enum(["competition", "modified-competition", "dense", "average", "ordinal"]).optional(),
  order,
});

/** What `scoreTiers` takes: the scores of organisations, with null for what is missing, and tiers with shares. */
export const ScoreTiersModel: z.ZodType<ScoreTiersInput> = z.strictObject({ scores, tiers, order });

/** What `scoreMoves` takes: the bands of organisations before and after, with null for none. */
export const ScoreMovesModel: z.ZodType<ScoreMovesInput> = z.strictObject(bandColumns);

/** What `scoreMovesList` takes: organisations and their bands before and after, with null for none. */
export const ScoreMovesListModel: z.ZodType<ScoreMovesListInput> = z.strictObject({
  unit: column(z.string()),
  ...bandColumns,
});

/** What `scoreCombine` takes: one organisation's reviews, with null for what is missing, and shares. */
export const ScoreCombineModel: z.ZodType<ScoreCombineInput> = z.strictObject({
  scores,
  shares: z.array(WeightModel),
  kind: z.array(name).optional(),
  missing,
});

/** How organisations are graded: dimensions with weights, bands with lower bounds, tiers with shares. */
export const GradingPolicyModel: z.ZodType<GradingPolicy> = z.strictObject({
  name,
  dimensions: z.array(z.strictObject({ name, weight: WeightModel })),
  bands,
  tiers,
  missing,
});

/** What `scoreGrades` takes: a policy, and the scores of organisations, a row each, with null for what is missing. */
export const ScoreGradesModel: z.ZodType<ScoreGradesInput> = z.strictObject({
  policy: GradingPolicyModel,
  scores: z.array(scores),
});
