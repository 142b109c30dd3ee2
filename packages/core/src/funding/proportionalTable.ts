import { sum } from "./boundedShares.ts";
import {
  cheaper,
  cheapestMove,
  cheapestPath,
  costsBetween,
  type Move,
  moveOf,
  type Moves,
  type Rounding,
} from "./columnMoves.ts";
import { largerFirst } from "./contest.ts";

/** What the rows and the columns of a table add up to, in whole units from 0; both add up to the same. */
export interface TableTotals {
  /** One total a row. */
  readonly rows: readonly bigint[];
  /** One total a column. */
  readonly columns: readonly bigint[];
}

/** Rows of one column with equal reason to be rounded up, of which not all were. */
export interface ColumnTie {
  /** The column, from 0. */
  readonly column: number;
  /** Every such row, from 0. */
  readonly rows: readonly number[];
  /** Those of them that were rounded up. */
  readonly served: readonly number[];
}

/** A table of whole units that adds up along its rows and columns. */
export interface ProportionalTable {
  /** The cells, row by row. */
  readonly cells: readonly (readonly bigint[])[];
  /** Cells that another table, as near to the exact one, would have rounded the other way. */
  readonly ties: readonly ColumnTie[];
}

/**
 * The whole table nearest to the one in which every row is made up of the columns in the same proportion.
 *
 * The exact cell is row total x column total / grand total; every cell is that rounded down or up, a whole one stays, and
 * rows and columns add up: such tables always exist (Cox and Ernst 1982). Of these the nearest is taken, the one
 * whose cells rounded up have the largest fractions together: each row first rounds its own largest up, then columns that
 * got too much pass units to those that got too little, always along the path that costs least, which is the method of
 * successive shortest paths for flows of minimum cost. Of rows with the same fractions, the earlier one is rounded up in
 * the earlier column.
 */
export function proportionalTable({ rows, columns }: TableTotals): ProportionalTable {
  const total = sum(rows);
  if (total === 0n) return { cells: rows.map(() => columns.map(() => 0n)), ties: [] };
  const floors = rows.map((row) => columns.map((column) => (row * column) / total));
  const rests = rows.map((row) => columns.map((column) => (row * column) % total));
  const isUp = rests.map((row) => largestOf(row, Number(sum(row) / total)));
  const cells = (): bigint[][] =>
    floors.map((row, index) => row.map((cell, column) => cell + (isUp[index]?.[column] ? 1n : 0n)));
  const begun = cells();
  const surplus = columns.map((column, place) =>
    Number(begun.reduce((all, row) => all + (row[place] ?? 0n), -column)),
  );
  const moves = columns.map((_, from) =>
    columns.map((__, to) => cheapestMove({ rests, isUp }, { from, to })),
  );
  for (let path = cheapestPath(moves, surplus); path.length > 0; path = cheapestPath(moves, surplus)) {
    for (const { from, to } of path) {
      surplus[from] = (surplus[from] ?? 0) - 1;
      surplus[to] = (surplus[to] ?? 0) + 1;
    }
    pass({ rests, isUp }, path, moves);
  }
  earlierRowsFirst({ rests, isUp });
  return { cells: cells(), ties: tiedCells({ rests, isUp }, moves) };
}

/** Marks so many of the largest values, the earlier first. */
function largestOf(values: readonly bigint[], marks: number): boolean[] {
  const order = Array.from(values.keys()).sort((a, b) => largerFirst(values[a] ?? 0n, values[b] ?? 0n, a, b));
  const marked = new Set(order.slice(0, marks));
  return values.map((_, place) => marked.has(place));
}

/** Passes a unit along a path, and renews the cheapest moves of the rows that changed. */
function pass(rounding: Rounding, path: readonly Move[], moves: Moves): void {
  for (const { row, from, to } of path) {
    const cells = rounding.isUp[row];
    if (cells !== undefined) [cells[from], cells[to]] = [false, true];
  }
  const changed = Array.from(new Set(path.map(({ row }) => row)));
  for (const [from, row] of moves.entries()) {
    for (const [to, move] of row.entries()) {
      row[to] =
        move !== undefined && changed.includes(move.row)
          ? cheapestMove(rounding, { from, to })
          : changed.map((each) => moveOf(rounding, each, { from, to })).reduce(cheaper, move);
    }
  }
}

/** Gives rows with the same fractions what they have together, the earlier columns to the earlier rows. */
function earlierRowsFirst({ rests, isUp }: Rounding): void {
  const alike = new Map<string, boolean[][]>();
  for (const [row, cells] of isUp.entries()) {
    const fractions = String(rests[row]);
    const rows = alike.get(fractions);
    if (rows === undefined) alike.set(fractions, [cells]);
    else rows.push(cells);
  }
  for (const rows of alike.values()) {
    const patterns = rows.map((cells) => cells.map(Number).join("")).sort();
    for (const cells of rows) {
      const pattern = patterns.pop();
      cells.forEach((_, column) => (cells[column] = pattern?.[column] === "1"));
    }
  }
}

/** The cells on a way round that costs nothing: another table is as near to the exact one. */
function tiedCells(rounding: Rounding, moves: Moves): ColumnTie[] {
  const cost = costsBetween(moves);
  const tied = moves.map(() => new Set<number>());
  for (const row of rounding.rests.keys()) {
    for (const [from, giving] of tied.entries()) {
      for (const [to, taking] of tied.entries()) {
        const move = moveOf(rounding, row, { from, to });
        if (move === undefined || cost[to]?.[from] !== -move.cost) continue;
        giving.add(row);
        taking.add(row);
      }
    }
  }
  return tied.flatMap((found, column) => {
    const rows = Array.from(found);
    const served = rows.filter((row) => rounding.isUp[row]?.[column]);
    return rows.length === 0 ? [] : [{ column, rows, served }];
  });
}
