import { parseReference, toAddress } from "@tallykit/sheet/book";

import { BookParts, type SheetPart } from "./bookParts.ts";
import { type BookLook, type ColumnLook, type RowLook, type SheetLook } from "./cellLook.ts";
import { readStyles } from "./readStyles.ts";
import { attributesOf, scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { type RawRow, sheetRows } from "./sheetRows.ts";

/** What a page draws of each sheet; a file that asks for more is shown without the rest. */
const limits = { cells: 500_000, merged: 5_000, columns: 1_000, rows: 200_000 } as const;

/**
 * How a workbook looks: number formats, type, colours, widths, what is merged, hidden or kept in view.
 *
 * For showing only: what is written goes into the file as it was, with its own looks.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open.
 */
export function readLook(bytes: Uint8Array): BookLook {
  const parts = new BookParts(bytes);
  const looks = readStyles(parts);
  const hidden = hiddenSheets(parts);
  const sheets = Array.from(parts.sheets(), (sheet) => readSheet(sheet, hidden, looks.length));
  return { looks, sheets };
}

/** The names of the sheets whose tabs are hidden. */
function hiddenSheets({ workbook }: BookParts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const tag of scanTags(workbook)) {
    if (tag.name !== "sheet" || tag.kind === "close") continue;
    const of = attributes(workbook, tag);
    if ((of.get("state") ?? "visible") !== "visible") names.add(of.get("name") ?? "");
  }
  return names;
}

function readSheet({ name, part }: SheetPart, hidden: ReadonlySet<string>, looks: number): SheetLook {
  const columns: ColumnLook[] = [];
  const merged: string[] = [];
  let frozen = { rows: 0, columns: 0 };
  for (const tag of scanTags(part)) {
    if (tag.kind === "close" || tag.depth < 3 || tag.name === "c" || tag.name === "row") continue;
    if (tag.name === "col" && columns.length < limits.columns)
      columns.push(columnLook(attributes(part, tag)));
    else if (tag.name === "pane") frozen = frozenBy(attributes(part, tag));
    else if (tag.name === "mergeCell" && merged.length < limits.merged) {
      const reference = attributes(part, tag).get("ref") ?? "";
      if (parseReference(reference) !== undefined) merged.push(reference);
    }
  }
  return { name, isHidden: hidden.has(name), columns, merged, frozen, ...readRows(part, looks) };
}

function readRows(part: XmlPart, looks: number): Pick<SheetLook, "cells" | "rows"> {
  const cells = new Map<string, number>();
  const rows = new Map<number, RowLook>();
  for (const row of sheetRows(part)) {
    const look = rowLook(part, row);
    if (look !== undefined && rows.size < limits.rows) rows.set(row.row, look);
    for (const cell of row.cells) {
      const style = Number(
        /\ss\s*=\s*["'](\d+)["']/.exec(part.xml.slice(cell.start, cell.contentStart))?.[1] ?? 0,
      );
      if (style > 0 && style < looks && cells.size < limits.cells) cells.set(toAddress(cell), style);
    }
  }
  return { cells, rows };
}

function rowLook(part: XmlPart, row: RawRow): RowLook | undefined {
  const tag = part.xml.slice(row.start, row.contentStart);
  if (!/\s(ht|hidden)\s*=/.test(tag)) return undefined;
  const of = new Map(attributesOf(tag, part.name).map(({ name, value }) => [name, value]));
  const height = Number(of.get("ht"));
  return {
    ...(height > 0 && height <= 409.5 ? { height } : {}),
    ...(isTrue(of.get("hidden")) ? { isHidden: true as const } : {}),
  };
}

function columnLook(of: ReadonlyMap<string, string>): ColumnLook {
  const width = Number(of.get("width"));
  return {
    first: Number(of.get("min")),
    last: Number(of.get("max")),
    ...(width > 0 && width <= 255 ? { width } : {}),
    ...(isTrue(of.get("hidden")) ? { isHidden: true as const } : {}),
  };
}

function frozenBy(of: ReadonlyMap<string, string>): SheetLook["frozen"] {
  if (of.get("state")?.startsWith("frozen") !== true) return { rows: 0, columns: 0 };
  const count = (value: string | undefined): number => {
    const number = Number(value ?? 0);
    return Number.isInteger(number) && number > 0 && number < 100 ? number : 0;
  };
  return { rows: count(of.get("ySplit")), columns: count(of.get("xSplit")) };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function attributes(part: XmlPart, tag: Tag): ReadonlyMap<string, string> {
  const text = part.xml.slice(tag.start, tag.end);
  return new Map(attributesOf(text, part.name).map(({ name, value }) => [name, value]));
}
