import * as z from "zod";

import { type CalendarDate, calendarDate } from "../periods/calendarDate.ts";
import type { PeriodAtDay } from "../periods/elapsedShare.ts";
import { through } from "./scalars.ts";

/** A day, from text such as "2026-03-01". */
export const CalendarDateModel: z.ZodType<CalendarDate, string> = through(z.string(), (text) =>
  calendarDate(text),
);

/** What `elapsedShare` and `monthsLeft` take. */
export const PeriodAtDayModel: z.ZodType<PeriodAtDay> = z.strictObject({
  startDate: CalendarDateModel,
  endDate: CalendarDateModel,
  asOf: CalendarDateModel,
});
