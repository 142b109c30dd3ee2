/**
 * The table of spreadsheet functions and the cell dialect: cells in, cells out, cell errors.
 *
 * @packageDocumentation
 */
export { callFunction, findFunction } from "./callFunction.ts";
export { cellErrorCodes, isCellError } from "./cell/cell.ts";
export type { Argument, Cell, CellError, CellErrorCode, Range, Result, ResultCell } from "./cell/cell.ts";
export { explainQuota } from "./explainQuota.ts";
export { explainSplit } from "./explainSplit.ts";
export type { ExplanationOptions } from "./explanationWords.ts";
export { functionsMetadata } from "./metadata.ts";
export type {
  EnumValue,
  FunctionsMetadata,
  MetadataEnum,
  MetadataFunction,
  MetadataParameter,
} from "./metadata.ts";
export { formulaOf, signatureOf } from "./signature.ts";
export { table } from "./table/table.ts";
export type { Example, Family, FunctionRow } from "./table/functionRow.ts";
export type { CallContext, Choices, Kind, Parameter, ParameterText, Texts } from "./table/parameter.ts";
