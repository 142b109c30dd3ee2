import { type Count, exact, type Fraction, isCount } from "@tallykit/core";

import { type Cell, isCellError } from "./cell.ts";
import { PassedError, Refusal } from "./refusal.ts";

/** Where a cell stands, for the words of a refusal, and how its text is to be taken. */
export interface Place {
  /** The parameter's name. */
  readonly name: string;
  /** The row in the range, from 1; left out for a single cell, and in a range one cell high. */
  readonly row?: number;
  /** The column in the range, from 1; left out for a single cell, and in a range one cell wide. */
  readonly column?: number;
  /** Whether text may stand for a number: in a range handed over as `range&""`, where every cell is text. */
  readonly numbersAsText?: boolean;
}

const missingWords: ReadonlySet<string> = new Set(["", "-", "n/a", "缺"]);
const decimalText = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;
/** A cell shows, and other programs keep, fifteen significant digits. */
const cellDigits = 15;

/** Tells whether a cell holds nothing: blank, or one of the words for "missing". */
export function isMissing(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && missingWords.has(cell.trim().toLowerCase()));
}

/** Tells whether a cell holds nothing or 0, which is how Excel for Windows may hand over a blank. */
export function isBlankOrZero(cell: Cell): boolean {
  return cell === 0 || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Reads a number as the decimal its cell shows: a safe integer as it is, any other number to fifteen digits. */
export function readNumber(cell: Cell, place: Place): Fraction {
  if (typeof cell === "number") return readCellNumber(cell, place);
  if (isCellError(cell)) throw new PassedError(cell);
  if (isMissing(cell))
    throw new Refusal("#N/A", `a number in ${whereIs(place)}; the cell is ${missingText(cell)}`);
  if (typeof cell === "string" && place.numbersAsText === true && decimalText.test(cell.trim())) {
    return readCellNumber(Number(cell.trim()), place);
  }
  throw new Refusal("#VALUE!", `a number in ${whereIs(place)}; found ${describe(cell)}`);
}

function readCellNumber(value: number, place: Place): Fraction {
  if (!Number.isFinite(value)) throw new Refusal("#NUM!", `a finite number in ${whereIs(place)}`);
  return exact(Number.isSafeInteger(value) ? value : value.toPrecision(cellDigits));
}

/** Reads a number that may be missing, and may be no count: the calculator judges it. */
export function readReported(cell: Cell, place: Place): number | undefined {
  return isMissing(cell) ? undefined : shownNumber(cell, readNumber(cell, place));
}

/** Reads a whole number from 0 to 2^53-1. */
export function readCount(cell: Cell, place: Place): Count {
  const given = shownNumber(cell, readNumber(cell, place));
  if (isCount(given)) return given;
  throw new Refusal("#NUM!", `a whole number from 0 to 2^53-1 in ${whereIs(place)}; found ${given}`);
}

/** The number that a cell shows; one beyond 2^53-1 as it is, so that it is not taken for a count with other digits. */
function shownNumber(cell: Cell, { numerator, denominator }: Fraction): number {
  return typeof cell === "number" && Number.isInteger(cell) ? cell : Number(numerator) / Number(denominator);
}

/** Reads an amount, of which no whole unit may get lost: a whole number beyond 2^53-1 is refused in words. */
export function readAmount(cell: Cell, place: Place): Fraction {
  const value = readNumber(cell, place);
  if (typeof cell !== "number" || !Number.isInteger(cell) || Number.isSafeInteger(cell)) return value;
  const requirement = `an amount within 9007199254740991 in ${whereIs(place)}, all that a cell holds exactly; found ${cell}`;
  throw new Refusal("#VALUE!", requirement);
}

/** Reads a key: text without the space around it, or a number as it prints; `undefined` where it is missing. */
export function readKey(cell: Cell, place: Place): string | undefined {
  if (isCellError(cell)) throw new PassedError(cell);
  if (isMissing(cell)) return undefined;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell !== "number") return String(cell).trim();
  if (!Number.isFinite(cell)) throw new Refusal("#NUM!", `a finite number in ${whereIs(place)}`);
  return String(Number.isSafeInteger(cell) ? cell : Number(cell.toPrecision(cellDigits)));
}

/** Says where a cell stands. */
export function whereIs({ name, row, column }: Place): string {
  const parts = [name];
  if (row !== undefined) parts.push(`row ${row}`);
  if (column !== undefined) parts.push(`column ${column}`);
  return parts.join(", ");
}

function missingText(cell: Cell): string {
  return typeof cell === "string" && cell.trim() !== "" ? `"${cell.trim()}", which means missing` : "blank";
}

/** Says what a cell holds, in words short enough for a message. */
export function describe(cell: Cell): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell !== "string") return "a value that is no cell";
  const text = cell.length > 30 ? `${cell.slice(0, 30)}…` : cell;
  return decimalText.test(cell.trim()) ? `the text "${text}", a number stored as text` : `the text "${text}"`;
}
