import { parseAddress, parseReference } from "@tallykit/sheet/book";
import {
  BooleanNumber,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";

import type { CellLook, SheetLook } from "../xlsx/cellLook.ts";
import { toGridCell } from "./gridCells.ts";
import type { OpenedBook } from "./workerMessages.ts";

/** The id of a sheet that came with the opened file, by its place; sheets added later have others. */
function fileSheetId(place: number): string {
  return `file-${place}`;
}

/** Tells whether a sheet came with the opened file. */
export function isFileSheet(id: string): boolean {
  return id.startsWith("file-");
}

/** How large a sheet is shown beyond what it holds, and at least. */
const spare = { rows: 200, columns: 6, leastRows: 1_000, leastColumns: 26 } as const;

/** An opened workbook as the grid takes it; `id` must differ from that of the one before. */
export function gridData(id: string, { book, look, computed }: OpenedBook): Partial<IWorkbookData> {
  const sheets = book.sheets.map((sheet, place): Partial<IWorksheetData> => {
    const sheetLook = look.sheets.find(({ name }) => name === sheet.name);
    const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
    const used = { row: 0, column: 0 };
    const cellAt = (address: string): ICellData => {
      const { row, column } = parseAddress(address) ?? { row: 1, column: 1 };
      used.row = Math.max(used.row, row);
      used.column = Math.max(used.column, column);
      return ((cellData[row - 1] ??= {})[column - 1] ??= {});
    };
    for (const [address, number] of sheetLook?.cells ?? []) cellAt(address).s = String(number);
    const results = computed.sheets.get(sheet.name);
    for (const [address, cell] of sheet.cells) {
      const value = "formula" in cell ? results?.get(address)?.value : cell.value;
      Object.assign(
        cellAt(address),
        value === undefined ? {} : toGridCell(value),
        "formula" in cell ? { f: `=${cell.formula}` } : {},
      );
    }
    return {
      id: fileSheetId(place),
      name: sheet.name,
      cellData,
      rowCount: Math.max(spare.leastRows, used.row + spare.rows),
      columnCount: Math.max(spare.leastColumns, used.column + spare.columns),
      ...shapeOf(sheetLook),
    };
  });
  return {
    id,
    name: "workbook",
    sheetOrder: sheets.map((_, place) => fileSheetId(place)),
    sheets: Object.fromEntries(sheets.map((sheet, place) => [fileSheetId(place), sheet])),
    styles: Object.fromEntries(look.looks.map((each, number) => [String(number), gridStyle(each)])),
  };
}

/** Widths, heights, what is merged, hidden or kept in view. */
function shapeOf(look: SheetLook | undefined): Partial<IWorksheetData> {
  if (look === undefined) return {};
  const columnData: NonNullable<IWorksheetData["columnData"]> = {};
  for (const { first, last, width, isHidden } of look.columns) {
    for (let column = first; column <= Math.min(last, first + 1000); column += 1) {
      columnData[column - 1] = {
        ...(width === undefined ? {} : { w: pixelsOfWidth(width) }),
        ...(isHidden === true ? { hd: BooleanNumber.TRUE } : {}),
      };
    }
  }
  const rowData: NonNullable<IWorksheetData["rowData"]> = {};
  for (const [row, { height, isHidden }] of look.rows) {
    rowData[row - 1] = {
      ...(height === undefined ? {} : { h: Math.round((height * 96) / 72), ia: BooleanNumber.FALSE }),
      ...(isHidden === true ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  const { rows, columns } = look.frozen;
  return {
    columnData,
    rowData,
    hidden: look.isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: look.merged.flatMap((reference) => {
      const area = parseReference(reference);
      if (area === undefined) return [];
      const { first, last } = area;
      return [
        {
          startRow: first.row - 1,
          startColumn: first.column - 1,
          endRow: last.row - 1,
          endColumn: last.column - 1,
        },
      ];
    }),
    freeze: {
      xSplit: columns,
      ySplit: rows,
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
    },
  };
}

/** The width of a column in pixels, from its width in characters: seven each, and five around them. */
export function pixelsOfWidth(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/** The width of a column in characters. */
export function widthOfPixels(pixels: number): number {
  return Math.round(((pixels - 5) / 7) * 100) / 100;
}

const horizontal = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const vertical = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE };

/** A look as the grid takes it. */
export function gridStyle(look: CellLook): IStyleData {
  return {
    vt: look.vertical === undefined ? VerticalAlign.BOTTOM : vertical[look.vertical],
    ...(look.format === undefined ? {} : { n: { pattern: look.format } }),
    ...(look.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(look.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(look.size === undefined ? {} : { fs: look.size }),
    ...(look.color === undefined ? {} : { cl: { rgb: look.color } }),
    ...(look.fill === undefined ? {} : { bg: { rgb: look.fill } }),
    ...(look.horizontal === undefined ? {} : { ht: horizontal[look.horizontal] }),
    ...(look.wrap === true ? { tb: WrapStrategy.WRAP } : {}),
  };
}

/** The look of a style of the grid. */
export function lookOfStyle(style: IStyleData): CellLook {
  const across = Object.entries(horizontal).find(([, align]) => align === style.ht)?.[0];
  const down = Object.entries(vertical).find(([, align]) => align === style.vt)?.[0];
  const color = hexColor(style.cl?.rgb ?? "");
  const fill = hexColor(style.bg?.rgb ?? "");
  return {
    ...(style.n === undefined || style.n === null ? {} : { format: style.n.pattern }),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true as const } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true as const } : {}),
    ...(style.fs === undefined ? {} : { size: style.fs }),
    ...(color === undefined ? {} : { color }),
    ...(fill === undefined ? {} : { fill }),
    ...(across === "left" || across === "center" || across === "right" ? { horizontal: across } : {}),
    ...(down === "top" || down === "center" ? { vertical: down } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true as const } : {}),
  };
}

function hexColor(text: string): string | undefined {
  return /^#[0-9A-Fa-f]{6}$/.test(text) ? text : undefined;
}
