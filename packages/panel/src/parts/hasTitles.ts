import type { FunctionRow } from "@tallykit/sheet";

/** Tells whether the first row of a function's result holds titles, by the word that was given for them. */
export function hasTitles({ parameters }: FunctionRow, given: readonly unknown[]): boolean {
  const at = Object.keys(parameters).indexOf("headers");
  if (at === -1) return false;
  const word = given[at] ?? parameters["headers"]?.defaultText;
  return word !== "none" && word !== parameters["headers"]?.choices?.["none"];
}
