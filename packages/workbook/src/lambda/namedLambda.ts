import type { Texts } from "@tallykit/sheet";

/** A parameter of a named LAMBDA. */
export interface LambdaParameter extends Texts {
  /** Its name. */
  readonly name: string;
}

/** A function that a workbook brings along as a defined name, so that Excel needs no add-in for it. */
export interface NamedLambda {
  /** What follows the prefix in its name. */
  readonly name: string;
  /** The call of the table's function that gives the same. */
  readonly same: string;
  /** One sentence. */
  readonly summary: Texts;
  /** What it takes, in order. */
  readonly parameters: readonly LambdaParameter[];
  /** What it refuses that the table's function takes. */
  readonly limits: Texts;
  /** What it comes to, as people type it, without the LAMBDA around it. */
  readonly body: string;
  /** The arguments of an example as people type them, and what it comes to: a value, or a column of them. */
  readonly example: {
    readonly arguments: readonly string[];
    readonly value: number | string | readonly (readonly number[])[];
    readonly format?: string;
  };
}

/** A function of the table that no named LAMBDA stands in for, and why. */
export interface LeftOut extends Texts {
  /** The functions. */
  readonly ids: readonly string[];
}

/** What stands before the names, so that they never hide those of the add-in. */
export const lambdaPrefix = "TALLYX.";

/** The LAMBDA as people type it. */
export function typedLambda({ parameters, body }: NamedLambda): string {
  return `LAMBDA(${[...parameters.map(({ name }) => name), body].join(",")})`;
}

/** Functions that a file stores with a prefix, since they came after the format. */
const laterFunctions = /(?<![\p{L}\p{N}_.])(LAMBDA|LET|REDUCE|SCAN|MAP|SEQUENCE|VSTACK)(?=\()/gu;
const text = /"[^"]*"/g;

/** The LAMBDA as a file stores it: with prefixes on later functions, and on every word that LAMBDA and LET bring in. */
export function storedLambda(lambda: NamedLambda): string {
  const typed = typedLambda(lambda);
  const code = typed.replace(text, (found) => " ".repeat(found.length));
  const words = new Set(lambda.parameters.map(({ name }) => name));
  for (const [, inside = ""] of code.matchAll(/\bLAMBDA\(((?:[a-z][A-Za-z]*,)+)/g)) {
    for (const word of inside.split(",")) words.add(word);
  }
  // What LET brings in stands before a comma, after its bracket or after the value before it.
  for (const [, word = ""] of code.matchAll(/[(,]([a-z][A-Za-z]*),/g)) words.add(word);
  words.delete("");
  const ours = new RegExp(`(?<![\\p{L}\\p{N}_.])(${[...words].join("|")})(?![\\p{L}\\p{N}_.(])`, "gu");
  let from = 0;
  let stored = "";
  const encode = (piece: string): string =>
    piece.replace(laterFunctions, "_xlfn.$1").replace(ours, "_xlpm.$1");
  for (const { 0: found, index } of typed.matchAll(text)) {
    stored += encode(typed.slice(from, index)) + found;
    from = index + found.length;
  }
  return stored + encode(typed.slice(from));
}
