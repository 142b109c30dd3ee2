import { type Area, parseReference } from "@tallykit/sheet/book";

import type { RangeReference } from "../host/sheetHost.ts";

const plainName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/** Names that Excel would take for a cell, for its other way to write references, or for a value. */
const cellLikeName = /^(?:[A-Z]{1,3}[0-9]+|R[0-9]*C?[0-9]*|C[0-9]*|TRUE|FALSE)$/i;

/**
 * A reference as a formula writes it on a sheet: with its own sheet where that is another one.
 *
 * @example
 * referenceText({ sheet: "East, west", address: "B2" }, "Sheet1") //=> "'East, west'!B2"
 */
export function referenceText({ sheet, address }: RangeReference, current?: string): string {
  if (sheet === undefined || sheet === current) return address;
  const needsQuotes = !plainName.test(sheet) || cellLikeName.test(sheet);
  return `${needsQuotes ? `'${sheet.replaceAll("'", "''")}'` : sheet}!${address}`;
}

/** Tells whether two ranges share a cell. */
export function overlap(one: RangeReference, other: RangeReference): boolean {
  const [first, second] = [parseReference(one.address), parseReference(other.address)];
  return (
    first !== undefined && second !== undefined && one.sheet === other.sheet && shareCells(first, second)
  );
}

/** Tells whether two rectangles share a cell. */
export function shareCells(one: Area, other: Area): boolean {
  return (
    one.first.row <= other.last.row &&
    other.first.row <= one.last.row &&
    one.first.column <= other.last.column &&
    other.first.column <= one.last.column
  );
}
