import { CalculationError } from "../errors.ts";
import type { CalendarDate } from "../periods/calendarDate.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { type Stay, type Stays, staysOf } from "./stays.ts";

/** Who was under whom, and when; and the units to place on a day. */
export interface HierarchyAtInput extends Stays {
  /** The day to place units on. */
  readonly date: CalendarDate;
  /** The units to place, as the rows of a register name them; `undefined` where a name is missing. */
  readonly units: readonly (string | undefined)[];
}

/** What each unit is directly under on the day, `undefined` at the top; nothing for a unit none of whose rows holds. */
type Parents = ReadonlyMap<string | undefined, string | undefined>;

/**
 * The levels above each unit as they were on a given day, whatever has moved since.
 *
 * The answer is the `levels` of `coverageRollUp`: one column a level, the highest first, each unit itself last. The one
 * surprise: a unit that stands higher than others fills the levels it lacks with its own name, so that every row reaches
 * the last level; a unit none of whose rows holds on the day, or one above it so, has no levels and is left out there.
 *
 * **Units.** Days; `from` and `until` both belong to the stay. A name without a row of its own that others are under is
 * at the top.
 *
 * **Errors.** `emptyInput` without rows or units; `sizeMismatch` for columns of different length; `outOfRange` for a stay
 * that ends before it starts; `conflict` for stays of one unit that overlap, or a unit above itself.
 *
 * **Source.** ISO/IEC 9075-2:2011, SQL/Foundation: application-time periods without overlaps; R. Kimball and M. Ross, The
 * Data Warehouse Toolkit, third edition (2013): slightly ragged hierarchies.
 *
 * @throws CalculationError `emptyInput` without rows or units
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for a stay that ends before it starts
 * @throws CalculationError `conflict` for stays of one unit that overlap, or a unit above itself on the day
 *
 * @example
 * const moved = { unit: ["mill", "mill"], parent: ["east", "west"], from: [undefined, calendarDate("2020-07-01")], until: [calendarDate("2020-06-30"), undefined] };
 * hierarchyAt({ ...moved, date: calendarDate("2020-06-30"), units: ["mill"] }) //=> [["east"], ["mill"]]
 * hierarchyAt({ ...moved, date: calendarDate("2020-07-01"), units: ["mill"] }) //=> [["west"], ["mill"]]
 * const levels = hierarchyAt({ ...moved, date: calendarDate("2019-12-31"), units: ["mill", "east"] });
 * coverageRollUp({ levels, covered: [1, 3], eligible: [2, 4] }).map(({ path }) => path.join("/")) //=> ["", "east", "east/mill", "east/east"]
 * hierarchyAt({ ...moved, until: [undefined, undefined], date: calendarDate("2020-07-01"), units: ["mill"] }) //=> throws conflict
 */
export function hierarchyAt(input: HierarchyAtInput): readonly (readonly (string | undefined)[])[] {
  const { unit, parent, from, until, date, units } = input;
  requireColumns("hierarchyAt", { unit, parent, from, until });
  requireColumns("hierarchyAt", { units });
  const parents = parentsOn(date, parent, staysOf("hierarchyAt", input));
  const paths = units.map((name) => pathTo(name, parents, date));
  const depth = paths.reduce((most, path) => Math.max(most, path?.length ?? 0), 1);
  return Array.from({ length: depth }, (_, level) => paths.map((path) => path?.[level] ?? path?.at(-1)));
}

function parentsOn(
  date: CalendarDate,
  parentNames: HierarchyAtInput["parent"],
  stays: ReadonlyMap<string, readonly Stay[]>,
): Parents {
  const parents = new Map<string | undefined, string | undefined>();
  for (const name of parentNames) parents.set(name, undefined);
  for (const [name, known] of stays) {
    const stay = known.find(({ from, until }) => from <= date && date <= until);
    if (stay === undefined) parents.delete(name);
    else parents.set(name, stay.parent);
  }
  return parents;
}

/** The names from the top down to a unit; `undefined` where one of them has no known place on the day. */
function pathTo(
  unit: string | undefined,
  parents: Parents,
  date: CalendarDate,
): readonly string[] | undefined {
  const upwards = new Set<string>();
  let name = unit;
  while (name !== undefined) {
    if (upwards.has(name)) {
      throw new CalculationError("hierarchyAt", "conflict", {
        requirement: `no unit to be above itself on ${date}; ${[...upwards, name].join(" is under ")}`,
      });
    }
    upwards.add(name);
    if (!parents.has(name)) return undefined;
    name = parents.get(name);
  }
  return Array.from(upwards).reverse();
}
