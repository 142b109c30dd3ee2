import { exact, round, type RoundingRule } from "@tallykit/core";
import { describe, expect, test } from "vitest";

import { languages } from "../text/language.ts";
import { everyWord } from "./everyWord.ts";
import { excelBlock, misstated } from "./excelBlock.ts";
import { fencesOf, guideNames, readGuide } from "./guide.ts";
import { madePart } from "./madePart.ts";
import { slug } from "./slug.ts";

const names = guideNames();
/** The guides that tell how to install the add-ins have no formula to calculate here. */
const aboutInstalling = /^(?:excel-|wps$)/;
const aboutUse = names.filter((name) => !aboutInstalling.test(name));

test("every guide is there in both languages", () => {
  expect(aboutUse.length).toBeGreaterThanOrEqual(8);
  for (const name of names)
    for (const language of languages) expect(readGuide(name, language).lead).not.toBe("");
});

describe.each(aboutUse)("%s", (name) => {
  const [english, chinese] = [readGuide(name, "en"), readGuide(name, "zh")];
  const excelOf = (guide: typeof english) =>
    fencesOf(guide)
      .filter(({ info }) => info === "excel")
      .map(({ code }) => excelBlock(code));

  test.each([english, chinese])("($language) states what its formulas give", (guide) => {
    for (const { formulas } of excelOf(guide)) {
      expect(formulas.length).toBeGreaterThan(0);
      for (const stated of formulas) expect(misstated(stated)).toBeUndefined();
    }
  });

  test("has the same parts in both languages", () => {
    const shape = (guide: typeof english) => ({
      headings: guide.text.match(/^## /gm)?.length,
      fences: fencesOf(guide).map(({ info }) => info),
      functions: excelOf(guide).flatMap(({ formulas }) =>
        formulas.map(({ formula }) => /^=[\w.]+/.exec(formula)?.[0]),
      ),
      made: guide.text.match(/^<!--.*-->$/gm),
    });
    expect(shape(chinese)).toEqual(shape(english));
  });
});

test("the table of rounding rules says what the rules do", () => {
  for (const language of languages) {
    const [header = "", ...rows] =
      readGuide("exactness", language)
        .text.match(/^\|.*\|$/gm)
        ?.filter((row) => !row.includes("---")) ?? [];
    const cells = (row: string): string[] =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
    expect(rows.length).toBe(6);
    for (const row of rows) {
      const [rule = "", ...stated] = cells(row);
      const name = /`([\w-]+)`/.exec(rule)?.[1] as RoundingRule;
      expect(stated).toEqual(
        cells(header)
          .slice(1)
          .map((value) => String(round(exact(value), name))),
      );
    }
  }
});

describe("an excel fence", () => {
  test("is calculated over its own cells, in which a day is a day", () => {
    const { sheet, formulas } = excelBlock(
      "goal | from | to | on\n100 | 2026-01-01 | 2026-12-31 | 2026-12-31\n\n=TALLY.TARGET_PRO_RATA(A2,B2,C2,D2)\n100",
    );
    expect([sheet[1]?.[1], formulas.map(misstated)]).toEqual(["2026-01-01", [undefined]]);
  });

  test("that states another result is told", () => {
    const [stated] = excelBlock("=TALLY.FUNDING_SPLIT(100,{2;3;1},1)\n33\n51\n16").formulas;
    expect(misstated(stated!)).toMatch(/gives\n33\n50\n17\nnot\n33\n51\n16/);
  });
});

test("the same call under every rule marks what differs", () => {
  const table = everyWord("rule", "=TALLY.FUNDING_SPLIT(100,{2;3;1},1)", "en").html;
  const row = (word: string) =>
    Array.from(
      (new RegExp(`<code>${word}</code>[\\s\\S]*?</tr>`).exec(table)?.[0] ?? "").matchAll(
        /<td class="number( other)?">\s*(\d+)/g,
      ),
      ([, other, part]) => `${part}${other === undefined ? "" : "!"}`,
    );
  expect([row("largest-remainder"), row("largest-weight"), row("first")]).toEqual([
    ["33", "50", "17"],
    ["33", "51!", "16!"],
    ["34!", "50", "16!"],
  ]);
  expect(() => everyWord("total", "=TALLY.FUNDING_SPLIT(100,{2;3;1},1)", "en")).toThrow("no words");
});

test("drawings have a title and a description, and none is asked for that nothing makes", () => {
  for (const name of ["largest-remainder", "pooled-rate", "path-and-actual"]) {
    for (const language of languages) {
      const drawing = madePart(`drawing ${name}`, language, () => undefined).html;
      expect(drawing).toMatch(
        /role="img" aria-labelledby="([\w-]+) ([\w-]+)"[\s\S]*<title id="\1">[^<]+<\/title>\s*<desc id="\2">[^<]+<\/desc>/,
      );
      expect(drawing).not.toMatch(/NaN|undefined|style=|#[0-9a-f]{3}/);
    }
  }
  expect(() => madePart("drawing none", "en", () => undefined)).toThrow("nothing makes");
});

test("published figures are recalculated for the page", () => {
  const figures = madePart("figures F02", "en", () => undefined).html;
  expect(figures).toMatch(/<dd>91\.5%<\/dd>[\s\S]*<dd>TRUE<\/dd>[\s\S]*<dd>0\.915107257<\/dd>/);
});

test("headings have the anchors that are expected", () => {
  expect(["On track?", "最大余数", "How many more?", "In a `cell`"].map(slug)).toEqual([
    "on-track",
    "最大余数",
    "how-many-more",
    "in-a-cell",
  ]);
});
