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

  test("holds places beyond every double in full", () => {
    const many = 2n ** 200n;
    const contest = { rows: 1, columns: 1, weights: [one], places: [many, many] };
    expect(searchTable(contest).cells).toEqual([many]);
  });

  test("gives what is too little for two rows in proportion to their places", () => {
    // Rows of 2 and 5 places share the two places of their columns: 4/7 and 10/7, of the second column 4/7 and 3/7.
    const contest = {
      rows: 2,
      columns: 3,
      weights: [none, one, none, one, 1000n, none],
      places: [2n, 5n, 1n, 1n, 5n],
    };
    const table = searchTable(contest);
    expect(table.cells).toEqual([none, one, none, one, none, none]);
    expect(table.surplus).toEqual([1n, 4n, 0n, 0n, -5n]);
  });

  test("leaves a column without places empty where few places are left over", () => {
    const contest = { rows: 2, columns: 2, weights: [2n, none, 3n, none], places: [4n, 4n, none, 8n] };
    expect(searchTable(contest).cells).toEqual([none, none, none, none]);
  });

  test("leaves what no table can carry", () => {
    const contest = { rows: 2, columns: 1, weights: [one, none], places: [1n, 2n, 3n] };
    expect(searchTable(contest).surplus[1]).toBe(2n);
  });
});
