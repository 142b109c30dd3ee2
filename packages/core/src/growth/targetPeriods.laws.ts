import * as fc from "fast-check";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { addDays } from "../periods/calendar.ts";
import { calendarDate } from "../periods/calendarDate.ts";
import type { PeriodAtDay } from "../periods/elapsedShare.ts";
import { fractions, isNearestDouble, ratioOf } from "./growthReference.laws.ts";

// Generators. Periods of up to three years from any day of 1999 to 2030, asked before, within and after them.

export const firstDays = fc
  .integer({ min: 0, max: 11_500 })
  .map((days) => addDays(calendarDate("1999-01-01"), days));
export const periods: fc.Arbitrary<PeriodAtDay> = fc
  .tuple(firstDays, fc.integer({ min: 0, max: 1100 }), fc.option(fc.integer({ min: -40, max: 1200 })))
  .map(([startDate, length, asked]) => ({
    startDate,
    endDate: addDays(startDate, length),
    // One in six asks on the very last day.
    asOf: addDays(startDate, asked ?? length),
  }));
export const wholes = fractions(-50n, 300n, 1n);
export const values = fc.oneof(
  wholes,
  fractions(-1000n, 9000n, 7n, 100n),
  fractions(-(2n ** 60n), 2n ** 70n, 1n, 3n),
);

export const zero = fraction(0n);
export const isNearest = (value: number, wanted: Fraction): boolean =>
  isNearestDouble(value, ratioOf(wanted));
