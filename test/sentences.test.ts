import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { table } from "@tallykit/sheet";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const longestSentence = 80;
const families = ["assessment", "coverage", "growth", "funding", "periods"].map(
  (family) => `packages/core/src/${family}`,
);

/** The doc comment of a calculator: the function that has the name of its file. */
function docOf(file: string): string {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name?.text !== basename(file, ".ts")) continue;
    const [doc] = ts.getJSDocCommentsAndTags(statement);
    return doc?.getFullText() ?? "";
  }
  return "";
}

const calculators = new Map(
  families
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => !/\.(test|laws)\.ts$/.test(file))
    .map((file) => [basename(file, ".ts"), docOf(file)]),
);

/** What a doc comment of a calculator says after its method, in this order. */
const marks = ["**Units.**", "**Errors.**", "**Source.**", "@example"];

/** Every calculator that the core hands out, with the doc comment of its function. */
const handedOut = [
  ...readFileSync("packages/core/src/index.ts", "utf8").matchAll(/^export \{([^}]*)\} from "\.\/([^"]+)";/gm),
]
  .filter(([, , file = ""]) => families.some((folder) => folder.endsWith(`/${file.split("/")[0]}`)))
  .flatMap(([, names = "", file = ""]) =>
    names.split(",").flatMap((name) => (name.trim() === "" ? [] : [[name.trim(), file] as const])),
  );

test.each(handedOut)("%s (%s) says units, errors and source, in this order, then examples", (name, file) => {
  const path = `packages/core/src/${file}`;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const declared = source.statements.find(
    (each) => ts.isFunctionDeclaration(each) && each.name?.text === name,
  );
  const doc = declared === undefined ? "" : (ts.getJSDocCommentsAndTags(declared)[0]?.getFullText() ?? "");
  const places = marks.map((mark) => doc.indexOf(mark));
  expect([name, places.every((place) => place > 0)]).toEqual([name, true]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

describe.each(table.map((row) => [row.id, row] as const))("%s", (_, row) => {
  const lines = (calculators.get(row.calculator) ?? "")
    .split("\n")
    .map((line) => line.replace(/^\s*\/?\*+ ?/, ""));

  test("has its calculator's first sentence as its summary", () => {
    const start = lines.findIndex((line) => line !== "");
    const end = lines.findIndex((line, index) => index > start && line === "");
    expect(lines.slice(start, end).join(" ")).toBe(row.summary.en);
    expect(row.summary.en.length).toBeLessThanOrEqual(longestSentence + 10);
  });

  test("has a calculator whose comment says units, errors and source, in this order, then examples", () => {
    const places = marks.map((mark) => lines.findIndex((line) => line.startsWith(mark)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("says everything in both languages", () => {
    const texts = [row.summary, ...Object.values(row.parameters).map(({ text }) => text)];
    for (const { en, zh } of texts) {
      expect(en).toMatch(/\S.*\.$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    }
    for (const { text } of Object.values(row.parameters)) expect(text.zhName).toMatch(/^\p{Script=Han}+$/u);
  });
});
