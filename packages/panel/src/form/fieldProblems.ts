import type { FunctionRow } from "@tallykit/sheet";

import type { ReadArgument, RefusedArgument } from "../formula/readFormulaArgument.ts";
import type { TextKey } from "../texts/texts.ts";

/** The words for each reason why a field cannot be used. */
const refusalTexts: Readonly<Record<RefusedArgument, TextKey>> = {
  wholeColumns: "refusedWholeColumns",
  number: "refusedNumber",
  digits: "refusedDigits",
  date: "refusedDate",
  flag: "refusedFlag",
  range: "refusedRange",
  quotes: "refusedQuotes",
  formula: "refusedFormula",
};

/** The parameters that must be filled in and are not. */
export function missingFields(
  { parameters }: FunctionRow,
  given: readonly ReadArgument[],
): readonly string[] {
  return Object.entries(parameters).flatMap(([name, { optional }], index) =>
    !optional && given[index]?.kind === "absent" ? [name] : [],
  );
}

/** What is wrong with each field, by the names of the parameters. */
export function fieldProblems(
  row: FunctionRow,
  given: readonly ReadArgument[],
): Readonly<Record<string, TextKey>> {
  const refused = Object.keys(row.parameters).flatMap((name, index) => {
    const read = given[index];
    return read?.kind === "refused" ? [[name, refusalTexts[read.because]] as const] : [];
  });
  return Object.fromEntries(refused);
}
