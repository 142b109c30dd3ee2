import { type Weight, weightOf } from "@tallykit/core";

import { type Argument, type Cell, isRange, type Range } from "../cell/cell.ts";
import { type Column, inShapeOf, toColumn } from "../cell/ranges.ts";
import { isMissing, type Place, readKey, readNumber, readReported, whereIs } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import type { CallContext, Parameter, ParameterText } from "./parameter.ts";

/** Values of a column, and how to put results back beside them. */
export interface ColumnValues<Value> {
  /** One value a row, without the blank rows at the end. */
  readonly values: readonly Value[];
  /** Puts one result a row in the column's shape; rows that were left out at the end stay blank, or 0 where they held 0. */
  readonly inShape: (results: readonly (number | string)[]) => unknown;
}

function columnParameter<Value>(
  text: ParameterText,
  readCell: (cell: Cell, place: Place, context: CallContext) => Value,
): Parameter<ColumnValues<Value>> {
  return {
    text,
    shape: "column",
    optional: false,
    records: (argument, name) => toColumn(argument, name).cells.map((cell) => [cell]),
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

function placeIn({ single, across, numbersAsText }: Column, name: string, index: number): Place {
  if (single) return { name };
  return across ? { name, column: index + 1, numbersAsText } : { name, row: index + 1, numbersAsText };
}

/** A column of weights. */
export function weights(text: ParameterText): Parameter<ColumnValues<Weight>> {
  const column = columnParameter(text, (cell, place) => {
    const value = readNumber(cell, place);
    if (value.numerator < 0n) throw new Refusal("#NUM!", `no negative number in ${whereIs(place)}`);
    return weightOf(value);
  });
  return { ...column, zerosCount: true };
}

/** A column of numbers that may be missing or no counts; the calculator judges them. */
export function reported(text: ParameterText): Parameter<ColumnValues<number | undefined>> {
  return columnParameter(text, readReported);
}

/** A column of keys: names, or numbers that stand for names. */
export function keys(text: ParameterText): Parameter<ColumnValues<string | undefined>> {
  return columnParameter(text, readKeyOfRecord);
}

/** A key, but for a 0 in a record of zeros, which is a blank that the host handed over as 0. */
function readKeyOfRecord(cell: Cell, place: Place, { isEmptyRow }: CallContext): string | undefined {
  return cell === 0 && isEmptyRow((place.row ?? place.column ?? 1) - 1) ? undefined : readKey(cell, place);
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

/** A table of keys, one record a row and one level a column, the highest first. */
export function levels(text: ParameterText): Parameter<readonly (readonly (string | undefined)[])[]> {
  const tableOf = (argument: Exclude<Argument, undefined>): Range =>
    isRange(argument) ? argument : [[argument]];
  return {
    text,
    shape: "table",
    optional: false,
    records: tableOf,
    read: (argument, name, context) => {
      const table = tableOf(argument);
      return Array.from({ length: table[0]?.length ?? 0 }, (_, level) =>
        table
          .slice(0, context.rows)
          .map((cells, row) => readKeyOfRecord(cells[level] ?? null, { name, row: row + 1 }, context)),
      );
    },
  };
}

/** A column of names that may be left out; a missing name stays blank. */
export function labels(text: ParameterText): Parameter<readonly string[] | undefined> {
  const column = columnParameter(text, (cell, place) => readKey(cell, place) ?? "");
  return {
    ...column,
    optional: true,
    absent: () => undefined,
    read: (argument, name, context) => column.read(argument, name, context).values,
  };
}
