import { isCellError } from "@tallykit/sheet";

import type { Book, BookValue, ComputedBook } from "@tallykit/sheet/book";
import { calculate } from "./engine/engine.ts";
import { parseAddress, toAddress } from "@tallykit/sheet/book";
import { patchBook } from "./xlsx/patchBook.ts";
import { readBook } from "./xlsx/readBook.ts";
import { valuesBook } from "./xlsx/valuesBook.ts";

/** A formula that came to an error. */
export interface FormulaError {
  /** The sheet it is in. */
  readonly sheet: string;
  /** The address of its cell. */
  readonly cell: string;
  /** The error that the cell shows. */
  readonly error: string;
  /** What is wrong, where there are words. */
  readonly message?: string;
}

/** A recalculated workbook. */
export interface Recalculated {
  /** The file, with the results in it. */
  readonly bytes: Uint8Array;
  /** What every formula came to. */
  readonly computed: ComputedBook;
  /** How many formulas there are. */
  readonly formulas: number;
  /** Those that came to an error, in the order of the sheets. */
  readonly errors: readonly FormulaError[];
}

/** How a workbook is recalculated. */
export interface RecalculateOptions {
  /** Puts results in the place of formulas, for readers that do not know the functions. */
  readonly values?: boolean;
  /** Told how many formulas are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Recalculates every formula of an .xlsx file.
 *
 * The results are put into a copy of the bytes; all else in it stays byte for byte. The one surprise: a formula that only
 * another program can calculate, such as one that calls another add-in or refers to another workbook, keeps the value the
 * file last held, also for the formulas that read it, and is reported as an error.
 *
 * **Units.** Bytes in, bytes out; addresses as people write them. At most 64 MB and a million cells.
 *
 * **Errors.** `WorkbookFileError` for bytes that are no workbook or not safe to open; `RecursiveNameError` for a formula
 * that uses a name which refers to itself. Errors of formulas are results: they are listed, not thrown.
 *
 * **Source.** ECMA-376, Office Open XML File Formats, part 1, SpreadsheetML.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open
 * @throws RecursiveNameError where a formula uses a name that refers to itself
 */
export async function recalculate(
  bytes: Uint8Array,
  options: RecalculateOptions = {},
): Promise<Recalculated> {
  const last = new Map<string, Map<string, BookValue>>();
  let from1904 = false;
  const book = readBook(bytes, {
    onCountFrom1904: () => {
      from1904 = true;
    },
    onResult: (sheet, address, value) => {
      const values = last.get(sheet) ?? new Map<string, BookValue>();
      last.set(sheet, values.set(address, value));
    },
  });
  const kept = new Map<string, Set<string>>();
  const computed = await calculate(book, {
    ...(options.onProgress && { onProgress: options.onProgress }),
    last,
    from1904,
    onKept: (sheet, address) => kept.set(sheet, (kept.get(sheet) ?? new Set()).add(address)),
  });
  const write = options.values === true ? valuesBook : patchBook;
  return {
    bytes: write(bytes, without(kept, computed)),
    computed,
    formulas: formulasIn(book),
    errors: errorsIn(computed),
  };
}

/** The results without those of formulas whose last value is kept. */
function without(kept: ReadonlyMap<string, ReadonlySet<string>>, { sheets }: ComputedBook): ComputedBook {
  return {
    sheets: new Map(
      Array.from(sheets, ([sheet, cells]) => [
        sheet,
        new Map([...cells].filter(([address]) => kept.get(sheet)?.has(address) !== true)),
      ]),
    ),
  };
}

function formulasIn({ sheets }: Book): number {
  const cells = sheets.flatMap((sheet) => [...sheet.cells.values()]);
  return cells.filter((cell) => "formula" in cell).length;
}

/** Every error that a formula shows, in its own cell or in the range it fills. */
function errorsIn({ sheets }: ComputedBook): FormulaError[] {
  const errors: FormulaError[] = [];
  for (const [sheet, cells] of sheets) {
    for (const [address, { value, spill = [[value]] }] of cells) {
      for (const [row, values] of spill.entries()) {
        for (const [column, found] of values.entries()) {
          if (isCellError(found)) errors.push({ sheet, cell: besides(address, row, column), ...found });
        }
      }
    }
  }
  return errors;
}

/** The address so many rows and columns away from another. */
function besides(address: string, rows: number, columns: number): string {
  const place = parseAddress(address);
  return place ? toAddress({ row: place.row + rows, column: place.column + columns }) : address;
}
