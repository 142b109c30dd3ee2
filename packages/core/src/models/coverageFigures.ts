import * as z from "zod";

import type { CoverageCheckInput } from "../coverage/coverageCheck.ts";
import type { CoverageConsistentInput } from "../coverage/coverageConsistent.ts";
import type { CoverageConsistentCountsInput } from "../coverage/coverageConsistentCounts.ts";
import type { CoverageImpliedInput } from "../coverage/coverageImplied.ts";
import { column, CountModel, ExactModel } from "./scalars.ts";

const decimals = z.number().int().min(0).max(15).optional();
const printedRate = { printed: ExactModel, decimals };

/** What `coverageImplied` takes; the points as percentage points. */
export const CoverageImpliedModel: z.ZodType<CoverageImpliedInput> = z.strictObject({
  added: CountModel,
  points: ExactModel,
  decimals,
});

/** What `coverageConsistent` takes; the printed rate as a fraction of one. */
export const CoverageConsistentModel: z.ZodType<CoverageConsistentInput> = z.strictObject({
  covered: CountModel,
  eligible: CountModel,
  ...printedRate,
});

/** What `coverageConsistentCounts` takes; the printed rate as a fraction of one. */
export const CoverageConsistentCountsModel: z.ZodType<CoverageConsistentCountsInput> = z.strictObject({
  eligible: CountModel,
  ...printedRate,
});

const names = column(z.string());
const reported = column(z.union([z.number(), z.string()]));

/** What `coverageCheck` takes: columns as they were reported, with null for what is missing. */
export const CoverageCheckModel: z.ZodType<CoverageCheckInput> = z.strictObject({
  group: names,
  covered: reported,
  eligible: reported,
  printed: column(z.union([z.strictObject(printedRate), z.string()])).optional(),
  eligibleBefore: reported.optional(),
  unit: names.optional(),
});
