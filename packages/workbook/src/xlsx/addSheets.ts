import { type BookParts } from "./bookParts.ts";
import { addRelated } from "./packageEdits.ts";
import { attributeOf, scanTags } from "./scanXml.ts";
import { TextEdits } from "./textEdits.ts";
import { escapeAttribute } from "./xmlText.ts";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Adds sheets after the last one, each with its name and its text. */
export function addSheets(
  book: BookParts,
  sheets: readonly { readonly name: string; readonly xml: string }[],
): void {
  if (sheets.length === 0) return;
  const linked = sheets.map(({ name, xml }) => ({ name, link: addPart(book, xml) }));
  const { workbook } = book;
  const edits = new TextEdits();
  let lastId = 0;
  for (const tag of scanTags(workbook)) {
    if (tag.name === "sheet" && tag.depth === 3 && tag.kind !== "close") {
      lastId = Math.max(lastId, Number(attributeOf(workbook, tag, "sheetId") ?? 0));
    }
    if (tag.name !== "sheets" || tag.depth !== 2 || tag.kind !== "close") continue;
    for (const [index, { name, link }] of linked.entries()) {
      const about = `name="${escapeAttribute(name)}" sheetId="${lastId + index + 1}" r:id="${link}"`;
      edits.insert(tag.start, `<${tag.prefix}sheet ${about} xmlns:r="${relationships}"/>`);
    }
  }
  book.write(workbook.name, edits.apply(workbook.xml));
}

/** Adds the part of a sheet; gives the id of its relationship. */
function addPart(book: BookParts, xml: string): string {
  let number = 1;
  while (book.find(partName(number)) !== undefined) number += 1;
  const name = partName(number);
  addRelated(book, { name, xml, contentType, type: "worksheet" });
  return book.relationships.find(({ target }) => target === name)?.id ?? "";
}

function partName(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}
