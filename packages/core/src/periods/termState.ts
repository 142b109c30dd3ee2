import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { daysBetween, monthsLater } from "./calendar.ts";
import type { CalendarDate } from "./calendarDate.ts";

/** When an organisation was last elected, and for how long. */
export interface Term {
  /** The day of the last election; `undefined` where it is missing. */
  readonly lastElection: CalendarDate | undefined;
  /** How many years a term lasts: whole months, so 2.5 is 30 months; `undefined` where it is missing. */
  readonly termYears: number | undefined;
}

/** The day on which terms are looked at, and how far ahead. */
export interface TermPolicy {
  /** The day on which one asks. */
  readonly asOf: CalendarDate;
  /** A term that ends within so many months is due soon; 6 unless told. */
  readonly soonMonths?: Count | undefined;
}

/** Where a term stands that is known. */
export interface KnownTerm {
  /** Whether it ended before the day, ends within the months to come, or later. */
  readonly status: "overdue" | "due-soon" | "in-term";
  /** The last day of the term. */
  readonly dueDate: CalendarDate;
  /** Days since the due date; 0 where it has not passed. */
  readonly daysOverdue: Count;
}

/** Where a term stands; `missing` where the last election or the length of the term is not known. */
export type TermState =
  KnownTerm | { readonly status: "missing"; readonly dueDate?: never; readonly daysOverdue?: never };

/** For whom a term is judged: the calculator, and the row where there are several. */
export interface TermPlace {
  /** The calculator. */
  readonly calculator: string;
  /** The row, from 1. */
  readonly row?: number | undefined;
}

const monthsInYear = 12;

/** Judges one term, for a calculator that may have many. */
export function termState(
  place: TermPlace,
  term: Term,
  { asOf, soonMonths = count(6) }: TermPolicy,
): TermState {
  const { lastElection, termYears } = term;
  if (lastElection === undefined || termYears === undefined) return { status: "missing" };
  const months = monthsInYear * termYears;
  if (!Number.isSafeInteger(months) || months <= 0)
    throw refused(place, "above 0 and whole months", termYears);
  const dueDate = monthsLater(lastElection, months);
  if (dueDate === undefined) throw refused(place, "such that the term ends by the year 9999", termYears);
  if (dueDate < asOf) {
    const daysOverdue = count(daysBetween({ from: dueDate, to: asOf }));
    return { status: "overdue", dueDate, daysOverdue };
  }
  const horizon = monthsLater(asOf, soonMonths);
  // Beyond the last year there is no day left that would be later.
  const isSoon = horizon === undefined || dueDate <= horizon;
  return { status: isSoon ? "due-soon" : "in-term", dueDate, daysOverdue: count(0) };
}

function refused({ calculator, row }: TermPlace, requirement: string, found: number): CalculationError {
  const name = row === undefined ? "termYears" : `termYears, row ${row},`;
  return new CalculationError(calculator, "outOfRange", { name, requirement, found: String(found) });
}
