import { CalculationError } from "../errors.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import type { CalendarDate } from "../periods/calendarDate.ts";
import { elapsedShare } from "../periods/elapsedShare.ts";
import { finiteNumber } from "./finiteNumber.ts";
import { outOfRange } from "./outOfRange.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { targetState, type TargetStanding, type TargetState } from "./targetState.ts";

/** A goal, the periods that it is for, and what each of them brought. */
export interface TargetToDateInput {
  /** What all periods together are to bring; 0 or more. */
  readonly goal: Fraction;
  /** The first day of each period, in order of time. */
  readonly periodStart: readonly (CalendarDate | undefined)[];
  /** The last day of each period. */
  readonly periodEnd: readonly (CalendarDate | undefined)[];
  /** What each period brought, not the sum so far; `undefined` where it is not known. */
  readonly actual: readonly (Fraction | undefined)[];
  /** The day on which one asks. */
  readonly asOf: CalendarDate;
}

/** The figures to date at the end of one period, or on the day on which one asks if that comes first. */
export interface PeriodToDate {
  /** The first day of the period. */
  readonly periodStart: CalendarDate;
  /** Its last day. */
  readonly periodEnd: CalendarDate;
  /** What it brought, as given. */
  readonly actual: number | undefined;
  /** What the periods so far brought together; none where this one is not known or has not begun. */
  readonly cumulative: number | undefined;
  /** The part of the goal due by then; none where the period has not begun. */
  readonly expected: number | undefined;
  /** Cumulative less expected. */
  readonly difference: number | undefined;
  /** Cumulative over expected; none where nothing was expected. */
  readonly rate: number | undefined;
  /** Where the goal stands then; `missing` where the period is not known. */
  readonly status: TargetState | "missing";
  /** How many periods the cumulative figure leaves out because they are not known. */
  readonly leftOut: number;
}

/**
 * Figures to date, period by period, against the part of the goal that is due by then.
 *
 * Cumulative is the sum of the periods so far. Expected is goal x the share of days gone from the first day of the first
 * period to the end of this one, or to the day on which one asks: a month of 31 days asks for more than one of 28.
 * Periods after that day have `not started` and count nothing, even if they hold a figure. A period that is not known is
 * left out, and the later ones say so: missing is not zero.
 *
 * **Units.** In the unit of the goal, which is for all the periods given, however many of them are over. Rows of
 * cumulative and expected are the two lines of a chart.
 *
 * **Errors.** `emptyInput` without periods; `sizeMismatch` for columns of different length; `missingValue` for a period
 * without a date; `conflict` for periods that overlap or are out of order; `outOfRange` for a goal below 0 or a result
 * beyond the largest double.
 *
 * **Source.** District Health Information Software 2, documentation: year to date against the annual target, taken by the
 * part of the year gone.
 *
 * @throws CalculationError `emptyInput` without periods
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `missingValue` for a period without a first or last day
 * @throws CalculationError `conflict` for periods that overlap, are out of order, or end before they start
 * @throws CalculationError `outOfRange` when the goal is below 0, or a result beyond the largest double
 *
 * @example
 * const periodStart = [calendarDate("2026-01-01"), calendarDate("2026-02-01")];
 * const periodEnd = [calendarDate("2026-01-31"), calendarDate("2026-02-28")];
 * const months = { goal: exact(118), periodStart, periodEnd, actual: [exact(62), exact(40)] };
 * targetToDate({ ...months, asOf: calendarDate("2026-02-14") }).map((row) => row.expected) //=> [62, 90]
 * targetToDate({ ...months, asOf: calendarDate("2026-02-14") }).map((row) => row.cumulative) //=> [62, 102]
 * targetToDate({ ...months, asOf: calendarDate("2026-02-28") }).map((row) => row.status) //=> ["on track", "missed"]
 * targetToDate({ ...months, periodEnd: periodStart, periodStart: periodEnd, asOf: calendarDate("2026-02-14") }) //=> throws conflict
 */
export function targetToDate(input: TargetToDateInput): readonly PeriodToDate[] {
  const { goal, actual, asOf } = input;
  if (goal.numerator < 0n) throw outOfRange("targetToDate", "goal", "0 or more", exactText(goal));
  const periods = orderedPeriods(input);
  const span = {
    startDate: known("periodStart", input.periodStart, 0),
    endDate: known("periodEnd", input.periodEnd, periods.length - 1),
  };
  const soFar = { sum: fraction(0n), leftOut: 0 };
  return periods.map((period, row) => {
    const value = actual[row];
    const given = { ...period, actual: value === undefined ? undefined : finite("an actual value", value) };
    if (asOf < period.periodStart) return { ...given, ...nothing, status: "not started" };
    const day = asOf < period.periodEnd ? asOf : period.periodEnd;
    const expected = times(goal, elapsedShare({ ...span, asOf: day }));
    if (value === undefined) {
      soFar.leftOut += 1;
      const due = finite("the expected value", expected);
      return { ...given, ...nothing, expected: due, status: "missing", leftOut: soFar.leftOut };
    }
    soFar.sum = plus(soFar.sum, value);
    const standing = { actual: soFar.sum, goal, expected, begun: true, ended: day === span.endDate };
    return { ...given, ...toDate(standing), status: targetState(standing), leftOut: soFar.leftOut };
  });
}

const nothing = {
  cumulative: undefined,
  expected: undefined,
  difference: undefined,
  rate: undefined,
  leftOut: 0,
};

function toDate({
  actual,
  expected,
}: TargetStanding): Pick<PeriodToDate, "cumulative" | "expected" | "difference" | "rate"> {
  return {
    cumulative: finite("the cumulative value", actual),
    expected: finite("the expected value", expected),
    difference: finite("the difference", minus(actual, expected)),
    rate: expected.numerator === 0n ? undefined : finite("the rate", over(actual, expected)),
  };
}

function finite(name: string, value: Fraction): number {
  return finiteNumber("targetToDate", name, value);
}

type Period = Pick<PeriodToDate, "periodStart" | "periodEnd">;

function orderedPeriods({ periodStart, periodEnd, actual }: TargetToDateInput): readonly Period[] {
  requireColumns("targetToDate", { periodStart, periodEnd, actual });
  const periods = periodStart.map((_, row) => ({
    periodStart: known("periodStart", periodStart, row),
    periodEnd: known("periodEnd", periodEnd, row),
  }));
  for (const [row, period] of periods.entries()) {
    const before = periods[row - 1]?.periodEnd;
    if (period.periodStart > period.periodEnd)
      throw conflict(`period ${row + 1} not to end before it starts`);
    if (before !== undefined && period.periodStart <= before) {
      throw conflict(`period ${row + 1} to start after period ${row} ends, ${before}`);
    }
  }
  return periods;
}

function known(name: string, dates: readonly (CalendarDate | undefined)[], row: number): CalendarDate {
  const date = dates[row];
  if (date === undefined) throw new CalculationError("targetToDate", "missingValue", { name, row: row + 1 });
  return date;
}

function conflict(requirement: string): CalculationError {
  return new CalculationError("targetToDate", "conflict", { requirement });
}
