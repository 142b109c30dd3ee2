/// <reference types="custom-functions-runtime" />
import { type FunctionRow, isCellError, type ResultCell } from "@tallykit/sheet";

import { answerCall, oddResult } from "./answerCall.ts";
import { argumentsOf } from "./platformArguments.ts";
import { platformError } from "./platformError.ts";

/** A cell as the platform takes it. */
type PlatformCell = number | string | boolean | CustomFunctions.Error;

/** What the platform calls: arguments, then its own description of the call. */
export type Handler = (...given: readonly unknown[]) => PlatformCell[][];

/**
 * A row of the table as the platform calls it.
 *
 * It gives rows of cells, as the metadata promises, or throws the platform's own error; nothing else ever leaves it, since
 * one odd value would hold up the results of every function of the add-in.
 */
export function handlerOf(row: Pick<FunctionRow, "id" | "call">): Handler {
  return (...given) => {
    const result = answerCall(row, () => argumentsOf(given));
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform's error cell, which its types do not call an error
    if (isCellError(result)) throw platformError(result);
    return result.map((cells) => cells.map(platformCell));
  };
}

function platformCell(cell: ResultCell): PlatformCell {
  if (isCellError(cell)) return platformError(cell);
  // The table's own gate lets nothing else out; should it ever fail, one cell is wrong and no queue stands still.
  const isPlain = typeof cell === "string" || typeof cell === "boolean" || Number.isFinite(cell);
  return isPlain ? cell : platformError(oddResult("a cell"));
}
