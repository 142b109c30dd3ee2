import { isCellError } from "@tallykit/sheet";
import {
  type Book,
  type BookCell,
  type BookName,
  type BookSheet,
  type ComputedBook,
  parseAddress,
  toAddress,
} from "@tallykit/sheet/book";
import type { Injector, Workbook, Worksheet } from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";

import type { CellEdit } from "../xlsx/cellEdit.ts";
import type { CellLook } from "../xlsx/cellLook.ts";
import type { BookEdits } from "../xlsx/editBook.ts";
import type { NewCell, NewSheet } from "../xlsx/sheetText.ts";
import { fromGridCell } from "./gridCells.ts";
import { isFileSheet, lookOfStyle, widthOfPixels } from "./gridData.ts";
import type { OpenedBook } from "./workerMessages.ts";

/** What the grid holds now. */
export function gridBook(injector: Injector, workbook: Workbook, names: readonly BookName[]): Book {
  const formulas = injector.get(FormulaDataModel).getFormulaData()[workbook.getUnitId()] ?? {};
  const lexer = injector.get(LexerTreeBuilder);
  const formulaAt = (sheetId: string, row: number, column: number): string | undefined => {
    const item = formulas[sheetId]?.[row]?.[column];
    if (item === undefined || item === null || item.f === "") return undefined;
    // A formula that was filled down is held once, with how far each cell lies from the first.
    const moved =
      item.x === undefined && item.y === undefined
        ? item.f
        : lexer.moveFormulaRefOffset(item.f, item.x ?? 0, item.y ?? 0);
    return moved.replace(/^=/, "");
  };
  return {
    names,
    sheets: workbook.getSheets().map((worksheet) => sheetOf(worksheet, formulaAt)),
  };
}

function sheetOf(
  worksheet: Worksheet,
  formulaAt: (sheetId: string, row: number, column: number) => string | undefined,
): BookSheet {
  const cells = new Map<string, BookCell>();
  const sheetId = worksheet.getSheetId();
  worksheet.getCellMatrix().forValue((row, column, cell) => {
    if (cell === null || cell === undefined) return;
    const formula = formulaAt(sheetId, row, column);
    const value = formula === undefined ? fromGridCell(cell) : undefined;
    const address = toAddress({ row: row + 1, column: column + 1 });
    if (formula !== undefined) cells.set(address, { formula });
    else if (value !== undefined) cells.set(address, { value });
  });
  return { name: worksheet.getName(), cells };
}

/** What has become of an opened workbook in the grid; `computed` is what its formulas come to now. */
export function gridEdits(
  workbook: Workbook,
  {
    now,
    before,
    computed,
  }: { readonly now: Book; readonly before: OpenedBook; readonly computed: ComputedBook },
): BookEdits {
  const sheets = new Map<string, ReadonlyMap<string, CellEdit>>();
  const added: NewSheet[] = [];
  for (const [place, worksheet] of workbook.getSheets().entries()) {
    const sheet = now.sheets[place];
    if (sheet === undefined) continue;
    const isBlocked = (address: string): { readonly isBlocked: true } | undefined => {
      const value = computed.sheets.get(sheet.name)?.get(address)?.value;
      return isCellError(value) && value.error === "#SPILL!" ? { isBlocked: true } : undefined;
    };
    if (isFileSheet(worksheet.getSheetId())) {
      sheets.set(sheet.name, sheetEdits(workbook, worksheet, { sheet, before, isBlocked }));
    } else {
      added.push(newSheet(workbook, worksheet, { sheet, isBlocked }));
    }
  }
  return { sheets, added };
}

type Blocked = (address: string) => { readonly isBlocked: true } | undefined;

function sheetEdits(
  workbook: Workbook,
  worksheet: Worksheet,
  {
    sheet,
    before,
    isBlocked,
  }: { readonly sheet: BookSheet; readonly before: OpenedBook; readonly isBlocked: Blocked },
): ReadonlyMap<string, CellEdit> {
  const former =
    before.book.sheets.find(({ name }) => name === sheet.name)?.cells ?? new Map<string, BookCell>();
  const formerLook = before.look.sheets.find(({ name }) => name === sheet.name)?.cells;
  const edits = new Map<string, CellEdit>();
  for (const address of new Set([...former.keys(), ...sheet.cells.keys()])) {
    const cell = sheet.cells.get(address) ?? null;
    const format = cell === null ? undefined : (lookAt(workbook, worksheet, address).format ?? "");
    const formerFormat = before.look.looks[formerLook?.get(address) ?? 0]?.format ?? "";
    const isFormatted = format !== undefined && format !== formerFormat;
    if (isSameCell(cell, former.get(address) ?? null) && !isFormatted) continue;
    edits.set(address, {
      cell,
      ...(isFormatted ? { format } : {}),
      ...(cell !== null && "formula" in cell ? isBlocked(address) : {}),
    });
  }
  return edits;
}

function newSheet(
  workbook: Workbook,
  worksheet: Worksheet,
  { sheet, isBlocked }: { readonly sheet: BookSheet; readonly isBlocked: Blocked },
): NewSheet {
  const cells = new Map<string, NewCell>();
  worksheet.getCellMatrix().forValue((row, column) => {
    const address = toAddress({ row: row + 1, column: column + 1 });
    const look = lookAt(workbook, worksheet, address);
    const cell = sheet.cells.get(address) ?? null;
    if (cell === null && Object.keys(look).length === 0) return;
    cells.set(address, {
      cell,
      ...(Object.keys(look).length === 0 ? {} : { look }),
      ...(cell !== null && "formula" in cell ? isBlocked(address) : {}),
    });
  });
  const { columnData, freeze } = worksheet.getConfig();
  const last = Math.max(-1, ...Object.keys(columnData).map(Number));
  return {
    name: sheet.name,
    cells,
    widths: Array.from({ length: last + 1 }, (_, column) => {
      const width = columnData[column]?.w;
      return width === undefined ? undefined : widthOfPixels(width);
    }),
    frozenRows: freeze.ySplit,
  };
}

function lookAt(workbook: Workbook, worksheet: Worksheet, address: string): CellLook {
  const place = parseAddress(address);
  const cell = place && worksheet.getCellMatrix().getValue(place.row - 1, place.column - 1);
  const style = workbook.getStyles().getStyleByCell(cell);
  return style === null || style === undefined ? {} : lookOfStyle(style);
}

/** An empty text and a blank cell look the same, and are. */
function isSameCell(one: BookCell | null, other: BookCell | null): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (one === null || other === null) return false;
  if ("formula" in one || "formula" in other)
    return "formula" in one && "formula" in other && one.formula === other.formula;
  if (isCellError(one.value)) return isCellError(other.value) && one.value.error === other.value.error;
  return one.value === other.value;
}

function isEmpty(cell: BookCell | null): boolean {
  return cell === null || ("value" in cell && cell.value === "");
}
