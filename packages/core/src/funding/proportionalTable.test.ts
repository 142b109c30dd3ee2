import { describe, expect, test } from "vitest";
import { proportionalTable, type TableTotals } from "./proportionalTable.ts";

const cellsOf = (rows: readonly number[], columns: readonly number[]): number[][] =>
  tableOf(rows, columns).cells.map((row) => row.map(Number));
const tableOf = (rows: readonly number[], columns: readonly number[]) => {
  const totals: TableTotals = { rows: rows.map(BigInt), columns: columns.map(BigInt) };
  return proportionalTable(totals);
};

describe("proportionalTable", () => {
  test("leaves whole cells as they are", () => {
    expect(cellsOf([6, 4], [5, 5])).toEqual([
      [3, 3],
      [2, 2],
    ]);
  });

  test("adds up though no cell is whole", () => {
    // Exact: 1/3 in every cell; every row and every column has one.
    expect(cellsOf([1, 1, 1], [1, 1, 1])).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  test("rounds a smaller fraction up where only that adds up", () => {
    // Exact: 0.25 0.25 0.5 in every row; the last column has room for two of the four.
    expect(cellsOf([1, 1, 1, 1], [1, 1, 2])).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  // scipy.optimize.milp of SciPy 1.17 finds this table, and no other that is as near.
  test("is the nearest table that an integer programme finds", () => {
    const rows = [1234567, 890123, 456789, 1000001, 333333, 777777, 54321, 610000];
    const table = tableOf(rows, [2000003, 1500007, 1000009, 856892]);
    expect(table.cells.map((row) => row.map(Number))).toEqual([
      [460926, 345695, 230464, 197482],
      [332328, 249246, 166165, 142384],
      [170542, 127907, 85272, 73068],
      [373350, 280014, 186677, 159960],
      [124450, 93338, 62225, 53320],
      [290383, 217788, 145193, 124413],
      [20281, 15211, 10140, 8689],
      [227743, 170808, 113873, 97576],
    ]);
    expect(table.ties).toEqual([]);
  });

  test("names the cells that another table, just as near, rounds the other way", () => {
    const { cells, ties } = tableOf([1, 1], [1, 1]);
    expect(cells).toEqual([
      [1n, 0n],
      [0n, 1n],
    ]);
    expect(ties).toEqual([
      { column: 0, rows: [0, 1], served: [0] },
      { column: 1, rows: [0, 1], served: [1] },
    ]);
  });

  describe("of tables that are equally near", () => {
    test("takes the one that passing on from the rows' own largest fractions leads to", () => {
      // Fractions .4 .4 .2 and .6 .6 .8: the first row begins in the first column, the second in the last and the first.
      // The first column has one too many then; either row may pass it on to the second for nothing, so the first does.
      expect(cellsOf([1, 4], [2, 2, 1])).toEqual([
        [0, 1, 0],
        [2, 1, 1],
      ]);
      // Thirds: both begin from the left; the first column has one too many, the last one too few.
      expect(cellsOf([2, 1], [1, 1, 1])).toEqual([
        [0, 1, 1],
        [1, 0, 0],
      ]);
    });

    test("passes on by the row that could do so for the least before, not by one that can only now", () => {
      // In parts of 21: 12 8 1, 9 6 6, 12 8 1, 12 8 1, and 18 12 12, of which two are rounded up. The first column begins
      // with five, two too many, the second with one and the last with none, each one too few. The second row passes one
      // from the first column to the second and loses 3. The next goes by way of the second column to the last: the first
      // row loses 4, then the last row, which could do so from the beginning, and by now also the second row, lose nothing.
      // Of the three rows alike the last has the second column.
      expect(cellsOf([4, 3, 4, 4, 6], [3, 2, 16])).toEqual([
        [1, 0, 3],
        [0, 1, 2],
        [1, 0, 3],
        [0, 1, 3],
        [1, 0, 5],
      ]);
    });
  });

  test("gives nothing where there is nothing", () => {
    expect(cellsOf([0, 0], [0])).toEqual([[0], [0]]);
    expect(cellsOf([0, 5], [5, 0])).toEqual([
      [0, 0],
      [5, 0],
    ]);
  });

  test("adds up for a thousand rows", () => {
    const rows = Array.from({ length: 1000 }, (_, row) => ((row * 7919) % 1009) + 1);
    const total = rows.reduce((sum, row) => sum + row, 0);
    const columns = [1, 2, 3, 4].map((part) => Math.floor((total * part) / 17));
    columns.push(total - columns.reduce((sum, column) => sum + column, 0));
    const cells = cellsOf(rows, columns);
    expect(cells.map((row) => row.reduce((sum, cell) => sum + cell, 0))).toEqual(rows);
    expect(columns.map((_, column) => cells.reduce((sum, row) => sum + (row[column] ?? 0), 0))).toEqual(
      columns,
    );
  });
});
