import * as z from "zod";

import type { Bound } from "../funding/bounds.ts";
import type { TargetBreakdownInput, TargetNode } from "../funding/targetBreakdown.ts";
import type { TargetShareOutInput } from "../funding/targetShareOut.ts";
import type { TargetCatchUpInput } from "../growth/targetCatchUp.ts";
import type { TargetMilestonesInput } from "../growth/targetMilestones.ts";
import type { TargetProRataInput } from "../growth/targetProRata.ts";
import type { TargetStatusInput } from "../growth/targetStatus.ts";
import type { TargetToDateInput } from "../growth/targetToDate.ts";
import { CalendarDateModel } from "./dates.ts";
import { column, CountModel, ExactModel, WeightModel } from "./scalars.ts";

const period = { startDate: CalendarDateModel, endDate: CalendarDateModel, asOf: CalendarDateModel };

/** One bound for all rows, or one a row with null where a row has none. */
function bound<Value>(value: z.ZodType<Value>): z.ZodType<Bound<Value>> {
  return z.union([value, column(value)]);
}

/** What `targetStatus` takes. */
export const TargetStatusModel: z.ZodType<TargetStatusInput> = z.strictObject({
  start: ExactModel,
  goal: ExactModel,
  actual: ExactModel,
  ...period,
});

/** What `targetCatchUp` takes. */
export const TargetCatchUpModel: z.ZodType<TargetCatchUpInput> = z.strictObject({
  actual: ExactModel,
  goal: ExactModel,
  periodsLeft: ExactModel,
});

/** What `targetMilestones` takes: columns, with null for what is missing. */
export const TargetMilestonesModel: z.ZodType<TargetMilestonesInput> = z.strictObject({
  kind: column(z.string()),
  goal: column(ExactModel),
  reached: column(ExactModel),
  due: column(CalendarDateModel).optional(),
  asOf: CalendarDateModel.optional(),
});

/** What `targetProRata` takes. */
export const TargetProRataModel: z.ZodType<TargetProRataInput> = z.strictObject({
  goal: ExactModel,
  ...period,
});

/** What `targetToDate` takes: columns, with null for what is missing. */
export const TargetToDateModel: z.ZodType<TargetToDateInput> = z.strictObject({
  goal: ExactModel,
  periodStart: column(CalendarDateModel),
  periodEnd: column(CalendarDateModel),
  actual: column(ExactModel),
  asOf: CalendarDateModel,
});

/** What `targetShareOut` takes. */
export const TargetShareOutModel: z.ZodType<TargetShareOutInput> = z.strictObject({
  goal: CountModel,
  weights: z.array(WeightModel),
  minimum: bound(CountModel).optional(),
  maximum: bound(CountModel).optional(),
});

const TargetNodeModel: z.ZodType<TargetNode> = z.strictObject({
  name: z.string(),
  weight: WeightModel.optional(),
  minimum: CountModel.optional(),
  maximum: CountModel.optional(),
  children: z.array(z.lazy(() => TargetNodeModel)).optional(),
});

/** What `targetBreakdown` takes: a tree of names, weights and bounds. */
export const TargetBreakdownModel: z.ZodType<TargetBreakdownInput> = z.strictObject({
  goal: CountModel,
  children: z.array(TargetNodeModel),
});
