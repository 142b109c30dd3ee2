import type { CellError } from "../cell/cell.ts";

/** What a cell of a workbook holds or shows. */
export type BookValue = number | string | boolean | CellError;

/** A cell with a value of its own. */
export interface ValueCell {
  /** The value. */
  readonly value: BookValue;
}

/** A cell with a formula. */
export interface FormulaCell {
  /** The formula as people type it, without the equals sign: `TALLY.COVERAGE_RATE(A1,B1)`. */
  readonly formula: string;
  /** The range that an array formula fills, such as `B2:B9`, where the file names one. */
  readonly array?: string;
}

/** A cell of a workbook; blank cells are left out. */
export type BookCell = ValueCell | FormulaCell;

/** One sheet. */
export interface BookSheet {
  /** Its name. */
  readonly name: string;
  /** Its cells by address, such as `B2`. Cells that a formula elsewhere fills are left out. */
  readonly cells: ReadonlyMap<string, BookCell>;
}

/** A name that stands for a range or a formula. */
export interface BookName {
  /** The name. */
  readonly name: string;
  /** What it stands for, without the equals sign. */
  readonly formula: string;
  /** The sheet it is known in; everywhere if left out. */
  readonly sheet?: string;
}

/** A workbook as recalculation sees it. */
export interface Book {
  /** The sheets in order. */
  readonly sheets: readonly BookSheet[];
  /** The defined names. */
  readonly names: readonly BookName[];
}

/** What a formula came to. */
export interface ComputedCell {
  /** The value of the cell itself; the words of an error are on it where there are some. */
  readonly value: BookValue;
  /** All values, row by row, where the formula fills a range; the first is the value of the cell itself. */
  readonly spill?: readonly (readonly BookValue[])[];
}

/** What every formula of a workbook came to. */
export interface ComputedBook {
  /** By sheet name, then by the address of the formula's cell. */
  readonly sheets: ReadonlyMap<string, ReadonlyMap<string, ComputedCell>>;
}
