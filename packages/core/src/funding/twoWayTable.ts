import { bitLength } from "../exact/fraction.ts";
import type { Ratio } from "./divisors.ts";

/** Weights in rows and columns, and the places that each row and each column gets. */
export interface TwoWayContest {
  /** How many rows there are. */
  readonly rows: number;
  /** How many columns there are. */
  readonly columns: number;
  /** Whole weights from 0, cell by cell, row after row. */
  readonly weights: readonly bigint[];
  /** Places of the rows, then of the columns: one for each line. */
  readonly places: readonly bigint[];
}

/**
 * A table of places that is filled in steps of a unit.
 *
 * Its lines are the rows, then the columns. A step up in a cell carries a unit from its row to its column, a step down
 * carries it back; the ratio of a step tells what it does to the product of which the best table has the least.
 */
export class TwoWayTable {
  readonly contest: TwoWayContest;
  /** Places in a step: 1 in the answer, more on the way to it. */
  readonly unit: bigint;
  /** Places of each cell, a multiple of the unit. */
  readonly cells: readonly bigint[];
  /** What each line has to give on: places that a row still lacks, or that a column has too many. */
  readonly surplus: readonly bigint[];
  /**
   * Lengths of ways whose logarithms differ by more differ for certain; nearer ones are compared exactly.
   *
   * A way has no more steps than there are lines, and each adds an error of a few units in the last place.
   */
  readonly doubt: number;
  readonly #cells: bigint[];
  readonly #surplus: bigint[];
  readonly #upLogs: Float64Array;
  readonly #downLogs: Float64Array;

  constructor(contest: TwoWayContest, unit: bigint, cells: readonly bigint[]) {
    this.contest = contest;
    this.unit = unit;
    this.cells = this.#cells = [...cells];
    const { rows, weights, places } = contest;
    const sizes = [...weights, ...places, unit].map((value) => logOfWhole(value + 1n));
    const largest = 2 + 2 * sizes.reduce((most, size) => Math.max(most, size), 0);
    this.doubt = Number.EPSILON * largest * (places.length + 2) ** 2;
    this.surplus = this.#surplus = places.map((value, line) => (line < rows ? value : -value));
    this.#upLogs = new Float64Array(cells.length);
    this.#downLogs = new Float64Array(cells.length);
    cells.forEach((value, cell) => {
      this.#carry(cell, value);
      this.#measure(cell);
    });
  }

  /** The row of a cell, as a line. */
  rowOf(cell: number): number {
    return Math.floor(cell / this.contest.columns);
  }

  /** The column of a cell, as a line. */
  columnOf(cell: number): number {
    return this.contest.rows + (cell % this.contest.columns);
  }

  /** The ratio of a step up: the rounding boundary above the cell over its weight. */
  upRatio(cell: number): Ratio {
    const boundary = 2n * at(this.#cells, cell) + this.unit;
    return { numerator: boundary, denominator: 2n * at(this.contest.weights, cell) };
  }

  /** The ratio of a step down: the weight over the rounding boundary below the cell. */
  downRatio(cell: number): Ratio {
    const boundary = 2n * at(this.#cells, cell) - this.unit;
    return { numerator: 2n * at(this.contest.weights, cell), denominator: boundary };
  }

  /** The binary logarithm of the ratio of a step up; Infinity in a cell without weight, which stays empty. */
  upLog(cell: number): number {
    return at(this.#upLogs, cell);
  }

  /** The binary logarithm of the ratio of a step down; Infinity in an empty cell. */
  downLog(cell: number): number {
    return at(this.#downLogs, cell);
  }

  /** Takes a step in a cell. */
  step(cell: number, direction: "up" | "down"): void {
    const units = direction === "up" ? this.unit : -this.unit;
    this.#cells[cell] = at(this.#cells, cell) + units;
    this.#carry(cell, units);
    this.#measure(cell);
  }

  #carry(cell: number, units: bigint): void {
    const [row, column] = [this.rowOf(cell), this.columnOf(cell)];
    this.#surplus[row] = at(this.#surplus, row) - units;
    this.#surplus[column] = at(this.#surplus, column) + units;
  }

  #measure(cell: number): void {
    this.#upLogs[cell] = logOfRatio(this.upRatio(cell));
    this.#downLogs[cell] = this.#cells[cell] === 0n ? Infinity : logOfRatio(this.downRatio(cell));
  }
}

function logOfRatio({ numerator, denominator }: Ratio): number {
  return logOfWhole(numerator) - logOfWhole(denominator);
}

/** A double holds whole numbers below this many bits. */
const mostBits = 1000;

/** The binary logarithm of a whole number from zero, of any size; -Infinity of zero. */
export function logOfWhole(whole: bigint): number {
  const shift = Math.max(0, bitLength(whole) - mostBits);
  return Math.log2(Number(whole >> BigInt(shift))) + shift;
}

/** The value at a place that a table is known to have. */
export function at<Value>(values: Readonly<ArrayLike<Value>>, place: number): Value {
  return values[place] as Value;
}
