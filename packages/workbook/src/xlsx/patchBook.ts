import { type ComputedBook } from "@tallykit/sheet/book";
import { writeResults } from "./writeResults.ts";

/**
 * The bytes of a workbook with its formulas' results put in.
 *
 * Parts are changed only where results stand: the values of formulas' cells and of the cells they fill, the marks of
 * formulas that spill, and the calls of our functions that were stored in a form Excel never resolves. The list of cells
 * to calculate is taken out. The same results put in again change nothing.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open.
 * @throws Error where the results are not those of this workbook.
 */
export function patchBook(bytes: Uint8Array, computed: ComputedBook): Uint8Array {
  return writeResults(bytes, computed, { isValuesOnly: false });
}
