import { existsSync, readFileSync } from "node:fs";

import { type Argument, callFunction, isCellError, type Result, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

const guides = ["excel-sideload.md", "excel-deploy.md", "excel-checklist.md", "wps.md"];
const folders = ["docs/guides", "docs/guides/zh"];

const formulasIn = (text: string): string[] =>
  Array.from(text.matchAll(/`(=TALLY[^`]*\))`/g), ([, formula = ""]) => formula);

/** Rows of tables that say which value a formula gives, and nothing else. */
const valuesIn = (text: string): (readonly [formula: string, shown: string])[] =>
  Array.from(
    text.matchAll(/^\| `(=TALLY_DEV\.[^`]*)` +\| `([^`]*)` +\|$/gm),
    ([, formula = "", shown = ""]) => [formula, shown] as const,
  );

/** Calls what a formula of numbers, texts and array constants calls. */
function valueOf(formula: string): Result {
  const [, id = "", given = ""] = /^=TALLY_DEV\.(\w+)\((.*)\)$/.exec(formula) ?? [];
  const json = given.replaceAll("{", "[[").replaceAll("}", "]]").replaceAll(";", "],[");
  return callFunction(id, JSON.parse(`[${json.replaceAll("NA()", '{"error":"#N/A"}')}]`) as Argument[]);
}

/** A result as a sheet shows it, in columns of usual width; rows apart by strokes. */
function shownBy(result: Result): string {
  const shown = (cell: unknown): string =>
    typeof cell === "number"
      ? String(Number(cell.toPrecision(9)))
      : isCellError(cell)
        ? cell.error
        : String(cell);
  const rows = Array.isArray(result) ? (result as readonly (readonly unknown[])[]) : [[result]];
  return rows.map((row) => row.map(shown).join(", ")).join(" / ");
}

describe.each(folders)("the guides in %s", (folder) => {
  test("say what the functions give", () => {
    const values = valuesIn(readFileSync(`${folder}/excel-checklist.md`, "utf8"));
    expect(values.length).toBe(9);
    expect(values.map(([formula]) => [formula, shownBy(valueOf(formula))])).toEqual(values);
  });

  test.each(guides)("name functions, commands, files and pages that there are: %s", (name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    const ids = formulasIn(text).map((formula) => /\.(\w+)\(/.exec(formula)?.[1]);
    expect(ids.filter((id) => !table.some((row) => row.id === id))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };
    const commands = Array.from(text.matchAll(/npm run ([\w:]+)/g), ([, script = ""]) => script);
    expect(commands.filter((script) => !(script in scripts))).toEqual([]);
    const links = Array.from(text.matchAll(/\]\(([^):]+\.md)\)/g), ([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(`${folder}/${link}`))).toEqual([]);
  });
});

test.each(guides)("%s says the same in both languages", (name) => {
  const [english = "", chinese = ""] = folders.map((folder) => readFileSync(`${folder}/${name}`, "utf8"));
  const codeIn = (text: string): string[] =>
    Array.from(text.matchAll(/^ *```\w+\n([^]*?)```/gm), ([, code = ""]) =>
      code.replace(/#.*$/gm, "").trim(),
    );
  expect(formulasIn(chinese)).toEqual(formulasIn(english));
  expect(codeIn(chinese).map((code) => code.replace(/ +$/gm, ""))).toEqual(
    codeIn(english).map((code) => code.replace(/ +$/gm, "")),
  );
  expect(chinese.match(/^#+ /gm)).toEqual(english.match(/^#+ /gm));
});
