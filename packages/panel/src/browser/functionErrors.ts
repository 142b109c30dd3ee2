import {
  type Argument,
  type Cell,
  type CellError,
  type CellErrorCode,
  cellErrorCodes,
  type Example,
  type FunctionRow,
  isCellError,
  type Result,
} from "@tallykit/sheet";

import { isRows } from "../formula/isRows.ts";

/** An error that a function can give, and a call that gives it. */
export interface FunctionError {
  /** What the cell shows. */
  readonly code: CellErrorCode;
  /** The words that come with it. */
  readonly message: string;
  /** A call that gives it. */
  readonly example: Example;
}

/** What is put in the place of each argument of the examples, to see what the function says. */
const trials: readonly Cell[] = [0, null, -1, "?"];

/**
 * The errors that a function can give, each with a call that gives it.
 *
 * Nobody lists them: the examples of the function are called again, one argument changed at a time, and what comes back
 * is what the function says. An error that nothing but an error in the arguments brings about is none of its own.
 */
export function functionErrors(row: FunctionRow): readonly FunctionError[] {
  const found = new Map<CellErrorCode, FunctionError>();
  for (const args of trialsOf(row)) {
    const result = row.call(args);
    for (const { error, message } of errorsIn(result)) {
      if (message !== undefined && !found.has(error))
        found.set(error, { code: error, message, example: { arguments: args, result } });
    }
  }
  return cellErrorCodes.flatMap((code) => found.get(code) ?? []);
}

function* trialsOf({ examples, parameters }: FunctionRow): Iterable<readonly Argument[]> {
  for (const { arguments: given } of examples) {
    yield given;
    for (const index of Object.keys(parameters).keys()) {
      if (index >= given.length) break;
      for (const cell of trials)
        yield given.map((argument, at) => (at === index ? changed(argument, cell) : argument));
    }
  }
}

/** An argument with another first cell. */
function changed(argument: Argument, cell: Cell): Argument {
  if (!isRange(argument)) return cell;
  return argument.map((row, at) => (at === 0 ? [cell, ...row.slice(1)] : row));
}

function isRange(argument: Argument): argument is readonly (readonly Cell[])[] {
  return Array.isArray(argument);
}

function errorsIn(result: Result): CellError[] {
  return (isRows(result) ? result.flat() : [result]).filter(isCellError);
}
