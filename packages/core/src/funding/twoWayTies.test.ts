import { describe, expect, test } from "vitest";
import { shortestPaths } from "./twoWayPaths.ts";
import { TwoWayTable } from "./twoWayTable.ts";
import { settleTies, type TiedCells } from "./twoWayTies.ts";

/** Settles the ties of a table with three rows and three columns that have one place each. */
function settled({
  weights,
  cells,
}: {
  readonly weights: readonly bigint[];
  readonly cells: readonly bigint[];
}): {
  readonly cells: readonly bigint[];
  readonly ties: TiedCells;
} {
  const contest = { rows: 3, columns: 3, weights, places: [1n, 1n, 1n, 1n, 1n, 1n] };
  const table = new TwoWayTable(contest, 1n, cells);
  const ties = settleTies(table, shortestPaths(table, [0, 1, 2, 3, 4, 5]));
  return { cells: table.cells, ties };
}

describe("settleTies", () => {
  test("takes the first table from the last one, and a cell that fell does not fall again", () => {
    const { cells, ties } = settled({
      weights: [1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n],
      cells: [0n, 0n, 1n, 0n, 1n, 0n, 1n, 0n, 0n],
    });
    expect(cells).toEqual([1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n, 1n]);
    expect(ties).toEqual({ groups: [[0, 1, 2, 3, 4, 5]], cells: [[0, 1, 2, 3, 4, 5, 6, 7, 8]] });
  });

  test("a cycle through all lines ends where it began", () => {
    // The first cell can rise only round by every row and column; the last row leads back to the first column too.
    const { cells, ties } = settled({
      weights: [1n, 1n, 1n, 1n, 1n, 0n, 1n, 1n, 1n],
      cells: [0n, 0n, 1n, 1n, 0n, 0n, 0n, 1n, 0n],
    });
    expect(cells).toEqual([1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n, 1n]);
    expect(ties).toEqual({ groups: [[0, 1, 2, 3, 4, 5]], cells: [[0, 1, 2, 3, 4, 6, 7, 8]] });
  });

  test("a cycle passes through the first column where the first cell has no weight", () => {
    const { cells, ties } = settled({
      weights: [0n, 1n, 1n, 1n, 1n, 0n, 1n, 1n, 1n],
      cells: [0n, 0n, 1n, 0n, 1n, 0n, 1n, 0n, 0n],
    });
    expect(cells).toEqual([0n, 1n, 0n, 1n, 0n, 0n, 0n, 0n, 1n]);
    expect(ties).toEqual({ groups: [[0, 1, 2, 3, 4, 5]], cells: [[1, 2, 3, 4, 6, 7, 8]] });
  });

  test("each line that is in no tie stands alone", () => {
    const { cells, ties } = settled({
      weights: [1n, 1n, 0n, 1n, 1n, 0n, 0n, 0n, 1n],
      cells: [0n, 1n, 0n, 1n, 0n, 0n, 0n, 0n, 1n],
    });
    expect(cells).toEqual([1n, 0n, 0n, 0n, 1n, 0n, 0n, 0n, 1n]);
    expect(ties).toEqual({ groups: [[0, 1, 3, 4], [2], [5]], cells: [[0, 1, 3, 4], [], []] });
  });

  test("lines that no way leads to tie with none", () => {
    const contest = { rows: 2, columns: 2, weights: [1n, 0n, 0n, 1n], places: [0n, 0n, 0n, 0n] };
    const table = new TwoWayTable(contest, 1n, [0n, 0n, 0n, 0n]);
    const ties = settleTies(table, shortestPaths(table, [0]));
    expect(ties).toEqual({ groups: [[0], [1], [2], [3]], cells: [[], [], [], []] });
  });
});
