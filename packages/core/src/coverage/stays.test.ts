import { describe, expect, test } from "vitest";
import { calendarDate } from "../periods/calendarDate.ts";
import { type Stay, staysOf } from "./stays.ts";

type Row = readonly [unit: string, parent: string, from?: string | undefined, until?: string | undefined];

const dayOf = (text: string | undefined) => (text === undefined ? undefined : calendarDate(text));
/** The stays of the mill. */
const staysOfMill = (...rows: readonly Row[]): readonly Stay[] | undefined =>
  staysOf(
    "hierarchyAt",
    Object.freeze({
      unit: rows.map(([unit]) => unit),
      parent: rows.map(([, parent]) => parent),
      from: rows.map(([, , from]) => dayOf(from)),
      until: rows.map(([, , , until]) => dayOf(until)),
    }),
  ).get("mill");

const refusal = (code: string, requirement: string): unknown =>
  expect.objectContaining({ code, message: `hierarchyAt requires ${requirement}` });

describe("staysOf", () => {
  test("gives the stays of a unit in order of time, with their rows", () => {
    const stays = staysOfMill(
      ["mill", "south", "2022-01-01"],
      ["ford", "east"],
      ["mill", "east", undefined, "2019-12-31"],
      ["mill", "west", "2020-01-01", "2021-12-31"],
    );
    expect(stays).toEqual([
      { row: 3, parent: "east", from: "1900-01-01", until: "2019-12-31" },
      { row: 4, parent: "west", from: "2020-01-01", until: "2021-12-31" },
      { row: 1, parent: "south", from: "2022-01-01", until: "9999-12-31" },
    ]);
  });

  test("takes a stay of one day, and none that ends the day before it starts", () => {
    expect(staysOfMill(["mill", "east", "2024-02-29", "2024-02-29"])).toEqual([
      { row: 1, parent: "east", from: "2024-02-29", until: "2024-02-29" },
    ]);
    expect(() => staysOfMill(["ford", "east"], ["mill", "east", "2024-03-01", "2024-02-29"])).toThrow(
      refusal("outOfRange", "until, row 2, to be on or after from, 2024-03-01; found 2024-02-29"),
    );
  });

  test("names the first two rows of several stays that begin on one day", () => {
    const rows = ["east", "west", "south"].map((parent): Row => ["mill", parent, "2024-01-01"]);
    expect(() => staysOfMill(["ford", "east"], ...rows)).toThrow(
      refusal("conflict", "the stays of mill not to overlap; those of rows 2 and 3 do"),
    );
  });
});
