import { type Argument, type Cell, type Range, type ResultCell } from "@tallykit/sheet";
import type { Place } from "@tallykit/sheet/book";
import { exact, type Fraction } from "@tallykit/core";

import type { ReadCall } from "./readCall.ts";
import { type Language, shownCell } from "./shownValue.ts";

/** The working of a call, in sentences and perhaps a table. */
export interface Working {
  /** The sentences. */
  readonly sentences: readonly string[];
  /** The table; without one, what the function was given is shown. */
  readonly table?: WorkingTable;
}

/** A table of texts. */
export interface WorkingTable {
  /** The titles of its columns. */
  readonly headers: readonly string[];
  /** Its rows. */
  readonly rows: readonly (readonly string[])[];
}

/** What a working is told from. */
export interface WorkingInput {
  /** The call. */
  readonly call: ReadCall;
  /** Which of its results is asked about, from 0; the first where there is one only. */
  readonly at: Place;
  /** The language to write in. */
  readonly language: Language;
  /** The names of the rows, where texts stand to the left of its first column. */
  readonly labels: readonly string[];
}

/** Tells the working of a call; `undefined` where what was given is not as expected. */
export type TellWorking = (input: WorkingInput) => Working | undefined;

/** The argument of a parameter. */
export function argumentOf(call: ReadCall, name: string): Argument {
  return call.inputs.find((input) => input.name === name)?.argument;
}

/** An argument as rows of cells. */
export function rangeOf(argument: Argument): Range {
  if (argument === undefined) return [];
  return isRows(argument) ? argument : [[argument]];
}

function isRows(argument: Exclude<Argument, undefined>): argument is Range {
  return Array.isArray(argument);
}

/** The cells of a parameter, row by row. */
export function cellsOf(call: ReadCall, name: string): readonly Cell[] {
  return rangeOf(argumentOf(call, name)).flat();
}

/** A parameter that is one cell for all cases, or one a case: the cell of the case asked about. */
export function cellAt(call: ReadCall, name: string, { row, column }: Place): Cell {
  const range = rangeOf(argumentOf(call, name));
  const isSingle = range.length === 1 && range[0]?.length === 1;
  return (isSingle ? range[0]?.[0] : range[row]?.[column]) ?? null;
}

/** How many cells the widest argument of a call has across. */
function inputWidth(call: ReadCall): number {
  return Math.max(1, ...call.inputs.map(({ argument }) => rangeOf(argument)[0]?.length ?? 1));
}

/** The case that a place among the arguments stands for, counted from 0 row by row. */
export function caseNumber(call: ReadCall, { row, column }: Place): number {
  return row * inputWidth(call) + column;
}

/**
 * The place among the arguments that a place among the results belongs to.
 *
 * A function that gives several values to a case has a row of results a case, wherever the arguments lie.
 */
export function inputPlace(call: ReadCall, at: Place): Place {
  const height = Math.max(1, ...call.inputs.map(({ argument }) => rangeOf(argument).length));
  const width = inputWidth(call);
  const results = resultRows(call);
  const isAlike = results.length === height && (results[0]?.length ?? 0) === width;
  if (!call.row.vectorised || isAlike) return at;
  return { row: Math.floor(at.row / width), column: at.row % width };
}

/** The number in a cell, as functions read it: a safe integer as it is, any other to fifteen digits. */
export function numberIn(cell: Cell): Fraction | undefined {
  if (typeof cell === "number" && Number.isFinite(cell))
    return exact(Number.isSafeInteger(cell) ? cell : cell.toPrecision(15));
  const isNumber = typeof cell === "string" && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(cell.trim());
  return isNumber ? exact(cell.trim()) : undefined;
}

/** The numbers of a column without the blank and zero rows at its end; `undefined` where a cell is none. */
export function numbersIn(cells: readonly Cell[]): readonly Fraction[] | undefined {
  const numbers = withoutEnd(cells).map(numberIn);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function withoutEnd(cells: readonly Cell[]): readonly Cell[] {
  let length = cells.length;
  while (length > 0 && [null, "", 0].some((end) => end === cells[length - 1])) length -= 1;
  return cells.slice(0, length);
}

/** The results of a call as rows. */
export function resultRows({ result }: ReadCall): readonly (readonly ResultCell[])[] {
  return isResultRows(result) ? result : [[result]];
}

function isResultRows(result: ReadCall["result"]): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}

/** A table shows so many rows. */
const mostRows = 100;

/** A table of so many rows as can be shown, with a line that says how many are not. */
export function shortTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  language: Language,
): WorkingTable {
  if (rows.length <= mostRows) return { headers, rows };
  const rest = rows.length - mostRows;
  const line = headers.map((_, index) =>
    index > 0 ? "" : language === "zh" ? `……另有 ${rest} 行` : `… ${rest} more rows`,
  );
  return { headers, rows: [...rows.slice(0, mostRows), line] };
}

/** A result with titles in its first row as a table. */
export function titledTable(rows: readonly (readonly ResultCell[])[], language: Language): WorkingTable {
  const [titles = [], ...rest] = rows.map((row) => row.map((cell) => shownCell(cell)));
  return shortTable(titles, rest, language);
}

/** The same call with other headers: its table in the language of the explanation. */
export function calledWith(
  call: ReadCall,
  changes: Readonly<Record<string, Argument>>,
): readonly (readonly ResultCell[])[] {
  const values = Object.keys(call.row.parameters).map((name) =>
    name in changes ? changes[name] : argumentOf(call, name),
  );
  const result = call.row.call(values.map((value) => value ?? null));
  return resultRows({ ...call, result });
}
