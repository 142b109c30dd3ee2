import { CalculationError } from "../errors.ts";
import type { Count } from "../exact/count.ts";
import { addDays } from "./calendar.ts";
import { type CalendarDate, calendarDate } from "./calendarDate.ts";

/** How long a reporting period is. */
export type PeriodUnit = "month" | "quarter" | "half" | "year";

/** A span of days, and the periods to cut it into. */
export interface PeriodsBetweenInput {
  /** The first day of the span. */
  readonly startDate: CalendarDate;
  /** The last day of the span. */
  readonly endDate: CalendarDate;
  /** How long a period is. */
  readonly unit: PeriodUnit;
  /** The month in which the year starts, 1 to 12; 1 unless told. */
  readonly yearStartMonth?: Count | undefined;
}

/** One reporting period, cut to the span. */
export interface ReportingPeriod {
  /** Its name: "2026-03", "2026 Q1", "2026 H1", "2026"; "2026/27" where the year does not start in January. */
  readonly label: string;
  /** Its first day in the span. */
  readonly firstDay: CalendarDate;
  /** Its last day in the span. */
  readonly lastDay: CalendarDate;
}

const monthsInYear = 12;
const monthsIn: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const lettersOf = { quarter: "Q", half: "H" } as const;

/**
 * The months, quarters, half-years or years that a span of days touches, cut to the span.
 *
 * The periods follow each other without gap or overlap from the first day to the last. The one surprise: a year that
 * starts later than January has the name of two, so January 2027 is in 2026/27 where the year starts in April; months
 * keep the name of their calendar year.
 *
 * **Units.** Days; both ends belong to the span. `yearStartMonth` is a month from 1 to 12.
 *
 * **Errors.** `outOfRange` where the span ends before it starts, or for a month outside 1 to 12.
 *
 * **Source.** District Health Information Software 2, documentation: monthly, quarterly, six-monthly and financial-year
 * periods.
 *
 * @throws CalculationError `outOfRange` where the span ends before it starts, or for a month outside 1 to 12
 *
 * @example
 * const span = { startDate: calendarDate("2026-02-10"), endDate: calendarDate("2026-05-20") };
 * const [first, second] = periodsBetween({ ...span, unit: "quarter" });
 * first //=> { label: "2026 Q1", firstDay: "2026-02-10", lastDay: "2026-03-31" }
 * second //=> { label: "2026 Q2", firstDay: "2026-04-01", lastDay: "2026-05-20" }
 * periodsBetween({ ...span, unit: "year", yearStartMonth: count(4) }).map(({ label }) => label) //=> ["2025/26", "2026/27"]
 * periodsBetween({ ...span, unit: "year", yearStartMonth: count(13) }) //=> throws outOfRange
 */
export function periodsBetween({
  startDate,
  endDate,
  unit,
  yearStartMonth,
}: PeriodsBetweenInput): readonly ReportingPeriod[] {
  const yearStart = (yearStartMonth ?? 1) - 1;
  if (endDate < startDate) throw refused("endDate", `on or after startDate, ${startDate}`, endDate);
  if (yearStart < 0 || yearStart >= monthsInYear) {
    throw refused("yearStartMonth", "a month from 1 to 12", String(yearStartMonth));
  }
  const length = monthsIn[unit];
  const [first, last] = [monthOf(startDate), monthOf(endDate)];
  const periods: ReportingPeriod[] = [];
  // A period of several months starts a whole number of them after the year does.
  for (let month = first - ((first - yearStart) % length); month <= last; month += length) {
    const next = month + length;
    periods.push({
      label: labelOf(unit, month, yearStart),
      firstDay: month <= first ? startDate : firstDayOf(month),
      lastDay: next > last ? endDate : addDays(firstDayOf(next), -1),
    });
  }
  return periods;
}

/** Months since January of the year 0, so that they can be counted across years. */
function monthOf(date: CalendarDate): number {
  return monthsInYear * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
}

function firstDayOf(month: number): CalendarDate {
  return calendarDate(`${monthText(month)}-01`);
}

function monthText(month: number): string {
  return `${Math.floor(month / monthsInYear)}-${twoDigits((month % monthsInYear) + 1)}`;
}

function labelOf(unit: PeriodUnit, month: number, yearStart: number): string {
  if (unit === "month") return monthText(month);
  const monthInYears = month - yearStart;
  const year = Math.floor(monthInYears / monthsInYear);
  const yearText = yearStart === 0 ? String(year) : `${year}/${twoDigits((year + 1) % 100)}`;
  if (unit === "year") return yearText;
  return `${yearText} ${lettersOf[unit]}${Math.floor((monthInYears % monthsInYear) / monthsIn[unit]) + 1}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function refused(name: string, requirement: string, found: string): CalculationError {
  return new CalculationError("periodsBetween", "outOfRange", { name, requirement, found });
}
