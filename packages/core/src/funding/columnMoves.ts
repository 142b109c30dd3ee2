// How a table of cells rounded up or down passes units from column to column, each row's total staying as it is.

/** Cells between two whole numbers. */
export interface Rounding {
  /** The fraction of each cell above the whole number below it, all over one denominator, row by row. */
  readonly rests: readonly (readonly bigint[])[];
  /** Which cells are rounded up. */
  readonly isUp: readonly boolean[][];
}

/** Two columns, from 0. */
export interface Columns {
  /** The one that rounds a cell down. */
  readonly from: number;
  /** The one that rounds a cell up. */
  readonly to: number;
}

/** A row that rounds down in one column and up in another. */
export interface Move extends Columns {
  /** The row, from 0. */
  readonly row: number;
  /** What is lost of the fractions rounded up; below zero where something is gained. */
  readonly cost: bigint;
}

/** The move of a row between two columns, if it can make it. */
export function moveOf({ rests, isUp }: Rounding, row: number, { from, to }: Columns): Move | undefined {
  const [given, taken] = [rests[row]?.[from] ?? 0n, rests[row]?.[to] ?? 0n];
  if (isUp[row]?.[from] !== true || isUp[row][to] !== false || taken === 0n) return undefined;
  return { row, from, to, cost: given - taken };
}

/** The cheaper of two moves, the first if they cost the same. */
export function cheaper(move: Move | undefined, other: Move | undefined): Move | undefined {
  if (move === undefined || other === undefined) return move ?? other;
  return other.cost < move.cost ? other : move;
}

/** The cheapest move of any row between two columns. */
export function cheapestMove(rounding: Rounding, columns: Columns): Move | undefined {
  let cheapest: Move | undefined;
  for (const row of rounding.rests.keys()) cheapest = cheaper(cheapest, moveOf(rounding, row, columns));
  return cheapest;
}

/** The cheapest move from each column to each other one. */
export type Moves = (Move | undefined)[][];

/** The cheapest way to pass a unit from a column with too many to one with too few, by Bellman and Ford; none at the end. */
export function cheapestPath(moves: Moves, surplus: readonly number[]): readonly Move[] {
  const possible = moves.flat().filter((move) => move !== undefined);
  const cost: (bigint | undefined)[] = surplus.map((units) => (units > 0 ? 0n : undefined));
  const last: (Move | undefined)[] = surplus.map(() => undefined);
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (const move of possible) {
      const [before, known] = [cost[move.from], cost[move.to]];
      if (before === undefined) continue;
      const found = before + move.cost;
      if (known === undefined || found < known) {
        [cost[move.to], last[move.to], isShorter] = [found, move, true];
      }
    }
  }
  let end: number | undefined;
  for (const [column, units] of surplus.entries()) {
    const found = cost[column];
    if (units >= 0 || found === undefined) continue;
    if (end === undefined || found < (cost[end] ?? found)) end = column;
  }
  const path: Move[] = [];
  for (let move = last[end ?? 0]; move !== undefined; move = last[move.from]) path.unshift(move);
  return path;
}

/** What the cheapest way from column to column costs, by Floyd and Warshall. */
export function costsBetween(moves: Moves): (bigint | undefined)[][] {
  const cost = moves.map((row) => row.map((move) => move?.cost));
  for (const [through, onward] of cost.entries()) {
    for (const row of cost) {
      const first = row[through];
      if (first === undefined) continue;
      for (const [to, second] of onward.entries()) {
        const known = row[to];
        if (second !== undefined && (known === undefined || first + second < known)) row[to] = first + second;
      }
    }
  }
  return cost;
}
