import * as z from "zod";

import type { FundingSplitSeparateInput } from "../funding/fundingSplitSeparate.ts";
import type { SplitCompareInput } from "../funding/splitCompare.ts";
import type { SplitDifferenceInput } from "../funding/splitStages.ts";
import type { SplitFairnessInput } from "../funding/splitFairness.ts";
import { FundingSplitModel } from "./funding.ts";
import { AmountModel, ExactModel, WeightModel } from "./scalars.ts";

/** What `splitCompare` takes. */
export const SplitCompareModel: z.ZodType<SplitCompareInput> = z.strictObject({
  before: z.array(ExactModel),
  after: z.array(ExactModel),
});

/** What `splitDifference` takes. */
export const SplitDifferenceModel: z.ZodType<SplitDifferenceInput> = z.strictObject({
  before: FundingSplitModel,
  after: FundingSplitModel,
});

/** What `splitFairness` takes. */
export const SplitFairnessModel: z.ZodType<SplitFairnessInput> = z.strictObject({
  received: z.array(ExactModel),
  weights: z.array(WeightModel),
  measure: z
    .enum(["gallagher", "loosemore-hanby", "sainte-lague", "gini", "theil", "jain", "largest-deviation"])
    .optional(),
});

/** What `fundingSplitSeparate` takes. */
export const FundingSplitSeparateModel: z.ZodType<FundingSplitSeparateInput> = z.strictObject({
  total: AmountModel,
  weights: z.array(WeightModel),
  keep: z.enum(["odd-steps", "odd-blocks"]).optional(),
});
