import { CalculationError } from "../errors.ts";
import { type CalendarDate, calendarDate } from "../periods/calendarDate.ts";

/** Who was under whom, and when, as columns. */
export interface Stays {
  /** A unit, each row. */
  readonly unit: readonly string[];
  /** What it is directly under; `undefined` where it is at the top. */
  readonly parent: readonly (string | undefined)[];
  /** The first day on which that holds; `undefined` where it has always held. */
  readonly from: readonly (CalendarDate | undefined)[];
  /** The last day on which it holds; `undefined` where it still holds. */
  readonly until: readonly (CalendarDate | undefined)[];
}

/** One row of a unit: how long it is under a parent. */
export interface Stay {
  /** The row, from 1. */
  readonly row: number;
  /** What it is under; `undefined` at the top. */
  readonly parent: string | undefined;
  /** The first day. */
  readonly from: CalendarDate;
  /** The last day. */
  readonly until: CalendarDate;
}

const always = calendarDate("1900-01-01");
const still = calendarDate("9999-12-31");

/** The stays of each unit in order of time, without overlaps. */
export function staysOf(
  calculator: string,
  { unit, parent, from, until }: Stays,
): ReadonlyMap<string, readonly Stay[]> {
  const stays = new Map<string, Stay[]>();
  for (const [index, name] of unit.entries()) {
    const stay = {
      row: index + 1,
      parent: parent[index],
      from: from[index] ?? always,
      until: until[index] ?? still,
    };
    if (stay.until < stay.from) {
      throw new CalculationError(calculator, "outOfRange", {
        name: `until, row ${stay.row},`,
        requirement: `on or after from, ${stay.from}`,
        found: stay.until,
      });
    }
    const known = stays.get(name);
    if (known === undefined) stays.set(name, [stay]);
    else known.push(stay);
  }
  for (const [name, known] of stays) requireNoOverlap(calculator, name, known);
  return stays;
}

function requireNoOverlap(calculator: string, name: string, stays: Stay[]): void {
  stays.sort((a, b) => Number(a.from > b.from) - Number(a.from < b.from));
  for (const [index, next] of stays.entries()) {
    const previous = stays[index - 1];
    if (previous === undefined || previous.until < next.from) continue;
    const rows = [previous.row, next.row].sort((a, b) => a - b).join(" and ");
    throw new CalculationError(calculator, "conflict", {
      requirement: `the stays of ${name} not to overlap; those of rows ${rows} do`,
    });
  }
}
