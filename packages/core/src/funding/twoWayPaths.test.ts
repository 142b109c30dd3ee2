import { describe, expect, test } from "vitest";
import { fraction } from "../exact/fraction.ts";
import { settle, shortestPaths } from "./twoWayPaths.ts";
import { TwoWayTable } from "./twoWayTable.ts";

describe("shortestPaths", () => {
  test("multiplies the ratios of the steps: directly, or round by another row", () => {
    // Rows 0 and 1 are lines 0 and 1, columns 0 and 1 are lines 2 and 3.
    const contest = { rows: 2, columns: 2, weights: [1n, 8n, 1n, 1n], places: [1n, 1n, 1n, 1n] };
    const table = new TwoWayTable(contest, 1n, [0n, 0n, 0n, 1n]);
    const { lengths, lastCells } = shortestPaths(table, [0]);
    const inLowestTerms = lengths.map((length) => length && fraction(length.numerator, length.denominator));
    // To column 1 by the weight 8: 1/16; from there down to row 1: times 2; up to column 0: times 1/2.
    expect(inLowestTerms).toEqual([fraction(1n), fraction(1n, 8n), fraction(1n, 16n), fraction(1n, 16n)]);
    expect(Array.from(lastCells)).toEqual([-1, 3, 2, 1]);
  });

  test("tells which lines no way leads to", () => {
    const contest = { rows: 2, columns: 2, weights: [1n, 0n, 1n, 1n], places: [1n, 1n, 1n, 1n] };
    const table = new TwoWayTable(contest, 1n, [0n, 0n, 0n, 0n]);
    const { lengths, logs } = shortestPaths(table, [0]);
    expect(lengths).toHaveLength(4);
    expect(lengths[3]).toBeUndefined();
    expect(Array.from(logs)).toEqual([0, Infinity, -1, Infinity]);
  });

  test("compares exactly what logarithms cannot tell apart", () => {
    const large = 2n ** 60n;
    const contest = { rows: 2, columns: 1, weights: [large, large + 1n], places: [1n, 0n, 1n] };
    const table = new TwoWayTable(contest, 1n, [0n, 0n]);
    expect(Array.from(shortestPaths(table, [0, 1]).lastCells)).toEqual([-1, -1, 1]);
  });
});

describe("settle", () => {
  test("carries places to where they lack by the best way", () => {
    const contest = { rows: 2, columns: 2, weights: [10n, 1n, 5n, 5n], places: [2n, 2n, 2n, 2n] };
    const table = new TwoWayTable(contest, 1n, [0n, 0n, 0n, 0n]);
    settle(table);
    expect(table.cells).toEqual([2n, 0n, 0n, 2n]);
    expect(table.surplus).toEqual([0n, 0n, 0n, 0n]);
  });

  test("carries whole units only, and stops where no way leads on", () => {
    const contest = { rows: 1, columns: 2, weights: [1n, 0n], places: [7n, 4n, 3n] };
    const byFours = new TwoWayTable(contest, 4n, [0n, 0n]);
    settle(byFours);
    expect(byFours.cells).toEqual([4n, 0n]);
    const byOnes = new TwoWayTable(contest, 1n, [0n, 0n]);
    settle(byOnes);
    expect(byOnes.surplus).toEqual([3n, 0n, -3n]);
  });

  test("lets no line give more than it has, even where more lack places", () => {
    const contest = { rows: 2, columns: 2, weights: [1n, 1n, 0n, 0n], places: [1n, 1n, 1n, 1n] };
    const table = new TwoWayTable(contest, 1n, [0n, 0n, 0n, 0n]);
    settle(table);
    expect(table.cells).toEqual([1n, 0n, 0n, 0n]);
    expect(table.surplus).toEqual([0n, 1n, 0n, -1n]);
  });
});
