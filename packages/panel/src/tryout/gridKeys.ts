import { type Area, type Place, toReference } from "@tallykit/sheet/book";

/** A selection: the cell it began at, and the one it reaches to. */
export interface GridSelection {
  /** Where it began; this cell takes what is typed. */
  readonly anchor: Place;
  /** Where it reaches to. */
  readonly focus: Place;
}

/** A key that was pressed. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** How many rows a page is. */
const page = 10;

/** Where a key moves the selection in a grid of so many rows and columns; `undefined` where it moves nothing. */
export function movedSelection(
  { anchor, focus }: GridSelection,
  { key, shiftKey, ctrlKey }: PressedKey,
  size: { readonly rows: number; readonly columns: number },
): GridSelection | undefined {
  const { row, column } = focus;
  const to: Place | undefined = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: ctrlKey ? 1 : row, column: 1 },
    End: { row: ctrlKey ? size.rows : row, column: size.columns },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
  }[key];
  if (to === undefined) return undefined;
  const inside = {
    row: Math.min(size.rows, Math.max(1, to.row)),
    column: Math.min(size.columns, Math.max(1, to.column)),
  };
  return shiftKey ? { anchor, focus: inside } : { anchor: inside, focus: inside };
}

/** The rectangle that a selection covers. */
export function areaOfSelection({ anchor, focus }: GridSelection): Area {
  return {
    first: { row: Math.min(anchor.row, focus.row), column: Math.min(anchor.column, focus.column) },
    last: { row: Math.max(anchor.row, focus.row), column: Math.max(anchor.column, focus.column) },
  };
}

/** The selection as it was made here, unless something else was selected since. */
export function selectionOf(chosen: GridSelection | undefined, area: Area): GridSelection {
  const isSame = chosen !== undefined && toReference(areaOfSelection(chosen)) === toReference(area);
  return isSame ? chosen : { anchor: area.first, focus: area.last };
}

/** One step from a cell, from where a key that ends typing goes on. */
export function stepFrom(
  place: Place,
  key: "Enter" | "Tab",
  size: { readonly rows: number; readonly columns: number },
): GridSelection {
  const row = key === "Enter" ? Math.min(size.rows, place.row + 1) : place.row;
  const column = key === "Tab" ? Math.min(size.columns, place.column + 1) : place.column;
  return { anchor: { row, column }, focus: { row, column } };
}
