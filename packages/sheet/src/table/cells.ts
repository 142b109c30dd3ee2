import type { Count, Fraction } from "@tallykit/core";

import { type Argument, type Cell, isCellError, isRange } from "../cell/cell.ts";
import { describe, type Place, readAmount, readCount, readNumber, whereIs } from "../cell/reading.ts";
import { PassedError, Refusal } from "../cell/refusal.ts";
import type { CellParameter, Choices, ParameterText } from "./parameter.ts";

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

/** An amount: a number of which no whole unit may get lost. */
export function amounts(text: ParameterText): CellParameter<Fraction> {
  return cellParameter(text, readAmount);
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
