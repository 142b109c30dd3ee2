import {
  type Argument,
  type Cell,
  type FunctionRow,
  isCellError,
  type Result,
  type ResultCell,
} from "@tallykit/sheet";

import type { Answer } from "./bridge.ts";

/** The numbers that stand for errors on the wire. */
const errorOf: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

/** The arguments of a call as Excel sends them: ranges as rows, one cell as a row of one, null where one is left out. */
export function toWire({ parameters }: FunctionRow, given: readonly Argument[]): unknown[] {
  return Object.keys(parameters).map((_, index) => {
    const argument = given[index];
    if (argument === undefined || argument === null) return null;
    return Array.isArray(argument)
      ? argument.map((row: readonly Cell[]) => row.map(cellToWire))
      : [[cellToWire(argument as Cell)]];
  });
}

function cellToWire(cell: Cell): unknown {
  return isCellError(cell) ? { type: "CustomFunctionError", code: cell.error } : cell;
}

/** An answer of the wire as the table's examples write it; a single cell comes as a row of one. */
export function fromWire({ ok, value, code }: Answer): unknown {
  if (!ok) return errorCell(errorOf[code ?? -1] ?? `wire code ${String(code)}`, value);
  if (!Array.isArray(value)) return value;
  return value.map((row: readonly unknown[]) => row.map(cellFromWire));
}

function cellFromWire(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null) return cell;
  const { basicValue, message } = cell as Readonly<Record<string, unknown>>;
  return errorCell(String(basicValue), message);
}

function errorCell(error: string, message: unknown): object {
  return typeof message === "string" && message !== "" ? { error, message } : { error };
}

/** What a cell of Excel gets to see of a result: rows of cells, and words with two of the errors only. */
export function asExcelShows(result: Result): unknown {
  if (isCellError(result)) return withWords(result);
  const rows = Array.isArray(result)
    ? (result as readonly (readonly ResultCell[])[])
    : [[result as ResultCell]];
  return rows.map((row) => row.map((cell) => (isCellError(cell) ? withWords(cell) : cell)));
}

function withWords({ error, message }: { error: string; message?: string }): object {
  return (error === "#VALUE!" || error === "#N/A") && message !== undefined ? { error, message } : { error };
}
