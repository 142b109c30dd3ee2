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
const longestMissingWord = Math.max(...Array.from(missingWords, (word) => word.length));
const decimalText = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;
/** A cell shows, and other programs keep, fifteen significant digits. */
const cellDigits = 15;

/** Tells whether a cell holds nothing: blank, or one of the words for "missing". */
export function isMissing(cell: Cell): boolean {
  if (typeof cell !== "string") return cell === null;
  const text = cell.trim();
  // Most names are longer: they need neither small letters nor a look into the set.
  return text.length <= longestMissingWord && missingWords.has(text.toLowerCase());
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
  const given = plainNumber(cell, place);
  if (given !== undefined) return readCellNumber(given, place);
  throw new Refusal("#VALUE!", `a number in ${whereIs(place)}; found ${describe(cell)}`);
}

function readCellNumber(value: number, place: Place): Fraction {
  if (!Number.isFinite(value)) throw new Refusal("#NUM!", `a finite number in ${whereIs(place)}`);
  return exact(Number.isSafeInteger(value) ? value : value.toPrecision(cellDigits));
}

/** Reads a number that may be missing, and may be no count: the calculator judges it. */
export function readReported(cell: Cell, place: Place): number | undefined {
  return isMissing(cell) ? undefined : readShownNumber(cell, place);
}

/** Reads a whole number from 0 to 2^53-1. */
export function readCount(cell: Cell, place: Place): Count {
  const given = readShownNumber(cell, place);
  if (isCount(given)) return given;
  throw new Refusal("#NUM!", `a whole number from 0 to 2^53-1 in ${whereIs(place)}; found ${given}`);
}

/** The number that a cell shows; one beyond 2^53-1 as it is, so that it is not taken for a count with other digits. */
function readShownNumber(cell: Cell, place: Place): number {
  // A whole number shows itself: no fraction is made of it.
  const given = plainNumber(cell, place);
  if (given !== undefined && Number.isInteger(given)) return given;
  const { numerator, denominator } = readNumber(cell, place);
  return Number(numerator) / Number(denominator);
}

/** The number in a cell, or in its text where text may stand for one, as the host gives it. */
function plainNumber(cell: Cell, { numbersAsText }: Place): number | undefined {
  if (typeof cell === "number") return cell;
  const isNumberText = typeof cell === "string" && numbersAsText === true && decimalText.test(cell.trim());
  return isNumberText ? Number(cell.trim()) : undefined;
}

/** Reads an amount, of which no whole unit may get lost: a whole number beyond 2^53-1 is refused in words. */
export function readAmount(cell: Cell, place: Place): Fraction {
  const value = readNumber(cell, place);
  const given = plainNumber(cell, place);
  if (given === undefined || !Number.isInteger(given) || Number.isSafeInteger(given)) return value;
  const requirement = `an amount within 9007199254740991 in ${whereIs(place)}, all that a cell holds exactly; found ${given}`;
  throw new Refusal("#VALUE!", requirement);
}

/** Reads a date as the serial number of its day, without the time of day; 0 or a missing cell is no date. */
export function readDateSerial(cell: Cell, place: Place): number | undefined {
  if (isMissing(cell)) return undefined;
  const serial = Math.floor(readShownNumber(cell, place));
  return serial === 0 ? undefined : serial;
}

/** Reads yes or no: TRUE and FALSE, 1 and 0, 是 and 否; `undefined` where it is missing. */
export function readFlag(cell: Cell, place: Place): boolean | undefined {
  if (isCellError(cell)) throw new PassedError(cell);
  if (isMissing(cell)) return undefined;
  if (cell === true || cell === 1) return true;
  if (cell === false || cell === 0) return false;
  const word = typeof cell === "string" ? cell.trim().toUpperCase() : String(cell);
  if (word === "是" || word === "TRUE" || (word === "1" && place.numbersAsText === true)) return true;
  if (word === "否" || word === "FALSE" || (word === "0" && place.numbersAsText === true)) return false;
  const found = typeof cell === "number" ? String(cell) : describe(cell);
  throw new Refusal("#VALUE!", `${whereIs(place)} to be TRUE or FALSE, 1 or 0, 是 or 否; found ${found}`);
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
