import { type CellError, type FunctionRow, isCellError, type ResultCell } from "@tallykit/sheet";

import { answerCall } from "../functions/answerCall.ts";
import { wpsArgument } from "./wpsArgument.ts";

/** A cell as WPS takes it. */
type WpsCell = number | string | boolean;

/** What WPS calls: it gives a cell, or rows of cells. */
export type WpsHandler = (...given: readonly unknown[]) => WpsCell | WpsCell[][];

/** A row of the table as WPS calls it: never a throw, since WPS has no error that a function could throw. */
export function wpsHandlerOf(row: Pick<FunctionRow, "id" | "call" | "parameters">): WpsHandler {
  const most = Object.keys(row.parameters).length;
  return (...given) => {
    // Past the parameters WPS may put a description of the call.
    const result = answerCall(row, () => given.slice(0, most).map(wpsArgument));
    if (isCellError(result)) return errorText(result);
    const rows = result.map((cells) => cells.map(wpsCell));
    const [[only] = []] = rows;
    return rows.length === 1 && rows[0]?.length === 1 && only !== undefined ? only : rows;
  };
}

function wpsCell(cell: ResultCell): WpsCell {
  return isCellError(cell) ? errorText(cell) : cell;
}

/** An error as text, the one way there is to show it; sums pass over it, and so does ISERROR. */
function errorText({ error, message }: CellError): string {
  return message === undefined ? error : `${error} ${message}`;
}
