import { expect, test } from "vitest";

import { searchIndex } from "../site/searchIndex.ts";
import { findPages } from "./searchEntry.ts";

const index = searchIndex();
const found = (language: "en" | "zh", question: string): string[] =>
  findPages(index[language], question).map(({ title }) => title);

test.each([
  ["en", "FUNDING_SPLIT", "FUNDING_SPLIT"],
  ["en", "fundingSplit", "FUNDING_SPLIT"],
  ["en", "funding split", "FUNDING_SPLIT"],
  ["en", "rounding", "Exactness and rounding"],
  ["en", "largest remainder", "Splitting money fairly"],
  ["en", "覆盖率", "COVERAGE_TEXT"],
  ["zh", "覆盖率", "如实计算覆盖率"],
  ["zh", "保底", "公平分配资金"],
  ["zh", "ｃｏｖｅｒａｇｅ＿ｒａｔｅ", "COVERAGE_RATE"],
] as const)("in %s, %s finds %s among the first three", (language, question, title) => {
  expect(found(language, question).slice(0, 3)).toContain(title);
});

test("nothing finds nothing, nor does a word that is nowhere beside one that is", () => {
  expect([found("en", " "), found("en", "coverage xyzzy")]).toEqual([[], []]);
});
