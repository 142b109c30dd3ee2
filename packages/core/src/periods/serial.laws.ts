import * as fc from "fast-check";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { calendarDate } from "./calendarDate.ts";
import { allDays, later } from "./days.laws.ts";
import { dateOfSerial, serialOfDate } from "./serial.ts";

const serials = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 2_958_465 }));
const realSerials = serials.filter((serial) => serial !== 60);
const serials1904 = fc.integer({ min: 0, max: 2_957_003 });
const times = fc.double({ min: 0, max: 0.999_99, noNaN: true });

/** A count from 1900 that knows no 29 February 1900. */
const withoutThatDay: typeof dateOfSerial = (serial, system) =>
  system === 1904 ? dateOfSerial(serial, system) : later(calendarDate("1900-01-01"), Math.floor(serial) - 1);

export const dateOfSerialLaws: readonly Law<typeof dateOfSerial>[] = [
  {
    name: "the number of a number's day is that number, in both systems",
    property: (calculator) =>
      fc.property(
        realSerials,
        serials1904,
        (serial, from1904) =>
          serialOfDate(calculator(serial)) === serial &&
          serialOfDate(calculator(from1904, 1904), 1904) === from1904,
      ),
    broken: withoutThatDay,
  },
  {
    name: "the systems are 1,462 days apart",
    property: (calculator) =>
      fc.property(serials1904, (serial) => calculator(serial, 1904) === calculator(serial + 1462, 1900)),
    broken: withoutThatDay,
  },
  {
    name: "the next number is the next day, but for 60",
    property: (calculator) =>
      fc.property(
        serials.filter((serial) => serial < 2_958_465 && serial !== 59 && serial !== 60),
        (serial) => calculator(serial + 1) === later(calculator(serial), 1),
      ),
    broken: (serial) =>
      later(calendarDate("1900-01-01"), Math.max(0, Math.floor(serial - 1 - serial / 36525))),
  },
  {
    name: "the time of day changes nothing",
    property: (calculator) =>
      fc.property(realSerials, times, (serial, time) => calculator(serial + time) === calculator(serial)),
    broken: (serial, system) => dateOfSerial(Math.min(Math.round(serial), 2_958_465), system),
  },
  {
    name: "what is no day is refused",
    property: (calculator) =>
      fc.property(
        fc.oneof(
          fc.constantFrom(60, NaN, Infinity, -Infinity),
          fc.double({ max: 0.999, noNaN: true }),
          fc.double({ min: 2_958_466, noNaN: true }),
        ),
        (serial) => refusesWith("outOfRange", () => calculator(serial)),
      ),
    broken: (serial) => dateOfSerial(Number.isNaN(serial) ? 1 : Math.min(Math.max(serial, 61), 2_958_465)),
  },
];

export const serialOfDateLaws: readonly Law<typeof serialOfDate>[] = [
  {
    name: "the day of a day's number is that day, in both systems",
    property: (calculator) =>
      fc.property(
        allDays,
        (date) =>
          dateOfSerial(calculator(date)) === date &&
          (date < "1904" || dateOfSerial(calculator(date, 1904), 1904) === date),
      ),
    broken: (date, system) => serialOfDate(date, system) + (date < "1970" ? 1 : 0),
  },
  {
    name: "a later day has a larger number",
    property: (calculator) =>
      fc.property(allDays, allDays, (a, b) => a < b === calculator(a) < calculator(b)),
    broken: (date) => serialOfDate(date) % 2_000_000,
  },
];
