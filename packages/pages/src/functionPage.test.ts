import { findFunction, formulaOf, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { functionPage } from "./functionPage.ts";
import { pageAssets } from "./pageAssets.ts";
import { escaped } from "./text/html.ts";
import { languages } from "./text/language.ts";

const pages = table.flatMap((row) =>
  languages.map(
    (language) =>
      [`${language} ${row.id}`, row, language, functionPage(row, language, { base: ".." })] as const,
  ),
);

describe.each(pages)("%s", (_, row, language, page) => {
  test("says what the table says", () => {
    for (const text of [row.summary, ...Object.values(row.parameters).map((parameter) => parameter.text)])
      expect(page).toContain(escaped(text[language]));
    for (const { arguments: given } of row.examples)
      expect(page).toContain(escaped(formulaOf(row.id, given)));
  });

  test("keeps to its own files: no script, style or handler in the page, no other server", () => {
    expect(page).toContain(`content="default-src 'none'; script-src 'self'; style-src 'self';`);
    expect(page).not.toMatch(
      /<style|\sstyle=|\son\w+=|<script(?! src="\.\.\/live\.js" defer><\/script>)|https?:/,
    );
  });

  test("has one of each id, and a heading for every section", () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
  });
});

const page = (id: string, language: "en" | "zh"): string =>
  functionPage(findFunction(id)!, language, { base: ".." });

test("examples have their results, calculated now", () => {
  expect(page("FUNDING_SPLIT", "en")).toMatch(
    /16\.67<\/td>\s*<td class="number">33\.33<\/td>\s*<td class="number">50</,
  );
  expect(page("COVERAGE_TEXT", "en")).toContain('<td class="text">99.9%</td>');
  expect(page("COVERAGE_RATE", "en")).not.toContain("99.9%");
});

test("a table's columns are told in the language of the page, whatever its first example is in", () => {
  expect(page("COVERAGE_BY_GROUP", "zh")).toContain("<li>覆盖率</li>");
  expect(page("COVERAGE_BY_GROUP", "en")).toContain("<li>eligible</li>");
});

test("what is refused is told with what the cell then shows", () => {
  const cellOf = (code: string): string =>
    new RegExp(`<code class="error">([^<]*)</code>(?:(?!<tr>)[\\s\\S])*<code>${code}</code>`).exec(
      page("FUNDING_SPLIT", "en"),
    )?.[1] ?? "";
  expect([cellOf("infeasibleBounds"), cellOf("outOfRange"), cellOf("emptyInput")]).toEqual([
    "#VALUE!",
    "#NUM!",
    "#N/A",
  ]);
});

test("English pages tell method, units and source; Chinese ones the source, and where the method stands", () => {
  expect(page("COVERAGE_TEXT", "en")).toMatch(
    /Half away from zero[\s\S]*Text in per cent with its sign\.[\s\S]*code-coverage tools/,
  );
  expect(page("COVERAGE_TEXT", "zh")).toMatch(
    /href="\.\.\/en\/COVERAGE_TEXT\.html#method"[\s\S]*code-coverage tools/,
  );
});

test("the script of the live examples has every function, and is no burden", async () => {
  const { "live.js": script, "pages.css": style } = await pageAssets();
  for (const { id } of table) expect(script).toContain(id);
  expect(script).not.toMatch(/\beval\(|new Function/);
  expect([script.length < 320_000, style.length < 20_000]).toEqual([true, true]);
});
