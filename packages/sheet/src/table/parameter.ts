import type { Argument, Cell, Range } from "../cell/cell.ts";
import type { Place } from "../cell/reading.ts";

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
  /** Whether every range holds text only, as where all of them are handed over as `range&""`. */
  readonly isAllText: () => boolean;
  /** Whether every cell of a record is blank or 0, which is how a blank row may look. */
  readonly isEmptyRow: (row: number) => boolean;
}

/** What the cells of an argument are taken for. */
export type Kind = "number" | "date" | "word" | "key" | "flag" | "anything";

/** One parameter of a spreadsheet function: what people read about it and how its argument is read. */
export interface Parameter<Value> {
  /** What people read. */
  readonly text: ParameterText;
  /** Whether it takes one cell, a column, or a table with one record a row. */
  readonly shape: "cell" | "column" | "table";
  /** What its cells are taken for. */
  readonly takes: Kind;
  /** Whether a missing cell is kept as missing, for a status to tell; elsewhere it is refused. */
  readonly keepsMissing: boolean;
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
  /** One cell. */
  readonly shape: "cell";
  /** Reads one cell. */
  readonly readCell: (cell: Cell, place: Place) => Value;
}
