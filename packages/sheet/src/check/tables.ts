import { keyOf, type Grid, type GridCell } from "./grid.ts";

/** Cells that touch each other, as a person sees a table: its columns from left to right, each from top to bottom. */
export interface TableOfCells {
  /** The columns. */
  readonly columns: readonly (readonly GridCell[])[];
  /** The first row that is more than titles. */
  readonly firstDataRow: number;
}

/** The tables of a sheet: groups of cells that touch at a side or a corner. */
export function tablesOf(grid: Grid): readonly TableOfCells[] {
  const cells = [...grid.cells()].sort((a, b) => a.row - b.row || a.column - b.column);
  const groups = new Groups();
  for (const { row, column } of cells) {
    const key = keyOf({ row, column });
    groups.add(key);
    for (const [rows, columns] of before)
      groups.join(key, keyOf({ row: row + rows, column: column + columns }));
  }
  const tables = new Map<number, GridCell[]>();
  for (const cell of cells) {
    const group = groups.of(keyOf(cell));
    const table = tables.get(group);
    if (table === undefined) tables.set(group, [cell]);
    else table.push(cell);
  }
  return Array.from(tables.values(), (table) => ({
    columns: columnsOf(table),
    firstDataRow: firstDataRow(table),
  }));
}

/** The neighbours that come before a cell, in rows and columns. */
const before = [
  [0, -1],
  [-1, -1],
  [-1, 0],
  [-1, 1],
] as const;

function columnsOf(cells: readonly GridCell[]): GridCell[][] {
  const columns = new Map<number, GridCell[]>();
  for (const cell of cells) {
    const column = columns.get(cell.column);
    if (column === undefined) columns.set(cell.column, [cell]);
    else column.push(cell);
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
}

/** Rows at the top with nothing but texts are titles. */
function firstDataRow(cells: readonly GridCell[]): number {
  const first = cells.find(({ value }) => typeof value !== "string");
  return first?.row ?? Infinity;
}

/** Groups of keys that grow together. */
class Groups {
  readonly #parents = new Map<number, number>();

  add(key: number): void {
    this.#parents.set(key, key);
  }

  of(key: number): number {
    let group = key;
    for (
      let next = this.#parents.get(group);
      next !== undefined && next !== group;
      next = this.#parents.get(group)
    ) {
      const beyond = this.#parents.get(next) ?? next;
      this.#parents.set(group, beyond);
      group = beyond;
    }
    return group;
  }

  join(key: number, other: number): void {
    if (this.#parents.has(other)) this.#parents.set(this.of(key), this.of(other));
  }
}
