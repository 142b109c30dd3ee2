import { isCellError, type CellError } from "@tallykit/sheet";
import type { BookValue } from "@tallykit/sheet/book";
import { CellValueType, type ICellData } from "@univerjs/core";

/** A value as a cell of the grid holds it. */
export function toGridCell(value: BookValue): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: CellValueType.STRING };
}

/** The value that a cell of the grid holds; nothing where it is blank. */
export function fromGridCell({ p, v, t }: ICellData): BookValue | undefined {
  const rich = p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (rich !== undefined && rich !== "") return textOrError(rich);
  if (v === null || v === undefined || v === "") return undefined;
  if (t === CellValueType.BOOLEAN || typeof v === "boolean") return v === true || Number(v) === 1;
  const isText = t === CellValueType.STRING || t === CellValueType.FORCE_STRING;
  const number = isText ? NaN : Number(v);
  return Number.isFinite(number) ? number : textOrError(String(v));
}

/** An error may be typed, as in Excel. */
function textOrError(text: string): string | CellError {
  const error = { error: text.toUpperCase() };
  return text.startsWith("#") && isCellError(error) ? error : text;
}
