import {
  type Argument,
  type Cell,
  type CellError,
  type CellErrorCode,
  cellErrorCodes,
  type Result,
  type ResultCell,
} from "@tallykit/sheet";
import type {
  BaseReferenceObject,
  BaseValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionVariantType,
} from "@univerjs/engine-formula";

import type { BookValue, ComputedCell } from "@tallykit/sheet/book";
import type { Univer } from "./univer.ts";

type Formula = Univer["formula"];
/** A value of the engine, as its lists of cells hold it. */
type EngineValue = ReturnType<BaseValueObject["getArrayValue"]>[number][number];

/** An argument as the engine hands it, as our functions take it: a range of one cell is that cell. */
export function toArgument(value: EngineValue): Argument {
  if (!value || !value.isArray()) return toCell(value);
  const rows = value.getArrayValue().map((row) => row.map(toCell));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : rows;
}

function toCell(value: EngineValue): Cell {
  if (!value || value.isNull()) return null;
  if (isError(value)) return toError(value);
  if (value.isLambda()) return { error: "#VALUE!", message: "A LAMBDA is no value." };
  return value.getValue();
}

function isError(value: BaseValueObject): value is ErrorValueObject {
  return value.isError();
}

function toError(value: ErrorValueObject): CellError {
  const code: string = value.getErrorType();
  const error = cellErrorCodes.find((known) => known === code);
  const message = value.getErrorContent() || (error === undefined ? `The engine says ${code}.` : "");
  return message === "" ? { error: error ?? "#VALUE!" } : { error: error ?? "#VALUE!", message };
}

/** An error as the engine holds it. */
export function errorValue(formula: Formula, error: CellErrorCode, message?: string): BaseValueObject {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the engine's enum holds these very texts
  const type = error as ErrorType;
  // Not ErrorValueObject.create, which finds errors again by a hash of 32 bits of their words.
  return new formula.ErrorValueObject(type, message);
}

/** A result of our functions as the engine takes it: text stays text, whatever it looks like. */
export function fromResult(formula: Formula, result: Result): BaseValueObject {
  const { ArrayValueObject, BooleanValueObject, NumberValueObject, StringValueObject } = formula;
  const fromCell = (cell: ResultCell): BaseValueObject => {
    if (typeof cell === "string") return StringValueObject.create(cell);
    if (typeof cell === "number") return NumberValueObject.create(cell);
    if (typeof cell === "boolean") return BooleanValueObject.create(cell);
    return errorValue(formula, cell.error, cell.message);
  };
  if (!isTable(result)) return fromCell(result);
  const rows = result.map((row) => row.map(fromCell));
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function isTable(result: Result): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}

/** What a formula came to, as the sheet shows it: a blank is 0. */
export function toComputed(value: FunctionVariantType): ComputedCell {
  const rows = isReference(value) ? rowsOfReference(value) : rowsOfValue(value);
  const first = rows[0]?.[0] ?? 0;
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? { value: first, spill: rows } : { value: first };
}

function isReference(value: FunctionVariantType): value is BaseReferenceObject {
  return value.isReferenceObject();
}

function rowsOfValue(value: BaseValueObject): BookValue[][] {
  if (!value.isArray()) return [[toBookValue(value)]];
  const rows = value.getArrayValue();
  const width = Math.max(1, ...new Set(rows.map((row) => row.length)));
  return rows.map((row) => Array.from({ length: width }, (_, column) => toBookValue(row[column])));
}

function rowsOfReference(reference: BaseReferenceObject): BookValue[][] {
  const rows: BookValue[][] = [];
  const { startRow, startColumn } = reference.getRangePosition();
  reference.iterator((cell, row, column) => {
    (rows[row - startRow] ??= [])[column - startColumn] = toBookValue(cell);
  });
  return rows;
}

function toBookValue(value: EngineValue): BookValue {
  const cell = toCell(value);
  if (typeof cell !== "number") return cell ?? 0;
  // Adding zero turns negative zero into zero.
  return Number.isFinite(cell) ? cell + 0 : { error: "#NUM!", message: "The result is not a finite number." };
}
