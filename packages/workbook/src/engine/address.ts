import { parseAddress, sheetLimits } from "@tallykit/sheet/book";

/** The last row of a sheet, counted from 0. */
export const lastRow: number = sheetLimits.rows - 1;
/** The last column of a sheet, counted from 0. */
export const lastColumn: number = sheetLimits.columns - 1;

/** Where a cell is, counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, counted from 0, its last row and column included. */
export interface Rectangle {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** The position of an address such as `B2`; nothing where it is none. */
export function positionOf(address: string): Position | undefined {
  const place = parseAddress(address);
  return place && { row: place.row - 1, column: place.column - 1 };
}

/** A number for a position, for sets and maps. */
export function keyOf({ row, column }: Position): number {
  return row * (lastColumn + 1) + column;
}

/** Tells whether two rectangles share a cell. */
export function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.startRow <= other.endRow &&
    other.startRow <= one.endRow &&
    one.startColumn <= other.endColumn &&
    other.startColumn <= one.endColumn
  );
}
