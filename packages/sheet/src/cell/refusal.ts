import { type CalculationError, type ErrorCode } from "@tallykit/core";

import type { CellError, CellErrorCode } from "./cell.ts";

/** Thrown where an argument cannot be used; becomes the cell's error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** What the cell will show. */
  readonly code: CellErrorCode;

  constructor(code: CellErrorCode, requirement: string) {
    super(requirement);
    this.code = code;
  }
}

/** Thrown where an argument already is an error, which passes through as it is. */
export class PassedError extends Error {
  override readonly name = "PassedError";
  /** The error that came in. */
  readonly cell: CellError;

  constructor(cell: CellError) {
    super(cell.error);
    this.cell = cell;
  }
}

/** What each error of a calculator becomes in a cell: a new code without an entry does not compile. */
const cellErrorOf: Readonly<Record<ErrorCode, CellErrorCode>> = {
  divisionByZero: "#DIV/0!",
  outOfRange: "#NUM!",
  invalidValue: "#VALUE!",
  sizeMismatch: "#VALUE!",
  missingValue: "#N/A",
  emptyInput: "#N/A",
  allZero: "#VALUE!",
  notWholeSteps: "#VALUE!",
  infeasibleBounds: "#VALUE!",
  conflict: "#VALUE!",
};

/** A calculator's refusal in a cell's terms. */
export function refusalOf({ code, requirement }: Pick<CalculationError, "code" | "requirement">): Refusal {
  return new Refusal(cellErrorOf[code], requirement);
}
