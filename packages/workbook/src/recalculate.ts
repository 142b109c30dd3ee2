import { isCellError } from "@tallykit/sheet";

import type { Book, ComputedBook } from "@tallykit/sheet/book";
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
 * The results are put into a copy of the bytes; all else in it stays byte for byte. The one surprise: a formula that calls
 * a function of another add-in keeps the value the file last held, and is reported as an error.
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
  const book = readBook(bytes);
  const { onProgress } = options;
  const computed = await calculate(book, onProgress === undefined ? {} : { onProgress });
  const write = options.values === true ? valuesBook : patchBook;
  return {
    bytes: write(bytes, withoutOtherAddIns(book, computed)),
    computed,
    formulas: formulasIn(book),
    errors: errorsIn(computed),
  };
}

/** How a file stores a function that an add-in brings; ours have been told apart by now. */
const otherAddIn = /_xldudf_/i;

/** The results without those of formulas that call another add-in: the file's last value is better than no name. */
function withoutOtherAddIns(book: Book, { sheets }: ComputedBook): ComputedBook {
  const formulas = new Map(book.sheets.map(({ name, cells }) => [name, cells]));
  const isOurs = (sheet: string, address: string): boolean => {
    const cell = formulas.get(sheet)?.get(address);
    return cell === undefined || !("formula" in cell) || !otherAddIn.test(cell.formula);
  };
  return {
    sheets: new Map(
      Array.from(sheets, ([sheet, cells]) => [
        sheet,
        new Map([...cells].filter(([address]) => isOurs(sheet, address))),
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
