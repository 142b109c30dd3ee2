import * as z from "zod";

import type { CoverageChannel, CoveragePolicy } from "../coverage/coveragePolicy.ts";
import type { EarlyWarningInput } from "../coverage/earlyWarning.ts";
import type { HierarchyAtInput } from "../coverage/hierarchyAt.ts";
import type { PeriodsBetweenInput } from "../periods/periodsBetween.ts";
import type { TermStatusInput } from "../periods/termStatus.ts";
import type { TermSummaryInput } from "../periods/termSummary.ts";
import { CalendarDateModel } from "./dates.ts";
import { column, CountModel, known } from "./scalars.ts";

const names = column(z.string());
const dates = column(CalendarDateModel);
const numbers = column(z.number());
const channel: z.ZodType<CoverageChannel> = z.enum(["own", "joint", "work", "none"]);
const policy: z.ZodType<CoveragePolicy> = z.strictObject({ ownFrom: CountModel, jointFrom: CountModel });
const termPolicy = { asOf: CalendarDateModel, soonMonths: CountModel.optional() };
const termColumns = { lastElection: dates, termYears: z.union([z.number(), numbers]) };

/** What `termStatus` takes; null for what is missing. */
export const TermStatusModel: z.ZodType<TermStatusInput> = z.strictObject({
  lastElection: known(CalendarDateModel),
  termYears: known(z.number()),
  ...termPolicy,
});

/** What `termSummary` takes: columns, with null for what is missing. */
export const TermSummaryModel: z.ZodType<TermSummaryInput> = z.strictObject({
  ...termColumns,
  group: names.optional(),
  ...termPolicy,
});

/** What `periodsBetween` takes. */
export const PeriodsBetweenModel: z.ZodType<PeriodsBetweenInput> = z.strictObject({
  startDate: CalendarDateModel,
  endDate: CalendarDateModel,
  unit: z.enum(["month", "quarter", "half", "year"]),
  yearStartMonth: CountModel.optional(),
});

/** What `earlyWarning` takes: columns, with null for what is missing. */
export const EarlyWarningModel: z.ZodType<EarlyWarningInput> = z.strictObject({
  unit: names,
  members: numbers,
  form: z.array(known(channel)),
  ...termColumns,
  policy,
  history: z.strictObject({ rates: z.array(numbers), fallingFor: CountModel.optional() }).optional(),
  ...termPolicy,
});

/** What `hierarchyAt` takes: columns, with null for the top, for always, and for still. */
export const HierarchyAtModel: z.ZodType<HierarchyAtInput> = z.strictObject({
  unit: z.array(z.string()),
  parent: names,
  from: dates,
  until: dates,
  date: CalendarDateModel,
  units: names,
});
