/** A call in a formula. */
export interface FormulaCall {
  /** The function's name in upper case, as people type it: `SUM`, `TALLY.COVERAGE_RATE`. */
  readonly name: string;
  /** The whole call as it is written. */
  readonly text: string;
  /** Its arguments as they are written. */
  readonly args: readonly string[];
}

/** What a formula is made of, as far as a check asks. */
export interface FormulaParts {
  /** Its calls. */
  readonly calls: readonly FormulaCall[];
  /** Its references as they are written, each with its sheet where it names one. */
  readonly references: readonly string[];
  /** Its other words in lower case: names of the workbook, and of LET and LAMBDA. */
  readonly words: readonly string[];
  /** Whether it refers to a table or to another workbook. */
  readonly isElsewhere: boolean;
}

const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
const brackets = /\[[^\]]*\]/;
/** A parameter of LAMBDA that may be left out. */
const optionalName = /(?<=[(,]\s*)\[[\p{L}_][\p{L}\p{N}_]*\](?=\s*,)/gu;
const reference =
  /(?<![\p{L}\p{N}_.\\$!])(?:(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!)?(?:\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6})(?![\p{L}\p{N}_.\\(!])/gu;
const word = /(?<![\p{L}\p{N}_.\\$])[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.\\?!]|\s*\()/gu;
/** A name begins where nothing of a name stands before it, so that a long one is not tried anew at each letter. */
const beforeBracket = /(?<![\p{L}\p{N}_.\\])[\p{L}_\\][\p{L}\p{N}_.\\]*\s*$/u;

/** Takes a formula apart; texts in quotes are passed over. */
export function formulaParts(formula: string): FormulaParts {
  const code = formula.replace(quoted, (text) => (text.startsWith('"') ? blanked(text) : text));
  const references = Array.from(code.matchAll(reference), ([found]) => found);
  const bare = code.replace(reference, blanked).replace(quoted, blanked);
  const words = Array.from(bare.matchAll(word), ([found]) => found.toLowerCase());
  return {
    calls: callsOf(formula, code),
    references,
    words,
    isElsewhere: brackets.test(code.replace(optionalName, "")),
  };
}

/** As many spaces, so that what follows stays in its place. */
function blanked(text: string): string {
  return " ".repeat(text.length);
}

interface OpenCall {
  readonly name: string | undefined;
  readonly args: string[];
  /** Where its name begins. */
  readonly start: number;
  /** Where its next argument begins. */
  from: number;
}

/** The calls of a formula; `code` is the same formula with its texts blanked. */
function callsOf(formula: string, code: string): FormulaCall[] {
  const bare = code.replace(quoted, blanked);
  const calls: FormulaCall[] = [];
  const open: OpenCall[] = [];
  let wordFrom = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const character = bare[at];
    const last = open.at(-1);
    if (character === "(" || character === "{" || character === "[") {
      const name = character === "(" ? beforeBracket.exec(bare.slice(wordFrom, at))?.[0] : undefined;
      const start = at - (name?.length ?? 0);
      open.push({ name: name?.trim().toUpperCase(), args: [], start, from: at + 1 });
    } else if (character === "," && last !== undefined) {
      last.args.push(formula.slice(last.from, at).trim());
      last.from = at + 1;
    } else if (character === ")" || character === "}" || character === "]") {
      const closed = open.pop();
      if (closed?.name !== undefined) {
        const text = formula.slice(closed.start, at + 1);
        calls.push({ name: closed.name, text, args: argumentsOf(formula, closed, at) });
      }
    } else if (character !== undefined && /[\p{L}\p{N}_.\\\s]/u.test(character)) continue;
    wordFrom = at + 1;
  }
  return calls;
}

function argumentsOf(formula: string, { args, from }: OpenCall, end: number): string[] {
  const last = formula.slice(from, end).trim();
  return args.length === 0 && last === "" ? [] : [...args, last];
}
