import { type Argument, type Cell, isCellError, isRange, type Range } from "./cell.ts";
import { Refusal } from "./refusal.ts";

/** How many rows and columns a range has. */
export interface Size {
  /** Rows. */
  readonly rows: number;
  /** Columns. */
  readonly columns: number;
}

/** A range one cell wide or one cell high, and how to put results back in its shape. */
export interface Column {
  /** The cells, from the first to the last. */
  readonly cells: readonly Cell[];
  /** Whether it lies across. */
  readonly across: boolean;
  /** Whether it came as a single cell, not as a range. */
  readonly single: boolean;
  /** Whether every cell is text, as `range&""` makes it; numbers may then be read from text. */
  readonly numbersAsText: boolean;
}

/** Checks that a host handed over a cell or a rectangle of cells. */
export function requireArgument(argument: unknown, name: string): Argument {
  if (!Array.isArray(argument)) {
    if (isCell(argument)) return argument;
    throw new Refusal("#VALUE!", `a cell or a range in ${name}`);
  }
  const rows: readonly unknown[] = argument;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0)
    throw new Refusal("#VALUE!", `at least one cell in the range ${name}, given as rows of cells`);
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== width) {
      throw new Refusal("#VALUE!", `rows of equal length in the range ${name}`);
    }
    // The holes of a sparse row, which every() passes over, are no cells either.
    if (row.includes(undefined) || !row.every(isCell))
      throw new Refusal("#VALUE!", `only cells in the range ${name}`);
  }
  return argument as Range;
}

function isCell(value: unknown): value is Cell {
  return (
    value === null ||
    typeof value === "number" ||
    typeof value === "string" ||
    typeof value === "boolean" ||
    isCellError(value)
  );
}

/** The size of a range. */
export function sizeOf(range: Range): Size {
  return { rows: range.length, columns: range[0]?.length ?? 0 };
}

/** Takes an argument as a column. */
export function toColumn(argument: Exclude<Argument, undefined>, name: string): Column {
  if (!isRange(argument)) return { cells: [argument], across: false, single: true, numbersAsText: false };
  const { rows, columns } = columnSize(argument, name);
  const cells = flatCells(argument);
  return { cells, across: rows === 1 && columns > 1, single: false, numbersAsText: isAllText(cells) };
}

/** The records of a column: rows of one cell, which a column that lies down has already. */
export function recordsOf(argument: Exclude<Argument, undefined>, name: string): Range {
  if (!isRange(argument)) return [[argument]];
  const { columns } = columnSize(argument, name);
  return columns === 1 ? argument : flatCells(argument).map((cell) => [cell]);
}

function columnSize(range: Range, name: string): Size {
  const size = sizeOf(range);
  if (size.rows === 1 || size.columns === 1) return size;
  throw new Refusal(
    "#VALUE!",
    `${name} to be one column or one row; found ${size.rows} rows and ${size.columns} columns`,
  );
}

/** The cells of a range, row by row. */
export function flatCells(range: Range): readonly Cell[] {
  // The built-in flat() takes ten times as long over thousands of rows of one cell.
  const cells: Cell[] = [];
  for (const row of range) for (const cell of row) cells.push(cell);
  return cells;
}

/** Tells whether a range of two cells or more holds text only, as `range&""` makes it. */
export function isAllText(cells: readonly Cell[]): boolean {
  return cells.length > 1 && cells.every((cell) => typeof cell === "string");
}

/** Puts results back in the shape of a column. */
export function inShapeOf<Value>(
  column: Column,
  values: readonly Value[],
): Value | readonly (readonly Value[])[] {
  if (column.single && values.length === 1) return values[0] as Value;
  return column.across ? [values] : values.map((value) => [value]);
}
