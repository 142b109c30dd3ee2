import type { TwoWayPaths } from "./twoWayPaths.ts";
import { at, type TwoWayTable } from "./twoWayTable.ts";

/** Cells that could trade a place without making the table worse, and the lines that they join. */
export interface TiedCells {
  /** The rows and columns that tied cells join; a line that is in no tie stands alone. */
  readonly groups: readonly (readonly number[])[];
  /** The tied cells of each group, row after row; none of a line that stands alone. */
  readonly cells: readonly (readonly number[])[];
}

/** Cells on a rounding boundary: those that may rise and those that may fall. */
interface Boundary {
  readonly rising: Set<number>;
  readonly falling: Set<number>;
}

/**
 * Finds the tied cells of a best table and changes it to the first of the tied tables.
 *
 * Under multipliers that fit, a cell may differ between best tables only where its share lies on a rounding boundary and
 * a cycle of such cells leads back to it. The first table is that whose cells, row by row, are the larger.
 */
export function settleTies(table: TwoWayTable, paths: TwoWayPaths): TiedCells {
  const boundary = boundaryCells(table, paths);
  const groups = groupsOf(table, boundary);
  const groupOf = new Map(groups.flatMap((lines, group) => lines.map((line) => [line, group] as const)));
  const joins = (cell: number): boolean =>
    groupOf.get(table.rowOf(cell)) === groupOf.get(table.columnOf(cell));
  const tied = [...boundary.rising, ...boundary.falling].filter(joins).sort((a, b) => a - b);
  for (const cells of [boundary.rising, boundary.falling]) {
    for (const cell of cells) if (!joins(cell)) cells.delete(cell);
  }
  for (const cell of tied) {
    const cycle = boundary.rising.has(cell) ? cycleThrough(cell, table, boundary) : undefined;
    for (const other of cycle ?? []) trade(other, table, boundary);
    boundary.rising.delete(cell);
    boundary.falling.delete(cell);
  }
  const cells = groups.map((_, group) => tied.filter((cell) => groupOf.get(table.rowOf(cell)) === group));
  return { groups, cells };
}

function boundaryCells(table: TwoWayTable, paths: TwoWayPaths): Boundary {
  const [rising, falling] = [new Set<number>(), new Set<number>()];
  for (const cell of table.cells.keys()) {
    const [row, column] = [table.rowOf(cell), table.columnOf(cell)];
    if (isTight(paths, { from: row, to: column, cell, table })) {
      rising.add(cell);
    }
    if (isTight(paths, { from: column, to: row, cell, table })) {
      falling.add(cell);
    }
  }
  return { rising, falling };
}

/** Whether a step leads by a shortest way, exactly. */
function isTight(
  { lengths, logs }: TwoWayPaths,
  {
    from,
    to,
    cell,
    table,
  }: { readonly from: number; readonly to: number; readonly cell: number; readonly table: TwoWayTable },
): boolean {
  const isUp = from < to;
  const log = isUp ? table.upLog(cell) : table.downLog(cell);
  if (Math.abs(at(logs, from) + log - at(logs, to)) > table.doubt) return false;
  const [before, after] = [lengths[from], lengths[to]];
  if (before === undefined || after === undefined) return false;
  const step = isUp ? table.upRatio(cell) : table.downRatio(cell);
  return (
    before.numerator * step.numerator * after.denominator ===
    after.numerator * before.denominator * step.denominator
  );
}

/** Where steps lead from a line: up from a row, down from a column. */
function stepsFrom(line: number, table: TwoWayTable, { rising, falling }: Boundary): number[] {
  const { rows, columns } = table.contest;
  const isRow = line < rows;
  return Array.from({ length: isRow ? columns : rows }, (_, other) =>
    isRow ? line * columns + other : other * columns + line - rows,
  ).filter((cell) => (isRow ? rising : falling).has(cell));
}

/** The lines that are reached from one, at least up to the goal if there is one, each with the cell of the last step. */
function reachFrom(start: number, table: TwoWayTable, boundary: Boundary, goal = -1): Map<number, number> {
  const reached = new Map([[start, -1]]);
  for (const line of reached.keys()) {
    if (reached.has(goal)) break;
    for (const cell of stepsFrom(line, table, boundary)) {
      const next = line < table.contest.rows ? table.columnOf(cell) : table.rowOf(cell);
      if (!reached.has(next)) reached.set(next, cell);
    }
  }
  return reached;
}

/** Lines that lead to each other by steps that cost nothing. */
function groupsOf(table: TwoWayTable, { rising, falling }: Boundary): number[][] {
  const lines = Array.from(table.surplus.keys());
  const [forward, backward] = [
    { rising, falling },
    { rising: falling, falling: rising },
  ];
  const grouped = new Set<number>();
  const groups: number[][] = [];
  for (const line of lines) {
    if (grouped.has(line)) continue;
    const to = reachFrom(line, table, forward);
    // With rising and falling exchanged every step is walked from its end to its beginning.
    const from = reachFrom(line, table, backward);
    const group = lines.filter((other) => to.has(other) && from.has(other));
    for (const other of group) grouped.add(other);
    groups.push(group);
  }
  return groups;
}

/** The cells of a cycle of steps that lets a cell rise, if there is one. */
function cycleThrough(cell: number, table: TwoWayTable, boundary: Boundary): number[] | undefined {
  let line = table.rowOf(cell);
  const reached = reachFrom(table.columnOf(cell), table, boundary, line);
  const cycle = [cell];
  for (let last = reached.get(line); last !== -1; last = reached.get(line)) {
    if (last === undefined) return undefined;
    cycle.push(last);
    line = line < table.contest.rows ? table.columnOf(last) : table.rowOf(last);
  }
  return cycle;
}

/** Lets a cell rise or fall, after which it may do the opposite. */
function trade(cell: number, table: TwoWayTable, { rising, falling }: Boundary): void {
  const isRising = rising.delete(cell);
  falling.delete(cell);
  table.step(cell, isRising ? "up" : "down");
  (isRising ? falling : rising).add(cell);
}
