import { type Argument, type Cell, findFunction, type FunctionRow, type Range } from "@tallykit/sheet";
import { parseReference, type Place } from "@tallykit/sheet/book";
import { formulaParts, readArgumentText } from "@tallykit/sheet/check";

import type { RangeGrid } from "./rangeGrid.ts";

/** The cells of a range, as `row,column`, that the formulas of our functions in it fill. */
export function filledCells(grid: RangeGrid): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { place, formula } of grid.formulas()) {
    const call = wholeCall(formula);
    if (call === undefined) continue;
    const size = resultSize(call, grid) ?? (call.row.vectorised ? undefined : blockSize(grid, place));
    if (size === undefined) continue;
    for (let row = 0; row < size.rows; row += 1) {
      for (let column = 0; column < size.columns; column += 1) {
        const at = { row: place.row + row, column: place.column + column };
        if (grid.at(at)?.formula === undefined) filled.add(cellKey(at));
      }
    }
  }
  return filled;
}

/** A place as a key of a set. */
export function cellKey({ row, column }: Place): string {
  return `${row},${column}`;
}

interface WholeCall {
  readonly row: FunctionRow;
  readonly args: readonly string[];
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The call of ours that a formula is as a whole. */
function wholeCall(formula: string): WholeCall | undefined {
  const call = formulaParts(formula).calls.at(-1);
  if (call?.text !== formula.trim() || !call.name.startsWith("TALLY.")) return undefined;
  const row = findFunction(call.name);
  return row === undefined ? undefined : { row, args: call.args };
}

/** How large the result is, where all arguments stand in the range itself. */
function resultSize({ row, args }: WholeCall, grid: RangeGrid): Size | undefined {
  const given: Argument[] = [];
  for (const text of args) {
    const argument = argumentIn(text, grid);
    if (argument === undefined) return undefined;
    given.push(argument);
  }
  const result = row.call(given);
  if (!isRows(result)) return { rows: 1, columns: 1 };
  return { rows: result.length, columns: result[0]?.length ?? 0 };
}

function isRows(
  result: ReturnType<FunctionRow["call"]>,
): result is Extract<typeof result, readonly unknown[]> {
  return Array.isArray(result);
}

function argumentIn(text: string, grid: RangeGrid): Argument {
  const read = readArgumentText(text);
  switch (read.kind) {
    case "omitted":
      return null;
    case "value":
      return read.value;
    case "expression":
      return undefined;
    case "reference": {
      const area = parseReference(read.address);
      const isHere = read.sheet === undefined || read.sheet === grid.sheet;
      if (!isHere || read.isFilled || area === undefined) return undefined;
      const rows: Range | undefined = grid.within(area);
      return read.asText ? rows?.map((cells) => cells.map(asText)) : rows;
    }
  }
}

function asText(cell: Cell): Cell {
  return cell === null ? "" : typeof cell === "object" ? cell : String(cell);
}

/** The block of cells without formulas below and to the right of a formula whose arguments stand elsewhere. */
function blockSize(grid: RangeGrid, { row, column }: Place): Size {
  const isFilled = (at: Place): boolean => {
    const cell = grid.at(at);
    return cell !== undefined && cell.formula === undefined && cell.value !== null;
  };
  let columns = 1;
  while (isFilled({ row, column: column + columns })) columns += 1;
  let rows = 1;
  while (isFilled({ row: row + rows, column })) rows += 1;
  return { rows, columns };
}
