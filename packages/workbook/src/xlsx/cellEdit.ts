import { type BookCell, type BookValue } from "@tallykit/sheet/book";
import { storable } from "./cellValue.ts";
import { encodeFormula } from "./encodeFormula.ts";
import { escapeXml, toCellText } from "./xmlText.ts";

/** What a cell holds from now on. */
export interface CellEdit {
  /** The value or formula; `null` where the cell is blank. */
  readonly cell: BookCell | null;
  /** Its number format, where that is another one from now on; an empty text is the general one. */
  readonly format?: string;
  /** Whether its formula would fill a range but for what stands in the way. */
  readonly isBlocked?: true;
}

/** The edits of a sheet by address. */
export type SheetEdits = ReadonlyMap<string, CellEdit>;

/** The content of a cell and the type that goes with it, as XML with the prefix of the sheet's elements. */
export interface CellContent {
  /** The `t` attribute; none for numbers, formulas and blanks. */
  readonly type: string | undefined;
  /** What stands between the tags. */
  readonly xml: string;
}

/** Where a cell's content is to stand. */
export interface ContentPlace {
  /** The cell's address. */
  readonly address: string;
  /** The prefix of the sheet's elements, with a colon, or nothing. */
  readonly prefix: string;
  /** The workbook's own names in lower case. */
  readonly namesOfBook: ReadonlySet<string>;
}

/** A cell's content as a file holds it; a formula comes without a value, which is put in when it is calculated. */
export function cellContent(
  { cell, isBlocked }: CellEdit,
  { address, prefix, namesOfBook }: ContentPlace,
): CellContent {
  if (cell === null) return { type: undefined, xml: "" };
  if (!("formula" in cell)) return valueContent(storable(cell.value), prefix);
  const stored = encodeFormula(cell.formula, namesOfBook);
  // Text says what was typed; a formula that no reader takes for one would make Excel repair the file.
  if (stored === undefined) return valueContent(`=${cell.formula}`, prefix);
  const array = isBlocked === true ? ` t="array" ref="${address}"` : "";
  return { type: undefined, xml: `<${prefix}f${array}>${escapeXml(stored)}</${prefix}f>` };
}

function valueContent(value: BookValue, prefix: string): CellContent {
  if (typeof value === "number") return { type: undefined, xml: `<${prefix}v>${value}</${prefix}v>` };
  if (typeof value === "boolean") return { type: "b", xml: `<${prefix}v>${Number(value)}</${prefix}v>` };
  if (typeof value === "object") return { type: "e", xml: `<${prefix}v>${value.error}</${prefix}v>` };
  const space = /^\s|\s$|\s\s|[\n\t]/.test(value) ? ' xml:space="preserve"' : "";
  return {
    type: "inlineStr",
    xml: `<${prefix}is><${prefix}t${space}>${toCellText(value)}</${prefix}t></${prefix}is>`,
  };
}
