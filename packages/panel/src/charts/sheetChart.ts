/** One series of a chart. */
export interface ChartSeries {
  /** What the legend calls it. */
  readonly name: string;
  /** The cells of its values, such as `D5:D9`. */
  readonly values: string;
  /** Drawn as columns, as a line, or as a line without marks that shows a goal. */
  readonly shape: "column" | "line" | "goal";
}

/** A chart of cells of a sheet. */
export interface SheetChart {
  /** Its title. */
  readonly title: string;
  /** The cells of its categories, such as `A5:A9`. */
  readonly categories: string;
  /** Its series, in the order of the legend. */
  readonly series: readonly ChartSeries[];
  /** The number format of its values, as Excel writes it. */
  readonly format: string;
  /** The cells that it covers, such as `H3:O18`. */
  readonly place: string;
}
