import type { Count, DateSystem, Fraction } from "@tallykit/core";

import { type Argument, type Cell, isCellError, isRange } from "../cell/cell.ts";
import {
  describe,
  isMissing,
  type Place,
  readAmount,
  readCount,
  readDateSerial,
  readNumber,
  whereIs,
} from "../cell/reading.ts";
import { PassedError, Refusal } from "../cell/refusal.ts";
import type { CellParameter, Choices, Kind, ParameterText } from "./parameter.ts";

/** A parameter of one cell, from what reads the cell. */
export function cellParameter<Value>(
  text: ParameterText,
  takes: Kind,
  readCell: (cell: Cell, place: Place) => Value,
  choices?: Choices,
): CellParameter<Value> {
  return {
    text,
    shape: "cell",
    takes,
    keepsMissing: false,
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
  return cellParameter(text, "number", readNumber);
}

/** An amount: a number of which no whole unit may get lost. */
export function amounts(text: ParameterText): CellParameter<Fraction> {
  return cellParameter(text, "number", readAmount);
}

/** A whole number from 0 to 2^53-1. */
export function counts(text: ParameterText): CellParameter<Count> {
  return cellParameter(text, "number", readCount);
}

/** A date, as the serial number of its day. */
export function dateSerial(text: ParameterText): CellParameter<number> {
  return cellParameter(text, "date", (cell, place) => {
    const serial = readDateSerial(cell, place);
    if (serial === undefined)
      throw new Refusal("#N/A", `a date in ${whereIs(place)}; the cell is blank or 0`);
    return serial;
  });
}

/** The parameter that says from which day serial numbers count. */
export function dateSystem(): CellParameter<DateSystem> {
  const text = {
    zhName: "日期系统",
    en: "The workbook's date system: 1900 or 1904.",
    zh: "工作簿的日期系统：1900 或 1904。",
  };
  const readSystem = (cell: Cell, place: Place): DateSystem => {
    const { numerator, denominator } = readNumber(cell, place);
    if (denominator === 1n && numerator === 1900n) return 1900;
    if (denominator === 1n && numerator === 1904n) return 1904;
    const found = typeof cell === "number" ? String(cell) : describe(cell);
    throw new Refusal("#VALUE!", `${whereIs(place)} to be 1900 or 1904; found ${found}`);
  };
  return withDefault(cellParameter(text, "number", readSystem), 1900, "1900");
}

/** One word of a list, in English or Chinese, in either case. */
export function choice<Choice extends string>(
  text: ParameterText,
  choices: Choices<Choice>,
): CellParameter<Choice> {
  return cellParameter(text, "word", (cell, place) => readChoice(cell, place, choices), choices);
}

/** Reads one word of a list, in English or Chinese, in either case. */
export function readChoice<Choice extends string>(
  cell: Cell,
  place: Place,
  choices: Choices<Choice>,
): Choice {
  if (isCellError(cell)) throw new PassedError(cell);
  const words = Object.keys(choices) as Choice[];
  const asked = typeof cell === "string" ? cell.trim().toLowerCase() : undefined;
  const found = words.find((word) => word === asked || choices[word] === asked);
  if (found !== undefined) return found;
  const given = typeof cell === "number" ? String(cell) : describe(cell);
  throw new Refusal("#VALUE!", `${whereIs(place)} to be one of ${words.join(", ")}; found ${given}`);
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

/** Lets the cell of a parameter be blank, though it may not be left out. */
export function orBlank<Value>(parameter: CellParameter<Value>): CellParameter<Value | undefined> {
  const readCell = (cell: Cell, place: Place): Value | undefined =>
    isMissing(cell) ? undefined : parameter.readCell(cell, place);
  return cellParameter<Value | undefined>(parameter.text, parameter.takes, readCell, parameter.choices);
}

/** Lets a parameter be left out, or its cell be blank. */
export function optional<Value>(parameter: CellParameter<Value>): CellParameter<Value | undefined> {
  return { ...parameter, optional: true, absent: () => undefined };
}
