import { type Argument, type Cell, callFunction, type Range, type Result } from "@tallykit/sheet";
import { type Area, parseReference } from "@tallykit/sheet/book";
import { formulaParts, readArgumentText } from "@tallykit/sheet/check";

/** A call of one of our functions, read from a formula. */
export interface ReadCall {
  /** The function, without what stands before the dot. */
  readonly id: string;
  /** What it is given. */
  readonly given: readonly Argument[];
}

/** Evaluates a formula that is one call of one of our functions, over the cells of a sheet that begins at A1. */
export function evaluateFormula(formula: string, sheet: Range = []): Result {
  const { id, given } = readCall(formula, sheet);
  return callFunction(id, given);
}

/** Reads a formula that is one call of one of our functions. */
export function readCall(formula: string, sheet: Range = []): ReadCall {
  const call = formulaParts(formula.slice(1)).calls.at(-1);
  if (!formula.startsWith("=TALLY.") || call?.text !== formula.slice(1).trim())
    throw new Error(`Only a call of one of our functions can be evaluated: ${formula}`);
  return { id: call.name.replace(/^TALLY\./, ""), given: call.args.map((text) => argumentOf(text, sheet)) };
}

function argumentOf(text: string, sheet: Range): Argument {
  if (text.toUpperCase().startsWith("TALLY.")) return evaluateFormula(`=${text}`, sheet);
  const read = readArgumentText(text);
  if (read.kind === "omitted") return null;
  if (read.kind === "value") return read.value;
  const area = read.kind === "reference" ? parseReference(read.address) : undefined;
  if (area === undefined) throw new Error(`This argument cannot be evaluated: ${text}`);
  const rows = cellsOf(sheet, area);
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function cellsOf(sheet: Range, { first, last }: Area): Cell[][] {
  return Array.from({ length: last.row - first.row + 1 }, (_, row) =>
    Array.from(
      { length: last.column - first.column + 1 },
      (_each, column) => sheet[first.row - 1 + row]?.[first.column - 1 + column] ?? null,
    ),
  );
}
