import { isCellError, type Result, type ResultCell } from "@tallykit/sheet";

/** The most cells that a call takes in or gives back. */
const mostCells = 200_000;
/** The most bytes that a call takes in or gives back, as the platform writes them down; Excel on the web stops at 5 MB. */
const mostBytes = 3_000_000;
/** The most characters that a cell holds. */
const mostCharacters = 32_767;
/** The most error cells of a result that carry words: a long column of them would weigh more than its numbers. */
const mostWords = 1_000;

interface Weight {
  readonly cells: number;
  readonly bytes: number;
}

/** What is wrong with the size of a call's arguments, in words; nothing where it is fine. */
export function oversizeArguments(given: readonly unknown[]): string | undefined {
  const weight = weightOf(
    given.map((argument): unknown => (Array.isArray(argument) ? argument : [[argument]])),
  );
  const found = excessOf(weight);
  if (found === undefined) return undefined;
  return `arguments of at most ${found.allowed}; found ${found.given}: name the rows in use, not whole columns`;
}

/** What is wrong with the size of a result, in words; nothing where it is fine. */
export function oversizeResult(result: Result): string | undefined {
  if (!Array.isArray(result)) return undefined;
  const found = excessOf(weightOf([result]));
  if (found === undefined) return undefined;
  return `a result of at most ${found.allowed}; this one has ${found.given}: calculate it in parts`;
}

function excessOf({ cells, bytes }: Weight): { allowed: string; given: string } | undefined {
  if (cells > mostCells) return { allowed: inWords(mostCells, "cells"), given: inWords(cells, "cells") };
  if (bytes <= mostBytes) return undefined;
  return { allowed: "3 MB", given: `more than that in ${inWords(cells, "cells")}` };
}

function inWords(number: number, unit: string): string {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ",")} ${unit}`;
}

function weightOf(ranges: readonly unknown[]): Weight {
  let cells = 0;
  let bytes = 0;
  for (const range of ranges) {
    for (const row of rowsOf(range)) {
      cells += row.length;
      // Past the limit of cells nothing needs weighing.
      if (cells <= mostCells) for (const cell of row) bytes += bytesOf(cell);
    }
  }
  return { cells, bytes };
}

function rowsOf(range: unknown): readonly (readonly unknown[])[] {
  const rows: readonly unknown[] = Array.isArray(range) ? range : [];
  // A row that is not there at all, which map() would pass over, is an odd cell like any other.
  return Array.from(rows, (row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
}

/** About as many bytes as a cell takes in JSON. */
function bytesOf(cell: unknown): number {
  if (typeof cell === "string") return 3 + utf8Length(cell);
  if (typeof cell !== "object" || cell === null) return 8;
  // The platform writes an error with its type, its code twice and its words.
  return isCellError(cell) ? 150 + utf8Length(cell.message ?? "") : 150;
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) bytes += code < 0x800 ? 1 : 2;
  }
  return bytes;
}

/** A result in which no text is longer than a cell takes, and only the first thousand error cells carry words. */
export function trimmed(
  result: readonly (readonly ResultCell[])[],
  id: string,
): readonly (readonly ResultCell[])[] {
  let words = 0;
  return result.map((row) =>
    row.map((cell) => {
      if (typeof cell === "string" && cell.length > mostCharacters) return tooLong(id);
      if (!isCellError(cell) || cell.message === undefined) return cell;
      words += 1;
      return words > mostWords ? { error: cell.error } : cell;
    }),
  );
}

function tooLong(id: string): ResultCell {
  return {
    error: "#VALUE!",
    message: `${id} requires texts of at most ${inWords(mostCharacters, "characters")}, all that a cell holds.`,
  };
}
