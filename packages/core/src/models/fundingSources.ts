import * as z from "zod";

import type { FundingClaimsInput } from "../funding/fundingClaims.ts";
import type { FundingFormulaInput } from "../funding/fundingFormula.ts";
import type { FundingReturnInput } from "../funding/fundingReturn.ts";
import type { FundingSourcesInput } from "../funding/fundingSources.ts";
import type { FundingSourcesByInput } from "../funding/fundingSourcesBy.ts";
import type { SourceLimit } from "../funding/sourceColumns.ts";
import { AmountModel, bound, ExactModel, WeightModel } from "./scalars.ts";

/** The word "none" before decimal text, which it would else be taken for. */
const limit: z.ZodType<SourceLimit> = z.union([z.literal("none"), ExactModel]);

const sourceColumns = {
  limit: z.array(limit),
  priority: z.array(ExactModel).optional(),
  share: z.array(WeightModel).optional(),
  cap: bound(ExactModel).optional(),
};

/** What `fundingSources` takes: a budget and columns of sources, with "none" for a source without limit. */
export const FundingSourcesModel: z.ZodType<FundingSourcesInput> = z.strictObject({
  budget: AmountModel,
  ...sourceColumns,
});

/** What `fundingSourcesBy` takes: needs and columns of sources. */
export const FundingSourcesByModel: z.ZodType<FundingSourcesByInput> = z.strictObject({
  needs: z.array(ExactModel),
  step: ExactModel,
  ...sourceColumns,
});

/** What `fundingClaims` takes. */
export const FundingClaimsModel: z.ZodType<FundingClaimsInput> = z.strictObject({
  total: AmountModel,
  claims: z.array(ExactModel),
  rule: z.enum(["proportional", "equal-awards", "equal-losses", "talmud"]).optional(),
});

/** What `fundingFormula` takes. */
export const FundingFormulaModel: z.ZodType<FundingFormulaInput> = z.strictObject({
  total: AmountModel,
  baseEach: ExactModel,
  heads: z.array(WeightModel),
  performance: z.array(WeightModel),
  performanceShare: ExactModel,
});

/** What `fundingReturn` takes. */
export const FundingReturnModel: z.ZodType<FundingReturnInput> = z.strictObject({
  dues: z.array(ExactModel),
  share: ExactModel,
  step: ExactModel,
  minimumEach: ExactModel.optional(),
  pool: ExactModel.optional(),
  group: z.array(z.string()).optional(),
});
