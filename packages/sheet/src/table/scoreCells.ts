import type { Fraction } from "@tallykit/core";

import {
  type Cell,
  type CellError,
  isCellError,
  isRange,
  type Range,
  type ResultCell,
} from "../cell/cell.ts";
import { flatCells, inShapeOf, isAllText, recordsOf, toColumn } from "../cell/ranges.ts";
import { isBlankOrZero, isMissing, type Place, readKey, readNumber, whereIs } from "../cell/reading.ts";
import { PassedError, Refusal } from "../cell/refusal.ts";
import { placeIn } from "./columns.ts";
import type { Kind, Parameter, ParameterText } from "./parameter.ts";

// Scores are read as the fifteen digits that a cell shows, so that a score and a boundary that look alike are equal.

/** A score, or nothing where the cell is missing. */
type ReportedScore = Fraction | undefined;

function readScore(cell: Cell, place: Place): ReportedScore {
  return isMissing(cell) ? undefined : readNumber(cell, place);
}

/** One score a row, and how results go back beside them. */
export interface ScoreColumn {
  /** The scores, without the blank rows at the end. */
  readonly scores: readonly ReportedScore[];
  /**
   * Puts one result a row in the column's shape. A row left out at the end stays blank; it may hold 0, which a host may
   * hand over for a blank, so a 0 there is given no place that it may not have.
   */
  readonly inShape: (id: string, results: readonly (ResultCell | undefined)[]) => unknown;
}

/** A column of scores of which some may be missing. */
export function scoreColumn(text: ParameterText): Parameter<ScoreColumn> {
  return {
    text,
    shape: "column",
    takes: "number",
    keepsMissing: true,
    optional: false,
    zerosCount: true,
    records: recordsOf,
    read: (argument, name, { rows }) => {
      const column = toColumn(argument, name);
      const placeOf = (index: number): Place => placeIn(column, name, index);
      return {
        scores: column.cells.slice(0, rows).map((cell, index) => readScore(cell, placeOf(index))),
        inShape: (id, results) =>
          inShapeOf(
            column,
            column.cells.map((_, index) => {
              return index < rows ? (results[index] ?? noScore(id, placeOf(index))) : "";
            }),
          ),
      };
    },
  };
}

function noScore(id: string, place: Place): CellError {
  return { error: "#N/A", message: `${id} requires a number in ${whereIs(place)}; the cell is missing.` };
}

/** The scores of one unit, and where they stand. */
export interface ScoreRow {
  /** A score a column. */
  readonly scores: readonly ReportedScore[];
  /** Where a column's score stands, for the words of a refusal. */
  readonly placeOf: (column: number) => string;
  /** Whether it is one of the rows at the end that hold nothing. */
  readonly isBlank: boolean;
}

/** A table of scores: a row a unit, a column a dimension or a review; some may be missing. */
export function scoreTable(text: ParameterText): Parameter<readonly ScoreRow[]> {
  return {
    text,
    shape: "table",
    takes: "number",
    keepsMissing: true,
    optional: false,
    records: () => undefined,
    read: (argument, name) => {
      const range: Range = isRange(argument) ? argument : [[argument]];
      const numbersAsText = isAllText(flatCells(range));
      const filled = lengthOf(range, (cells) => !cells.every(isMissing));
      if (filled === 0) throw new Refusal("#N/A", `at least one number in ${name}`);
      return range.map((cells, row) => {
        const placeOf = (column: number): Place => ({
          name,
          row: row + 1,
          column: column + 1,
          numbersAsText,
        });
        return {
          scores: cells.map((cell, column) => readScore(cell, placeOf(column))),
          placeOf: (column) => whereIs(placeOf(column)),
          isBlank: row >= filled,
        };
      });
    },
  };
}

/** Scores of any shape, each answered by itself: what is wrong with one stands in its cell alone. */
export interface EachScore {
  /** Puts the answer for each score in its place. */
  readonly answered: (id: string, answer: (score: Fraction) => ResultCell | undefined) => unknown;
}

/** A score, or a range of scores of any shape. */
export function eachScore(text: ParameterText): Parameter<EachScore> {
  return {
    text,
    shape: "table",
    takes: "number",
    keepsMissing: false,
    optional: false,
    records: () => undefined,
    read: (argument, name) => ({
      answered: (id, answer) => {
        if (!isRange(argument)) return answeredCell(id, argument, { name }, answer);
        const numbersAsText = isAllText(flatCells(argument));
        const [rows, columns] = [argument.length, argument[0]?.length ?? 0];
        return argument.map((cells, row) =>
          cells.map((cell, column) => {
            const place = {
              name,
              ...(rows > 1 ? { row: row + 1 } : {}),
              ...(columns > 1 ? { column: column + 1 } : {}),
              numbersAsText,
            };
            return answeredCell(id, cell, place, answer);
          }),
        );
      },
    }),
  };
}

function answeredCell(
  id: string,
  cell: Cell,
  place: Place,
  answer: (score: Fraction) => ResultCell | undefined,
): ResultCell {
  try {
    const found = answer(readNumber(cell, place));
    if (found !== undefined) return found;
    return { error: "#N/A", message: `${id} requires ${whereIs(place)} to reach the lowest bound.` };
  } catch (error) {
    if (error instanceof PassedError) return error.cell;
    if (error instanceof Refusal) return { error: error.code, message: `${id} requires ${error.message}.` };
    throw error;
  }
}

/** A list that stands beside the records of a call, with a length of its own. */
export interface List<Value> {
  /** How many cells were handed over. */
  readonly given: number;
  /** How many of them are left without those at the end that are blank or 0. */
  readonly filled: number;
  /** The parameter's name. */
  readonly name: string;
  /** Reads the first so many cells. */
  readonly first: (length: number) => readonly Value[];
}

/** A list apart from the records of a call, such as the weights of a table's columns. */
export function list<Value>(
  text: ParameterText,
  takes: Kind,
  readCell: (cell: Cell, place: Place) => Value,
): Parameter<List<Value>> {
  return {
    text,
    shape: "column",
    takes,
    keepsMissing: false,
    optional: false,
    records: () => undefined,
    read: (argument, name) => {
      const column = toColumn(argument, name);
      const passed = column.cells.find(isCellError);
      if (passed !== undefined) throw new PassedError(passed);
      return {
        name,
        given: column.cells.length,
        filled: lengthOf(column.cells, (cell) => !isBlankOrZero(cell)),
        first: (length) =>
          column.cells.slice(0, length).map((cell, index) => readCell(cell, placeIn(column, name, index))),
      };
    },
  };
}

/** How many values there are up to the last that counts. */
function lengthOf<Value>(values: readonly Value[], counts: (value: Value) => boolean): number {
  let length = values.length;
  for (; length > 0; length -= 1) {
    const last = values[length - 1];
    if (last !== undefined && counts(last)) break;
  }
  return length;
}

/** A name that must be there. */
export function readName(cell: Cell, place: Place): string {
  const key = readKey(cell, place);
  if (key === undefined) throw new Refusal("#N/A", `a name in ${whereIs(place)}; the cell is blank`);
  return key;
}

/** Two lists that belong together, cell by cell; cells at the end that are blank or 0 in both do not count. */
export function pairs<One, Other>(one: List<One>, other: List<Other>): readonly (readonly [One, Other])[] {
  if (one.given !== other.given) {
    const requirement = `${other.name} to have as many rows as ${one.name} (${one.given}); found ${other.given}`;
    throw new Refusal("#VALUE!", requirement);
  }
  const length = Math.max(one.filled, other.filled);
  if (length === 0) throw new Refusal("#N/A", `at least one name in ${other.name}`);
  const others = other.first(length);
  return one.first(length).flatMap((value, index) => {
    const beside = others[index];
    return beside === undefined ? [] : [[value, beside] as const];
  });
}

/** A list with one cell for each column of a table of scores, or for each of something else. */
export function oneForEach<Value>(
  cells: List<Value>,
  wanted: number,
  each = "each column of scores",
): readonly Value[] {
  if (cells.given !== wanted) {
    const requirement = `${cells.name} to have one cell for ${each} (${wanted}); found ${cells.given}`;
    throw new Refusal("#VALUE!", requirement);
  }
  return cells.first(wanted);
}
