import * as core from "@tallykit/core";

import { dateOfNumber, dayNumber, dayOf, monthsOn, monthsWalked } from "../calendar.ts";
import { Refused } from "../compare.ts";
import { Fraction } from "../fraction.ts";
import { countOf, daysInMonth, drawDate, drawMaybe, drawName, drawNearDate } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";

type Date = core.CalendarDate;

const wrongDates = [
  "2026-02-29",
  "1900-02-29",
  "1899-12-31",
  "10000-01-01",
  "2026-1-01",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "",
  "2026-01-01T",
  " 2026-01-01",
  "２０２６-01-01",
  "1.3.2026",
];
const moves = [0, 1, -1, 12, -12, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 97_200, -97_200];

function drawMove(random: Random, most: number): number {
  return chance(random, 25) ? pick(random, moves) : random.whole(-most, most);
}

function wholeMove(by: number): number {
  if (!Number.isSafeInteger(by)) throw new Refused("outOfRange");
  return by;
}

function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const { year, month, day } = dayOf(text);
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const dayReferences: References = {
  calendarDate: reference(
    core.calendarDate,
    (random) => {
      const two = (): string => String(random.whole(0, 32)).padStart(2, "0");
      return [
        chance(random, 40)
          ? pick(random, wrongDates)
          : chance(random, 50)
            ? drawDate(random)
            : `${random.whole(1890, 2110)}-${two()}-${two()}`,
      ];
    },
    (text) => {
      if (!isDate(text)) throw new Refused("invalidValue");
      return text;
    },
  ),
  daysBetween: reference(
    core.daysBetween,
    (random) => [{ from: drawDate(random), to: drawDate(random) }],
    ({ from, to }) => dayNumber(to) - dayNumber(from),
  ),
  addDays: reference(
    core.addDays,
    (random) => [drawDate(random), drawMove(random, 4000)],
    (date, days) => dateOfNumber(dayNumber(date) + wholeMove(days)),
  ),
  addMonths: reference(
    core.addMonths,
    (random) => [drawDate(random), drawMove(random, 400)],
    (date, months) => monthsOn(date, wholeMove(months)),
  ),
  addYears: reference(
    core.addYears,
    (random) => [drawDate(random), drawMove(random, 90)],
    (date, years) => monthsOn(date, wholeMove(years) * 12),
  ),
  monthsTouched: reference(
    core.monthsTouched,
    (random) => [{ from: drawNearDate(random), to: drawNearDate(random) }],
    ({ from, to }) => monthsWalked(from, to),
  ),
  dateOfSerial: reference(
    core.dateOfSerial,
    (random) => [
      chance(random, 30)
        ? pick(random, [
            -1,
            0,
            0.5,
            59,
            60,
            60.9,
            61,
            2_958_465,
            2_958_466,
            2_957_003,
            2_957_004,
            Number.NaN,
            Infinity,
            -0.5,
          ])
        : random.whole(0, 2_958_465) + random.whole(0, 3) / 4,
      pick(random, [1900, 1904] as const),
    ],
    (serial, system = 1900) => {
      const day = Math.floor(serial);
      if (system === 1900 && day === 60) throw new Refused("outOfRange");
      const number = system === 1900 ? (day < 60 ? day - 1 : day - 2) : day + dayNumber("1904-01-01");
      if (!Number.isFinite(serial) || day < (system === 1900 ? 1 : 0)) throw new Refused("outOfRange");
      return dateOfNumber(number);
    },
  ),
  serialOfDate: reference(
    core.serialOfDate,
    (random) => [
      chance(random, 30) ? drawDate(random, { from: 1900, to: 1905 }) : drawDate(random),
      pick(random, [1900, 1904] as const),
    ],
    (date, system = 1900) => {
      if (system === 1904 && date < "1904-01-01") throw new Refused("outOfRange");
      // A spreadsheet of the 1900 system counts 29 February 1900 as its day 60.
      if (system === 1900) return dayNumber(date) + 1 + (date > "1900-02-28" ? 1 : 0);
      return dayNumber(date) - dayNumber("1904-01-01");
    },
  ),
};

function drawPeriod(random: Random): core.PeriodAtDay {
  return { startDate: drawNearDate(random), endDate: drawNearDate(random), asOf: drawNearDate(random) };
}

function inOrder({ startDate, endDate }: { readonly startDate: Date; readonly endDate: Date }): void {
  if (endDate < startDate) throw new Refused("outOfRange");
}

/** The share of the days of a period that are not after a day, each of them looked at. */
export function shareGone(period: core.PeriodAtDay): Fraction {
  inOrder(period);
  const days = dayNumber(period.endDate) - dayNumber(period.startDate) + 1;
  let gone = 0;
  for (let day = 0; day < days; day += 1)
    if (dayNumber(period.startDate) + day <= dayNumber(period.asOf)) gone += 1;
  return new Fraction(gone, days);
}

/** The months of the days of a period that come after a day, at least one. */
export function monthsAfter(period: core.PeriodAtDay): number {
  inOrder(period);
  const next = Math.max(dayNumber(period.startDate), dayNumber(period.asOf) + 1);
  return next > dayNumber(period.endDate) ? 1 : monthsWalked(dateOfNumber(next), period.endDate);
}

/** The name of the period that a day belongs to. */
function labelOf(date: Date, unit: core.PeriodUnit, yearStartMonth: number): string {
  const { year, month } = dayOf(date);
  if (unit === "month") return date.slice(0, 7);
  const first = month >= yearStartMonth ? year : year - 1;
  const place = (month - yearStartMonth + 12) % 12;
  const name = yearStartMonth === 1 ? String(first) : `${first}/${String(first + 1).slice(-2)}`;
  if (unit === "year") return name;
  return unit === "quarter"
    ? `${name} Q${Math.floor(place / 3) + 1}`
    : `${name} H${Math.floor(place / 6) + 1}`;
}

export const periodReferences: References = {
  elapsedShare: reference(core.elapsedShare, (random) => [drawPeriod(random)], shareGone),
  monthsLeft: reference(core.monthsLeft, (random) => [drawPeriod(random)], monthsAfter),
  periodsBetween: reference(
    core.periodsBetween,
    (random) => [
      {
        startDate: drawNearDate(random),
        endDate: drawNearDate(random),
        unit: pick(random, ["month", "quarter", "half", "year"] as const),
        yearStartMonth: drawMaybe(
          random,
          () => countOf(random.whole(chance(random, 5) ? 0 : 1, chance(random, 5) ? 13 : 12)),
          30,
        ),
      },
    ],
    (input) => {
      inOrder(input);
      const yearStart = input.yearStartMonth ?? 1;
      if (yearStart < 1 || yearStart > 12) throw new Refused("outOfRange");
      const periods: { label: string; firstDay: Date; lastDay: Date }[] = [];
      for (let number = dayNumber(input.startDate); number <= dayNumber(input.endDate); number += 1) {
        const day = dateOfNumber(number);
        const label = labelOf(day, input.unit, yearStart);
        const last = periods.at(-1);
        if (last?.label === label) last.lastDay = day;
        else periods.push({ label, firstDay: day, lastDay: day });
      }
      return periods;
    },
  ),
  termStatus: reference(
    core.termStatus,
    (random) => [
      {
        lastElection: drawMaybe(random, () => drawDate(random)),
        termYears: drawTerm(random),
        ...drawPolicy(random),
      },
    ],
    termOf,
  ),
  termSummary: reference(core.termSummary, (random) => [drawTerms(random)], summaryOf),
};

function drawTerm(random: Random): number | undefined {
  return chance(random, 85)
    ? pick(random, [1, 2, 2.5, 3, 5, 1 / 12])
    : pick(random, [undefined, 0, -1, 0.3, Number.NaN, 9000]);
}

function drawPolicy(random: Random): core.TermPolicy {
  return {
    asOf: drawDate(random, { from: 2026, to: 2030 }),
    soonMonths: drawMaybe(random, () => countOf(pick(random, [0, 1, 6, 12, 96_000])), 40),
  };
}

export function termOf({
  lastElection,
  termYears,
  asOf,
  soonMonths = countOf(6),
}: core.TermStatusInput): core.TermState {
  if (lastElection === undefined || termYears === undefined) return { status: "missing" };
  const months = termYears * 12;
  if (!Number.isSafeInteger(months) || months <= 0) throw new Refused("outOfRange");
  const dueDate = monthsOn(lastElection, months);
  const overdue = dayNumber(asOf) - dayNumber(dueDate);
  if (overdue > 0) return { status: "overdue", dueDate, daysOverdue: countOf(overdue) };
  const horizon = Math.min(dayOf(asOf).year * 12 + dayOf(asOf).month + soonMonths, 9999 * 12 + 12);
  const isEnd = horizon === 9999 * 12 + 12 && soonMonths > 0;
  const isSoon = isEnd || dueDate <= monthsOn(asOf, soonMonths);
  return { status: isSoon ? "due-soon" : "in-term", dueDate, daysOverdue: countOf(0) };
}

function drawTerms(random: Random): core.TermSummaryInput {
  const rows = random.whole(0, 6);
  const termYears = chance(random, 50)
    ? pick(random, [1, 3, 5])
    : columnOf(rows + (chance(random, 5) ? 1 : 0), () => pick(random, [1, 3, 5, undefined]));
  return {
    lastElection: columnOf(rows, () => drawMaybe(random, () => drawDate(random, { from: 2020, to: 2026 }))),
    termYears,
    ...drawPolicy(random),
    ...(chance(random, 70) ? { group: columnOf(rows, () => drawMaybe(random, () => drawName(random))) } : {}),
  };
}

function summaryOf({ lastElection, termYears, group, ...policy }: core.TermSummaryInput): unknown {
  const rows = lastElection.length;
  if (rows === 0) throw new Refused("emptyInput");
  if (typeof termYears !== "number" && termYears.length !== rows) throw new Refused("sizeMismatch");
  const states = lastElection.map((elected, row) => {
    const { status } = termOf({
      lastElection: elected,
      termYears: typeof termYears === "number" ? termYears : termYears[row],
      ...policy,
    });
    return {
      name: group?.[row],
      status: group !== undefined && group[row] === undefined ? "missing" : status,
    };
  });
  const counted = (of: readonly { readonly status: string }[]): object => {
    const number = (status: string): number => of.filter((each) => each.status === status).length;
    const [overdue, known] = [number("overdue"), of.length - number("missing")];
    const status = known === 0 ? "empty" : "ok";
    return {
      inTerm: number("in-term"),
      dueSoon: number("due-soon"),
      overdue,
      missing: number("missing"),
      shareOverdue: { numerator: overdue, denominator: known, status },
    };
  };
  const names = [...new Set(states.map(({ name }) => name))].filter((name) => name !== undefined);
  return {
    groups: names.map((name) => ({ group: name, ...counted(states.filter((each) => each.name === name)) })),
    total: counted(states),
  };
}
