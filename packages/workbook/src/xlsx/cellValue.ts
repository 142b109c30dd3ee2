import { cellErrorCodes, isCellError } from "@tallykit/sheet";

import { type BookValue } from "@tallykit/sheet/book";
import { type BookParts } from "./bookParts.ts";
import { type RawCell, type RawElement } from "./sheetRows.ts";
import { scanTags, type Tag, textBetween, type XmlPart } from "./scanXml.ts";
import { serialOfDate } from "./serialOfDate.ts";
import { damagedPart } from "./workbookFileError.ts";
import { fromCellText } from "./xmlText.ts";

/** What the values of a workbook's cells refer to. */
export interface ValueContext {
  /** The texts that cells share. */
  readonly sharedTexts: readonly string[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
}

/** Reads what the values of a workbook's cells refer to. */
export function readValueContext(book: BookParts): ValueContext {
  const shared = book.related("sharedStrings");
  return { sharedTexts: shared === undefined ? [] : sharedTextsOf(shared), from1904: countsFrom1904(book) };
}

function countsFrom1904({ workbook }: BookParts): boolean {
  for (const tag of scanTags(workbook)) {
    if (tag.name === "workbookPr" && tag.depth === 2) {
      return /\sdate1904\s*=\s*["'](1|true)["']/.test(workbook.xml.slice(tag.start, tag.end));
    }
  }
  return false;
}

/** The texts that cells share, with the pieces of rich text put together. */
function sharedTextsOf(part: XmlPart): string[] {
  const texts: string[] = [];
  const collector = new TextCollector(part);
  for (const tag of scanTags(part)) {
    if (tag.name === "si" && tag.depth === 2) {
      if (tag.kind !== "open") texts.push(collector.finish());
    } else {
      collector.take(tag);
    }
  }
  return texts;
}

/** Puts the `t` elements of a text together; those of a reading aid for East Asian text are left out. */
class TextCollector {
  readonly #part: XmlPart;
  #text = "";
  #opened: Tag | undefined;
  #aidDepth = Infinity;

  constructor(part: XmlPart) {
    this.#part = part;
  }

  take(tag: Tag): void {
    if (tag.name === "rPh" && tag.kind !== "empty")
      this.#aidDepth = tag.kind === "open" ? tag.depth : Infinity;
    if (tag.name !== "t" || tag.depth > this.#aidDepth) return;
    if (tag.kind === "open") this.#opened = tag;
    else if (tag.kind === "close" && this.#opened !== undefined) {
      this.#text += textBetween(this.#part, this.#opened.end, tag.start);
    }
  }

  finish(): string {
    const text = fromCellText(this.#text);
    this.#text = "";
    return text;
  }
}

/** The value that a cell holds or shows; `undefined` where it is blank. */
export function readCellValue(part: XmlPart, cell: RawCell, context: ValueContext): BookValue | undefined {
  const { type } = cell;
  if (type === "inlineStr") return cell.inline === undefined ? undefined : inlineText(part, cell.inline);
  if (cell.value === undefined) return undefined;
  const text = textBetween(part, cell.value.contentStart, cell.value.contentEnd);
  if (type === "str") return fromCellText(text);
  const word = text.trim();
  if (word === "") return undefined;
  switch (type) {
    case "n":
      return numberOf(part, word);
    case "s":
      return sharedText(part, word, context);
    case "b":
      return word === "1" || word.toLowerCase() === "true";
    case "e":
      return errorOf(word);
    case "d": {
      const serial = serialOfDate(word, context.from1904);
      if (serial === undefined) throw damagedPart(part.name, "a date that cannot be read");
      return serial;
    }
    default:
      throw damagedPart(part.name, "a cell of an unknown type");
  }
}

function inlineText(part: XmlPart, { start, end }: RawElement): string {
  const element = { name: part.name, xml: part.xml.slice(start, end) };
  const collector = new TextCollector(element);
  for (const tag of scanTags(element)) collector.take(tag);
  return collector.finish();
}

function numberOf(part: XmlPart, word: string): number {
  // Written so that no digit can be read in two ways: a long row of them would otherwise be tried anew at each.
  const value = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(word) ? Number(word) : NaN;
  if (!Number.isFinite(value)) throw damagedPart(part.name, "a number that cannot be read");
  return value;
}

function sharedText(part: XmlPart, word: string, { sharedTexts }: ValueContext): string {
  const text = /^\d+$/.test(word) ? sharedTexts[Number(word)] : undefined;
  if (text === undefined) throw damagedPart(part.name, "a cell whose text is missing");
  return text;
}

function errorOf(word: string): BookValue {
  const error = { error: word };
  // Newer errors than those of the cell dialect, such as #FIELD!, count as wrong values.
  return isCellError(error) ? error : { error: "#VALUE!" };
}

/** The longest text that a cell of Excel holds. */
const longestText = 32_767;
/** Excel itself stores the newer errors as #VALUE! with a note elsewhere; their own words make it repair the file. */
const storedErrors: ReadonlySet<string> = new Set(
  cellErrorCodes.filter((code) => code !== "#SPILL!" && code !== "#CALC!"),
);

/** A value as a file can hold it: no words on errors, no number that is not finite, no text longer than Excel's. */
export function storable(value: BookValue): BookValue {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : { error: "#NUM!" };
  if (typeof value === "string") return value.length > longestText ? { error: "#VALUE!" } : value;
  if (typeof value === "boolean") return value;
  return { error: storedErrors.has(value.error) ? value.error : "#VALUE!" };
}

/** Tells whether two storable values are the same. */
export function isSameValue(one: BookValue, other: BookValue | undefined): boolean {
  if (typeof one === "object") return typeof other === "object" && one.error === other.error;
  return one === other;
}
