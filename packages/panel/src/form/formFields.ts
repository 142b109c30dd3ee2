import { formulaOf, type FunctionRow, type Parameter } from "@tallykit/sheet";

import { callParts } from "../formula/callParts.ts";
import type { ReadArgument } from "../formula/readFormulaArgument.ts";
import { readTypedArgument } from "../formula/readTypedArgument.ts";
import { referenceText } from "../formula/references.ts";
import type { Language } from "../texts/texts.ts";

/** What the fields of a form hold, by the names of the parameters. */
export type FieldTexts = Readonly<Record<string, string>>;

/** The fields as arguments, in the order of the parameters. */
export function readFields({ parameters }: FunctionRow, texts: FieldTexts): readonly ReadArgument[] {
  return Object.entries(parameters).map(([name, parameter]) =>
    readTypedArgument(texts[name] ?? "", parameter),
  );
}

/** What the fields begin with: titles and words of the result in the language of the panel, where that is no default. */
export function firstFields({ parameters }: FunctionRow, language: Language): FieldTexts {
  const worded = Object.entries(parameters).filter(
    ([, { choices, defaultText }]) =>
      choices !== undefined && language in choices && defaultText !== language,
  );
  return Object.fromEntries(worded.map(([name]) => [name, language]));
}

/** The first example of a function as the texts of its fields. */
export function exampleFields(row: FunctionRow): FieldTexts {
  const names = Object.keys(row.parameters);
  const args = callParts(formulaOf(row.id, row.examples[0].arguments))?.args ?? [];
  return Object.fromEntries(args.map((text, index) => [names[index] ?? "", text]));
}

/** The fields with the name of a sheet before every reference that has none, once another sheet comes to the front. */
export function onSheet({ parameters }: FunctionRow, texts: FieldTexts, sheet: string): FieldTexts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, textOnSheet(text, parameters[name], sheet)]),
  );
}

function textOnSheet(text: string, parameter: Parameter<unknown> | undefined, sheet: string): string {
  const read = parameter && readTypedArgument(text, parameter);
  if (read?.kind !== "reference" || read.reference.sheet !== undefined) return text;
  return referenceText({ sheet, ...read.reference }) + (read.isText ? '&""' : "");
}
