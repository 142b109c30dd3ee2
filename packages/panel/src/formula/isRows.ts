import type { Result, ResultCell } from "@tallykit/sheet";

/** Tells whether a result is rows of cells, which a spreadsheet spills. */
export function isRows(result: Result): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}
