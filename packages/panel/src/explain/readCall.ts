import { type Argument, type Cell, type FunctionRow, type Range, type Result } from "@tallykit/sheet";
import { parseReference, toReference } from "@tallykit/sheet/book";
import { type ArgumentText, readArgumentText } from "@tallykit/sheet/check";

import type { RangeReference, SheetHost, SheetRange } from "../host/sheetHost.ts";
import type { WrittenCall } from "./writtenCalls.ts";

/** One argument of a call: what is written, and what it came to. */
export interface ReadInput {
  /** The parameter's name in English, which is its key. */
  readonly name: string;
  /** What the formula says; nothing where it is left out. */
  readonly written: string;
  /** What the function was given; `undefined` where it is left out. */
  readonly argument: Argument;
  /** Where its cells are, if it is cells. */
  readonly reference?: RangeReference;
}

/** A call with what its arguments came to and what the function answers. */
export interface ReadCall {
  /** The function. */
  readonly row: FunctionRow;
  /** Its arguments, as many as were written. */
  readonly inputs: readonly ReadInput[];
  /** What it answers. */
  readonly result: Result;
}

/** An argument that cannot be read without calculating, or where the sheet refused. */
export interface UnreadArgument {
  /** The parameter's name in English; nothing where there are more arguments than parameters. */
  readonly name: string | undefined;
  /** What the formula says. */
  readonly written: string;
  /** The sheet's own words, where it refused. */
  readonly refusal?: string;
}

/** More cells than this are not read for an explanation. */
const mostCells = 200_000;

/** Reads the arguments of a call from the sheet that its formula stands on, and calls the function. */
export async function readCall(
  { row, args }: WrittenCall,
  home: string,
  host: SheetHost,
): Promise<ReadCall | UnreadArgument> {
  const names = Object.keys(row.parameters);
  const inputs: ReadInput[] = [];
  for (const [index, written] of args.entries()) {
    const name = names[index];
    const input = await readInput(readArgumentText(written), home, host);
    if ("refusal" in input || name === undefined) return { name, written, ...input };
    inputs.push({ name, written, ...input });
  }
  return { row, inputs, result: row.call(inputs.map(({ argument }) => argument)) };
}

/** Tells whether a call was read. */
export function isRead(call: ReadCall | UnreadArgument): call is ReadCall {
  return "row" in call;
}

type Read = Pick<ReadInput, "argument" | "reference"> | Required<Pick<UnreadArgument, "refusal">>;

async function readInput(text: ArgumentText, home: string, host: SheetHost): Promise<Read> {
  switch (text.kind) {
    case "omitted":
      return { argument: null };
    case "value":
      return { argument: text.value };
    case "expression":
      return { refusal: "" };
    case "reference": {
      // Only the sheet knows how far the formula in that cell fills others.
      if (text.isFilled) return { refusal: "" };
      const reference = { sheet: text.sheet ?? home, address: text.address };
      try {
        const cells = wholeRange(text.address, await host.readRange(reference));
        const values = text.asText ? cells.map((row) => row.map(asText)) : cells;
        return {
          argument: values.length === 1 && values[0]?.length === 1 ? only(values) : values,
          reference,
        };
      } catch (error) {
        return { refusal: error instanceof Error ? error.message : String(error) };
      }
    }
  }
}

function only(range: Range): Cell {
  return range[0]?.[0] ?? null;
}

/** What `&""` makes of a cell. */
function asText(cell: Cell): Cell {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(Number(cell.toPrecision(15))) : cell;
}

/** The cells of an address, blank where the sheet cut what is not in use. */
function wholeRange(address: string, { address: given, values }: SheetRange): Range {
  const [wanted, found] = [parseReference(address), parseReference(given)];
  // Of whole rows and columns only the cells in use are wanted, from the first row and column on.
  const first = wanted?.first ?? { row: 1, column: 1 };
  const last = wanted?.last ?? found?.last ?? first;
  const start = wanted === undefined ? wholeStart(address, found?.first ?? first) : first;
  const [rows, columns] = [last.row - start.row + 1, last.column - start.column + 1];
  if (rows * columns > mostCells)
    throw new Error(`more than ${mostCells} cells in ${toReference({ first: start, last })}`);
  const [down, right] = [
    (found?.first.row ?? start.row) - start.row,
    (found?.first.column ?? start.column) - start.column,
  ];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => values[row - down]?.[column - right] ?? null),
  );
}

/** Whole columns begin in row 1, whole rows in column A. */
function wholeStart(address: string, found: { readonly row: number; readonly column: number }) {
  return /[A-Z]/.test(address) ? { row: 1, column: found.column } : { row: found.row, column: 1 };
}
