import { type Area, parseReference } from "@tallykit/sheet/book";
import { type BookParts } from "./bookParts.ts";
import { readRelationships, relationshipsPart } from "./relationships.ts";
import { attributesOf, scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { fromCellText } from "./xmlText.ts";

/** A table of a sheet, which formulas refer to by its name and the names of its columns. */
export interface Table {
  /** Its sheet. */
  readonly sheet: string;
  /** All its cells, titles and totals included. */
  readonly area: Area;
  /** How many rows of titles it has: one or none. */
  readonly headerRows: number;
  /** How many rows of totals it has: one or none. */
  readonly totalsRows: number;
  /** The titles of its columns in lower case, from left to right. */
  readonly columns: readonly string[];
}

/** The tables of a workbook by their names in lower case. */
export type Tables = ReadonlyMap<string, Table>;

/** Reads where the tables of a workbook lie and what their columns are called. */
export function readTables(book: BookParts): Tables {
  const tables = new Map<string, Table>();
  for (const { name: sheet, part } of book.sheetTabs()) {
    const links = book.find(relationshipsPart(part));
    if (links === undefined) continue;
    for (const { type, target } of readRelationships(part, links)) {
      const found = type === "table" ? book.find(target) : undefined;
      const table = found && readTable(found, sheet);
      if (table !== undefined) tables.set(table.name.toLowerCase(), table);
    }
  }
  return tables;
}

/** One table; nothing where it says neither its name nor its place: what refers to it then stays as it is written. */
function readTable(part: XmlPart, sheet: string): (Table & { readonly name: string }) | undefined {
  let about: ReadonlyMap<string, string> = new Map();
  const columns: string[] = [];
  for (const tag of scanTags(part)) {
    if (tag.kind === "close") continue;
    if (tag.depth === 1) about = attributes(part, tag);
    else if (tag.depth === 3 && tag.name === "tableColumn") {
      columns.push(fromCellText(attributes(part, tag).get("name") ?? "").toLowerCase());
    }
  }
  const name = about.get("displayName") ?? about.get("name") ?? "";
  const area = parseReference(about.get("ref") ?? "");
  if (name === "" || area === undefined) return undefined;
  return {
    name,
    sheet,
    area,
    headerRows: about.get("headerRowCount") === "0" ? 0 : 1,
    totalsRows: Number(about.get("totalsRowCount") ?? 0) > 0 ? 1 : 0,
    columns,
  };
}

function attributes(part: XmlPart, tag: Tag): ReadonlyMap<string, string> {
  return new Map(
    attributesOf(part.xml.slice(tag.start, tag.end), part.name).map(({ name, value }) => [name, value]),
  );
}
