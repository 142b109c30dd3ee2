import type { BookValue } from "@tallykit/sheet/book";
import { checkBook } from "@tallykit/sheet/check";
import type { WorkbookFinding } from "@tallykit/sheet/check";
import { calculate, engineFunctions } from "./engine/engine.ts";
import { readBook } from "./xlsx/readBook.ts";

/** A checked workbook. */
export interface CheckedWorkbook {
  /** How many formulas there are. */
  readonly formulas: number;
  /** What is odd, sheet by sheet and row by row; nothing where all is well. */
  readonly findings: readonly WorkbookFinding[];
}

/** How a workbook is checked. */
export interface CheckOptions {
  /** Told how many formulas are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Lists odd data and formula errors of an .xlsx file, each with its cell, in English and Chinese.
 *
 * Formulas that come to an error or to another value than the file holds; errors stored as values; functions that nobody
 * here knows; numbers stored as text, texts that begin as formulas do, names that differ only by case, space or width;
 * and, in the ranges that our functions are called on, blanks that count as missing, rates over 100 % and values that
 * are no counts. The one surprise: what depends on the clock, on chance or on a function unknown here is not compared
 * with what the file holds.
 *
 * **Units.** Bytes in; addresses as people write them. At most 64 MB and a million cells.
 *
 * **Errors.** `WorkbookFileError` for bytes that are no workbook or not safe to open; `RecursiveNameError` for a formula
 * that uses a name which refers to itself. What is odd is listed, not thrown.
 *
 * **Source.** ECMA-376, Office Open XML File Formats, part 1, SpreadsheetML.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open
 * @throws RecursiveNameError where a formula uses a name that refers to itself
 */
export async function checkWorkbook(bytes: Uint8Array, options: CheckOptions = {}): Promise<CheckedWorkbook> {
  const shown = new Map<string, Map<string, BookValue>>();
  const book = readBook(bytes, {
    onResult: (sheet, address, value) => {
      const values = shown.get(sheet) ?? new Map<string, BookValue>();
      shown.set(sheet, values.set(address, value));
    },
  });
  const computed = await calculate(book, options);
  const findings = checkBook({ book, computed, shown, engineFunctions: await engineFunctions() });
  const formulas = book.sheets
    .flatMap(({ cells }) => [...cells.values()])
    .filter((cell) => "formula" in cell);
  return { formulas: formulas.length, findings };
}
