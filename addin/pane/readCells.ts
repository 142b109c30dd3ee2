/// <reference types="office-js" />
import type { RangeReference, SheetRange } from "@tallykit/panel";
import { type Cell, cellErrorCodes } from "@tallykit/sheet";

import { SheetRefusal } from "./excelWords.ts";

/** The most cells that are read at once; as many as a function takes. */
const mostCells = 200_000;

/** Reads a range of Excel's, cut to the cells in use where whole rows or columns are meant, or more than can be read. */
export async function readCells(context: Excel.RequestContext, range: Excel.Range): Promise<SheetRange> {
  const sheet = range.worksheet;
  const inUse = range.getIntersectionOrNullObject(sheet.getUsedRangeOrNullObject(true));
  sheet.load("name");
  range.load("address,cellCount,isEntireRow,isEntireColumn");
  inUse.load("address,cellCount");
  await context.sync();
  const isWhole = range.isEntireRow || range.isEntireColumn;
  const cut = isWhole || range.cellCount > mostCells || range.cellCount < 0;
  // Where nothing is in use, one cell stands for all the blank ones.
  const read = !cut ? range : inUse.isNullObject ? range.getCell(0, 0) : inUse;
  if (cut && !inUse.isNullObject && inUse.cellCount > mostCells) throw tooMany();
  read.load("address,values,valueTypes,formulas");
  await context.sync();
  return rangeOf(sheet.name, read);
}

function tooMany(): SheetRefusal {
  return new SheetRefusal(
    `More than ${mostCells.toLocaleString("en-US")} cells are selected. Select fewer rows.`,
  );
}

function rangeOf(sheet: string, { address, values, valueTypes, formulas }: Excel.Range): SheetRange {
  const rows: readonly (readonly unknown[])[] = values;
  const written: readonly (readonly unknown[])[] = formulas;
  return {
    sheet,
    address: withoutSheet(address),
    values: rows.map((row, rowIndex) =>
      row.map((value, columnIndex) => cellOf(value, valueTypes[rowIndex]?.[columnIndex])),
    ),
    formulas: written.map((row, rowIndex) =>
      row.map((formula, columnIndex) => formulaOf(formula, rows[rowIndex]?.[columnIndex])),
    ),
  };
}

/** The address alone, without the sheet's name, which may hold an exclamation mark itself, and without dollar signs. */
function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}

/** Where a range is, of an address with its sheet's name. */
export function referenceOf(sheet: string, address: string): RangeReference {
  return { sheet, address: withoutSheet(address) };
}

function cellOf(value: unknown, type: Excel.RangeValueType | undefined): Cell {
  if (type === Excel.RangeValueType.empty) return null;
  if (type === Excel.RangeValueType.error) return errorOf(String(value));
  const isPlain = typeof value === "number" || typeof value === "string" || typeof value === "boolean";
  return isPlain ? value : errorOf("a value of another kind");
}

function errorOf(shown: string): Cell {
  const error = cellErrorCodes.find((code) => code === shown);
  return error === undefined ? { error: "#VALUE!", message: `The cell shows ${shown}.` } : { error };
}

/** A cell's formula; a text that begins with an equals sign is its own value, which no formula is. */
function formulaOf(written: unknown, value: unknown): string | undefined {
  return typeof written === "string" && written.startsWith("=") && written !== value ? written : undefined;
}
