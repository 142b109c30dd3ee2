/** A piece of a formula: code, or something in which nothing may be changed. */
interface FormulaPiece {
  /** The text. */
  readonly text: string;
  /** Whether it is code: no text in quotes, no quoted sheet name, no brackets of a table or another workbook. */
  readonly isCode: boolean;
}

const [openBracket, closeBracket] = ["[", "]"];

/** Splits a formula into code and what must stay as it is. */
function formulaPieces(formula: string): readonly FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let from = 0;
  for (let at = 0; at < formula.length;) {
    const character = formula[at];
    if (character !== '"' && character !== "'" && character !== openBracket) {
      at += 1;
      continue;
    }
    const end = character === openBracket ? afterBrackets(formula, at) : afterQuotes(formula, at, character);
    if (at > from) pieces.push({ text: formula.slice(from, at), isCode: true });
    pieces.push({ text: formula.slice(at, end), isCode: false });
    [from, at] = [end, end];
  }
  if (from < formula.length) pieces.push({ text: formula.slice(from), isCode: true });
  return pieces;
}

/** Changes the code of a formula and nothing else. */
export function mapCode(formula: string, change: (code: string) => string): string {
  if (!/["'[]/.test(formula)) return change(formula);
  return formulaPieces(formula)
    .map(({ text, isCode }) => (isCode ? change(text) : text))
    .join("");
}

/** Where a text in quotes ends; a doubled quote closes and opens again at once, so it needs no care. */
export function afterQuotes(formula: string, at: number, quote: string): number {
  const close = formula.indexOf(quote, at + 1);
  return close === -1 ? formula.length : close + 1;
}

/**
 * Where brackets end that start here.
 *
 * They nest in references to tables, and an apostrophe takes the meaning from the character after it.
 */
export function afterBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === "'") at += 1;
    else if (character === openBracket) depth += 1;
    else if (character === closeBracket) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return formula.length;
}
