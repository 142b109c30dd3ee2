import * as z from "zod";

import type { CoverageChannel, CoveragePolicy } from "../coverage/coveragePolicy.ts";
import type { EarlyWarningInput } from "../coverage/earlyWarning.ts";
import type { HierarchyAtInput } from "../coverage/hierarchyAt.ts";
import type { PeriodsBetweenInput } from "../periods/periodsBetween.ts";
import type { TermStatusInput } from "../periods/termStatus.ts";
import type { TermSummaryInput } from "../periods/termSummary.ts";
import { CalendarDateModel } from "./dates.ts";
import { CountModel } from "./scalars.ts";

/** A value in whose place null stands for what is not known. */
function known<Value>(value: z.ZodType<Value>): z.ZodType<Value | undefined> {
  return value.nullable().transform((cell) => cell ?? undefined);
}

const names = z.array(known(z.string()));
const dates = z.array(known(CalendarDateModel));
const numbers = z.array(known(z.number()));
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
