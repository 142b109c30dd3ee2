import type { Argument, FunctionRow } from "@tallykit/sheet";

import type { Language } from "../text/language.ts";

/** The call that a page begins with: its first example, with titles in the page's language. */
export function firstCall(row: FunctionRow, language: Language): readonly Argument[] {
  const [first] = row.examples;
  const chinese = row.examples.find(({ arguments: given }) => /\p{Script=Han}/u.test(JSON.stringify(given)));
  const given = (language === "zh" ? (chinese ?? first) : first).arguments;
  return language === "zh" ? (inLanguage(row, given, language) ?? given) : given;
}

/** A call with its titles in a language; `undefined` where the function has no titles. */
export function inLanguage(
  { parameters }: FunctionRow,
  given: readonly Argument[],
  language: Language,
): readonly Argument[] | undefined {
  const place = Object.keys(parameters).indexOf("headers");
  if (place < 0) return undefined;
  return Array.from({ length: Math.max(given.length, place + 1) }, (_, index) =>
    index === place ? language : (given[index] ?? null),
  );
}
