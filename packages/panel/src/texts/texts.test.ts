import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { sayIn, type TextKey, texts } from "./texts.ts";

const keys = Object.keys(texts) as TextKey[];

test("both languages fill in the same words", () => {
  const slots = (text: string): string[] => (text.match(/\{[a-z]+\}/g) ?? []).sort();
  for (const key of keys) expect(slots(texts[key].zh), key).toEqual(slots(texts[key].en));
});

test("Chinese is Chinese, and English has none of it", () => {
  const han = /\p{Script=Han}/u;
  const inEnglish = keys.filter((key) => han.test(texts[key].en));
  expect(inEnglish).toEqual(["otherLanguage", "searchHint"]);
  const withoutHan = keys.filter((key) => !han.test(texts[key].zh.replace(/\{[a-z]+\}/g, "")));
  expect(withoutHan).toEqual(["otherLanguage", "hintRange"]);
});

test("every text is said somewhere", () => {
  const folder = new URL("../", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("texts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("");
  expect(keys.filter((key) => !sources.includes(`"${key}"`))).toEqual([]);
});

test("a text is said with its words", () => {
  expect(sayIn("en")("moreRows", { count: 3 })).toBe("and 3 more rows");
  expect(sayIn("zh")("occupied", { place: "B2", count: 3 })).toContain("B2 不是空的（3 个单元格");
});
