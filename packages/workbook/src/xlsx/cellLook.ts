/** How a cell looks, as far as a page beside the file shows it. */
export interface CellLook {
  /** Its number format as Excel writes it; none where it is the general one. */
  readonly format?: string;
  /** Bold type. */
  readonly bold?: true;
  /** Italic type. */
  readonly italic?: true;
  /** The size of the type in points. */
  readonly size?: number;
  /** The colour of the type, as `#RRGGBB`. */
  readonly color?: string;
  /** The colour behind, as `#RRGGBB`. */
  readonly fill?: string;
  /** Where it stands between left and right. */
  readonly horizontal?: "left" | "center" | "right";
  /** Where it stands between top and bottom. */
  readonly vertical?: "top" | "center";
  /** Whether long text goes on in the next line. */
  readonly wrap?: true;
}

/** How a column or several of them look. */
export interface ColumnLook {
  /** The first column, from 1. */
  readonly first: number;
  /** The last column. */
  readonly last: number;
  /** Its width in characters. */
  readonly width?: number;
  /** Whether it is hidden. */
  readonly isHidden?: true;
}

/** How a row looks. */
export interface RowLook {
  /** Its height in points. */
  readonly height?: number;
  /** Whether it is hidden. */
  readonly isHidden?: true;
}

/** How a sheet looks. */
export interface SheetLook {
  /** Its name. */
  readonly name: string;
  /** Whether its tab is hidden. */
  readonly isHidden: boolean;
  /** The looks of cells by address: numbers in the list of the workbook. */
  readonly cells: ReadonlyMap<string, number>;
  /** The columns that are not as wide as the others, or hidden. */
  readonly columns: readonly ColumnLook[];
  /** The rows that are not as high as the others, or hidden, by their numbers. */
  readonly rows: ReadonlyMap<number, RowLook>;
  /** The ranges that look like one cell, such as `A1:C1`. */
  readonly merged: readonly string[];
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** How a workbook looks. */
export interface BookLook {
  /** The looks that cells name by number. */
  readonly looks: readonly CellLook[];
  /** The sheets in order. */
  readonly sheets: readonly SheetLook[];
}
