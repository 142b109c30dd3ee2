import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { differenceInCalendarMonths } from "date-fns/differenceInCalendarMonths";

import { CalculationError } from "../errors.ts";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";
import { UtcDate } from "./utcDate.ts";

/** Two days, in order of time. */
export interface Span {
  /** The earlier day. */
  readonly from: CalendarDate;
  /** The later day. */
  readonly to: CalendarDate;
}

const millisecondsInDay = 86_400_000;
const firstYear = 1900;
const lastYear = 9999;

/**
 * How many days one day is after another: 1 from a day to the next, negative where `to` comes first.
 *
 * **Units.** Whole days.
 *
 * **Errors.** None: both are days already.
 *
 * **Source.** OASIS, OpenDocument 1.3, part 4: Recalculated Formula (OpenFormula) Format, section 6.10: date and time
 * functions.
 *
 * @example
 * daysBetween({ from: calendarDate("2024-02-28"), to: calendarDate("2024-03-01") }) //=> 2
 */
export function daysBetween({ from, to }: Span): number {
  // In UTC every day has 24 hours.
  return (utc(to).getTime() - utc(from).getTime()) / millisecondsInDay;
}

/**
 * The day a whole number of days later, or earlier where the number is negative.
 *
 * **Units.** Whole days.
 *
 * **Errors.** `outOfRange` for a number that is not whole, or a result outside 1900 to 9999.
 *
 * **Source.** OASIS, OpenDocument 1.3, part 4: Recalculated Formula (OpenFormula) Format, section 6.10: date and time
 * functions.
 *
 * @throws CalculationError `outOfRange` for days that are not whole, or a result outside 1900 to 9999
 *
 * @example
 * addDays(calendarDate("2026-12-31"), 1) //=> "2027-01-01"
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return moved({ calculator: "addDays", name: "days", by: days }, () => dayOf(addDaysTo(utc(date), days)));
}

/**
 * The same day of the month a whole number of months later, or the month's last day where it has no such day.
 *
 * So a month after 31 January is 28 or 29 February, and a month after that is 28 or 29 March: months added one by one
 * may end earlier than all added at once.
 *
 * **Units.** Whole months.
 *
 * **Errors.** `outOfRange` for a number that is not whole, or a result outside 1900 to 9999.
 *
 * **Source.** OASIS, OpenDocument 1.3, part 4: Recalculated Formula (OpenFormula) Format, section 6.10: EDATE.
 *
 * @throws CalculationError `outOfRange` for months that are not whole, or a result outside 1900 to 9999
 *
 * @example
 * addMonths(calendarDate("2026-01-31"), 1) //=> "2026-02-28"
 * addMonths(calendarDate("2026-03-31"), -1) //=> "2026-02-28"
 * addMonths(calendarDate("9999-12-01"), 1) //=> throws outOfRange
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return moved({ calculator: "addMonths", name: "months", by: months }, () => monthsLater(date, months));
}

/**
 * The same day a whole number of years later; 29 February becomes 28 February in a common year.
 *
 * **Units.** Whole years.
 *
 * **Errors.** `outOfRange` for a number that is not whole, or a result outside 1900 to 9999.
 *
 * **Source.** OASIS, OpenDocument 1.3, part 4: Recalculated Formula (OpenFormula) Format, section 6.10: EDATE.
 *
 * @throws CalculationError `outOfRange` for years that are not whole, or a result outside 1900 to 9999
 *
 * @example
 * addYears(calendarDate("2024-02-29"), 1) //=> "2025-02-28"
 * addYears(calendarDate("2024-02-29"), 4) //=> "2028-02-29"
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return moved({ calculator: "addYears", name: "years", by: years }, () => monthsLater(date, 12 * years));
}

/**
 * How many calendar months the days from one to another touch, both days included; 0 where `to` comes first.
 *
 * **Units.** Calendar months; a begun one counts.
 *
 * **Errors.** None: both are days already.
 *
 * **Source.** OASIS, OpenDocument 1.3, part 4: Recalculated Formula (OpenFormula) Format, section 6.10: date and time
 * functions.
 *
 * @example
 * monthsTouched({ from: calendarDate("2026-01-31"), to: calendarDate("2026-03-01") }) //=> 3
 */
export function monthsTouched({ from, to }: Span): number {
  return from > to ? 0 : differenceInCalendarMonths(utc(to), utc(from)) + 1;
}

/** As {@link addMonths}, for a whole number of months; `undefined` where that is no day from 1900 to 9999. */
export function monthsLater(date: CalendarDate, months: number): CalendarDate | undefined {
  return dayOf(addMonthsTo(utc(date), months));
}

function utc(date: CalendarDate): UtcDate {
  return new UtcDate(`${date}T00:00:00Z`);
}

function dayOf(date: UtcDate): CalendarDate | undefined {
  const year = date.getFullYear();
  const isDay = year >= firstYear && year <= lastYear;
  return isDay ? calendarDate(date.toISOString().slice(0, "2026-03-01".length)) : undefined;
}

interface Move {
  readonly calculator: string;
  readonly name: string;
  readonly by: number;
}

function moved({ calculator, name, by }: Move, move: () => CalendarDate | undefined): CalendarDate {
  const day = Number.isSafeInteger(by) ? move() : undefined;
  if (day !== undefined) return day;
  throw new CalculationError(calculator, "outOfRange", {
    name,
    requirement: `a whole number that leads to a day from ${firstYear} to ${lastYear}`,
    found: String(by),
  });
}
