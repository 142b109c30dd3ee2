import { CalculationError, type CalendarDate, dateOfSerial, type DateSystem } from "@tallykit/core";

import { type Place, whereIs } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";

/** The day of a date cell; where its number is no day, the refusal says which cell. */
export function dayOf(serial: number, system: DateSystem, place: Place): CalendarDate {
  try {
    return dateOfSerial(serial, system);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    throw new Refusal("#NUM!", error.requirement.replace("serial", whereIs(place)));
  }
}

/** The days of a column of date cells; `undefined` where a date is missing. */
export function daysOf(
  serials: readonly (number | undefined)[],
  system: DateSystem,
  name: string,
): (CalendarDate | undefined)[] {
  return serials.map((serial, index) =>
    serial === undefined ? undefined : dayOf(serial, system, { name, row: index + 1 }),
  );
}
