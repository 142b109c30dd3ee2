import { type Term, type TermPolicy, type TermState, termState } from "./termState.ts";

/** A term, and the day on which one asks. */
export interface TermStatusInput extends Term, TermPolicy {}

/**
 * When a term of office ends, and whether it is overdue, due soon or in term.
 *
 * The due date is the day of the last election plus the term; a term is overdue from the day after it. The one surprise:
 * where the month has no such day the term ends on its last day, so one from 29 February for three years ends on 28
 * February.
 *
 * **Units.** `termYears` in years of whole months: 2.5 is 30 months. `soonMonths` counts months from `asOf`; its last day
 * still is soon.
 *
 * **Errors.** `outOfRange` for a term that is not above 0, not whole months or ends after 9999. A missing election or
 * term is no error but the status `missing`.
 *
 * **Source.** OASIS, OpenDocument 1.2 Part 2 (OpenFormula), EDATE: a date plus whole months.
 *
 * @throws CalculationError `outOfRange` for a term that is not above 0, not whole months or ends after 9999
 *
 * @example
 * const elected = { lastElection: calendarDate("2021-11-22"), termYears: 5 };
 * termStatus({ ...elected, asOf: calendarDate("2026-11-22") }).status //=> "due-soon"
 * termStatus({ ...elected, asOf: calendarDate("2026-11-23") }) //=> { status: "overdue", dueDate: "2026-11-22", daysOverdue: 1 }
 * termStatus({ ...elected, termYears: undefined, asOf: calendarDate("2026-11-22") }) //=> { status: "missing" }
 * termStatus({ ...elected, termYears: 0, asOf: calendarDate("2026-11-22") }) //=> throws outOfRange
 */
export function termStatus({ lastElection, termYears, asOf, soonMonths }: TermStatusInput): TermState {
  return termState({ calculator: "termStatus" }, { lastElection, termYears }, { asOf, soonMonths });
}
