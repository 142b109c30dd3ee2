import { describe, expect, test } from "vitest";
import type { RemainderRule } from "./fundingSplit.ts";
import { mostShortRows, serveInOrder, writeShortSplit } from "./shortSplit.ts";

const rules: readonly RemainderRule[] = ["largest-remainder", "largest-weight", "first", "last"];

/** A short split into a column that held other parts before. */
function splitShortly(
  total: number,
  by: readonly number[],
  rule: RemainderRule,
): { readonly parts: readonly number[]; readonly ties: readonly unknown[] } {
  const weights = Float64Array.from(by);
  const parts = new Float64Array(by.length).fill(9);
  const sum = by.reduce((all, weight) => all + weight, 0);
  const ties = writeShortSplit(parts, { total, weights, rows: by.length, sum, rule });
  return { parts: Array.from(parts), ties };
}

describe("writeShortSplit", () => {
  // Shares of 2.5, 1.5, 0 and 1: one step is left over, and 2 1/2 and 1 1/2 have equal remainders.
  test.each<[RemainderRule, readonly number[], readonly unknown[]]>([
    ["largest-remainder", [3, 1, 0, 1], [{ rows: [0, 1], served: [0] }]],
    ["largest-weight", [3, 1, 0, 1], []],
    ["first", [3, 1, 0, 1], []],
    ["last", [2, 1, 0, 2], []],
  ])("gives the step left over by the rule %s", (rule, parts, ties) => {
    expect(splitShortly(5, [5, 3, 0, 2], rule)).toEqual({ parts, ties });
  });

  test.each(rules)("gives every row its share where nothing is left over, by the rule %s", (rule) => {
    expect(splitShortly(20, [5, 3, 0, 2], rule)).toEqual({ parts: [10, 6, 0, 4], ties: [] });
  });

  // Shares of 1.7, 1.8 and 3.5.
  test("gives as many steps as are left over to the largest remainders", () => {
    expect(splitShortly(7, [17, 18, 35], "largest-remainder")).toEqual({ parts: [2, 2, 3], ties: [] });
  });

  test("gives a step to all rows but one", () => {
    // Shares of 3/4 each.
    expect(splitShortly(3, [1, 1, 1, 1], "largest-remainder")).toEqual({
      parts: [1, 1, 1, 0],
      ties: [{ rows: [0, 1, 2, 3], served: [0, 1, 2] }],
    });
    // Shares of 4/9, 6/9 and 8/9.
    expect(splitShortly(2, [2, 3, 4], "largest-weight")).toEqual({ parts: [0, 1, 1], ties: [] });
  });

  // Shares of 0.4, 0.8, 0.4 and 0.4: the second row is above its equals, of which one is served.
  test("serves the earlier of equal rows after those above them", () => {
    expect(splitShortly(2, [2, 4, 2, 2], "largest-remainder")).toEqual({
      parts: [1, 1, 0, 0],
      ties: [{ rows: [0, 2, 3], served: [0] }],
    });
  });

  test("splits the longest column that it takes, and the greatest total", () => {
    const rows = Array.from({ length: mostShortRows }, (_, row) => row + 1);
    const last = rows.map((row) => Number(row === mostShortRows));
    expect(splitShortly(1, rows, "largest-remainder")).toEqual({ parts: last, ties: [] });
    expect(splitShortly(2 ** 53 - 1, [1], "first")).toEqual({ parts: [2 ** 53 - 1], ties: [] });
  });

  // Shares of 2/3 and 4/3.
  test.each<[RemainderRule, readonly number[]]>([
    ["largest-remainder", [1, 1, 9, 9]],
    ["largest-weight", [0, 2, 9, 9]],
    ["first", [1, 1, 9, 9]],
    ["last", [0, 2, 9, 9]],
  ])("reads and writes nothing beyond its rows, by the rule %s", (rule, wanted) => {
    const parts = Float64Array.of(9, 9, 9, 9);
    const weights = Float64Array.of(1, 2, 8, 8);
    expect(writeShortSplit(parts, { total: 2, weights, rows: 2, sum: 3, rule })).toEqual([]);
    expect(Array.from(parts)).toEqual(wanted);
    expect(Array.from(weights)).toEqual([1, 2, 8, 8]);
  });
});

describe("serveInOrder", () => {
  test.each([
    [2, [1, 0, 1, 0]],
    [-2, [0, 0, 1, 1]],
    [3, [1, 0, 1, 1]],
  ])("serves rows with a weight, for %d", (steps, served) => {
    const parts = new Float64Array(4);
    serveInOrder(parts, Float64Array.of(1, 0, 3, 2), steps);
    expect(Array.from(parts)).toEqual(served);
  });
});
