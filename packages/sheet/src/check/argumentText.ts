import { calendarDate, CalculationError, serialOfDate } from "@tallykit/core";

import { parseReference, toReference } from "../book/address.ts";
import { type Cell, cellErrorCodes, type Range } from "../cell/cell.ts";
import { unquoted, wholeLines } from "./grid.ts";

/** What an argument in a formula stands for, as far as it can be told without calculating. */
export type ArgumentText =
  /** Left out. */
  | { readonly kind: "omitted" }
  /** A number, a text, TRUE or FALSE, an error, an array constant, or DATE with three numbers. */
  | { readonly kind: "value"; readonly value: Cell | Range }
  /** Cells. */
  | {
      readonly kind: "reference";
      /** The sheet, where it names one. */
      readonly sheet?: string;
      /** Its address without dollar signs, such as `B2:C9` or `B:B`. */
      readonly address: string;
      /** Whether `&""` makes texts of its cells. */
      readonly asText: boolean;
      /** Whether it stands for all cells that the formula of that cell fills: `B2#`. */
      readonly isFilled: boolean;
    }
  /** Anything else: another call, a sum, a name, a column of a table. */
  | { readonly kind: "expression" };

/** A name that is written as it is, or in quotes. */
const sheetBefore = /^(?:('(?:[^']|'')+'|[^'!]+)!)?([^!]+)$/s;
/** Excel's own form of the numbers that a formula can hold. */
const numberLiteral = /^[+-]?\s*(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?%*$/;
const textLiteral = /^"((?:[^"]|"")*)"$/s;
const dateCall = /^DATE\s*\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/i;

/**
 * Reads an argument as it is written in a formula.
 *
 * Nothing is calculated but a date: what is no constant and no reference is an expression.
 */
export function readArgumentText(text: string): ArgumentText {
  const written = withoutBrackets(text.trim());
  if (written === "") return { kind: "omitted" };
  const constant = constantOf(written) ?? dateOf(written);
  if (constant !== undefined) return { kind: "value", value: constant };
  const rows = arrayOf(written);
  if (rows !== undefined) return { kind: "value", value: rows };
  return referenceOf(written) ?? { kind: "expression" };
}

/** Without the brackets around the whole, which change nothing. */
function withoutBrackets(text: string): string {
  const [, inside] = /^\(([^()"]*)\)$/.exec(text) ?? [];
  return inside === undefined ? text : withoutBrackets(inside.trim());
}

function constantOf(text: string): Cell | undefined {
  const [, quoted] = textLiteral.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  const word = text.toUpperCase().replace(/\s*\(\s*\)$/, "");
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  const error = cellErrorCodes.find((code) => code === word);
  if (error !== undefined) return { error };
  return numberLiteral.test(text) ? numberOf(text) : undefined;
}

function numberOf(text: string): number {
  const signs = /%*$/.exec(text)?.[0].length ?? 0;
  // The decimal point moves in the text, since a division would change the last digits.
  const [digits = "", exponent = "0"] = text.replace(/[\s%]/g, "").toLowerCase().split("e");
  return Number(`${digits}e${Number(exponent) - 2 * signs}`);
}

/** The serial number of DATE with three numbers, in the 1900 system. */
function dateOf(text: string): number | undefined {
  const [, year, month = "", day = ""] = dateCall.exec(text) ?? [];
  if (year === undefined) return undefined;
  try {
    return serialOfDate(calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`));
  } catch (error) {
    // DATE counts months and days on into the next year or month; that is left to the spreadsheet.
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

/** The cells of an array constant, such as `{1,2;3,4}`. */
function arrayOf(text: string): Range | undefined {
  if (!text.startsWith("{") || !text.endsWith("}")) return undefined;
  const rows = splitOutside(text.slice(1, -1), ";").map((row) =>
    splitOutside(row, ",").map((cell) => constantOf(cell.trim())),
  );
  const [first = []] = rows;
  const isTable = rows.every((row) => row.length === first.length);
  const cells = rows.flatMap((row) => row.filter((cell) => cell !== undefined));
  return isTable && cells.length === rows.length * first.length
    ? rows.map((_, row) => cells.slice(row * first.length, (row + 1) * first.length))
    : undefined;
}

/** Splits at a sign where it stands outside of texts. */
function splitOutside(text: string, sign: string): string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, (quoted) => " ".repeat(quoted.length));
  const parts: string[] = [];
  let from = 0;
  for (let at = bare.indexOf(sign); at !== -1; at = bare.indexOf(sign, from)) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}

function referenceOf(text: string): ArgumentText | undefined {
  const bare = text.replace(/\s*&\s*""$/, "");
  const [, sheet, rest = ""] = sheetBefore.exec(bare.replace(/^@/, "")) ?? [];
  const isFilled = rest.endsWith("#");
  const plain = rest.replace(/#$/, "").replaceAll("$", "").toUpperCase();
  const area = parseReference(plain);
  const address = area === undefined ? wholeAddress(plain) : toReference(area);
  if (address === undefined || (isFilled && address.includes(":"))) return undefined;
  // A workbook in brackets before the sheet is another workbook.
  if (sheet?.includes("[") === true || (bare.startsWith("@") && address.includes(":"))) return undefined;
  const asText = bare.length < text.length;
  const named = sheet === undefined ? {} : { sheet: unquoted(sheet) };
  return { kind: "reference", ...named, address, asText, isFilled };
}

function wholeAddress(text: string): string | undefined {
  return wholeLines(text) === undefined ? undefined : text;
}
