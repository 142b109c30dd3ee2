import * as z from "zod";

import type { GrowthPathInput } from "../growth/growthPath.ts";
import type { GrowthPathToInput } from "../growth/growthPathTo.ts";
import type { GrowthPeriodsInput } from "../growth/growthPeriods.ts";
import type { GrowthRateInput } from "../growth/growthRate.ts";
import { CountModel, ExactModel } from "./scalars.ts";

const rounding = z.enum(["none", "nearest", "up", "down"]).optional();

/** What `growthPath` takes. */
export const GrowthPathModel: z.ZodType<GrowthPathInput> = z.strictObject({
  base: ExactModel,
  rate: ExactModel,
  periods: CountModel,
  method: z.enum(["compound", "linear"]).optional(),
  rounding,
  place: z.enum(["end", "each"]).optional(),
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
