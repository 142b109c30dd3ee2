import { type CellError, type FunctionRow, isCellError, type Result, type ResultCell } from "@tallykit/sheet";

import { oversizeArguments, oversizeResult, trimmed } from "./limits.ts";

/** The result of a call: rows of cells. */
export type Rows = readonly (readonly ResultCell[])[];

/** The rows of a call's result, none larger than a host takes, or the error of the whole call: never a throw. */
export function answerCall(
  { id, call }: Pick<FunctionRow, "id" | "call">,
  readArguments: () => readonly unknown[],
): Rows | CellError {
  try {
    const given = readArguments();
    const tooMuch = oversizeArguments(given);
    if (tooMuch !== undefined) return refusal(id, tooMuch);
    const result = call(given);
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

/** The error of a result that is none. */
export function oddResult(due: string): CellError {
  return { error: "#VALUE!", message: `The result is not ${due}.` };
}

function isRows(result: Result): result is Rows {
  return Array.isArray(result);
}

function refusal(id: string, requirement: string): CellError {
  return { error: "#VALUE!", message: `${id} requires ${requirement}.` };
}
