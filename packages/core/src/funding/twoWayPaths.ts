import type { Ratio } from "./divisors.ts";
import { at, type TwoWayTable } from "./twoWayTable.ts";

/** The shortest ways to each line of a table, by steps whose ratios are multiplied. */
export interface TwoWayPaths {
  /** The product of the ratios on the way to each line; `undefined` where no way leads. */
  readonly lengths: readonly (Ratio | undefined)[];
  /** The binary logarithms of the lengths; Infinity where no way leads. */
  readonly logs: Float64Array;
  /** The cell of the last step to each line; -1 at the beginning of a way. */
  readonly lastCells: Int32Array;
}

/**
 * The shortest ways from some lines of a table to all others.
 *
 * In a table that no cycle of steps betters, the lengths are multipliers under which every cell is its standard
 * rounding. The method is that of Bellman, Ford and Moore, with a queue.
 */
export function shortestPaths(table: TwoWayTable, sources: readonly number[]): TwoWayPaths {
  const { rows, columns } = table.contest;
  const lines = rows + columns;
  const lengths = new Array<Ratio | undefined>(lines).fill(undefined);
  const logs = new Float64Array(lines).fill(Infinity);
  const lastCells = new Int32Array(lines).fill(-1);
  const waiting = new Uint8Array(lines);
  const queue = [...sources];
  for (const line of sources) {
    lengths[line] = { numerator: 1n, denominator: 1n };
    logs[line] = 0;
    waiting[line] = 1;
  }
  const reach = (from: number, to: number, cell: number): void => {
    const isUp = from < rows;
    const log = at(logs, from) + (isUp ? table.upLog(cell) : table.downLog(cell));
    const known = at(logs, to);
    if (!(log < known + table.doubt)) return;
    const length = product(lengths[from], isUp ? table.upRatio(cell) : table.downRatio(cell));
    if (log > known - table.doubt && !isShorter(length, lengths[to])) return;
    lengths[to] = length;
    logs[to] = log;
    lastCells[to] = cell;
    if (waiting[to] === 0) queue.push(to);
    waiting[to] = 1;
  };
  // The queue grows while it is walked.
  for (const from of queue) {
    waiting[from] = 0;
    if (from < rows) {
      for (let column = 0; column < columns; column += 1) reach(from, rows + column, from * columns + column);
    } else {
      for (let row = 0; row < rows; row += 1) reach(from, row, row * columns + from - rows);
    }
  }
  return { lengths, logs, lastCells };
}

function product(a: Ratio | undefined, b: Ratio): Ratio {
  if (a === undefined) return b;
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

function isShorter(a: Ratio, b: Ratio | undefined): boolean {
  return b === undefined || a.numerator * b.denominator < b.numerator * a.denominator;
}

/**
 * Carries units from lines with a surplus to lines that lack them, always by shortest ways, as far as ways lead.
 *
 * A table that no cycle of steps betters stays such a table.
 */
export function settle(table: TwoWayTable): void {
  const lines = Array.from(table.surplus.keys());
  for (;;) {
    const sources = lines.filter((line) => at(table.surplus, line) >= table.unit);
    if (sources.length === 0) return;
    const paths = shortestPaths(table, sources);
    const goals = lines.filter(
      (line) => at(table.surplus, line) <= -table.unit && paths.logs[line] !== Infinity,
    );
    if (goals.length === 0) return;
    const changed = new Set<number>();
    // Ways that share no cell stay shortest ways one after the other, so a search serves more than one goal.
    for (const goal of goals) carryTo(goal, { table, paths, changed });
  }
}

function carryTo(
  goal: number,
  {
    table,
    paths: { lastCells },
    changed,
  }: { readonly table: TwoWayTable; readonly paths: TwoWayPaths; readonly changed: Set<number> },
): void {
  const way: { readonly cell: number; readonly direction: "up" | "down" }[] = [];
  let line = goal;
  for (let cell = at(lastCells, line); cell >= 0; cell = at(lastCells, line)) {
    if (changed.has(cell)) return;
    const isUp = line >= table.contest.rows;
    way.push({ cell, direction: isUp ? "up" : "down" });
    line = isUp ? table.rowOf(cell) : table.columnOf(cell);
  }
  if (at(table.surplus, line) < table.unit) return;
  for (const { cell, direction } of way) {
    table.step(cell, direction);
    changed.add(cell);
  }
}
