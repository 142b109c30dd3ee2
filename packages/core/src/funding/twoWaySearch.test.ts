import { describe, expect, test } from "vitest";
import { searchTable } from "./twoWaySearch.ts";

const [none, one] = [0n, 1n];

describe("searchTable", () => {
  test("finds the table at once where scaling does", () => {
    const contest = { rows: 1, columns: 3, weights: [3n, 2n, 1n], places: [6n, 3n, 2n, 1n] };
    expect(searchTable(contest).cells).toEqual([3n, 2n, 1n]);
  });

  test("halves its unit down to one where scaling leaves much to carry", () => {
    const many = 2n ** 53n - 1n;
    const contest = {
      rows: 3,
      columns: 3,
      weights: [one, one, one, none, one, one, none, none, one],
      places: [many, many, many, many, many, many],
    };
    const table = searchTable(contest);
    expect(table.unit).toBe(1n);
    expect(table.cells).toEqual([many, none, none, none, many, none, none, none, many]);
  });

  test("leaves what no table can carry", () => {
    const contest = { rows: 2, columns: 1, weights: [one, none], places: [1n, 2n, 3n] };
    expect(searchTable(contest).surplus[1]).toBe(2n);
  });
});
