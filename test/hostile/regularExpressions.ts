import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";

/** A regular expression of the shipped sources, and where it stands. */
export interface FoundExpression {
  readonly place: string;
  readonly expression: RegExp;
}

/** What is shipped: packages, and the parts of the add-in that run in Excel. */
const folders = [
  "packages/core/src",
  "packages/sheet/src",
  "packages/panel/src",
  "packages/workbook/src",
  "addin/functions",
  "addin/page",
  "addin/pane",
];

function sourcesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    // A room that is not there yet, or no more.
    return [];
  }
  return names
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|laws)\.tsx?$|Fixtures/.test(name))
    .map((name) => join(folder, name));
}

/** Every regular expression that is written out in the shipped sources, and the places where one is made of text. */
export function shippedExpressions(): {
  readonly found: readonly FoundExpression[];
  readonly made: readonly string[];
} {
  const found: FoundExpression[] = [];
  const made: string[] = [];
  for (const file of folders.flatMap(sourcesIn)) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        found.push({ place, expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
      }
      const isMade =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText(source) === "RegExp";
      if (isMade) made.push(place);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { found, made };
}

const always = [
  "a",
  "A",
  "0",
  "1",
  " ",
  "\t",
  "\n",
  "-",
  "+",
  ".",
  ",",
  "e",
  "E",
  "'",
  '"',
  "<",
  "=",
  "/",
  "&",
  ";",
  "!",
  "(",
  "_",
  "$",
  "R",
  "#",
  "\u3000",
  "\u0301",
  "缺",
  "；",
];

/** Long texts that make an expression try again and again: what it is written with, repeated, and an end that does not fit. */
function attacksOn({ source }: RegExp, length: number): string[] {
  const letters = [
    ...new Set([...Array.from(source).filter((each) => !"\\^$*?()[]{}|".includes(each)), ...always]),
  ];
  const pairs = letters.slice(0, 12).flatMap((a) => letters.slice(0, 6).map((b) => a + b));
  const words = source.match(/[\w<="'-]{2,}/g) ?? [];
  return [...letters, ...pairs, ...words].flatMap((piece) => {
    const run = piece.repeat(Math.ceil(length / piece.length));
    return [`${run}\u0001`, `${words[0] ?? "x"}${run}\u0001`];
  });
}

/** How long an expression takes over a text, the shortest of some tries, in milliseconds. */
function timeOf(expression: RegExp, text: string, tries = 1): number {
  let least = Infinity;
  for (let left = tries; left > 0; left -= 1) {
    const again = new RegExp(expression.source, expression.flags);
    const started = performance.now();
    if (again.global) text.replace(again, "");
    else again.test(text);
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

/** Longer texts than this reach no expression over formulas: a formula has at most 8,192 characters. */
export const formulaLength = 8_192;

/**
 * The text over which an expression takes much longer than its length says, if there is one.
 *
 * A linear expression reads a hundred thousand characters in a few milliseconds; a quadratic one takes a hundred times as
 * long for ten times as many. What is quick over few characters and in proportion over more is let go at once.
 */
export function slowAttack(expression: RegExp, length = 24_000): string | undefined {
  return attacksOn(expression, length).find((text) => {
    if (timeOf(expression, text.slice(-1_500)) < 0.3) return false;
    if (timeOf(expression, text) < 40) return false;
    return timeOf(expression, text, 3) > 3 * timeOf(expression, text.slice(text.length / 2), 3);
  });
}

/** Whether an expression is done with any text as long as a formula before anybody notices. */
export function isQuickEnough(expression: RegExp): boolean {
  return attacksOn(expression, formulaLength).every((text) => {
    const isShort = timeOf(expression, text.slice(-1_000)) < 1;
    return isShort || timeOf(expression, text) < 500 || timeOf(expression, text, 3) < 500;
  });
}
