import { readFileSync } from "node:fs";

import { callFunction, table } from "@tallykit/sheet";
import { amount, count, exact, fundingSourcesBy, growthPath, quotaApportion, weight } from "@tallykit/core";
import { read as readOther, utils } from "@e965/xlsx";
import { describe, expect, test } from "vitest";

import { answerCall } from "../addin/functions/answerCall.ts";
import { recalculate } from "../packages/workbook/src/recalculate.ts";
import { smallBook } from "../packages/workbook/src/xlsx/bookFixtures.ts";
import { readBook } from "../packages/workbook/src/xlsx/readBook.ts";
import {
  formulaLength,
  isQuickEnough,
  shippedExpressions,
  slowAttack,
} from "./hostile/regularExpressions.ts";

type Rows = readonly (readonly unknown[])[];

const rowsOf = (value: unknown): Rows => (Array.isArray(value) ? (value as Rows) : [[value]]);

describe("regular expressions of what is shipped", () => {
  const { found, made } = shippedExpressions();

  /** Expressions that are not linear, why that does no harm, and what keeps the texts before them short. */
  const bounded: Readonly<Record<string, string>> = {
    "packages/sheet/src/check/": `parts of formulas, at most ${formulaLength} characters`,
    "packages/workbook/src/engine/": `formulas and names, at most ${formulaLength} characters`,
    "packages/workbook/src/xlsx/formulaTokens.ts": `one formula, at most ${formulaLength} characters`,
    "packages/workbook/src/command.ts": "the command's own help",
    "packages/workbook/src/xlsx/scanXml.ts": "text between two tags that the scanner has found closed",
    "packages/panel/src/formula/": "what is typed into one field, or the digits of one number",
    "addin/functions/limits.ts": "the digits of one number",
  };
  const reasonFor = (place: string): string | undefined =>
    Object.entries(bounded).find(([start]) => place.startsWith(start))?.[1];

  test("are found, and few are made of text", () => {
    expect(found.length).toBeGreaterThan(100);
    // What is made of text is made of constants of the same file, and is tried with that file's tests.
    expect(made.every((place) => place.startsWith("packages/workbook/src/"))).toBe(true);
  });

  test("read long texts in time in proportion to their length", () => {
    const slow = found
      .filter(({ place }) => reasonFor(place) === undefined)
      .filter(({ expression }) => slowAttack(expression) !== undefined);
    expect(slow.map(({ place, expression }) => `${place} ${String(expression)}`)).toEqual([]);
  });

  test("or are quick over the longest text that can reach them", () => {
    const slow = found
      .filter(
        ({ place }) =>
          reasonFor(place) !== undefined && !place.includes("/limits.ts") && !place.includes("/command.ts"),
      )
      .filter(({ expression }) => !isQuickEnough(expression));
    expect(slow.map(({ place, expression }) => `${place} ${String(expression)}`)).toEqual([]);
  });

  test("would be noticed if they were slow", () => {
    for (const expression of [/^(a+)+$/, /^[-+]?(\d+\.?\d*|\.\d+)x$/, /\s+$/])
      expect(
        slowAttack(expression, expression.source.includes("(a+)+") ? 26 : 24_000) !== undefined ||
          !isQuick(expression),
      ).toBe(true);
    expect(slowAttack(/^\d+$/)).toBeUndefined();
  });

  /** Nested repetition doubles with every character, so that twenty-six of them are enough. */
  function isQuick(expression: RegExp): boolean {
    const started = performance.now();
    expression.test(`${"a".repeat(26)}!`);
    return performance.now() - started < 50;
  }

  test("let no number of a workbook be tried anew at each digit", () => {
    const rows = `<row><c><v>${"0".repeat(200_000)}x</v></c></row>`;
    const started = performance.now();
    expect(() => readBook(smallBook({ rows }))).toThrow();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("names that an object would take for its own", () => {
  const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

  /** An example in which every text that is no choice of words is such a name. */
  const renamed = (row: (typeof table)[number]): readonly unknown[] =>
    Object.values(row.parameters).flatMap(({ takes }, place): unknown[] => {
      const argument: unknown = row.examples[0].arguments[place];
      if (argument === undefined) return [];
      const isName = takes !== "word" && takes !== "flag";
      const other = (cell: unknown, index: number): unknown =>
        isName && typeof cell === "string" && Number.isNaN(Number.parseFloat(cell))
          ? words[index % words.length]
          : cell;
      return [
        Array.isArray(argument)
          ? (argument as Rows).map((cells, line) => cells.map((cell, column) => other(cell, line + column)))
          : argument,
      ];
    });

  test.each(table.map((row) => [row.id, row] as const))("are names like any other to %s", (_, row) => {
    const answer = row.call(renamed(row));
    expect(
      rowsOf(answer)
        .flat()
        .map(String)
        .filter((cell) => cell.includes("[native code]")),
    ).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("make groups of their own", () => {
    const group = words.map((word) => [word]);
    const ones = words.map(() => [1]);
    const rows = rowsOf(callFunction("COVERAGE_BY_GROUP", [group, ones, ones]));
    expect(rows.slice(1, -1).map(([name]) => name)).toEqual(words);
  });

  test.each(
    table.flatMap((row) =>
      Object.values(row.parameters).flatMap(({ takes }, place) =>
        takes === "word" && row.examples[0].arguments.length > place ? [[row.id, place, row] as const] : [],
      ),
    ),
  )("are no words that %s knows (argument %i)", (_, place, row) => {
    for (const word of words) {
      const given = row.examples[0].arguments.map((argument, index) => (index === place ? word : argument));
      expect(row.call(given)).toMatchObject({ error: "#VALUE!" });
    }
  });

  test("are sheets and names of a workbook like any other", () => {
    const names = '<definedNames><definedName name="__proto__">Sheet1!$A$1</definedName></definedNames>';
    const book = readBook(smallBook({ afterSheets: names }));
    expect(book.names.map(({ name }) => name)).toEqual(["__proto__"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("texts that look like formulas", () => {
  const texts = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=2+2",
    "\r=3+3",
    '=HYPERLINK("http://localhost","x")',
    "=cmd|' /C calc'!A0",
  ];

  /** A sheet with such texts as group names, and a formula that makes a table of them. */
  const rows = [
    ...texts.map((text, index) => {
      const written = text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll("\t", "&#9;")
        .replaceAll("\r", "&#13;");
      return `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c><c r="B${index + 1}"><v>1</v></c><c r="C${index + 1}"><v>2</v></c></row>`;
    }),
    `<row r="20"><c r="A20" cm="1"><f t="array" ref="A20">_xldudf_TALLY_COVERAGE_BY_GROUP(A1:A${texts.length},B1:B${texts.length},C1:C${texts.length})</f><v>0</v></c></row>`,
  ].join("");

  test.each([false, true])(
    "stay texts in a workbook that is recalculated, values only: %s",
    async (values) => {
      const { bytes, errors } = await recalculate(smallBook({ rows }), { values });
      expect(errors).toEqual([]);
      const sheet = readOther(bytes, { cellFormula: true }).Sheets["Sheet1"]!;
      const cells = texts.map(
        (_, index) =>
          sheet[utils.encode_cell({ r: 20 + index, c: 0 })] as
            { t: string; v: unknown; f?: string } | undefined,
      );
      expect(cells.map((cell) => cell?.t)).toEqual(texts.map(() => "s"));
      expect(cells.map((cell) => (values ? cell?.f : undefined))).toEqual(texts.map(() => undefined));
      expect(cells.map((cell) => String(cell?.v))).toEqual(texts.map((text) => text.trim()));
    },
  );
});

describe("the page of limits", () => {
  const figures = (file: string): readonly string[] =>
    Array.from(readFileSync(file, "utf8").matchAll(/\d[\d,-]*\d|\d+/g), ([figure]) => figure);

  test("says in both languages what is refused below and where a file ends", () => {
    const [english, chinese] = [figures("docs/guides/limits.md"), figures("docs/guides/zh/limits.md")];
    expect([...chinese].sort()).toEqual([...english].sort());
    for (const figure of [
      "200,000",
      "32,767",
      "1,048,575",
      "5,000",
      "10,000,000",
      "500,000",
      "400",
      "12",
      "64",
      "128",
      "1,000,000",
      "20,000",
      "32,768",
    ])
      expect(english).toContain(figure);
  });
});

describe("more than anybody needs", () => {
  const functions = new Map(table.map((row) => [row.id, row]));
  const inExcel = (id: string, given: readonly unknown[]): unknown =>
    answerCall(functions.get(id)!, () => given);

  test("is refused in words by the functions in Excel", () => {
    const column = Array.from({ length: 200_001 }, () => [1]);
    expect(inExcel("ROUND_TO_TOTAL", [column])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining(
        "at most 200,000 cells; found 200,001 cells: name the rows in use",
      ) as unknown,
    });
    expect(inExcel("GROWTH_PATH", [1, 0, 300_000])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("a result of at most 200,000 cells") as unknown,
    });
    expect(inExcel("COVERAGE_BY_GROUP", [[["x".repeat(4_000_000)]], [[1]], [[1]]])).toMatchObject({
      message: expect.stringContaining("at most 3 MB") as unknown,
    });
  });

  test("is refused in words by the calculators that it would keep busy", () => {
    const ones = (length: number): ReturnType<typeof weight>[] => Array.from({ length }, () => weight(1));
    expect(() => quotaApportion({ places: count(10_000_000), weights: ones(2), method: "quota" })).toThrow(
      "at most 10,000,000",
    );
    expect(() => growthPath({ base: exact(1), rate: exact(0), periods: count(1_048_576) })).toThrow(
      "1048575",
    );
    const limit = Array.from({ length: 800 }, () => exact(1));
    expect(() => fundingSourcesBy({ needs: [exact(1)], step: exact(1), limit })).toThrow("at most 500,000");
    expect(() => exact("1e1001")).toThrow("exponent within 1000");
    expect(() => amount("9".repeat(1001), 1)).toThrow("at most 1000 characters");
    const bands = Array.from({ length: 30_000 }, (_, band) => [`band ${band}`]);
    expect(callFunction("SCORE_MOVES", [[["band 1"]], [["band 2"]], bands])).toMatchObject({
      message: expect.stringContaining("at most 400") as unknown,
    });
  });

  test("of nested lists is no range", () => {
    let nested: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) nested = [nested];
    for (const { id } of table) expect(callFunction(id, [nested])).toMatchObject({ error: "#VALUE!" });
  });

  test.each([
    "FUNDING_SPLIT",
    "FUNDING_SPLIT_EXPLAIN",
    "QUOTA_APPORTION",
    "QUOTA_EXPLAIN",
    "COVERAGE_BY_GROUP",
    "COVERAGE_CHECK",
    "SCORE_RANK",
    "TERM_SUMMARY",
    "SPLIT_FAIRNESS",
  ])("rows than usual are answered by %s in a moment", (id) => {
    const row = functions.get(id)!;
    const given = row.examples[0].arguments.map((argument) => {
      const rows = Array.isArray(argument) ? (argument as Rows) : [];
      return rows.length < 2
        ? argument
        : Array.from({ length: 5_000 }, (_, line) => rows[line % rows.length]);
    });
    const started = performance.now();
    expect(rowsOf(row.call(given)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
