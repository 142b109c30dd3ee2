import { withoutSpillOperators } from "./spillOperators.ts";

/** What tells whether the engine can calculate a formula. */
export interface Knowledge {
  /** The functions of the engine and ours, in upper case. */
  readonly functions: ReadonlySet<string>;
  /** Whether the workbook counts days from 1904. */
  readonly from1904: boolean;
  /** The names of the workbook, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Why the engine cannot calculate some of the names. */
  readonly beyond?: ReadonlyMap<string, string>;
}

/** Why the engine cannot calculate a formula. */
export interface Beyond {
  /** The reason, as the end of a sentence. */
  readonly reason: string;
  /** Whether the engine would say so itself; of the others it makes a wrong value or a wrong error. */
  readonly isTold: boolean;
}

const cells = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})?`;
/** What the engine misreads, in a formula without its texts and with plain words for the names of sheets in quotes. */
const misread: readonly (readonly [RegExp, string])[] = [
  [/\[[^[\]]*\][^\s!"'()[\],;{}]*!/u, "it refers to another workbook"],
  [/[\p{L}\p{N}_.]:[\p{L}_][\p{L}\p{N}_.]*!/u, "it refers to several sheets at once"],
  [/[(,]\s*\[[\p{L}_][\p{L}\p{N}_]*\]\s*,/u, "it has a parameter that may be left out"],
  [/\[/, "it refers to a table that is not in the workbook"],
  [
    /\)\s*:|:\s*[\p{L}_][\p{L}\p{N}_.]*\(|:[\p{L}\p{N}_$]+:/u,
    "it makes a range out of functions or of ranges",
  ],
  [
    new RegExp(String.raw`(?<![\p{L}\p{N}_.$:])${cells}\s+${cells}(?![\p{L}\p{N}_.(!])`, "u"),
    "it asks where ranges cross",
  ],
  [
    /#(?!REF!|N\/A|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA)|@/u,
    "it uses # or @ on more than a cell, a range or a name",
  ],
];
/** A text in quotes, or the name of a sheet. */
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
const call = /(?<![\p{L}\p{N}_.\\!])([\p{L}_\\][\p{L}\p{N}_.\\]*)\s*\(/gu;
/** Functions that read a number as a day, or give one. */
const countsDays =
  /\b(?:DATE|DATEVALUE|DATEDIF|DAY|DAYS360|MONTH|YEAR|YEARFRAC|EDATE|EOMONTH|TODAY|NOW|WEEKDAY|WEEKNUM|ISOWEEKNUM|(?:NETWORKDAYS|WORKDAY)(?:\.INTL)?)\s*\(/i;
const showsDate = /\bTEXT\s*\([^"]*"[^"]*[ymd]/i;
/** Functions that are handed a function. */
const handed = /\b(?:MAP|REDUCE|SCAN|BYROW|BYCOL|MAKEARRAY)\s*\(/i;
const handedName = /,\s*([A-Za-z][A-Za-z0-9.]*)\s*\)/g;
const ofTheLanguage = new Set(["LET", "LAMBDA"]);

/** Why the engine cannot calculate a formula; nothing where it can, or where only the engine finds out. */
export function beyondEngine(
  formula: string,
  { functions, names, beyond, from1904 }: Knowledge,
): Beyond | undefined {
  const bare = withoutSpillOperators(formula).replace(quoted, plainText);
  const found = misread.find(([pattern]) => pattern.test(bare));
  if (found !== undefined) return { reason: found[1], isTold: false };
  if (from1904 && (countsDays.test(bare) || showsDate.test(formula))) {
    return { reason: "the workbook counts days from 1904", isTold: false };
  }
  const reason = beyond && nameIn(bare, beyond);
  if (reason !== undefined) return { reason, isTold: false };
  for (const [, name = ""] of bare.matchAll(call)) {
    const isKnown =
      functions.has(name.toUpperCase()) ||
      ofTheLanguage.has(name.toUpperCase()) ||
      names.has(name.toLowerCase());
    if (isKnown) continue;
    // What LET or LAMBDA brings in may be called like a function; the engine cannot.
    const shown = name.replace(/^_xldudf_/i, "");
    return { reason: `it calls ${shown}, which is not known here`, isTold: true };
  }
  if (!handed.test(bare)) return undefined;
  const isFunction = Array.from(bare.matchAll(handedName), ([, name = ""]) => name).some(
    (name) => functions.has(name.toUpperCase()) && !names.has(name.toLowerCase()) && !isParameter(bare, name),
  );
  return isFunction ? { reason: "it hands a function over by its name", isTold: true } : undefined;
}

/** A text without what it says; the name of a sheet without what needs quotes, but for what tells of books and sheets. */
function plainText(text: string): string {
  if (text.startsWith('"')) return '""';
  return text.includes("[") ? "[]" : text.includes(":") ? "s:s" : "s";
}

/** The reason against the first name that a formula uses and the engine cannot calculate. */
function nameIn(bare: string, beyond: ReadonlyMap<string, string>): string | undefined {
  if (beyond.size === 0) return undefined;
  for (const [word] of bare.matchAll(/[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu)) {
    const reason = beyond.get(word.toLowerCase());
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Whether LET or LAMBDA brings a word in: it stands before a comma in their brackets. */
function isParameter(bare: string, name: string): boolean {
  return new RegExp(String.raw`[(,]\s*${name.replaceAll(".", String.raw`\.`)}\s*,`, "i").test(bare);
}
