import { type Count, type Fraction, type Weight, weightOf } from "@tallykit/core";

import { type Argument, type Cell, isCellError, isRange, type Range } from "../cell/cell.ts";
import { type Column, inShapeOf, toColumn } from "../cell/ranges.ts";
import {
  describe,
  isMissing,
  type Place,
  readCount,
  readKey,
  readNumber,
  readReported,
  whereIs,
} from "../cell/reading.ts";
import { PassedError, Refusal } from "../cell/refusal.ts";

/** A text in both languages. */
export interface Texts {
  /** English. */
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh: string;
}

/** What people read about a parameter; its English name is its key in the row. */
export interface ParameterText extends Texts {
  /** The Chinese name. */
  readonly zhName: string;
}

/** The words a choice is made of, each with its Chinese word. */
export type Choices<Choice extends string = string> = Readonly<Record<Choice, string>>;

/** What reading a parameter knows about the rest of the call. */
export interface CallContext {
  /** How many records the call has, once the blank ones at the end are left out. */
  readonly rows: number;
  /** Whether every cell of a record is blank or 0, which is how a blank row may look. */
  readonly isEmptyRow: (row: number) => boolean;
}

/** One parameter of a spreadsheet function: what people read about it and how its argument is read. */
export interface Parameter<Value> {
  /** What people read. */
  readonly text: ParameterText;
  /** Whether it takes one cell, a column, or a table with one record a row. */
  readonly shape: "cell" | "column" | "table";
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** The words it takes, if it is a choice. */
  readonly choices?: Choices;
  /** Its default as a reader sees it, where there is one. */
  readonly defaultText?: string;
  /** Reads the argument. */
  readonly read: (argument: Exclude<Argument, undefined>, name: string, context: CallContext) => Value;
  /** The cells it puts into each record of the call; `undefined` where it serves all records alike. */
  readonly records: (argument: Exclude<Argument, undefined>, name: string) => Range | undefined;
  /** Whether zeros alone say something, so that a call of nothing but zeros is not a blank one. */
  readonly zerosCount?: true;
  /** What it is when left out. */
  readonly absent?: () => Value;
}

/** A parameter that takes one cell, and says how that cell is read. */
export interface CellParameter<Value> extends Parameter<Value> {
  /**
   *
   */
  readonly shape: "cell";
  /** Reads one cell. */
  readonly readCell: (cell: Cell, place: Place) => Value;
}

function cellParameter<Value>(
  text: ParameterText,
  readCell: (cell: Cell, place: Place) => Value,
  choices?: Choices,
): CellParameter<Value> {
  return {
    text,
    shape: "cell",
    optional: false,
    ...(choices === undefined ? {} : { choices }),
    readCell,
    read: (argument, name) => readCell(singleCell(argument, name), { name }),
    records: () => undefined,
  };
}

function singleCell(argument: Exclude<Argument, undefined>, name: string): Cell {
  if (!isRange(argument)) return argument;
  const cells = argument.flat();
  const [cell = null] = cells;
  if (cells.length !== 1)
    throw new Refusal("#VALUE!", `one cell in ${name}; found a range of ${cells.length} cells`);
  return cell;
}

/** A number, read as the decimal its cell shows. */
export function number(text: ParameterText): CellParameter<Fraction> {
  return cellParameter(text, readNumber);
}

/** A whole number from 0 to 2^53-1. */
export function counts(text: ParameterText): CellParameter<Count> {
  return cellParameter(text, readCount);
}

/** One word of a list, in English or Chinese, in either case. */
export function choice<Choice extends string>(
  text: ParameterText,
  choices: Choices<Choice>,
): CellParameter<Choice> {
  const words = Object.keys(choices) as Choice[];
  const readChoice = (cell: Cell, place: Place): Choice => {
    if (isCellError(cell)) throw new PassedError(cell);
    const asked = typeof cell === "string" ? cell.trim().toLowerCase() : undefined;
    const found = words.find((word) => word === asked || choices[word] === asked);
    if (found !== undefined) return found;
    const given = typeof cell === "number" ? String(cell) : describe(cell);
    throw new Refusal("#VALUE!", `${whereIs(place)} to be one of ${words.join(", ")}; found ${given}`);
  };
  return cellParameter(text, readChoice, choices);
}

/** Which language column titles, labels and notes are in. */
export type Headers = "en" | "zh" | "none";

/** The parameter that chooses column titles. */
export function headers(): CellParameter<Headers> {
  const text = {
    zhName: "标题",
    en: "Column titles: en, zh or none (no title row, English words).",
    zh: "列标题：en、zh 或 none（无标题行，用英文）。",
  };
  return withDefault(choice(text, { en: "英文", zh: "中文", none: "无" }), "en", "en");
}

/** Lets a parameter be left out, or its cell be blank, for a default. */
export function withDefault<Value>(
  parameter: CellParameter<Value>,
  value: Value,
  defaultText: string,
): CellParameter<Value> {
  return { ...parameter, optional: true, defaultText, absent: () => value };
}

/** Lets a parameter be left out, or its cell be blank. */
export function optional<Value>(parameter: CellParameter<Value>): CellParameter<Value | undefined> {
  return { ...parameter, optional: true, absent: () => undefined };
}

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

function placeIn({ single, numbersAsText }: Column, name: string, index: number): Place {
  return single ? { name } : { name, row: index + 1, numbersAsText };
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
  return cell === 0 && isEmptyRow((place.row ?? 1) - 1) ? undefined : readKey(cell, place);
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
