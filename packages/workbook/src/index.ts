/**
 * The spreadsheet functions without Excel: .xlsx files recalculated by an embedded engine.
 *
 * @packageDocumentation
 */
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
} from "@tallykit/sheet/book";
export { findingKinds } from "@tallykit/sheet/check";
export type { FindingKind, WorkbookFinding } from "@tallykit/sheet/check";
export { checkWorkbook } from "./checkWorkbook.ts";
export type { CheckedWorkbook, CheckOptions } from "./checkWorkbook.ts";
export { RecursiveNameError } from "./engine/engine.ts";
export { recalculate } from "./recalculate.ts";
export type { FormulaError, Recalculated, RecalculateOptions } from "./recalculate.ts";
export { serveSheet } from "./server/serveSheet.ts";
export type { RunningSheet, ServeOptions } from "./server/serveSheet.ts";
export type { ServedRow, BothLanguages, ServedSheet, ServedTable } from "./server/servedSheet.ts";
export { WorkbookFileError } from "./xlsx/workbookFileError.ts";
