import { dateOfSerial } from "@tallykit/core";
import { isCellError, type Result, type ResultCell } from "@tallykit/sheet";

/** How many digits of a number a cell shows. */
const shownDigits = 10;

/** What a cell shows of a value. */
export function shownCell(cell: ResultCell): string {
  if (isCellError(cell)) return cell.error;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(Number(cell.toPrecision(shownDigits))) : cell;
}

/** The day of a serial number as a date, such as 2026-11-22; as it is where it is no day. */
export function shownDay(serial: number): string {
  try {
    return dateOfSerial(serial);
  } catch {
    return String(serial);
  }
}

/** A result as rows, be it one cell or many. */
export function rowsOf(result: Result): readonly (readonly ResultCell[])[] {
  return isRows(result) ? result : [[result]];
}

/** Whether a result has several cells. */
export function isRows(result: Result): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}
