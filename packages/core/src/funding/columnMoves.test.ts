import { describe, expect, test } from "vitest";
import { cheapestMove, cheapestPath, costsBetween, moveOf, type Move, type Moves } from "./columnMoves.ts";
import { proportionalTable, type TableTotals } from "./proportionalTable.ts";

const none = undefined;

/** What moves between columns cost; the row does not matter. */
function movesOf(costs: readonly (readonly (number | undefined)[])[]): Moves {
  return costs.map((row, from) =>
    row.map((cost, to) => (cost === undefined ? none : { row: 0, from, to, cost: BigInt(cost) })),
  );
}
const stepsOf = (path: readonly Move[]): string[] => path.map(({ from, to }) => `${from} to ${to}`);

describe("moveOf", () => {
  const rounding = { rests: [[5n, 2n, 0n]], isUp: [[true, false, false]] };

  test("loses what the fractions differ by", () => {
    expect(moveOf(rounding, 0, { from: 0, to: 1 })).toEqual({ row: 0, from: 0, to: 1, cost: 3n });
  });

  test("leads from a cell rounded up to one rounded down only", () => {
    expect(moveOf(rounding, 0, { from: 1, to: 0 })).toBeUndefined();
    expect(moveOf(rounding, 0, { from: 0, to: 0 })).toBeUndefined();
  });

  test("never rounds up a whole cell", () => {
    expect(moveOf(rounding, 0, { from: 0, to: 2 })).toBeUndefined();
  });
});

test("cheapestMove is the move that loses least, of equal ones that of the earlier row", () => {
  const rests = [
    [6n, 1n],
    [4n, 2n],
    [3n, 1n],
  ];
  const isUp = rests.map(() => [true, false]);
  expect(cheapestMove({ rests, isUp }, { from: 0, to: 1 })).toEqual({ row: 1, from: 0, to: 1, cost: 2n });
});

describe("cheapestPath", () => {
  test("goes through another column where that costs less, whichever column comes first", () => {
    const rising = movesOf([
      [none, 1, 5],
      [none, none, 2],
      [none, none, none],
    ]);
    expect(stepsOf(cheapestPath(rising, [1, 0, -1]))).toEqual(["0 to 1", "1 to 2"]);
    const falling = movesOf([
      [none, none, none],
      [2, none, none],
      [5, 1, none],
    ]);
    expect(stepsOf(cheapestPath(falling, [-1, 0, 1]))).toEqual(["2 to 1", "1 to 0"]);
  });

  test.each([
    [1, 2, "0 to 1"],
    [2, 1, "0 to 2"],
    [2, 2, "0 to 1"],
  ])("of two columns that cost %i and %i goes %s", (first, second, step) => {
    const moves = movesOf([[none, first, second], [], []]);
    expect(stepsOf(cheapestPath(moves, [2, -1, -1]))).toEqual([step]);
  });

  test("passes over a column that no way leads to", () => {
    expect(stepsOf(cheapestPath(movesOf([[none, none, 1], [], []]), [2, -1, -1]))).toEqual(["0 to 2"]);
  });

  test("is none where every column has its units", () => {
    expect(cheapestPath(movesOf([[none, 1], []]), [0, 0])).toEqual([]);
  });
});

describe("costsBetween", () => {
  test("adds up the cheapest way, direct or through another column", () => {
    const moves = movesOf([
      [none, 3, 9, 4],
      [none, none, 2, 2],
      [none, none, none, none],
      [none, none, none, none],
    ]);
    expect(costsBetween(moves)).toEqual([
      [none, 3n, 5n, 4n],
      [none, none, 2n, 2n],
      [none, none, none, none],
      [none, none, none, none],
    ]);
  });

  test("knows ways where no move leads directly, and the way back to where it began", () => {
    const moves = movesOf([
      [none, 1, none],
      [none, none, 1],
      [-2, none, none],
    ]);
    expect(costsBetween(moves)).toEqual([
      [0n, 1n, 2n],
      [-1n, 0n, 1n],
      [-2n, -1n, 0n],
    ]);
  });
});

type Cells = readonly (readonly number[])[];

const totalsOf = (rows: readonly number[], columns: readonly number[]): TableTotals => ({
  rows: rows.map(BigInt),
  columns: columns.map(BigInt),
});
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** All lists of so many whole numbers from 1 with this sum. */
function listsOf(sum: number, length: number): number[][] {
  if (length === 1) return [[sum]];
  return Array.from({ length: sum - length + 1 }, (_, place) => place + 1).flatMap((first) =>
    listsOf(sum - first, length - 1).map((rest) => [first, ...rest]),
  );
}

/** All ways to round the cells of a row, given by their products, so that it has its total. */
function roundedRows(products: readonly number[], total: number, whole: number): number[][] {
  const [first, ...rest] = products;
  if (first === undefined) return total === 0 ? [[]] : [];
  const floor = Math.floor(first / whole);
  return (first % whole === 0 ? [floor] : [floor, floor + 1]).flatMap((cell) =>
    roundedRows(rest, total - cell, whole).map((cells) => [cell, ...cells]),
  );
}

/** The tables that add up, by trying all, of those whose fractions rounded up are the largest together. */
function nearestTables(rows: readonly number[], columns: readonly number[]): Cells[] {
  const whole = sumOf(rows);
  let tables: Cells[] = [[]];
  for (const row of rows) {
    const products = columns.map((column) => row * column);
    const next = roundedRows(products, row, whole);
    tables = tables.flatMap((table) => next.map((cells) => [...table, cells]));
  }
  const adding = tables.filter((table) =>
    columns.every((column, place) => sumOf(table.map((cells) => cells[place]!)) === column),
  );
  const gainOf = (table: Cells): number =>
    sumOf(
      table.flatMap((cells, row) =>
        cells.map((cell, column) => {
          const product = rows[row]! * columns[column]!;
          return cell * whole > product ? product % whole : 0;
        }),
      ),
    );
  const most = Math.max(...adding.map(gainOf));
  return adding.filter((table) => gainOf(table) === most);
}

describe("a table that needs a way through another column", () => {
  test("passes a unit by two rows where one row would lose more", () => {
    // Exact: 3.0 0.5 1.5 / 2.4 0.4 1.2 / 0.6 0.1 0.3. Each row's largest up makes 7 of the 6 in the first column, and 2 of
    // the 3 in the last: the second row alone would lose 0.2; it takes the middle column, and the first row leaves that
    // for the last, which loses nothing.
    const { cells, ties } = proportionalTable(totalsOf([5, 4, 1], [6, 1, 3]));
    expect(cells).toEqual([
      [3n, 0n, 2n],
      [2n, 1n, 1n],
      [1n, 0n, 0n],
    ]);
    expect(ties).toEqual([]);
  });

  test("finds a way back against the order of the columns", () => {
    // Fourteenths above the whole: 7 7 0 / 2 4 8 / 5 3 6. The last column has one too many, the middle one too few. By one
    // row that loses 3 at least; by the third row to the first column (1), and by the first row to the middle (0), 1.
    const { cells, ties } = proportionalTable(totalsOf([7, 6, 1], [5, 3, 6]));
    expect(cells).toEqual([
      [2n, 2n, 3n],
      [2n, 1n, 3n],
      [1n, 0n, 0n],
    ]);
    expect(ties).toEqual([]);
  });

  test("names a cell that only a round of three rows would change", () => {
    // Exact: 0.5 0.5 1.0 and twice 0.25 0.25 0.5. The first row rounds up one half and one of the others its half; the
    // third gets a quarter in what column is left: four tables, all as near.
    const { cells, ties } = proportionalTable(totalsOf([2, 1, 1], [1, 1, 2]));
    expect(cells).toEqual([
      [1n, 0n, 1n],
      [0n, 1n, 0n],
      [0n, 0n, 1n],
    ]);
    expect(ties).toEqual([
      { column: 0, rows: [0, 1, 2], served: [0] },
      { column: 1, rows: [0, 1, 2], served: [1] },
      { column: 2, rows: [1, 2], served: [2] },
    ]);
  });

  test.each([
    [2, 4, 8],
    [3, 3, 8],
    [4, 3, 7],
    [4, 4, 6],
  ])("is the nearest of all tables of %i rows, %i columns and up to %i units", (height, width, most) => {
    for (let units = Math.max(height, width); units <= most; units += 1) {
      for (const rows of listsOf(units, height)) {
        for (const columns of listsOf(units, width)) {
          const nearest = nearestTables(rows, columns);
          const { cells, ties } = proportionalTable(totalsOf(rows, columns));
          const found = cells.map((row) => row.map(Number));
          expect(nearest).toContainEqual(found);
          const tied = columns.flatMap((_, column) => {
            const all = rows.flatMap((__, row) =>
              nearest.some((table) => table[row]![column] !== found[row]![column]) ? [row] : [],
            );
            return all.length === 0 ? [] : [{ column, rows: all }];
          });
          expect(ties.map(({ column, rows: all }) => ({ column, rows: all }))).toEqual(tied);
        }
      }
    }
  });
});
