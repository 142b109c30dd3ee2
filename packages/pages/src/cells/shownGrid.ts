import { type Argument, type FunctionRow, isCellError, type Result, type ResultCell } from "@tallykit/sheet";

import { dateCells } from "./dateCells.ts";
import { isRows, rowsOf, shownCell, shownDay } from "./shownCell.ts";

/** One cell of a grid as people see it. */
export interface ShownCell {
  /** What the cell shows. */
  readonly text: string;
  /** How it stands in the cell. */
  readonly kind: "number" | "text" | "error" | "title";
}

/** A result as people see it. */
export interface ShownGrid {
  /** The cells, row by row. */
  readonly rows: readonly (readonly ShownCell[])[];
  /** The words of an error, where the result is one. */
  readonly message?: string;
}

/** The result of a call as a grid of cells: days as dates, a title row as titles. */
export function shownGrid(row: FunctionRow, given: readonly Argument[], result: Result): ShownGrid {
  const isDay = dateCells(row, given, result);
  const titled = hasTitles(row, result);
  const rows = rowsOf(result).map((cells, at) =>
    cells.map((cell, column): ShownCell => {
      if (titled && at === 0) return { text: shownCell(cell), kind: "title" };
      if (typeof cell === "number" && isDay(cell, { row: at, column }))
        return { text: shownDay(cell), kind: "number" };
      return { text: shownCell(cell), kind: kindOf(cell) };
    }),
  );
  if (isCellError(result) && result.message !== undefined) return { rows, message: result.message };
  return { rows };
}

/** Whether the first row holds titles: the function has them, and they are all words. */
function hasTitles({ parameters }: FunctionRow, result: Result): boolean {
  if (!("headers" in parameters) || !isRows(result) || result.length < 2) return false;
  return (result[0] ?? []).every((cell) => typeof cell === "string" && cell !== "");
}

function kindOf(cell: ResultCell): ShownCell["kind"] {
  if (isCellError(cell)) return "error";
  return typeof cell === "number" ? "number" : "text";
}
