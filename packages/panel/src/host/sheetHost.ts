import type { Cell } from "@tallykit/sheet";

import type { WorkedSheet } from "../worksheets/workedSheet.ts";

/** Cells of a sheet as the panel reads them. */
export interface SheetRange {
  /** The name of its sheet. */
  readonly sheet: string;
  /** Its address without the sheet and without dollar signs, such as `B2:C9`. */
  readonly address: string;
  /** What the cells hold or show, row by row; blank cells are `null`. */
  readonly values: readonly (readonly Cell[])[];
  /** The formula of each cell as people type it, with the equals sign; `undefined` where a cell has none. */
  readonly formulas: readonly (readonly (string | undefined)[])[];
}

/** Where a range is: a sheet, or the one in front, and an address such as `B2:C9`. */
export interface RangeReference {
  /** The name of the sheet; the one in front if left out. */
  readonly sheet?: string;
  /** The address, without dollar signs. */
  readonly address: string;
}

/**
 * The spreadsheet beside the panel: Excel, the browser sheet, or a small grid of the panel's own.
 *
 * Every method rejects with an `Error` whose message can be shown, in English, where the sheet refuses.
 */
export interface SheetHost {
  /** Excel, the browser sheet, or no spreadsheet but the panel's own grid. */
  readonly kind: "excel" | "sheet" | "tryout";
  /** What stands before the dot of our functions here: `TALLY`, or `TALLY_DEV` for the development add-in. */
  readonly namespace: string;
  /** What is selected, cut to the cells in use where whole rows or columns are. */
  readonly readSelection: () => Promise<SheetRange>;
  /** A range by its address, cut to the cells in use. */
  readonly readRange: (reference: RangeReference) => Promise<SheetRange>;
  /** Writes rows of values and formulas (text that starts with `=`), the upper left corner at the selected cell, and says where. */
  readonly writeAtSelection: (rows: readonly (readonly Cell[])[]) => Promise<RangeReference>;
  /** Adds a worked sheet and brings it to the front; the name it got, where one of that name was there already. */
  readonly insertSheet: (sheet: WorkedSheet) => Promise<string>;
  /** Selects a range and brings it into view. */
  readonly select: (reference: RangeReference) => Promise<void>;
  /** Calls the listener whenever something else is selected; the result ends that. */
  readonly onSelectionChange: (listener: () => void) => () => void;
}
