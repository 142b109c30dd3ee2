import { type Fraction, type Weight, weightOf } from "@tallykit/core";

import { type Argument, type Cell, isCellError, isRange, type Range } from "../cell/cell.ts";
import { type Column, flatCells, inShapeOf, isAllText, recordsOf, toColumn } from "../cell/ranges.ts";
import {
  isMissing,
  type Place,
  readAmount,
  readDateSerial,
  readFlag,
  readKey,
  readNumber,
  readReported,
  whereIs,
} from "../cell/reading.ts";
import { PassedError, Refusal } from "../cell/refusal.ts";
import { readChoice } from "./cells.ts";
import type { CallContext, Choices, Kind, Parameter, ParameterText } from "./parameter.ts";

/** Values of a column, and how to put results back beside them. */
export interface ColumnValues<Value> {
  /** One value a row, without the blank rows at the end. */
  readonly values: readonly Value[];
  /** Puts one result a row in the column's shape; rows that were left out at the end stay blank, or 0 where they held 0. */
  readonly inShape: (results: readonly (number | string)[]) => unknown;
}

interface Reading {
  readonly takes: Kind;
  readonly keepsMissing: boolean;
}

function columnParameter<Value>(
  text: ParameterText,
  { takes, keepsMissing }: Reading,
  readCell: (cell: Cell, place: Place, context: CallContext) => Value,
): Parameter<ColumnValues<Value>> {
  return {
    text,
    shape: "column",
    takes,
    keepsMissing,
    optional: false,
    records: recordsOf,
    read: (argument, name, context) => {
      const column = toColumn(argument, name);
      const used = column.cells.slice(0, context.rows);
      const rest = column.cells.slice(context.rows).map((cell) => (cell === 0 ? 0 : ""));
      return {
        values: used.map((cell, index) => readCell(cell, placeIn(column, name, index), context)),
        inShape: (results) => inShapeOf(column, [...results, ...rest]),
      };
    },
  };
}

/** Where a cell of a column stands. */
export function placeIn({ single, across, numbersAsText }: Column, name: string, index: number): Place {
  if (single) return { name };
  return across ? { name, column: index + 1, numbersAsText } : { name, row: index + 1, numbersAsText };
}

/** A column of weights. */
export function weights(text: ParameterText): Parameter<ColumnValues<Weight>> {
  const column = columnParameter(text, { takes: "number", keepsMissing: false }, (cell, place) => {
    const value = readNumber(cell, place);
    if (value.numerator < 0n) throw new Refusal("#NUM!", `no negative number in ${whereIs(place)}`);
    return weightOf(value);
  });
  return { ...column, zerosCount: true };
}

/** A column of numbers, none of them missing, of which no whole unit may get lost. */
export function numbers(text: ParameterText): Parameter<ColumnValues<Fraction>> {
  return columnParameter(text, { takes: "number", keepsMissing: false }, readAmount);
}

/** A column of numbers that may be missing or no counts; the calculator judges them. */
export function reported(text: ParameterText): Parameter<ColumnValues<number | undefined>> {
  return columnParameter(text, { takes: "number", keepsMissing: true }, readReported);
}

/** A column of keys: names, or numbers that stand for names. */
export function keys(text: ParameterText): Parameter<ColumnValues<string | undefined>> {
  return columnParameter(text, { takes: "key", keepsMissing: true }, readKeyOfRecord);
}

/** A column of keys, none of them missing. */
export function requiredKeys(text: ParameterText): Parameter<ColumnValues<string>> {
  return columnParameter(text, { takes: "key", keepsMissing: false }, (cell, place, context) => {
    const key = readKeyOfRecord(cell, place, context);
    if (key === undefined) throw new Refusal("#N/A", `a name in ${whereIs(place)}; the cell is blank`);
    return key;
  });
}

/** A key, but for a 0 in a record of zeros, which is a blank that the host handed over as 0. */
function readKeyOfRecord(cell: Cell, place: Place, { isEmptyRow }: CallContext): string | undefined {
  return cell === 0 && isEmptyRow(rowOf(place)) ? undefined : readKey(cell, place);
}

/** The record that a cell belongs to, from 0. */
function rowOf({ row, column }: Place): number {
  return (row ?? column ?? 1) - 1;
}

/** One bound for all rows, or a column with one a row; a blank cell is no bound. */
export function bounds<Value>(
  text: ParameterText,
  readCell: (cell: Cell, place: Place) => Value,
): Parameter<Value | readonly (Value | undefined)[] | undefined> {
  const read = (cell: Cell, place: Place): Value | undefined =>
    isMissing(cell) ? undefined : readCell(cell, place);
  return {
    text,
    shape: "column",
    takes: "number",
    keepsMissing: true,
    optional: true,
    absent: () => undefined,
    records: (argument, name) => {
      const { cells } = toColumn(argument, name);
      return cells.length === 1 ? undefined : cells.map((cell) => [cell]);
    },
    read: (argument, name, { rows }) => {
      const column = toColumn(argument, name);
      const [first = null] = column.cells;
      if (column.cells.length === 1) return read(first, { name });
      return column.cells.slice(0, rows).map((cell, index) => read(cell, placeIn(column, name, index)));
    },
  };
}

/** A column of dates, as the serial numbers of their days. */
export function dateSerials(text: ParameterText): Parameter<ColumnValues<number | undefined>> {
  return columnParameter(text, { takes: "date", keepsMissing: true }, readDateSerial);
}

/** A column of yes and no. */
export function flags(text: ParameterText): Parameter<ColumnValues<boolean | undefined>> {
  return columnParameter(text, { takes: "flag", keepsMissing: true }, readFlag);
}

/** A column of words of a list. */
export function choices<Choice extends string>(
  text: ParameterText,
  words: Choices<Choice>,
): Parameter<ColumnValues<Choice | undefined>> {
  const column = columnParameter(
    text,
    { takes: "word", keepsMissing: true },
    (cell, place, { isEmptyRow }) => {
      const isBlank = isMissing(cell) || (cell === 0 && isEmptyRow(rowOf(place)));
      return isBlank ? undefined : readChoice(cell, place, words);
    },
  );
  return { ...column, choices: words };
}

/** A column of cells as they are, for a calculator that reports on them; an error cell passes through. */
export function anyCells(text: ParameterText): Parameter<ColumnValues<Cell>> {
  return columnParameter(text, { takes: "anything", keepsMissing: true }, readAny);
}

function readAny(cell: Cell): Cell {
  if (isCellError(cell)) throw new PassedError(cell);
  return cell;
}

/** Lets a column be left out. */
export function optionalColumn<Value>(parameter: Parameter<Value>): Parameter<Value | undefined> {
  return { ...parameter, optional: true, absent: () => undefined };
}

/** A table with one record a row, each cell read alike; its columns from left to right. */
function tableParameter<Value>(
  text: ParameterText,
  takes: Kind,
  readCell: (cell: Cell, place: Place, context: CallContext) => Value,
): Parameter<readonly (readonly Value[])[]> {
  const tableOf = (argument: Exclude<Argument, undefined>): Range =>
    isRange(argument) ? argument : [[argument]];
  return {
    text,
    shape: "table",
    takes,
    keepsMissing: true,
    optional: false,
    records: tableOf,
    read: (argument, name, context) => {
      const table = tableOf(argument);
      const numbersAsText = isAllText(flatCells(table));
      return table
        .slice(0, context.rows)
        .map((cells, row) =>
          cells.map((cell, column) =>
            readCell(cell, { name, row: row + 1, column: column + 1, numbersAsText }, context),
          ),
        );
    },
  };
}

/** A table of cells as they are, row by row; an error cell passes through. */
export function anyTable(text: ParameterText): Parameter<Range> {
  return tableParameter(text, "anything", readAny);
}

/** A table of numbers that may be missing, row by row. */
export function reportedTable(text: ParameterText): Parameter<readonly (readonly (number | undefined)[])[]> {
  return tableParameter(text, "number", readReported);
}

/** A table of keys, one record a row and one level a column, the highest first; column by column. */
export function levels(text: ParameterText): Parameter<readonly (readonly (string | undefined)[])[]> {
  const table = tableParameter(text, "key", readKeyOfRecord);
  return {
    ...table,
    read: (argument, name, context) => {
      const rows = table.read(argument, name, context);
      const depth = isRange(argument) ? (argument[0]?.length ?? 0) : 1;
      return Array.from({ length: depth }, (_, level) => rows.map((cells) => cells[level]));
    },
  };
}

/** A column of names that may be left out; a missing name stays blank. */
export function labels(text: ParameterText): Parameter<readonly string[] | undefined> {
  const column = columnParameter(
    text,
    { takes: "key", keepsMissing: true },
    (cell, place) => readKey(cell, place) ?? "",
  );
  return {
    ...column,
    optional: true,
    absent: () => undefined,
    read: (argument, name, context) => column.read(argument, name, context).values,
  };
}
