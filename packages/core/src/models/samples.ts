import * as z from "zod";

import type { CoverageFunnelInput } from "../coverage/coverageFunnel.ts";
import type { CoverageIntervalInput } from "../coverage/coverageInterval.ts";
import { column, CountModel, ExactModel } from "./scalars.ts";

/** What `coverageInterval` takes; the confidence as a fraction above 0 and below 1. */
export const CoverageIntervalModel: z.ZodType<CoverageIntervalInput> = z.strictObject({
  covered: CountModel,
  sample: CountModel,
  confidence: ExactModel.optional(),
  method: z.enum(["wilson", "wilson-continuity", "clopper-pearson", "agresti-coull", "wald"]).optional(),
  population: CountModel.optional(),
});

/** What `coverageFunnel` takes: columns, with null for what is missing; the baseline as a fraction from 0 to 1. */
export const CoverageFunnelModel: z.ZodType<CoverageFunnelInput> = z.strictObject({
  group: column(z.string()),
  covered: column(z.number()),
  eligible: column(z.number()),
  baseline: ExactModel.optional(),
});
