import { parseAddress, sheetLimits } from "@tallykit/sheet/book";

/** What a token of a formula is. */
type TokenKind = "space" | "text" | "error" | "reference" | "number" | "word" | "operator" | "bracket";

/** A piece of a formula that means something by itself. */
export interface Token {
  /** What it is. */
  readonly kind: TokenKind;
  /** Its text. */
  readonly text: string;
}

const errors = ["N/A", "VALUE!", "REF!", "DIV/0!", "NUM!", "NAME\\?", "NULL!"].join("|");
const sheet = String.raw`(?:'(?:[^'[\]:]|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const columns = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const rows = String.raw`\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}`;
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ["space", /[ \n\r\t]+/y],
  ["text", /"(?:[^"]|"")*"/y],
  ["error", new RegExp(`#(?:${errors})`, "iy")],
  [
    "reference",
    new RegExp(String.raw`(?:${sheet})?(?:${columns}|${rows}|${cell})(?![\p{L}\p{N}_.(!])`, "uy"),
  ],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?(?![\p{L}\p{N}_.])/uy],
  ["word", /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*(?![!.])/uy],
  ["operator", /<=|>=|<>|[-+*/^&=<>%:]/y],
  ["bracket", /[(){},;]/y],
];

/** The tokens of a formula; `undefined` where it holds something that is none. */
export function formulaTokens(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    if (token === undefined) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text === undefined) continue;
    // What reads like a cell but lies beyond the last one is a word, and a file may not hold it as anything else.
    if (kind === "reference" && !isOnSheet(text)) return undefined;
    return { kind, text };
  }
  return undefined;
}

function isOnSheet(reference: string): boolean {
  const corners = reference
    .slice(reference.lastIndexOf("!") + 1)
    .replaceAll("$", "")
    .split(":");
  return corners.every((corner) => {
    if (/^\d+$/.test(corner)) return Number(corner) <= sheetLimits.rows;
    return parseAddress(/\d/.test(corner) ? corner : `${corner}1`) !== undefined;
  });
}
