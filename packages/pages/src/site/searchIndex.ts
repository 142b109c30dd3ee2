import { type FunctionRow, table } from "@tallykit/sheet";

import { type Guide, fencesOf } from "../guides/guide.ts";
import type { SearchEntry } from "../search/searchEntry.ts";
import { familyTexts, type Language } from "../text/language.ts";
import { guidesIn } from "./guidePages.ts";
import { functionPlace, guidePlace } from "./places.ts";

/** What the search of each language knows: every function and every guide. */
export function searchIndex(): Readonly<Record<Language, readonly SearchEntry[]>> {
  const entriesIn = (language: Language): readonly SearchEntry[] => [
    ...guidesIn(language).map(guideEntry),
    ...table.map((row) => functionEntry(row, language)),
  ];
  return { en: entriesIn("en"), zh: entriesIn("zh") };
}

/** A function is found by its names and sentences in both languages, and by its parameters. */
function functionEntry(row: FunctionRow, language: Language): SearchEntry {
  const parameters = Object.entries(row.parameters).flatMap(([name, { text, choices }]) => [
    name,
    text.zhName,
    ...Object.entries(choices ?? {}).flat(),
  ]);
  const family = familyTexts[row.family];
  const both = [row.summary.en, row.summary.zh, family.en, family.zh];
  return {
    path: functionPlace(language, row.id).path,
    title: row.id,
    about: row.summary[language],
    words: [row.calculator, ...both, ...parameters].join(" "),
  };
}

/** A guide is found by its headings, its words and what its fences call. */
function guideEntry(guide: Guide): SearchEntry {
  const { name, language, title, lead, text } = guide;
  const plain = text.replace(/```[\s\S]*?```|<!--[\s\S]*?-->|[`*#|]/g, " ");
  const called = fencesOf(guide).flatMap(({ code }) => code.match(/[A-Z]+(?:_[A-Z]+)+/g) ?? []);
  return {
    path: guidePlace(language, name).path,
    title,
    about: lead,
    words: [plain, ...new Set(called)].join(" ").replace(/\s+/g, " "),
  };
}
