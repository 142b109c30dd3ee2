import { columnLetters, columnNumber, sheetLimits } from "@tallykit/sheet/book";
import { mapCode } from "./formulaPieces.ts";

/** How far a formula moves. */
export interface Shift {
  /** Rows down. */
  readonly rows: number;
  /** Columns to the right. */
  readonly columns: number;
}

/**
 * References in code: a cell, whole columns or whole rows, each not part of a longer word, a function or a sheet name.
 *
 * A name such as LOG10 is a function where a bracket follows, and a sheet where an exclamation mark does.
 */
const reference =
  /(?<![\p{L}\p{N}_.\\])(?:(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6}))(?![\p{L}\p{N}_.\\(!])/gu;

/** A formula as it reads when its cell moves: what has no dollar sign moves with it. */
export function shiftFormula(formula: string, { rows, columns }: Shift): string {
  const row = (dollar: string, digits: string): string =>
    moved(dollar, Number(digits), rows, sheetLimits.rows, String);
  const column = (dollar: string, letters: string): string =>
    moved(dollar, columnNumber(letters), columns, sheetLimits.columns, columnLetters);
  return mapCode(formula, (code) =>
    code.replace(reference, (whole, ...found: (string | undefined)[]) => {
      const group = (index: number): string => found[index] ?? "";
      if (found[1] !== undefined) {
        if (columnNumber(group(1)) > sheetLimits.columns) return whole;
        return column(group(0), group(1)) + row(group(2), group(3));
      }
      if (found[5] !== undefined) return `${column(group(4), group(5))}:${column(group(6), group(7))}`;
      return `${row(group(8), group(9))}:${row(group(10), group(11))}`;
    }),
  );
}

/** A row or column moved; past the last comes the first again, as in Excel. */
function moved(
  dollar: string,
  number: number,
  by: number,
  last: number,
  write: (number: number) => string,
): string {
  if (dollar !== "") return dollar + write(number);
  return write(((((number - 1 + by) % last) + last) % last) + 1);
}
