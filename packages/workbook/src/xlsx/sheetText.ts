import { columnLetters, parseAddress } from "@tallykit/sheet/book";
import { cellContent, type CellEdit } from "./cellEdit.ts";
import { type CellLook } from "./cellLook.ts";
import { escapeAttribute } from "./xmlText.ts";

/** A cell of a new sheet. */
export interface NewCell extends Pick<CellEdit, "cell" | "isBlocked"> {
  /** How it looks; as all others if left out. */
  readonly look?: CellLook;
}

/** A sheet that is to be added to a workbook. */
export interface NewSheet {
  /** The name of its tab. */
  readonly name: string;
  /** Its cells by address. */
  readonly cells: ReadonlyMap<string, NewCell>;
  /** The width of each column in characters, from column A on; `undefined` where it is as the others. */
  readonly widths: readonly (number | undefined)[];
  /** The rows at the top that stay in view. */
  readonly frozenRows: number;
}

/** What the cells of a new sheet are written with. */
export interface SheetTextOptions {
  /** The workbook's own names in lower case. */
  readonly namesOfBook: ReadonlySet<string>;
  /** The number of a look. */
  readonly look: (look: CellLook) => number;
  /** The `cm` attribute of a formula that spills. */
  readonly spillMark: () => string;
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The text of a new sheet. */
export function sheetText({ cells, widths, frozenRows }: NewSheet, options: SheetTextOptions): string {
  const rows = new Map<number, [number, string][]>();
  for (const [address, cell] of cells) {
    const place = parseAddress(address);
    if (place === undefined) throw new Error(`A new sheet has a cell at ${address}, which is no address.`);
    const row = rows.get(place.row) ?? [];
    row.push([place.column, newCell(address, cell, options)]);
    rows.set(place.row, row);
  }
  const rowTexts = Array.from(rows)
    .sort(([one], [other]) => one - other)
    .map(([row, each]) => `<row r="${row}">${inOrder(each)}</row>`);
  return `${header}<worksheet xmlns="${main}">${viewText(frozenRows)}${columnTexts(widths)}<sheetData>${rowTexts.join("")}</sheetData></worksheet>`;
}

function inOrder(cells: readonly [number, string][]): string {
  return [...cells]
    .sort(([one], [other]) => one - other)
    .map(([, text]) => text)
    .join("");
}

function newCell(address: string, cell: NewCell, { namesOfBook, look, spillMark }: SheetTextOptions): string {
  const { type, xml } = cellContent(cell, { address, prefix: "", namesOfBook });
  const attributes = {
    s: cell.look === undefined ? undefined : String(look(cell.look)),
    t: type,
    cm: cell.isBlocked === true ? spillMark() : undefined,
  };
  const texts = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`,
  );
  return `<c r="${address}"${texts.join("")}>${xml}</c>`;
}

function viewText(frozenRows: number): string {
  if (frozenRows === 0) return "";
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="${columnLetters(1)}${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnTexts(widths: NewSheet["widths"]): string {
  const columns = widths.flatMap((width, index) =>
    width === undefined
      ? []
      : [`<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`],
  );
  return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
}
