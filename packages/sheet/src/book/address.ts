/** The last row and column of a sheet in Excel. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384 } as const;

/** A cell's place, both from 1. */
export interface Place {
  /** Its row. */
  readonly row: number;
  /** Its column. */
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface Area {
  /** The corner at the upper left. */
  readonly first: Place;
  /** The corner at the lower right. */
  readonly last: Place;
}

/** The letters of a column: 28 is `AB`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of its letters: `AB` is 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** A place as people write it, such as `B2`. */
export function toAddress({ row, column }: Place): string {
  return `${columnLetters(column)}${row}`;
}

/** A rectangle as people write it, such as `B2:C9`; one cell as `B2`. */
export function toReference({ first, last }: Area): string {
  const corners = [toAddress(first), toAddress(last)];
  return corners[0] === corners[1] ? toAddress(first) : corners.join(":");
}

/** The place of an address, with or without dollar signs; `undefined` where it is none or beyond the sheet. */
export function parseAddress(text: string): Place | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const place = { row: Number(digits), column: columnNumber(letters) };
  return isOnSheet(place) ? place : undefined;
}

/** The rectangle of a reference such as `B2:C9` or `B2`; `undefined` where it is none or beyond the sheet. */
export function parseReference(text: string): Area | undefined {
  const corners = text.split(":");
  const first = parseAddress(corners[0] ?? "");
  const last = corners.length === 2 ? parseAddress(corners[1] ?? "") : first;
  if (first === undefined || last === undefined || corners.length > 2) return undefined;
  return last.row < first.row || last.column < first.column ? undefined : { first, last };
}

/** Tells whether a place is on a sheet of Excel's size. */
export function isOnSheet({ row, column }: Place): boolean {
  return row >= 1 && row <= sheetLimits.rows && column >= 1 && column <= sheetLimits.columns;
}

/** Tells whether a rectangle is a single cell. */
export function isSingle({ first, last }: Area): boolean {
  return first.row === last.row && first.column === last.column;
}
