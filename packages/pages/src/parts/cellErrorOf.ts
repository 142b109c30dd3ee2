import { type CellErrorCode, isCellError } from "@tallykit/sheet";

import { evaluateFormula } from "../formulas/evaluateFormula.ts";
import { rowsOf } from "../cells/shownCell.ts";
import type { ErrorText } from "../text/errorTexts.ts";

/** The error that a cell shows for a code: what the code's own formula gives. */
export function cellErrorOf({ formula }: ErrorText): CellErrorCode {
  const error = rowsOf(evaluateFormula(formula)).flat().find(isCellError);
  if (error === undefined) throw new Error(`This formula gives no error: ${formula}`);
  return error.error;
}
