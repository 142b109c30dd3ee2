import { calendarDate, CalculationError, serialOfDate as serialOfDay } from "@tallykit/core";

const secondsOfDay = 86_400;
const written = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d{1,9})?))?Z?)?$/;

/** The serial number of a date as strict files write it, such as `2024-03-01T12:00:00`; `undefined` where it is none. */
export function serialOfDate(text: string, from1904: boolean): number | undefined {
  const [, day, hours = "0", minutes = "0", seconds = "0"] = written.exec(text) ?? [];
  if (day === undefined) return undefined;
  try {
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return serialOfDay(calendarDate(day), from1904 ? 1904 : 1900) + time / secondsOfDay;
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}
