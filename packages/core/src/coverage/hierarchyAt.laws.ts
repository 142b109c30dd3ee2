import * as fc from "fast-check";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { type CalendarDate, calendarDate } from "../periods/calendarDate.ts";
import { days, later } from "../periods/days.laws.ts";
import { coverageRollUp } from "./coverageRollUp.ts";
import { hierarchyAt, type HierarchyAtInput } from "./hierarchyAt.ts";

// Ten units, each under one with a smaller number, so that nothing is above itself; each moves up to twice.

interface Row {
  readonly unit: string;
  readonly parent: string | undefined;
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
}

const names = Array.from("abcdefghij");
const rowsOf = (moves: readonly (readonly (readonly [number, CalendarDate])[])[]): Row[] =>
  moves.flatMap((stays, index) => {
    const sorted = [...new Map(stays.map((stay) => [stay[1], stay])).values()].sort(([, a], [, b]) =>
      a < b ? -1 : 1,
    );
    return sorted.map(([parent, from], place) => {
      const next = sorted[place + 1]?.[1];
      return {
        unit: names[index + 1] ?? "",
        parent: names[parent % (index + 1)],
        from: place === 0 ? undefined : from,
        until: next === undefined ? undefined : later(next, -1),
      };
    });
  });
const histories = fc
  .array(fc.array(fc.tuple(fc.nat(9), days), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 9 })
  .map(rowsOf);

const columnsOf = (rows: readonly Row[]): Omit<HierarchyAtInput, "date"> => ({
  unit: rows.map(({ unit }) => unit),
  parent: rows.map(({ parent }) => parent),
  from: rows.map(({ from }) => from),
  until: rows.map(({ until }) => until),
  units: ["a", ...new Set(rows.map(({ unit }) => unit))],
});
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Hierarchy = typeof hierarchyAt;

/** The tree of the last rows, whatever the day: what rewrites history. */
const asOfToday: Hierarchy = (input) => hierarchyAt({ ...input, date: calendarDate("9999-12-31") });

export const hierarchyAtLaws: readonly Law<Hierarchy>[] = [
  {
    name: "each unit is directly under the parent of its row that holds on the day",
    property: (calculator) =>
      fc.property(histories, days, (rows, date) => {
        const input = columnsOf(rows);
        const levels = calculator({ ...input, date });
        return input.units.every((unit, place) => {
          const path = [...new Set(levels.map((column) => column[place]))];
          const row = rows.find(
            (each) => each.unit === unit && (each.from ?? "") <= date && date <= (each.until ?? "9999-12-31"),
          );
          return path.at(-1) === unit && path.at(-2) === row?.parent;
        });
      }),
    broken: asOfToday,
  },
  {
    name: "a move after the day does not change the answer",
    property: (calculator) =>
      fc.property(histories, days, fc.nat(9), (rows, date, parent) => {
        const moved = rows.flatMap((row): Row[] => {
          if (row.unit !== "b" || row.until !== undefined || (row.from ?? "") > date) return [row];
          const stay = { ...row, until: later(date, parent) };
          return [stay, { ...row, parent: "z", from: later(date, parent + 1) }];
        });
        const { units } = columnsOf(rows);
        return isSame(
          calculator({ ...columnsOf(rows), date }),
          calculator({ ...columnsOf(moved), units, date }),
        );
      }),
    broken: asOfToday,
  },
  {
    name: "the order of the rows does not change the answer",
    property: (calculator) =>
      fc.property(histories, days, (rows, date) => {
        const { units } = columnsOf(rows);
        const reversed = { ...columnsOf([...rows].reverse()), units };
        return isSame(calculator({ ...columnsOf(rows), date }), calculator({ ...reversed, date }));
      }),
    // The first row of each unit, whether it holds or not.
    broken: (input) => {
      const first = input.unit.map((unit, row) => input.unit.indexOf(unit) === row);
      const kept = <Value>(column: readonly Value[]): Value[] => column.filter((_, row) => first[row]);
      const [unit, parent] = [kept(input.unit), kept(input.parent)];
      const always = unit.map(() => undefined);
      return hierarchyAt({ ...input, unit, parent, from: always, until: always });
    },
  },
  {
    name: "every unit reaches the last level, so the roll-up leaves none out, and its total stays",
    property: (calculator) =>
      fc.property(histories, days, (rows, date) => {
        const input = columnsOf(rows);
        const levels = calculator({ ...input, date });
        const covered = input.units.map((_, index) => index);
        const eligible = input.units.map(() => 10);
        const [total] = coverageRollUp({ levels, covered, eligible });
        return (
          total?.leftOut.missing === 0 &&
          total.rate?.numerator === covered.reduce((sum, value) => sum + value, 0)
        );
      }),
    // Levels that are left empty below a unit that stands higher.
    broken: (input) =>
      hierarchyAt(input).map((column, level, all) =>
        column.map((name, row) => (level > 0 && all[level - 1]?.[row] === name ? undefined : name)),
      ),
  },
  {
    name: "a stay of a unit twice is refused",
    property: (calculator) =>
      fc.property(histories, days, fc.nat(), (rows, date, place) => {
        const again = rows.slice(place % rows.length).slice(0, 1);
        return refusesWith("conflict", () => calculator({ ...columnsOf([...rows, ...again]), date }));
      }),
    broken: (input) => hierarchyAt({ ...input, unit: input.unit.map((unit, row) => `${unit}${row}`) }),
  },
];
