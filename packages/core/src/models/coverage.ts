import * as z from "zod";

import type { CoverageByGroupInput } from "../coverage/coverageByGroup.ts";
import type { CoverageGapInput } from "../coverage/coverageGap.ts";
import type { CoverageInput } from "../coverage/coverageRate.ts";
import type { CoverageRollUpInput } from "../coverage/coverageRollUp.ts";
import type { CoverageTextInput } from "../coverage/coverageText.ts";
import { column, CountModel, ExactModel } from "./scalars.ts";

const counts = { covered: CountModel, eligible: CountModel };
const decimals = z.number().int().min(0).max(15).optional();

/** What `coverageRate` takes. */
export const CoverageModel: z.ZodType<CoverageInput> = z.strictObject(counts);

/** What `coverageText` takes. */
export const CoverageTextModel: z.ZodType<CoverageTextInput> = z.strictObject({ ...counts, decimals });

/** What `coverageGap` takes; the goal as a fraction from 0 to 1. */
export const CoverageGapModel: z.ZodType<CoverageGapInput> = z.strictObject({ ...counts, goal: ExactModel });

const reportedCounts = {
  covered: column(z.number()),
  eligible: column(z.number()),
  missing: z.enum(["skip", "zero", "refuse"]).optional(),
};

/** What `coverageByGroup` takes: columns, with null for what is missing. */
export const CoverageByGroupModel: z.ZodType<CoverageByGroupInput> = z.strictObject({
  group: column(z.string()),
  ...reportedCounts,
});

/** What `coverageRollUp` takes: columns, with null for what is missing. */
export const CoverageRollUpModel: z.ZodType<CoverageRollUpInput> = z.strictObject({
  levels: z.array(column(z.string())),
  ...reportedCounts,
});
