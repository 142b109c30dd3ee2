import * as z from "zod";

import type { IndexItem } from "../assessment/normalisedItems.ts";
import type { ScoreIndexInput } from "../assessment/scoreIndex.ts";
import type { ScoreIndexSensitivityInput } from "../assessment/scoreIndexSensitivity.ts";
import { ExactModel, WeightModel } from "./scalars.ts";

const item: z.ZodType<IndexItem> = z.strictObject({
  weight: WeightModel,
  direction: z.literal([1, -1]).optional(),
  goalposts: z.strictObject({ low: ExactModel, high: ExactModel }).optional(),
  part: z.string().optional(),
});

const table = {
  values: z.array(z.array(ExactModel.nullable().transform((cell) => cell ?? undefined))),
  items: z.array(item),
  normalise: z.enum(["min-max", "z", "rank", "goalposts", "none"]).optional(),
};

/**
 * What `scoreIndex` takes: one row a unit, with null for what is missing. Units are organisations; there is no place for
 * anything about a person.
 */
export const ScoreIndexModel: z.ZodType<ScoreIndexInput> = z.strictObject({
  ...table,
  aggregate: z.enum(["arithmetic", "geometric", "harmonic"]).optional(),
  missing: z.enum(["error", "reweight", "zero"]).optional(),
});

/** What `scoreIndexSensitivity` takes: one row a unit, an organisation, with null for what is missing. */
export const ScoreIndexSensitivityModel: z.ZodType<ScoreIndexSensitivityInput> = z.strictObject(table);
