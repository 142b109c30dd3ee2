import * as z from "zod";

import type { LedgerCompletenessInput } from "../coverage/ledgerCompleteness.ts";
import type { StaffingCheckInput } from "../coverage/staffingCheck.ts";
import type { TasksProgressInput } from "../coverage/tasksProgress.ts";
import { column } from "./scalars.ts";

const names = column(z.string());
const counts = column(z.number());
const ledgerValues = column(z.union([z.number(), z.string(), z.boolean()]));

/** What `ledgerCompleteness` takes: a column a fact, with null for what is not known. */
export const LedgerCompletenessModel: z.ZodType<LedgerCompletenessInput> = z.strictObject({
  facts: z.array(z.strictObject({ fact: z.string(), values: ledgerValues })),
  zero: z.enum(["known", "missing"]).optional(),
});

/** What `staffingCheck` takes: columns, with null for what is missing, and for no maximum. */
export const StaffingCheckModel: z.ZodType<StaffingCheckInput> = z.strictObject({
  unit: names,
  staff: counts,
  required: counts,
  units: counts.optional(),
  maximum: counts.optional(),
});

/** What `tasksProgress` takes: columns, with null for what is missing. */
export const TasksProgressModel: z.ZodType<TasksProgressInput> = z.strictObject({
  owner: names,
  category: names,
  done: column(z.boolean()),
});
