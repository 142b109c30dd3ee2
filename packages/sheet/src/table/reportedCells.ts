import type { ReportedCell } from "@tallykit/core";

import type { Cell } from "../cell/cell.ts";
import { isMissing, type Place, readKey, readReported } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import { anyCells } from "./columns.ts";
import type { Parameter, ParameterText } from "./parameter.ts";
import { type PrintedCell, readPrinted } from "./printedRates.ts";

// Columns for a report on what they hold: nothing in them is refused but an error, which passes through.

/** A column of which each cell is read for a report; in a blank row, and in one of zeros, everything is missing. */
function reportColumn<Value>(
  text: ParameterText,
  readCell: (cell: Exclude<Cell, null>, place: Place) => Value,
): Parameter<readonly (Value | undefined)[]> {
  const cells = anyCells(text);
  return {
    text,
    shape: "column",
    takes: "anything",
    keepsMissing: true,
    optional: false,
    records: cells.records,
    read: (argument, name, context) => {
      // One column of text among numbers is what the report is for; text everywhere is the safe form of blanks.
      const numbersAsText = context.isAllText();
      return cells
        .read(argument, name, context)
        .values.map((cell, index) =>
          cell === null || isMissing(cell) || context.isEmptyRow(index)
            ? undefined
            : readCell(cell, { name, row: index + 1, numbersAsText }),
        );
    },
  };
}

/** A column of names with the space around them, which a report tells apart. */
export function namesAsReported(text: ParameterText): Parameter<readonly (string | undefined)[]> {
  return reportColumn(text, (cell, place) => (typeof cell === "string" ? cell : readKey(cell, place)));
}

/** A column of counts: numbers, and whatever else stands where a number is due as text. */
export function countsAsReported(text: ParameterText): Parameter<readonly ReportedCell[]> {
  return reportColumn(text, (cell, place) => orText(cell, () => readReported(cell, place)));
}

/** A column of printed rates, and whatever is none as text. */
export function printedAsReported(
  text: ParameterText,
): Parameter<readonly (PrintedCell | string | undefined)[]> {
  return reportColumn(text, (cell, place) => orText(cell, () => readPrinted(cell, place)));
}

/** What a cell holds, or the cell as text where it cannot be read. */
function orText<Value>(cell: Exclude<Cell, null>, read: () => Value): Value | string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
    return typeof cell === "object" ? cell.error : String(cell);
  }
}
