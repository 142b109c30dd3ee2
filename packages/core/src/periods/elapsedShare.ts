import { CalculationError } from "../errors.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { addDays, daysBetween, monthsTouched } from "./calendar.ts";
import type { CalendarDate } from "./calendarDate.ts";

/** A period and a day on which one asks how far it has come. */
export interface PeriodAtDay {
  /** The first day of the period. */
  readonly startDate: CalendarDate;
  /** The last day of the period. */
  readonly endDate: CalendarDate;
  /** The day on which one asks; it counts as gone by. */
  readonly asOf: CalendarDate;
}

/**
 * The share of a period that has gone by, exactly.
 *
 * Both days belong to the period and the day itself has gone by: the first day of a 30-day month is 1/30, the last is 1.
 * Before the period the share is 0, after it 1.
 *
 * **Units.** A fraction from 0 to 1, of days.
 *
 * **Errors.** `outOfRange` where the period ends before it starts.
 *
 * **Source.** District Health Information Software 2, documentation: annual targets pro-rated to the period; by days here.
 *
 * @throws CalculationError `outOfRange` where the period ends before it starts
 *
 * @example
 * const year = { startDate: calendarDate("2026-01-01"), endDate: calendarDate("2026-12-31") };
 * elapsedShare({ ...year, asOf: calendarDate("2026-03-14") }) //=> fraction(1n, 5n)
 * elapsedShare({ ...year, asOf: calendarDate("2025-12-31") }) //=> fraction(0n)
 */
export function elapsedShare(period: PeriodAtDay): Fraction {
  requireOrder("elapsedShare", period);
  const { startDate, endDate, asOf } = period;
  const days = daysBetween({ from: startDate, to: endDate }) + 1;
  const gone = daysBetween({ from: startDate, to: asOf }) + 1;
  return fraction(BigInt(Math.min(Math.max(gone, 0), days)), BigInt(days));
}

/**
 * How many calendar months are left of a period: those that its days after the given day touch, at least 1.
 *
 * A begun month counts, so on 15 June of a calendar year seven are left; on 30 June, when nothing of June is left, six.
 *
 * **Units.** Calendar months.
 *
 * **Errors.** `outOfRange` where the period ends before it starts.
 *
 * **Source.** Own definition: the months in which something can still be done.
 *
 * @throws CalculationError `outOfRange` where the period ends before it starts
 *
 * @example
 * const year = { startDate: calendarDate("2026-01-01"), endDate: calendarDate("2026-12-31") };
 * monthsLeft({ ...year, asOf: calendarDate("2026-06-15") }) //=> 7
 * monthsLeft({ ...year, asOf: calendarDate("2026-06-30") }) //=> 6
 * monthsLeft({ ...year, asOf: calendarDate("2026-12-31") }) //=> 1
 */
export function monthsLeft(period: PeriodAtDay): number {
  requireOrder("monthsLeft", period);
  const { startDate, endDate, asOf } = period;
  if (asOf >= endDate) return 1;
  return monthsTouched({ from: asOf < startDate ? startDate : addDays(asOf, 1), to: endDate });
}

function requireOrder(calculator: string, { startDate, endDate }: PeriodAtDay): void {
  if (startDate <= endDate) return;
  throw new CalculationError(calculator, "outOfRange", {
    name: "endDate",
    requirement: `on or after startDate, ${startDate}`,
    found: endDate,
  });
}
