/**
 * What is odd in a workbook: data that a function would not count as it looks, and formulas that ended in an error.
 *
 * @packageDocumentation
 */
export { type ArgumentText, readArgumentText } from "./argumentText.ts";
export { blankIsAnswer, tellsOfBlanks } from "./callFindings.ts";
export { checkBook, type CheckedBook } from "./checkBook.ts";
export { findingKinds } from "./finding.ts";
export type { FindingKind, FindingText, WorkbookFinding } from "./finding.ts";
export { type FormulaCall, formulaParts, type FormulaParts } from "./formulaParts.ts";
export type { ShownValues } from "./grid.ts";
export { kindNames, short } from "./texts.ts";
