import { readFileSync } from "node:fs";

import type { ErrorCode } from "@tallykit/core";
import { describe, expect, test } from "vitest";

import { refusalOf } from "../../../sheet/src/cell/refusal.ts";

import { functionList } from "../../../workbook/src/functionHelp.ts";
import { cellErrorOf } from "../parts/cellErrorOf.ts";
import { errorTexts } from "./errorTexts.ts";
import { familyTexts } from "./language.ts";
import { words } from "./words.ts";
/** The errors of the README's table: the codes of each row, and what a cell shows for them. */
const readmeRows = Array.from(
  readFileSync("README.md", "utf8").matchAll(/^\| (.*?) *\| (`[a-z].*?) *\| `(#[^`]+)`.*\|$/gm),
  ([, , codes = "", cell = ""]) => ({ codes: codes.match(/\w+/g) ?? [], cell }),
);

const codes = Object.keys(errorTexts) as ErrorCode[];

describe("the words of errors", () => {
  test.each(codes)("%s: its formula gives what a cell shows for it", (code) => {
    expect(cellErrorOf(errorTexts[code])).toBe(refusalOf({ code, requirement: "" }).code);
  });

  test("agree with the README about what a cell shows", () => {
    expect(readmeRows.length).toBe(4);
    for (const { codes, cell } of readmeRows) {
      for (const code of codes)
        expect([code, cellErrorOf(errorTexts[code as ErrorCode])]).toEqual([code, cell]);
    }
  });
});

test("the families are called what the command calls them", () => {
  for (const language of ["en", "zh"] as const) {
    const titles = functionList(language)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(" "));
    expect(Object.values(familyTexts).map((text) => text[language])).toEqual(titles);
  }
});

test("every text is there in both languages", () => {
  const texts = [
    ...Object.values(words),
    ...Object.values(errorTexts).flatMap(({ meaning, remedy }) => [meaning, remedy]),
  ];
  for (const { en, zh } of texts) {
    expect(en).toMatch(/[A-Za-z]/);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});
