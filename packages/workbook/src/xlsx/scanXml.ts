import { damagedPart } from "./workbookFileError.ts";
import { unescapeXml } from "./xmlText.ts";

/** An XML part as text. */
export interface XmlPart {
  /** Its name, for messages. */
  readonly name: string;
  /** Its text. */
  readonly xml: string;
}

/** One tag of a part, by its place in the text. */
export interface Tag {
  /** Whether it opens an element, closes one, or is one without contents. */
  readonly kind: "open" | "close" | "empty";
  /** The element's name without its prefix. */
  readonly name: string;
  /** The prefix with its colon, or nothing. */
  readonly prefix: string;
  /** How deep the element lies; the outermost is 1. */
  readonly depth: number;
  /** Where the tag starts. */
  readonly start: number;
  /** Where the text after it starts. */
  readonly end: number;
}

const deepest = 256;
const [doubleQuote, singleQuote, greaterThan, slash] = [34, 39, 62, 47];

/**
 * The tags of an XML part from first to last, with a check that they close in order.
 *
 * A scan of our own, because it gives the place of each tag: a part is changed only there, and stays as it is elsewhere.
 */
export function* scanTags({ name: part, xml }: XmlPart): Generator<Tag> {
  const open: string[] = [];
  let elements = 0;
  for (let start = xml.indexOf("<"); start !== -1;) {
    const skipped = afterNoTag(part, xml, start);
    if (skipped !== undefined) {
      start = xml.indexOf("<", skipped);
      continue;
    }
    const end = afterTag(part, xml, start);
    const tag = readTag(part, xml, { start, end, depth: open.length });
    if (tag.kind === "close") {
      if (open.pop() !== tag.prefix + tag.name) throw damagedPart(part, "XML that does not close in order");
    } else {
      elements += 1;
      if (open.length === 0 && elements > 1) throw damagedPart(part, "more than one outermost element");
      if (open.length >= deepest) throw damagedPart(part, "XML nested too deep");
      if (tag.kind === "open") open.push(tag.prefix + tag.name);
    }
    yield tag;
    start = xml.indexOf("<", end);
  }
  if (elements === 0 || open.length > 0) throw damagedPart(part, "XML that is cut short");
}

/** Where a comment, a text section or an instruction ends that starts here; `undefined` where a tag does. */
function afterNoTag(part: string, xml: string, start: number): number | undefined {
  const next = xml[start + 1];
  if (next !== "!" && next !== "?") return undefined;
  const close = next === "?" ? "?>" : xml.startsWith("<!--", start) ? "-->" : "]]>";
  if (close === "]]>" && !xml.startsWith("<![CDATA[", start)) {
    throw damagedPart(part, "an XML declaration that workbooks do not use");
  }
  const end = xml.indexOf(close, start + 2);
  if (end === -1) throw damagedPart(part, "XML that is cut short");
  return end + close.length;
}

/** Where a tag ends; a greater-than sign within quotes is part of an attribute. */
function afterTag(part: string, xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === greaterThan) {
      return at + 1;
    } else if (code === doubleQuote || code === singleQuote) {
      quote = code;
    }
  }
  throw damagedPart(part, "XML that is cut short");
}

const tagName = /(?:([\p{L}_][\p{L}\p{N}_.-]*:))?([\p{L}_][\p{L}\p{N}_.-]*)(?=[\s/>])/uy;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

function readTag(part: string, xml: string, { start, end, depth }: Found): Tag {
  const closes = xml.charCodeAt(start + 1) === slash;
  tagName.lastIndex = closes ? start + 2 : start + 1;
  const [, prefix = "", name] = tagName.exec(xml) ?? [];
  if (name === undefined) throw damagedPart(part, "XML that cannot be read");
  if (closes) return { kind: "close", name, prefix, depth, start, end };
  const kind = xml.charCodeAt(end - 2) === slash ? "empty" : "open";
  return { kind, name, prefix, depth: depth + 1, start, end };
}

/** An attribute by its place in the text of its tag. */
export interface Attribute {
  /** Its name with its prefix. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
  /** Where it starts, with the space before it. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

const attributePattern = /\s+([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const afterAttributes = /\s*\/?>$/y;

/** The attributes of a tag, given as its text. */
export function attributesOf(tagText: string, part: string): readonly Attribute[] {
  const attributes: Attribute[] = [];
  let at = tagText.search(/[\s/>]/);
  for (;;) {
    // One after the other, so that a tag of a million spaces costs a million steps and not their square.
    attributePattern.lastIndex = at;
    const match = attributePattern.exec(tagText);
    if (match === null) break;
    const [, name = "", double, single = ""] = match;
    const end = at + match[0].length;
    attributes.push({ name, value: unescapeXml(double ?? single, part), start: at, end });
    at = end;
  }
  afterAttributes.lastIndex = at;
  if (!afterAttributes.test(tagText)) throw damagedPart(part, "XML that cannot be read");
  return attributes;
}

/** The value of one attribute of a tag, by its name without prefix where `name` has none. */
export function attributeOf({ name: part, xml }: XmlPart, tag: Tag, name: string): string | undefined {
  return attributesOf(xml.slice(tag.start, tag.end), part).find((attribute) => attribute.name === name)
    ?.value;
}

/** The text between two places that no element interrupts, with text sections resolved and comments left out. */
export function textBetween({ name: part, xml }: XmlPart, from: number, to: number): string {
  const text = xml.slice(from, to);
  if (!text.includes("<")) return unescapeXml(text, part);
  let result = "";
  let at = 0;
  for (const match of text.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^>]*>/g)) {
    result += unescapeXml(text.slice(at, match.index), part) + (match[1] ?? "").replace(/\r\n?/g, "\n");
    at = match.index + match[0].length;
  }
  return result + unescapeXml(text.slice(at), part);
}
