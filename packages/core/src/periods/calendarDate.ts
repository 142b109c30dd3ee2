import { CalculationError } from "../errors.ts";

declare const brand: unique symbol;

/**
 * A day of the Gregorian calendar from 1900-01-01 to 9999-12-31, written year-month-day; no time, no time zone.
 *
 * These are the days that a spreadsheet can hold. As text, days sort and compare as they follow each other.
 */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

const dateSyntax = /^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/;

/**
 * Takes text as a day of the calendar.
 *
 * **Units.** Year, month and day with leading zeros: "2026-03-01". Years from 1900 to 9999, as a spreadsheet has them.
 *
 * **Errors.** `invalidValue` for anything else, such as 30 February.
 *
 * **Source.** ISO 8601-1:2019, calendar date, extended format.
 *
 * @throws CalculationError `invalidValue` for text that is no day from 1900-01-01 to 9999-12-31
 *
 * @example
 * calendarDate("2024-02-29") //=> "2024-02-29"
 * calendarDate("2026-02-29") //=> throws invalidValue
 * calendarDate("1.3.2026") //=> throws invalidValue
 */
export function calendarDate(text: string, name = "value"): CalendarDate {
  if (!isCalendarDate(text)) {
    throw new CalculationError("calendarDate", "invalidValue", {
      name,
      requirement: "a day from 1900-01-01 to 9999-12-31, such as 2026-03-01",
      found: JSON.stringify(text.slice(0, 30)),
    });
  }
  return text;
}

/** Whether a text is a day; a day that the month does not have would come back as another one, or as none. */
function isCalendarDate(text: string): text is CalendarDate {
  if (!dateSyntax.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
