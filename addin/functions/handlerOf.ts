/// <reference types="custom-functions-runtime" />
import { type CellError, type FunctionRow, isCellError, type Result, type ResultCell } from "@tallykit/sheet";

import { oversizeArguments, oversizeResult, trimmed } from "./limits.ts";
import { argumentsOf } from "./platformArguments.ts";
import { platformError } from "./platformError.ts";

/** A cell as the platform takes it. */
type PlatformCell = number | string | boolean | CustomFunctions.Error;

/** What the platform calls: arguments, then its own description of the call. */
export type Handler = (...given: readonly unknown[]) => PlatformCell[][];

type Rows = readonly (readonly ResultCell[])[];

/**
 * A row of the table as the platform calls it.
 *
 * It gives rows of cells, as the metadata promises, or throws the platform's own error; nothing else ever leaves it, since
 * one odd value would hold up the results of every function of the add-in.
 */
export function handlerOf({ id, call }: Pick<FunctionRow, "id" | "call">): Handler {
  return (...given) => {
    const result = answer(id, call, given);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform's error cell, which its types do not call an error
    if (isCellError(result)) throw platformError(result);
    return result.map((row) => row.map(platformCell));
  };
}

/** The rows of a result, or the error of the whole call: never a throw. */
function answer(id: string, call: FunctionRow["call"], given: readonly unknown[]): Rows | CellError {
  try {
    const cells = argumentsOf(given);
    const tooMuch = oversizeArguments(cells);
    if (tooMuch !== undefined) return refusal(id, tooMuch);
    const result = call(cells);
    if (isCellError(result)) return result;
    const rows = trimmed(isRows(result) ? result : [[result]], id);
    const [{ length: width } = []] = rows;
    if (width === 0 || rows.some((row) => row.length !== width)) return oddResult("a table of cells");
    const tooLarge = oversizeResult(rows);
    return tooLarge === undefined ? rows : refusal(id, tooLarge);
  } catch (error) {
    const words = error instanceof Error ? error.message : "an unknown error";
    return { error: "#VALUE!", message: `${id} failed: ${words}.` };
  }
}

function isRows(result: Result): result is Rows {
  return Array.isArray(result);
}

function refusal(id: string, requirement: string): CellError {
  return { error: "#VALUE!", message: `${id} requires ${requirement}.` };
}

function oddResult(due: string): CellError {
  return { error: "#VALUE!", message: `The result is not ${due}.` };
}

function platformCell(cell: ResultCell): PlatformCell {
  if (isCellError(cell)) return platformError(cell);
  // The table's own gate lets nothing else out; should it ever fail, one cell is wrong and no queue stands still.
  const isPlain = typeof cell === "string" || typeof cell === "boolean" || Number.isFinite(cell);
  return isPlain ? cell : platformError(oddResult("a cell"));
}
