/**
 * A workbook as cells: its sheets, names and addresses, and what its formulas came to.
 *
 * @packageDocumentation
 */
export * from "./address.ts";
export type {
  Book,
  BookCell,
  BookName,
  BookSheet,
  BookValue,
  ComputedBook,
  ComputedCell,
  FormulaCell,
  ValueCell,
} from "./book.ts";
