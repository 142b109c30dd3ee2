import { CalculationError } from "../errors.ts";
import { addDays, daysBetween } from "./calendar.ts";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";

/** From which day a spreadsheet counts its dates: 1 January 1900 is day 1, or 1 January 1904 is day 0. */
export type DateSystem = 1900 | 1904;

/** The count from 1900 has a 29 February 1900, which never was; its days from March on are one too many. */
const dayThatNeverWas = 60;
const firstDay: Readonly<Record<DateSystem, CalendarDate>> = {
  1900: calendarDate("1900-01-01"),
  1904: calendarDate("1904-01-01"),
};
const serials: Readonly<Record<DateSystem, { readonly first: number; readonly last: number }>> = {
  1900: { first: 1, last: 2_958_465 },
  1904: { first: 0, last: 2_957_003 },
};

/**
 * The day that a spreadsheet's serial number stands for.
 *
 * A fraction is the time of day and is dropped. The one surprise: in the 1900 system 60 is 29 February 1900, a day that
 * never was, kept by spreadsheets for compatibility; it is refused, and days after it are one number later.
 *
 * **Units.** Days: 1 to 2,958,465 in the 1900 system, 0 to 2,957,003 in the 1904 system.
 *
 * **Errors.** `outOfRange` for any other number, and for 60 in the 1900 system.
 *
 * **Source.** ECMA-376-1:2016, Office Open XML, section 18.17.4.1: the 1900 and 1904
 * backward compatibility date bases.
 *
 * @throws CalculationError `outOfRange` for a number that is no day, and for 60 in the 1900 system
 *
 * @example
 * dateOfSerial(46348) //=> "2026-11-22"
 * dateOfSerial(61.75) //=> "1900-03-01"
 * dateOfSerial(60) //=> throws outOfRange
 * dateOfSerial(0, 1904) //=> "1904-01-01"
 */
export function dateOfSerial(serial: number, system: DateSystem = 1900): CalendarDate {
  const day = Math.floor(serial);
  const { first, last } = serials[system];
  if (!(day >= first && day <= last)) {
    throw refused(`a day of the ${system} system, ${first} to ${last}`, serial);
  }
  if (system === 1904) return addDays(firstDay[1904], day);
  if (day === dayThatNeverWas) {
    throw refused("a day that exists (60 stands for 29 February 1900, which never was)", serial);
  }
  return addDays(firstDay[1900], day - (day > dayThatNeverWas ? 2 : 1));
}

function refused(requirement: string, serial: number): CalculationError {
  return new CalculationError("dateOfSerial", "outOfRange", {
    name: "serial",
    requirement,
    found: String(serial),
  });
}

/**
 * The serial number by which a spreadsheet keeps a day.
 *
 * **Units.** Days, as {@link dateOfSerial} takes them.
 *
 * **Errors.** `outOfRange` in the 1904 system for a day before 1904.
 *
 * **Source.** ECMA-376-1:2016, Office Open XML, section 18.17.4.1.
 *
 * @throws CalculationError `outOfRange` in the 1904 system for a day before 1904
 *
 * @example
 * serialOfDate(calendarDate("2026-11-22")) //=> 46348
 * serialOfDate(calendarDate("2026-11-22"), 1904) //=> 44886
 * serialOfDate(calendarDate("1903-12-31"), 1904) //=> throws outOfRange
 */
export function serialOfDate(date: CalendarDate, system: DateSystem = 1900): number {
  const days = daysBetween({ from: firstDay[system], to: date });
  if (system === 1900) return days + 1 < dayThatNeverWas ? days + 1 : days + 2;
  if (days >= 0) return days;
  throw new CalculationError("serialOfDate", "outOfRange", {
    name: "date",
    requirement: "a day from 1904-01-01 on, as the 1904 system counts",
    found: date,
  });
}
