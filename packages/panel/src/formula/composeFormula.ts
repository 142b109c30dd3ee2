import { type Example, formulaOf, type FunctionRow } from "@tallykit/sheet";

import type { ReadArgument } from "./readFormulaArgument.ts";
import { referenceText } from "./references.ts";

/** A call to be written as a formula. */
export interface ComposedCall {
  /** What stands before the dot: `TALLY`. */
  readonly namespace: string;
  /** The function. */
  readonly id: string;
  /** Its arguments in order. */
  readonly given: readonly ReadArgument[];
  /** The sheet that the formula will be on, whose own references need no name of a sheet. */
  readonly sheet?: string;
}

/**
 * A formula as people type it; arguments at the end that are left out are not written.
 *
 * @example
 * composeFormula({ namespace: "TALLY", id: "COVERAGE_RATE", given: [{ kind: "value", value: 1, text: "1" }] }) //=> "=TALLY.COVERAGE_RATE(1)"
 */
export function composeFormula({ namespace, id, given, sheet }: ComposedCall): string {
  const texts = given.map((argument) => argumentText(argument, sheet));
  while (texts.at(-1) === "") texts.pop();
  return `=${namespace}.${id}(${texts.join(",")})`;
}

/** An argument as a formula on the sheet writes it; a question mark for one that cannot be used. */
function argumentText(argument: ReadArgument, sheet: string | undefined): string {
  switch (argument.kind) {
    case "absent":
      return "";
    case "refused":
      return "?";
    case "value":
      return argument.text;
    case "reference":
      return referenceText(argument.reference, sheet) + (argument.isText ? '&""' : "");
  }
}

/** The formula of an example, as people type it where the functions have this namespace. */
export function exampleFormula({ id }: FunctionRow, example: Example, namespace: string): string {
  return formulaOf(id, example.arguments).replace(/^=TALLY\./, `=${namespace}.`);
}
