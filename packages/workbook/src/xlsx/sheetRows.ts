import { parseAddress, parseReference, type Place, sheetLimits, toAddress } from "@tallykit/sheet/book";
import { attributeOf, attributesOf, scanTags, type Tag, type XmlPart } from "./scanXml.ts";
import { damagedPart, WorkbookFileError } from "./workbookFileError.ts";

/** An element by its place in the text of its part. */
export interface RawElement {
  /** Where its opening tag starts. */
  readonly start: number;
  /** Where its contents start. */
  readonly contentStart: number;
  /** Where its contents end. */
  readonly contentEnd: number;
  /** Where it ends. */
  readonly end: number;
}

/** A cell as it stands in the XML. */
export interface RawCell extends RawElement, Place {
  /** The type of its value: its `t` attribute, or `n`. */
  readonly type: string;
  /** Its `cm` attribute, which marks formulas that spill. */
  readonly mark: string | undefined;
  /** Its formula element. */
  readonly formula: RawElement | undefined;
  /** Its value element. */
  readonly value: RawElement | undefined;
  /** Its element of text kept in the cell itself. */
  readonly inline: RawElement | undefined;
}

/** A row as it stands in the XML. */
export interface RawRow extends RawElement {
  /** Its number. */
  readonly row: number;
  /** The prefix of its element, with a colon, or nothing. */
  readonly prefix: string;
  /** Its cells, from left to right. */
  readonly cells: readonly RawCell[];
}

/** How deep the elements of a sheet lie. */
const depths = { worksheet: 1, sheetData: 2, row: 3, cell: 4, inCell: 5 } as const;
/** A sheet may declare this many cells without holding any in the last row or column. */
const declaredLimit = 1_000_000;

/** The rows of a sheet, in order, each with its cells; one row is held at a time. */
export function* sheetRows(part: XmlPart): Generator<RawRow> {
  const reader = new RowReader(part);
  let inData = false;
  for (const tag of scanTags(part)) {
    if (tag.depth === depths.sheetData) {
      inData = tag.name === "sheetData" && tag.kind === "open";
      if (tag.name === "dimension" && tag.kind !== "close") reader.declare(tag);
    } else if (inData) {
      const row = reader.take(tag);
      if (row !== undefined) yield row;
    } else if (tag.depth === depths.worksheet && tag.kind !== "close" && tag.name !== "worksheet") {
      throw damagedPart(part.name, "something other than a sheet");
    }
  }
  reader.checkDeclared();
}

/** Takes the tags of a sheet's data one by one and puts rows together. */
class RowReader {
  readonly #part: XmlPart;
  #declared: Place | undefined;
  #widest = 0;
  #row = 0;
  #rowTag: Tag | undefined;
  #cells: RawCell[] = [];
  #cellTag: Tag | undefined;
  #formula: RawElement | undefined;
  #value: RawElement | undefined;
  #inline: RawElement | undefined;
  #childTag: Tag | undefined;

  constructor(part: XmlPart) {
    this.#part = part;
  }

  /** Notes what the sheet says of its own size, which readers that make room for it fall for. */
  declare(tag: Tag): void {
    const reference = attributeOf(this.#part, tag, "ref") ?? "";
    const area = parseReference(reference);
    if (area === undefined) throw damagedPart(this.#part.name, "a size that no sheet has");
    const { first, last } = area;
    const cells = (last.row - first.row + 1) * (last.column - first.column + 1);
    if (cells > declaredLimit) this.#declared = last;
  }

  /** Refuses a large size that the cells do not come to; an honest one ends at the last row and column. */
  checkDeclared(): void {
    const declared = this.#declared;
    if (declared === undefined || (declared.row <= this.#row && declared.column <= this.#widest)) return;
    throw new WorkbookFileError(
      `a sheet declares cells up to ${toAddress(declared)} but holds none there, which is refused`,
    );
  }

  /** Takes a tag; gives the row that it ends, if it ends one. */
  take(tag: Tag): RawRow | undefined {
    if (tag.depth === depths.row && tag.name === "row") return this.#takeRow(tag);
    if (this.#rowTag === undefined) return undefined;
    if (tag.depth === depths.cell && tag.name === "c") this.#takeCell(tag);
    else if (tag.depth === depths.inCell && this.#cellTag !== undefined) this.#takeChild(tag);
    return undefined;
  }

  #takeRow(tag: Tag): RawRow | undefined {
    if (tag.kind !== "close") {
      const row = Number(attributeOf(this.#part, tag, "r") ?? this.#row + 1);
      if (!Number.isInteger(row) || row <= this.#row || row > sheetLimits.rows) {
        throw damagedPart(this.#part.name, "rows out of order or beyond the last row of Excel");
      }
      [this.#row, this.#rowTag, this.#cells] = [row, tag, []];
    }
    const opened = this.#rowTag;
    if (tag.kind === "open" || opened === undefined) return undefined;
    this.#rowTag = undefined;
    return { ...elementOf(opened, tag), row: this.#row, prefix: opened.prefix, cells: this.#cells };
  }

  #takeCell(tag: Tag): void {
    if (tag.kind !== "close") {
      this.#cellTag = tag;
      this.#formula = this.#value = this.#inline = undefined;
    }
    const opened = this.#cellTag;
    if (tag.kind === "open" || opened === undefined) return;
    this.#cellTag = undefined;
    let address: string | undefined;
    let type = "n";
    let mark: string | undefined;
    for (const { name, value } of attributesOf(
      this.#part.xml.slice(opened.start, opened.end),
      this.#part.name,
    )) {
      if (name === "r") address = value;
      else if (name === "t") type = value;
      else if (name === "cm") mark = value;
    }
    // Every cell is made with the same fields in the same order, which a million of them are the faster for.
    this.#cells.push({
      start: opened.start,
      contentStart: opened.end,
      contentEnd: opened === tag ? opened.end : tag.start,
      end: tag.end,
      row: this.#row,
      column: this.#columnOf(address),
      type,
      mark,
      formula: this.#formula,
      value: this.#value,
      inline: this.#inline,
    });
  }

  #columnOf(address: string | undefined): number {
    const before = this.#cells.at(-1)?.column ?? 0;
    const place = address === undefined ? { row: this.#row, column: before + 1 } : parseAddress(address);
    if (place === undefined || place.column > sheetLimits.columns) {
      throw damagedPart(this.#part.name, "a cell beyond the last of Excel");
    }
    if (place.row !== this.#row || place.column <= before) {
      throw damagedPart(this.#part.name, "cells out of order");
    }
    this.#widest = Math.max(this.#widest, place.column);
    return place.column;
  }

  #takeChild(tag: Tag): void {
    if (tag.kind !== "close") this.#childTag = tag;
    const opened = this.#childTag;
    if (tag.kind === "open" || opened === undefined) return;
    if (tag.name === "f") this.#formula = this.#only(this.#formula, elementOf(opened, tag));
    else if (tag.name === "v") this.#value = this.#only(this.#value, elementOf(opened, tag));
    else if (tag.name === "is") this.#inline = this.#only(this.#inline, elementOf(opened, tag));
  }

  #only(before: RawElement | undefined, element: RawElement): RawElement {
    if (before !== undefined) throw damagedPart(this.#part.name, "a cell with two values");
    return element;
  }
}

function elementOf(opened: Tag, closed: Tag): RawElement {
  const contentEnd = opened === closed ? opened.end : closed.start;
  return { start: opened.start, contentStart: opened.end, contentEnd, end: closed.end };
}
