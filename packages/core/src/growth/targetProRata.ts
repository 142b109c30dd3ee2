import { type Fraction, times } from "../exact/fraction.ts";
import { elapsedShare, type PeriodAtDay } from "../periods/elapsedShare.ts";
import { finiteNumber } from "./finiteNumber.ts";

/** A goal, its period, and the day on which one asks. */
export interface TargetProRataInput extends PeriodAtDay {
  /** What is to be reached by the end of the period. */
  readonly goal: Fraction;
}

/**
 * The part of a goal that is due by a day, by the days that have gone.
 *
 * goal x the share of days gone; both the first and the last day belong to the period, so the goal is due in full on the
 * last day, and a part of it already on the first.
 *
 * **Units.** In the unit of the goal, not rounded; 0 before the period, the whole goal after it.
 *
 * **Errors.** `outOfRange` for a period that ends before it starts, or a result beyond the largest double.
 *
 * **Source.** District Health Information Software 2, documentation: annual targets taken by the part of the year gone;
 * here the parts are days, since weeks and months are not equally long.
 *
 * @throws CalculationError `outOfRange` when the period ends before it starts
 * @throws CalculationError `outOfRange` when the result is beyond the largest double
 *
 * @example
 * const year = { startDate: calendarDate("2026-01-01"), endDate: calendarDate("2026-12-31") };
 * targetProRata({ ...year, goal: exact(730), asOf: calendarDate("2026-03-31") }) //=> 180
 * targetProRata({ ...year, goal: exact(730), asOf: calendarDate("2027-01-01") }) //=> 730
 * targetProRata({ ...year, goal: exact(730), asOf: year.endDate, endDate: calendarDate("2025-01-01") }) //=> throws outOfRange
 */
export function targetProRata({ goal, ...period }: TargetProRataInput): number {
  return finiteNumber("targetProRata", "the result", times(goal, elapsedShare(period)));
}
