import { describe, expect, test } from "vitest";
import { type CalendarDate, calendarDate } from "../periods/calendarDate.ts";
import { coverageRollUp } from "./coverageRollUp.ts";
import { hierarchyAt, type HierarchyAtInput } from "./hierarchyAt.ts";

type Row = readonly [unit: string, parent?: string | undefined, from?: string | undefined, until?: string];

const day = (text: string | undefined): CalendarDate | undefined =>
  text === undefined ? undefined : calendarDate(text);
const stays = (...rows: readonly Row[]): Omit<HierarchyAtInput, "date" | "units"> =>
  Object.freeze({
    unit: Object.freeze(rows.map(([unit]) => unit)),
    parent: Object.freeze(rows.map(([, parent]) => parent)),
    from: Object.freeze(rows.map(([, , from]) => day(from))),
    until: Object.freeze(rows.map(([, , , until]) => day(until))),
  });
/** The path of each unit, from the top down; "?" where its place is not known. */
const paths = (given: ReturnType<typeof stays>, date: string, ...units: readonly (string | undefined)[]) => {
  const levels = hierarchyAt({ ...given, date: calendarDate(date), units });
  return units.map((_, row) => levels.map((column) => column[row] ?? "?").join(" > "));
};

/** A town that changed county on 1 July 2020, and a county that changed province in 2022. */
const province = stays(
  ["mill", "east", undefined, "2020-06-30"],
  ["mill", "west", "2020-07-01"],
  ["ford", "east"],
  ["east", "north"],
  ["west", "north", undefined, "2021-12-31"],
  ["west", "south", "2022-01-01"],
);

describe("hierarchyAt", () => {
  test("places a moved unit where it was on the day, both days of a stay included", () => {
    expect(paths(province, "2020-06-30", "mill", "ford")).toEqual([
      "north > east > mill",
      "north > east > ford",
    ]);
    expect(paths(province, "2020-07-01", "mill", "ford")).toEqual([
      "north > west > mill",
      "north > east > ford",
    ]);
  });

  test("moves a unit with the one above it", () => {
    expect(paths(province, "2021-12-31", "mill")).toEqual(["north > west > mill"]);
    expect(paths(province, "2022-01-01", "mill")).toEqual(["south > west > mill"]);
  });

  test("leaves the history of the roll-up as it was", () => {
    const totalsOn = (date: string): unknown =>
      coverageRollUp({
        levels: hierarchyAt({ ...province, date: calendarDate(date), units: ["mill", "ford"] }),
        covered: [1, 3],
        eligible: [2, 4],
      }).map(({ path, rate }) => `${path.join(" > ")}: ${rate?.numerator}/${rate?.denominator}`);
    expect(totalsOn("2019-12-31")).toEqual([
      ": 4/6",
      "north: 4/6",
      "north > east: 4/6",
      "north > east > mill: 1/2",
      "north > east > ford: 3/4",
    ]);
    expect(totalsOn("2022-12-31")).toEqual([
      ": 4/6",
      "south: 1/2",
      "south > west: 1/2",
      "south > west > mill: 1/2",
      "north: 3/4",
      "north > east: 3/4",
      "north > east > ford: 3/4",
    ]);
  });

  test("lets a unit that stands higher fill the levels below it", () => {
    expect(paths(province, "2019-12-31", "ford", "east", "north")).toEqual([
      "north > east > ford",
      "north > east > east",
      "north > north > north",
    ]);
  });

  test("has as many levels as the deepest unit that is asked for", () => {
    const chain = stays(["e", "d"], ["d", "c"], ["c", "b"], ["b", "a"]);
    expect(paths(chain, "2026-01-01", "e")).toEqual(["a > b > c > d > e"]);
    expect(paths(chain, "2026-01-01", "b")).toEqual(["a > b"]);
    expect(paths(chain, "2026-01-01", "a")).toEqual(["a"]);
  });

  test("takes a unit without a parent as the top", () => {
    const given = stays(["mill", "east", undefined, "2020-06-30"], ["mill", undefined, "2020-07-01"]);
    expect(paths(given, "2020-07-01", "mill")).toEqual(["mill"]);
  });

  test("knows no place for a unit before its first day, after its last, in a gap, or below such a unit", () => {
    const given = stays(
      ["mill", "east", "2020-01-01", "2020-06-30"],
      ["mill", "east", "2021-01-01", "2021-12-31"],
      ["lane", "mill"],
      ["ford", "east"],
    );
    expect(paths(given, "2020-03-01", "mill", "lane")).toEqual(["east > mill > mill", "east > mill > lane"]);
    for (const date of ["2019-12-31", "2020-07-01", "2022-01-01"]) {
      expect(paths(given, date, "mill", "lane", "ford")).toEqual(["? > ?", "? > ?", "east > ford"]);
    }
    expect(paths(given, "2020-03-01", "nobody", undefined)).toEqual(["?", "?"]);
  });

  test("takes two stays that follow each other in any order of rows", () => {
    const given = stays(["mill", "west", "2020-07-01"], ["mill", "east", undefined, "2020-06-30"]);
    expect(paths(given, "2020-06-30", "mill")).toEqual(["east > mill"]);
  });

  test("takes names that an object would confuse", () => {
    expect(paths(stays(["__proto__", "constructor"]), "2026-01-01", "__proto__")).toEqual([
      "constructor > __proto__",
    ]);
  });

  test.each([
    [stays(["mill", "east"], ["ford", "east"], ["mill", "west"]), "rows 1 and 3"],
    [stays(["mill", "east", "2020-01-01", "2020-06-30"], ["mill", "west", "2020-06-30"]), "rows 1 and 2"],
    [stays(["mill", "east", "2021-01-01"], ["mill", "east", "2020-01-01", "2021-01-01"]), "rows 1 and 2"],
  ])("refuses stays of one unit that overlap, wherever the day is", (given, rows) => {
    expect(() => paths(given, "1950-01-01", "ford")).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: `hierarchyAt requires the stays of mill not to overlap; those of ${rows} do`,
      }),
    );
  });

  test("refuses a unit above itself on the day, and answers on other days", () => {
    const given = stays(
      ["a", "b"],
      ["b", "c", undefined, "2020-12-31"],
      ["b", "a", "2021-01-01"],
      ["d", "d"],
    );
    expect(paths(given, "2020-12-31", "a")).toEqual(["c > b > a"]);
    expect(() => paths(given, "2021-01-01", "a")).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: "hierarchyAt requires no unit to be above itself on 2021-01-01; a is under b is under a",
      }),
    );
    expect(() => paths(given, "2021-01-01", "d")).toThrow("d is under d");
  });

  test("refuses a stay that ends before it starts, no rows, no units, and ragged columns", () => {
    expect(() => paths(stays(["a", "b"], ["c", "b", "2021-01-01", "2020-12-31"]), "2021-01-01", "a")).toThrow(
      "hierarchyAt requires until, row 2, to be on or after from, 2021-01-01; found 2020-12-31",
    );
    expect(() => paths(stays(), "2021-01-01", "a")).toThrow(expect.objectContaining({ code: "emptyInput" }));
    expect(() => paths(province, "2021-01-01")).toThrow("hierarchyAt requires at least one value in units");
    expect(() => paths({ ...province, until: [] }, "2021-01-01", "mill")).toThrow(
      "hierarchyAt requires until to have as many values as there are rows (6); found 0",
    );
  });
});
