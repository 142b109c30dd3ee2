import { type BookParts } from "./bookParts.ts";
import { readRelationships, relationshipsPart } from "./relationships.ts";
import { attributeOf, scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { TextEdits } from "./textEdits.ts";
import { WorkbookFileError } from "./workbookFileError.ts";
import { escapeAttribute } from "./xmlText.ts";

const contentTypes = "[Content_Types].xml";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Takes the parts of one type away that the workbook relates to, with their relationships and content types. */
export function removeRelated(book: BookParts, type: string): void {
  const links = requiredPart(book, relationshipsPart(book.workbook.name));
  const removed = readRelationships(book.workbook.name, links).filter((each) => each.type === type);
  if (removed.length === 0) return;
  const edits = new TextEdits();
  for (const { start, end, target } of removed) {
    edits.replace(start, end, "");
    const part = book.find(target);
    if (part !== undefined) book.remove(part.name);
  }
  book.write(links.name, edits.apply(links.xml));
  removeContentTypes(book, new Set(removed.map(({ target }) => `/${target}`.toLowerCase())));
}

/** Takes the content types of parts away, given by their names in lower case with a slash before them. */
function removeContentTypes(book: BookParts, names: ReadonlySet<string>): void {
  const types = requiredPart(book, contentTypes);
  const edits = new TextEdits();
  let opened: Tag | undefined;
  for (const tag of scanTags(types)) {
    if (tag.name !== "Override" || tag.depth !== 2) continue;
    if (tag.kind !== "close") {
      const name = attributeOf(types, tag, "PartName")?.toLowerCase() ?? "";
      opened = names.has(name) ? tag : undefined;
    }
    if (tag.kind !== "open" && opened !== undefined) edits.replace(opened.start, tag.end, "");
  }
  book.write(types.name, edits.apply(types.xml));
}

/** A part to be added, which the workbook relates to. */
export interface NewPart {
  /** Its name. */
  readonly name: string;
  /** Its text. */
  readonly xml: string;
  /** Its content type. */
  readonly contentType: string;
  /** The last word of the relationship's type. */
  readonly type: string;
}

/** Adds a part with its content type and its relationship. */
export function addRelated(book: BookParts, { name, xml, contentType, type }: NewPart): void {
  const links = requiredPart(book, relationshipsPart(book.workbook.name));
  // Ids of relationships to places outside the file count too.
  const taken = new Set(Array.from(links.xml.matchAll(/\sId\s*=\s*["']([^"']*)["']/g), ([, id]) => id));
  let number = 1;
  while (taken.has(`rId${number}`)) number += 1;
  const link = `Id="rId${number}" Type="${officeRelationships}/${type}" Target="/${escapeAttribute(name)}"`;
  insertLast(book, links, (prefix) => `<${prefix}Relationship ${link}/>`);
  const override = `PartName="/${escapeAttribute(name)}" ContentType="${contentType}"`;
  insertLast(book, requiredPart(book, contentTypes), (prefix) => `<${prefix}Override ${override}/>`);
  book.write(name, xml);
}

/** Puts an element at the end of a part's outermost element. */
function insertLast(book: BookParts, part: XmlPart, element: (prefix: string) => string): void {
  const edits = new TextEdits();
  for (const tag of scanTags(part)) {
    if (tag.depth === 1 && tag.kind === "close") edits.insert(tag.start, element(tag.prefix));
  }
  book.write(part.name, edits.apply(part.xml));
}

function requiredPart(book: BookParts, name: string): XmlPart {
  const part = book.find(name);
  if (part === undefined) throw new WorkbookFileError(`the file is damaged: its part ${name} is missing`);
  return part;
}
