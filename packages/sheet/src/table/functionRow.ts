import { CalculationError } from "@tallykit/core";

import { type Argument, type Cell, isRange, type Range, type Result, type ResultCell } from "../cell/cell.ts";
import { toResult } from "../cell/gate.ts";
import { flatCells, isAllText, requireArgument, type Size, sizeOf } from "../cell/ranges.ts";
import { isBlankOrZero, isMissing, type Place } from "../cell/reading.ts";
import { PassedError, Refusal, refusalOf } from "../cell/refusal.ts";
import type { CallContext, CellParameter, Parameter, Texts } from "./parameter.ts";

/** The families that functions belong to. */
export type Family = "coverage" | "growth" | "funding" | "assessment";

/** An example of a call: its arguments, and the result that it gives. */
export interface Example {
  /** The arguments, in order; ranges as rows of cells. */
  readonly arguments: readonly Argument[];
  /** What the cell or the spill then holds. */
  readonly result: Result;
}

type Parameters = Readonly<Record<string, Parameter<unknown>>>;
type CellParameters = Readonly<Record<string, CellParameter<unknown>>>;
type Values<Params extends Parameters> = {
  readonly [Name in keyof Params]: Params[Name] extends Parameter<infer Value> ? Value : never;
};

/** One row of the table: everything that is said or done about a spreadsheet function. */
export interface FunctionRow {
  /** `FAMILY_NAME`; frozen once released, since workbooks store it. */
  readonly id: string;
  /** The family whose pages and list it is in. */
  readonly family: Family;
  /** The calculator it calls; the English summary is the first sentence of that calculator's doc comment. */
  readonly calculator: string;
  /** One sentence. */
  readonly summary: Texts;
  /** The parameters by their English names, in order. */
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  /** Whether every parameter is one cell, so that ranges give a result a cell. */
  readonly vectorised: boolean;
  /** Examples that the tests run. */
  readonly examples: readonly [Example, ...Example[]];
  /** Answers a call: always a result, never a throw. */
  readonly call: (given: readonly unknown[]) => Result;
}

type Description = Omit<FunctionRow, "call" | "parameters" | "vectorised">;

/** A function of single cells: one result, or one a cell where ranges are given. */
export function cellFunction<Params extends CellParameters>(
  row: Description & {
    readonly parameters: Params;
    /** The calculator and the renderer of its result. */
    readonly calculate: (values: Values<Params>) => ResultCell;
  },
): FunctionRow {
  const { calculate, ...description } = row;
  const compute = calculate as (values: Readonly<Record<string, unknown>>) => ResultCell;
  return {
    ...description,
    vectorised: true,
    call: (given) =>
      guarded(row.id, () => {
        const { size, valueAt } = cases(row.id, argumentsOf(row.parameters, given), compute);
        return size === undefined ? valueAt(0, 0) : inRowsOf(size, cellsOf(size, valueAt));
      }),
  };
}

/** A function of single cells that gives several values: one row a case. */
export function cellsFunction<Params extends CellParameters>(
  row: Description & {
    readonly parameters: Params;
    /** How many values a case has. */
    readonly width: number;
    /** The calculator and the renderer of its result. */
    readonly calculate: (values: Values<Params>) => readonly ResultCell[];
  },
): FunctionRow {
  const { calculate, width, ...description } = row;
  const compute = calculate as (values: Readonly<Record<string, unknown>>) => readonly ResultCell[];
  return {
    ...description,
    vectorised: true,
    call: (given) =>
      guarded(row.id, () => {
        const { size, valueAt } = cases(row.id, argumentsOf(row.parameters, given), (values) => [
          compute(values),
        ]);
        if (size === undefined) return valueAt(0, 0);
        return cellsOf(size, valueAt).map((value) =>
          isRows(value) ? value[0] : Array.from({ length: width }, () => value),
        );
      }),
  };
}

/** A function of columns or tables: one answer for the whole call. */
export function tableFunction<Params extends Parameters>(
  row: Description & {
    readonly parameters: Params;
    /** The calculator and the renderer of its result. */
    readonly calculate: (values: Values<Params>) => unknown;
  },
): FunctionRow {
  const { calculate, ...description } = row;
  const compute = calculate as (values: Readonly<Record<string, unknown>>) => unknown;
  return {
    ...description,
    vectorised: false,
    call: (given) => guarded(row.id, () => compute(together(argumentsOf(row.parameters, given)))),
  };
}

interface GivenArgument<Param extends Parameter<unknown>> {
  readonly name: string;
  readonly parameter: Param;
  readonly argument: Argument;
}

function argumentsOf<Param extends Parameter<unknown>>(
  parameters: Readonly<Record<string, Param>>,
  given: readonly unknown[],
): GivenArgument<Param>[] {
  const entries = Object.entries(parameters);
  if (given.length > entries.length) {
    throw new Refusal("#VALUE!", `at most ${entries.length} arguments; found ${given.length}`);
  }
  return entries.map(([name, parameter], index) => {
    const value = given[index];
    const argument = value === undefined ? undefined : requireArgument(value, name);
    if (argument === undefined && !parameter.optional) throw new Refusal("#VALUE!", `the argument ${name}`);
    return { name, parameter, argument };
  });
}

/** Runs a call and turns whatever it throws into the cell's error. */
function guarded(id: string, call: () => unknown): Result {
  try {
    return toResult(call());
  } catch (error) {
    try {
      return answerTo(id, error);
    } catch {
      // What a program hands over as an error cell may fail once more when its words are read.
      return { error: "#VALUE!", message: `${id} requires arguments that can be read.` };
    }
  }
}

/** The cell's error for whatever a call has thrown. */
function answerTo(id: string, error: unknown): Result {
  if (error instanceof PassedError) return toResult(error.cell);
  const refusal = error instanceof CalculationError ? refusalOf(error as CalculationError) : error;
  if (refusal instanceof Refusal)
    return { error: refusal.code, message: `${id} requires ${refusal.message}.` };
  const words = error instanceof Error ? error.message : String(error);
  return { error: "#VALUE!", message: `${id} failed: ${words}.` };
}

/** The cases of a call, each with its own result or error; no size where every argument is a cell. */
interface Cases {
  readonly size: Size | undefined;
  readonly valueAt: (row: number, column: number) => Result;
}

function cases(
  id: string,
  given: readonly GivenArgument<CellParameter<unknown>>[],
  compute: (values: Readonly<Record<string, unknown>>) => unknown,
): Cases {
  const readers = given.map(({ name, parameter, argument }) => ({
    name,
    read: cellReader(parameter, argument, name),
  }));
  const valueAt = (row: number, column: number): Result =>
    guarded(id, () => {
      const values: Record<string, unknown> = {};
      for (const { name, read } of readers) values[name] = read(row, column);
      return compute(values);
    });
  return { size: commonSize(given), valueAt };
}

function cellsOf({ rows, columns }: Size, valueAt: Cases["valueAt"]): Result[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    valueAt(Math.floor(index / columns), index % columns),
  );
}

function inRowsOf({ rows, columns }: Size, values: readonly Result[]): Result[][] {
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}

function isRows(value: Result): value is readonly (readonly ResultCell[])[] {
  return Array.isArray(value);
}

/** The size of the result: that of the ranges, which must agree; none where every argument is a cell. */
function commonSize(given: readonly GivenArgument<CellParameter<unknown>>[]): Size | undefined {
  let common: (Size & { name: string }) | undefined;
  for (const { name, argument } of given) {
    if (!isRange(argument)) continue;
    const size = sizeOf(argument);
    const isSingle = size.rows * size.columns === 1;
    if (common === undefined || common.rows * common.columns === 1) common = { ...size, name };
    else if (!isSingle && (size.rows !== common.rows || size.columns !== common.columns)) {
      throw new Refusal(
        "#VALUE!",
        `${name} (${size.rows} x ${size.columns} cells) to have the size of ${common.name} (${common.rows} x ${common.columns})`,
      );
    }
  }
  return common;
}

/** Reads the cell of an argument that goes with a cell of the result; a single cell is repeated. */
function cellReader(
  parameter: CellParameter<unknown>,
  argument: Argument,
  name: string,
): (row: number, column: number) => unknown {
  const { absent } = parameter;
  const readCell = (cell: Cell, place: Place): unknown =>
    absent && isMissing(cell) ? absent() : parameter.readCell(cell, place);
  if (argument === undefined) return () => absent?.();
  if (!isRange(argument)) return () => readCell(argument, { name });
  const { rows, columns } = sizeOf(argument);
  const numbersAsText = isAllText(flatCells(argument));
  if (rows * columns === 1) return () => readCell(argument[0]?.[0] ?? null, { name });
  return (row, column) =>
    readCell(argument[row]?.[column] ?? null, {
      name,
      ...(rows > 1 ? { row: row + 1 } : {}),
      ...(columns > 1 ? { column: column + 1 } : {}),
      numbersAsText,
    });
}

/** Reads all arguments of a call together, since their columns make up records. */
function together(given: readonly GivenArgument<Parameter<unknown>>[]): Record<string, unknown> {
  const context = contextOf(given);
  const values: Record<string, unknown> = {};
  for (const { name, parameter, argument } of given) {
    const isAbsent = argument === undefined || (parameter.optional && isBlankCell(argument));
    values[name] = isAbsent ? parameter.absent?.() : parameter.read(argument, name, context);
  }
  return values;
}

function isBlankCell(argument: Exclude<Argument, undefined>): boolean {
  if (!isRange(argument)) return isMissing(argument);
  return argument.length === 1 && argument[0]?.length === 1 && isMissing(argument[0][0] ?? null);
}

/** The records of a call: every column has as many rows, and those at the end that are blank or 0 do not count. */
function contextOf(given: readonly GivenArgument<Parameter<unknown>>[]): CallContext {
  const columns: Range[] = [];
  let first: { name: string; rows: number } | undefined;
  for (const { name, parameter, argument } of given) {
    if (argument === undefined || (parameter.optional && isBlankCell(argument))) continue;
    const records = parameter.records(argument, name);
    if (records === undefined) continue;
    first ??= { name, rows: records.length };
    if (records.length !== first.rows) {
      const requirement = `${name} to have as many rows as ${first.name} (${first.rows}); found ${records.length}`;
      throw new Refusal("#VALUE!", requirement);
    }
    columns.push(records);
  }
  const everyCell = (row: number, holds: (cell: Cell) => boolean): boolean =>
    columns.every((records) => (records[row] ?? []).every(holds));
  const isEmptyRow = (row: number): boolean => everyCell(row, isBlankOrZero);
  const usedRows = (isUnused: (row: number) => boolean): number => {
    let rows = first?.rows ?? 0;
    while (rows > 0 && isUnused(rows - 1)) rows -= 1;
    return rows;
  };
  const isAllText = (): boolean =>
    columns.every((records) => records.every((record) => record.every((cell) => typeof cell === "string")));
  const rows = usedRows(isEmptyRow);
  const onlyZeros = rows === 0 && given.some(({ parameter }) => parameter.zerosCount);
  return { rows: onlyZeros ? usedRows((row) => everyCell(row, isMissing)) : rows, isEmptyRow, isAllText };
}
