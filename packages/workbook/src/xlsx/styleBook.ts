import { type BookParts } from "./bookParts.ts";
import { builtinFormats } from "./builtinFormats.ts";
import { type CellLook } from "./cellLook.ts";
import { addRelated } from "./packageEdits.ts";
import { scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { withAttributes } from "./tagText.ts";
import { TextEdits } from "./textEdits.ts";
import { escapeAttribute } from "./xmlText.ts";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
/** The styles of a workbook that has none yet, as Excel expects them: one font, two fills, one border, one look. */
const freshStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';
/** Numbers below are for formats that need no text. */
const firstOwnFormat = 164;

interface Section {
  readonly opened: Tag;
  readonly contentEnd: number;
  readonly end: number;
  readonly elements: string[];
}

/** Adds looks to the styles of a workbook; those that are there stay as they are. */
export class StyleBook {
  readonly #book: BookParts;
  readonly #part: XmlPart;
  readonly #prefix: string;
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #added = new Map<string, string[]>();
  readonly #known = new Map<string, number>();
  readonly #formats = new Map<string, number>();

  constructor(book: BookParts) {
    this.#book = book;
    this.#part = stylesOf(book);
    this.#prefix = /<([^\s:/<>!?]+:)?styleSheet[\s>]/.exec(this.#part.xml)?.[1] ?? "";
    this.#sections = sectionsOf(this.#part);
    for (const [id, code] of Object.entries(builtinFormats)) this.#formats.set(code, Number(id));
    this.#formats.set("", 0);
    for (const element of this.#sections.get("numFmts")?.elements ?? []) {
      const id = /\snumFmtId\s*=\s*["'](\d+)["']/.exec(element)?.[1];
      const code = /\sformatCode\s*=\s*["']([^"']*)["']/.exec(element)?.[1];
      if (id !== undefined && code !== undefined) this.#formats.set(code, Number(id));
    }
  }

  /** The number of a look that differs from another by its number format alone. */
  formatted(look: number, format: string): number {
    const elements = this.#sections.get("cellXfs")?.elements ?? [];
    const base = elements[look] ?? elements[0] ?? `<${this.#prefix}xf/>`;
    const tag = /^<[^>]*>/.exec(base)?.[0] ?? base;
    const changed = withAttributes(
      tag,
      { numFmtId: String(this.#formatId(format)), applyNumberFormat: "1" },
      this.#part.name,
    );
    return this.#add("cellXfs", changed + base.slice(tag.length));
  }

  /** The number of a look, made where there is none. */
  look(look: CellLook): number {
    const p = this.#prefix;
    const color = (name: string, value: string): string =>
      `<${p}${name} rgb="FF${value.slice(1).toUpperCase()}"/>`;
    const font =
      `<${p}font>${look.bold === true ? `<${p}b/>` : ""}${look.italic === true ? `<${p}i/>` : ""}` +
      `<${p}sz val="${look.size ?? 11}"/>${look.color === undefined ? "" : color("color", look.color)}` +
      `<${p}name val="Calibri"/></${p}font>`;
    const fill =
      look.fill === undefined
        ? 0
        : this.#add(
            "fills",
            `<${p}fill><${p}patternFill patternType="solid">${color("fgColor", look.fill)}</${p}patternFill></${p}fill>`,
          );
    const { horizontal, vertical, wrap } = look;
    const alignment = Object.entries({ horizontal, vertical, wrapText: wrap === true ? "1" : undefined })
      .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
      .join("");
    return this.#add(
      "cellXfs",
      `<${p}xf numFmtId="${this.#formatId(look.format ?? "")}" fontId="${this.#add("fonts", font)}" fillId="${fill}" ` +
        `borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"` +
        (alignment === "" ? "/>" : ` applyAlignment="1"><${p}alignment${alignment}/></${p}xf>`),
    );
  }

  /** Writes what was added. */
  write(): void {
    if (this.#added.size === 0) return;
    const edits = new TextEdits();
    for (const [name, elements] of this.#added) this.#append(edits, name, elements);
    this.#book.write(this.#part.name, edits.apply(this.#part.xml));
  }

  #formatId(format: string): number {
    const code = escapeAttribute(/^general$/i.test(format) ? "" : format);
    const known = this.#formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(firstOwnFormat - 1, ...this.#formats.values()) + 1;
    this.#formats.set(code, id);
    this.#add("numFmts", `<${this.#prefix}numFmt numFmtId="${id}" formatCode="${code}"/>`);
    return id;
  }

  /** Adds an element to a section and gives its number; the same element is added once. */
  #add(section: string, element: string): number {
    const key = `${section} ${element}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const added = this.#added.get(section) ?? [];
    const number = (this.#sections.get(section)?.elements.length ?? 0) + added.length;
    this.#added.set(section, [...added, element]);
    this.#known.set(key, number);
    return number;
  }

  #append(edits: TextEdits, name: string, elements: readonly string[]): void {
    const section = this.#sections.get(name);
    const tagName = this.#prefix + name;
    if (section === undefined) {
      // Number formats come first of all sections; the others are in every file.
      const first = Math.min(...Array.from(this.#sections.values(), ({ opened }) => opened.start));
      edits.insert(first, `<${tagName} count="${elements.length}">${elements.join("")}</${tagName}>`);
      return;
    }
    const { start, end } = section.opened;
    const count = String(section.elements.length + elements.length);
    if (section.opened.kind === "empty") {
      edits.replace(start, end, `<${tagName} count="${count}">${elements.join("")}</${tagName}>`);
      return;
    }
    edits.replace(start, end, withAttributes(this.#part.xml.slice(start, end), { count }, this.#part.name));
    edits.insert(section.contentEnd, elements.join(""));
  }
}

function stylesOf(book: BookParts): XmlPart {
  const part = book.related("styles");
  if (part !== undefined) return part;
  let name = "xl/styles.xml";
  for (let number = 2; book.find(name) !== undefined; number += 1) name = `xl/styles${number}.xml`;
  addRelated(book, { name, xml: freshStyles, contentType, type: "styles" });
  return { name, xml: freshStyles };
}

/** The sections of the styles with their elements as text. */
function sectionsOf(part: XmlPart): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  let [section, element]: (Tag | undefined)[] = [];
  let elements: string[] = [];
  for (const tag of scanTags(part)) {
    if (tag.depth === 2 && tag.kind !== "close") [section, elements] = [tag, []];
    if (tag.depth === 3 && tag.kind !== "close") element = tag;
    if (tag.depth === 3 && tag.kind !== "open" && element !== undefined) {
      elements.push(part.xml.slice(element.start, tag.end));
    }
    if (tag.depth === 2 && tag.kind !== "open" && section !== undefined) {
      const contentEnd = tag.kind === "close" ? tag.start : tag.end;
      sections.set(section.name, { opened: section, contentEnd, end: tag.end, elements });
    }
  }
  return sections;
}
