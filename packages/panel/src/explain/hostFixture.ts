import { type Cell } from "@tallykit/sheet";
import { parseAddress, parseReference, toAddress, toReference } from "@tallykit/sheet/book";

import type { RangeReference, SheetHost, SheetRange } from "../host/sheetHost.ts";

/** A cell of a sheet in a test: a value, or a formula with what it shows. */
export type TestCell = Cell | { readonly formula: string; readonly shows: Cell };

/** The sheets of a test by name, with their cells by address. */
export type TestSheets = Readonly<Record<string, Readonly<Record<string, TestCell>>>>;

/** Rows of cells with the upper left corner at an address, by address. */
export function cellsFrom(corner: string, rows: readonly (readonly TestCell[])[]): Record<string, TestCell> {
  const { row, column } = parseAddress(corner) ?? { row: 1, column: 1 };
  return Object.fromEntries(
    rows.flatMap((cells, down) =>
      cells.map((cell, right) => [toAddress({ row: row + down, column: column + right }), cell]),
    ),
  );
}

/** A spreadsheet that only reads, and cuts ranges to the cells in use as Excel does. */
export function hostOf(sheets: TestSheets, namespace = "TALLY"): SheetHost {
  const front = Object.keys(sheets)[0] ?? "";
  const refuse = (): Promise<never> => Promise.reject(new Error("This sheet is for reading only."));
  const readRange = ({ sheet = front, address }: RangeReference): Promise<SheetRange> => {
    const cells = sheets[sheet];
    return cells === undefined
      ? Promise.reject(new Error(`There is no sheet "${sheet}".`))
      : Promise.resolve(rangeOf(sheet, cells, address));
  };
  return {
    kind: "sheet",
    namespace,
    readRange,
    readSelection: () => readRange({ address: "A1" }),
    writeAtSelection: refuse,
    insertSheet: refuse,
    select: refuse,
    onSelectionChange: () => () => undefined,
  };
}

function rangeOf(sheet: string, cells: TestSheets[string], address: string): SheetRange {
  const places = Object.keys(cells).flatMap((each) => parseAddress(each) ?? []);
  const firstRow = Math.min(...places.map(({ row }) => row));
  const lastRow = Math.max(1, ...places.map(({ row }) => row));
  const lastColumn = Math.max(1, ...places.map(({ column }) => column));
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(address);
  const area = parseReference(
    columns === null ? address : `${columns[1] ?? ""}${firstRow}:${columns[2] ?? ""}${lastRow}`,
  );
  if (area === undefined) throw new Error(`"${address}" is no range.`);
  const last = {
    row: Math.max(area.first.row, Math.min(area.last.row, lastRow)),
    column: Math.max(area.first.column, Math.min(area.last.column, lastColumn)),
  };
  const rows = Array.from({ length: last.row - area.first.row + 1 }, (_, row) =>
    Array.from({ length: last.column - area.first.column + 1 }, (__, column) => {
      const cell =
        cells[toAddress({ row: area.first.row + row, column: area.first.column + column })] ?? null;
      return typeof cell === "object" && cell !== null && "formula" in cell
        ? cell
        : { formula: undefined, shows: cell };
    }),
  );
  return {
    sheet,
    address: toReference({ first: area.first, last }),
    values: rows.map((row) => row.map(({ shows }) => shows)),
    formulas: rows.map((row) => row.map(({ formula }) => formula)),
  };
}
