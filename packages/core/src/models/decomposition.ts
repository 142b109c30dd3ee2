import * as z from "zod";

import type { CoverageChangeInput } from "../coverage/coverageChange.ts";
import type { CoverageStandardisedInput } from "../coverage/coverageStandardised.ts";
import type { CoverageStandardisedRatioInput } from "../coverage/coverageStandardisedRatio.ts";
import type { CrossClassifiedChangeInput } from "../coverage/crossClassifiedChange.ts";
import type { RateDecompositionInput } from "../coverage/rateDecomposition.ts";
import { column, ExactModel, WeightModel } from "./scalars.ts";

const names = column(z.string());
const countsAtTwoDates = {
  coveredBefore: column(z.number()),
  eligibleBefore: column(z.number()),
  coveredAfter: column(z.number()),
  eligibleAfter: column(z.number()),
};

/** What `coverageChange` takes: columns, with null for what is missing. */
export const CoverageChangeModel: z.ZodType<CoverageChangeInput> = z.strictObject({
  group: names,
  ...countsAtTwoDates,
  decimals: z.number().int().min(0).max(15).optional(),
});

/** What `crossClassifiedChange` takes: columns, with null for what is missing. */
export const CrossClassifiedChangeModel: z.ZodType<CrossClassifiedChangeInput> = z.strictObject({
  first: names,
  second: names,
  ...countsAtTwoDates,
});

/** What `coverageStandardised` takes: columns, with null for what is missing; the standard as numbers or decimal text. */
export const CoverageStandardisedModel: z.ZodType<CoverageStandardisedInput> = z.strictObject({
  covered: column(z.number()),
  eligible: column(z.number()),
  standard: z.array(WeightModel),
});

/** What `coverageStandardisedRatio` takes: columns, with null for what is missing. */
export const CoverageStandardisedRatioModel: z.ZodType<CoverageStandardisedRatioInput> = z.strictObject({
  covered: column(z.number()),
  eligible: column(z.number()),
  referenceCovered: column(z.number()),
  referenceEligible: column(z.number()),
});

/** What `rateDecomposition` takes, but for a rate of one's own, which is no data: a row a population, a value a category. */
export const RateDecompositionModel: z.ZodType<RateDecompositionInput> = z.strictObject({
  factors: z.array(z.strictObject({ name: z.string(), values: z.array(z.array(ExactModel)) })),
});
