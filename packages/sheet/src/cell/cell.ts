/** The errors that a cell can show. */
export const cellErrorCodes = [
  "#VALUE!",
  "#NUM!",
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#REF!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
] as const;

/** One of the errors that a cell can show. */
export type CellErrorCode = (typeof cellErrorCodes)[number];

/** An error in a cell, with words where there are some. */
export interface CellError {
  /** What the cell shows. */
  readonly error: CellErrorCode;
  /** What is wrong and what to do; shown by Excel with `#VALUE!` and `#N/A` only. */
  readonly message?: string;
}

/** What a cell holds when it comes in: `null` is a blank cell, or an argument left out. */
export type Cell = number | string | boolean | null | CellError;

/** A rectangle of cells, row by row. */
export type Range = readonly (readonly Cell[])[];

/** An argument as a host hands it: a cell, a range, or nothing where the call ended before it. */
export type Argument = Cell | Range | undefined;

/** What a function puts into a cell. */
export type ResultCell = number | string | boolean | CellError;

/** What a function answers: one cell, or rows that spill. */
export type Result = ResultCell | readonly (readonly ResultCell[])[];

/** Tells whether a value is an error cell. */
export function isCellError(value: unknown): value is CellError {
  return (
    typeof value === "object" &&
    value !== null &&
    "error" in value &&
    (cellErrorCodes as readonly unknown[]).includes(value.error)
  );
}

/** Tells whether an argument is a range. */
export function isRange(argument: Argument): argument is Range {
  return Array.isArray(argument);
}
