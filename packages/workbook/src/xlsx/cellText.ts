import { type BookValue } from "@tallykit/sheet/book";
import { isSameValue, readCellValue, storable, type ValueContext } from "./cellValue.ts";
import { type RawCell } from "./sheetRows.ts";
import { type XmlPart } from "./scanXml.ts";
import { asOpen, type AttributeChanges, withAttributes } from "./tagText.ts";
import { TextEdits } from "./textEdits.ts";
import { toCellText } from "./xmlText.ts";

/** What becomes of a cell; what is left out stays as it is. */
export interface CellChange {
  /** The value it shows from now on; `null` for none. */
  readonly value?: BookValue | null;
  /** The text of its formula element; empty to take it away. */
  readonly formula?: string;
  /** Attributes other than those that follow from the value. */
  readonly attributes?: AttributeChanges;
}

/** A cell that was not there, with a value; `prefix` is that of the sheet's elements. */
export function newCellText(address: string, value: BookValue, prefix: string): string {
  const stored = storable(value);
  const type = typeOf(stored);
  const typeText = type === "n" ? "" : ` t="${type}"`;
  return `<${prefix}c r="${address}"${typeText}>${valueElement(stored, prefix)}</${prefix}c>`;
}

/** A cell's text with a change made; a value it already shows is left as it is written. */
export function changedCellText(
  part: XmlPart,
  cell: RawCell,
  change: CellChange,
  context: ValueContext,
): string {
  const tagText = part.xml.slice(cell.start, cell.contentStart);
  const prefix = /^<([^\s:/>]+:)?/.exec(tagText)?.[1] ?? "";
  const attributes: Record<string, string | undefined> = { ...change.attributes };
  const edits = new TextEdits();
  if (change.formula !== undefined && cell.formula !== undefined) {
    edits.replace(cell.formula.start, cell.formula.end, change.formula);
  }
  const stored = newValue(part, cell, change, context);
  let element = "";
  if (stored !== undefined) {
    const type = stored === null ? undefined : typeOf(stored);
    // A number needs no type, but where it says so it may go on.
    if (type !== cell.type) attributes["t"] = type === "n" ? undefined : type;
    // A note on the former value, such as which kind of #VALUE! it was, says nothing of the new one.
    attributes["vm"] = undefined;
    element = stored === null ? "" : valueElement(stored, prefix);
    const { value, inline } = cell;
    if (value !== undefined) edits.replace(value.start, value.end, element);
    else edits.insert(cell.formula?.end ?? cell.contentStart, element);
    if (inline !== undefined) edits.replace(inline.start, inline.end, "");
  }
  const changedTag = withAttributes(tagText, attributes, part.name);
  if (cell.contentStart < cell.end) return changedTag + edits.apply(part.xml, cell.contentStart, cell.end);
  return element === "" ? changedTag : `${asOpen(changedTag)}${element}</${prefix}c>`;
}

/** The value to write; `null` to take it away, `undefined` where the cell shows the wanted one already. */
function newValue(
  part: XmlPart,
  cell: RawCell,
  { value }: CellChange,
  context: ValueContext,
): BookValue | null | undefined {
  if (value === undefined) return undefined;
  if (value === null) return cell.value === undefined && cell.inline === undefined ? undefined : null;
  const stored = storable(value);
  return isSameValue(stored, readCellValue(part, cell, context)) ? undefined : stored;
}

type ValueType = "n" | "str" | "b" | "e";

function typeOf(value: BookValue): ValueType {
  if (typeof value === "number") return "n";
  // Always text, also where it starts with an equals sign: it never was a formula.
  if (typeof value === "string") return "str";
  return typeof value === "boolean" ? "b" : "e";
}

function valueElement(value: BookValue, prefix: string): string {
  const text =
    typeof value === "object"
      ? value.error
      : typeof value === "boolean"
        ? String(Number(value))
        : toCellText(String(value));
  // Readers may drop space at the ends, and fold it within, unless told to keep it.
  const space = /^\s|\s$|\s\s|[\n\t]/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}v${space}>${text}</${prefix}v>`;
}
