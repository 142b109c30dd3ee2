import type { SheetChart } from "../charts/sheetChart.ts";

/** The worked sheets that can be inserted. */
export const workedSheetIds = ["coverage", "growth", "funding", "assessment"] as const;

/** One of the worked sheets. */
export type WorkedSheetId = (typeof workedSheetIds)[number];

/** How a cell of a worked sheet looks. */
export type CellLook = "title" | "note" | "header" | "input" | "result" | "total";

/** One cell of a worked sheet. */
export interface WorkedCell {
  /** A value, or a formula that starts with `=` and names our functions with `TALLY.`; `null` for a blank cell with a look. */
  readonly content: number | string | boolean | null;
  /** Its number format as Excel writes it, such as `0.0%`. */
  readonly format?: string;
  /** How it looks. */
  readonly look?: CellLook;
  /** The rows and columns that its formula fills, where it spills. */
  readonly spill?: { readonly rows: number; readonly columns: number };
}

/** A sheet with data, formulas, number formats and charts. */
export interface WorkedSheet {
  /** Which one. */
  readonly id: WorkedSheetId;
  /** The name of its tab. */
  readonly name: string;
  /** Its cells by address, such as `B2`. */
  readonly cells: ReadonlyMap<string, WorkedCell>;
  /** The width of each column, in characters, from column A on. */
  readonly widths: readonly number[];
  /** The rows at the top that stay in view. */
  readonly frozenRows: number;
  /** Its charts. */
  readonly charts: readonly SheetChart[];
}
