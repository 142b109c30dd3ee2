import { describe, expect, test } from "vitest";
import { logOfWhole, TwoWayTable } from "./twoWayTable.ts";

const contest = { rows: 2, columns: 3, weights: [4n, 0n, 6n, 1n, 2n, 3n], places: [3n, 2n, 2n, 1n, 2n] };

describe("TwoWayTable", () => {
  test("knows what each row lacks and each column has too many", () => {
    const table = new TwoWayTable(contest, 1n, [1n, 0n, 1n, 2n, 0n, 0n]);
    expect(table.surplus).toEqual([1n, 0n, 1n, -1n, -1n]);
  });

  test("a step up in a cell gives its row and its column one place more", () => {
    const table = new TwoWayTable(contest, 1n, [1n, 0n, 1n, 2n, 0n, 0n]);
    table.step(2, "up");
    expect(table.cells).toEqual([1n, 0n, 2n, 2n, 0n, 0n]);
    expect(table.surplus).toEqual([0n, 0n, 1n, -1n, 0n]);
    table.step(3, "down");
    expect(table.cells).toEqual([1n, 0n, 2n, 1n, 0n, 0n]);
  });

  test("the ratio of a step is the rounding boundary over the weight, or the weight over the boundary", () => {
    const table = new TwoWayTable(contest, 1n, [1n, 0n, 1n, 2n, 0n, 0n]);
    expect(table.upRatio(0)).toEqual({ numerator: 3n, denominator: 8n });
    expect(table.downRatio(0)).toEqual({ numerator: 8n, denominator: 1n });
    expect(table.upLog(0)).toBeCloseTo(Math.log2(3 / 8), 12);
    expect(table.downLog(0)).toBe(3);
  });

  test("in steps of four places the boundaries lie at two, six and ten", () => {
    const table = new TwoWayTable(contest, 4n, [4n, 0n, 0n, 0n, 0n, 0n]);
    expect(table.upRatio(0)).toEqual({ numerator: 12n, denominator: 8n });
    expect(table.downRatio(0)).toEqual({ numerator: 8n, denominator: 4n });
  });

  test("a cell without weight has no step up, an empty cell none down", () => {
    const table = new TwoWayTable(contest, 1n, [1n, 0n, 1n, 2n, 0n, 0n]);
    expect(table.upLog(1)).toBe(Infinity);
    expect(table.downLog(4)).toBe(Infinity);
  });

  test.each([
    ["one cell, a way of one step", 1, 1],
    ["two rows and three columns, a way of four steps", 2, 3],
  ])("its doubt covers the rounding errors of the longest way: %s", (_, rows, columns) => {
    const weights = new Array<bigint>(rows * columns).fill(2n ** 1000n - 1n);
    const places = new Array<bigint>(rows + columns).fill(0n);
    const table = new TwoWayTable(
      { rows, columns, weights, places },
      1n,
      weights.map(() => 0n),
    );
    // Doubles between 512 and 1024 lie 2^-43 apart; each step takes two logarithms and adds them to the way.
    const steps = rows + columns - 1;
    expect(table.doubt).toBeGreaterThan(3 * steps * 2 ** -43);
    expect(table.doubt).toBeLessThan(1e-9);
  });
});

test.each([
  [0n, -Infinity],
  [1n, 0],
  [1024n, 10],
  [10n ** 400n, 400 * Math.log2(10)],
  [2n ** 5000n, 5000],
])("the binary logarithm of case %#", (whole, log) => {
  expect(logOfWhole(whole)).toBeCloseTo(log, 9);
});
