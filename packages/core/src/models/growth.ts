import * as z from "zod";

import type { GrowthBaseInput } from "../growth/growthBase.ts";
import type { GrowthContractionInput } from "../growth/growthContraction.ts";
import type { GrowthPathInput } from "../growth/growthPath.ts";
import type { GrowthPathByWeightsInput } from "../growth/growthPathByWeights.ts";
import type { GrowthPathToInput } from "../growth/growthPathTo.ts";
import type { GrowthPeriodsInput } from "../growth/growthPeriods.ts";
import type { GrowthRateInput } from "../growth/growthRate.ts";
import type { GrowthReadingsInput } from "../growth/growthReadings.ts";
import type { GrowthStepsInput } from "../growth/growthSteps.ts";
import type { GrowthYearsInput } from "../growth/growthYears.ts";
import { CountModel, ExactModel, WeightModel } from "./scalars.ts";

const rounding = z.enum(["none", "nearest", "up", "down"]).optional();
const place = z.enum(["end", "each"]).optional();
const method = z.enum(["compound", "linear"]).optional();
const year = z.number();

/** What `growthPath` takes. */
export const GrowthPathModel: z.ZodType<GrowthPathInput> = z.strictObject({
  base: ExactModel,
  rate: ExactModel,
  periods: CountModel,
  method,
  rounding,
  place,
});

/** What `growthBase` takes. */
export const GrowthBaseModel: z.ZodType<GrowthBaseInput> = z.strictObject({
  end: ExactModel,
  rate: ExactModel,
  periods: CountModel,
  rounding,
  place,
});

/** What `growthReadings` takes; years as whole numbers. */
export const GrowthReadingsModel: z.ZodType<GrowthReadingsInput> = z.strictObject({
  end: ExactModel,
  year,
  rate: ExactModel,
  from: year,
  rounding,
  place,
});

/** What `growthYears` takes; years as whole numbers. */
export const GrowthYearsModel: z.ZodType<GrowthYearsInput> = z.strictObject({
  base: ExactModel,
  rate: ExactModel,
  baseYear: year,
  firstGrowthYear: year.optional(),
  lastYear: year,
  method,
  rounding,
  place,
});

/** What `growthContraction` takes; the reduction as a fraction of the base. */
export const GrowthContractionModel: z.ZodType<GrowthContractionInput> = z.strictObject({
  base: ExactModel,
  reduction: ExactModel,
  periods: CountModel,
  rounding,
});

/** What `growthSteps` takes: a rate for each period. */
export const GrowthStepsModel: z.ZodType<GrowthStepsInput> = z.strictObject({
  base: ExactModel,
  rates: z.array(ExactModel),
  rounding,
  place,
});

/** What `growthPathByWeights` takes: a weight for each period. */
export const GrowthPathByWeightsModel: z.ZodType<GrowthPathByWeightsInput> = z.strictObject({
  start: ExactModel,
  goal: ExactModel,
  weights: z.array(WeightModel),
  rounding,
});

/** What `growthPathTo` takes. */
export const GrowthPathToModel: z.ZodType<GrowthPathToInput> = z.strictObject({
  start: ExactModel,
  goal: ExactModel,
  periods: CountModel,
  method: z.enum(["compound", "linear", "logistic"]).optional(),
  rounding,
  ceiling: ExactModel.optional(),
});

/** What `growthRate` takes. */
export const GrowthRateModel: z.ZodType<GrowthRateInput> = z.strictObject({
  start: ExactModel,
  end: ExactModel,
  periods: ExactModel,
});

/** What `growthPeriods` takes. */
export const GrowthPeriodsModel: z.ZodType<GrowthPeriodsInput> = z.strictObject({
  start: ExactModel,
  end: ExactModel,
  rate: ExactModel,
});
