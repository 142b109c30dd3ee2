import { type ComputedBook } from "@tallykit/sheet/book";
import { writeResults } from "./writeResults.ts";

/**
 * The bytes of a workbook in which every formula is replaced by what it came to, for readers without our functions.
 *
 * A formula without a result leaves the value that the file last showed.
 *
 * @throws WorkbookFileError where the bytes are no workbook, or not safe to open.
 * @throws Error where the results are not those of this workbook.
 */
export function valuesBook(bytes: Uint8Array, computed: ComputedBook): Uint8Array {
  return writeResults(bytes, computed, { isValuesOnly: true });
}
