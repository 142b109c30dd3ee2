import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, sep } from "node:path";

import { describe, expect, test } from "vitest";

import { importsOf, roomOf, type RoomImport, sourceFiles } from "../scripts/rooms.mjs";

/** Who may import whom: the room on the left takes from the rooms and packages on the right, and from itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "core/errors": [],
  "core/exact": ["core/errors"],
  // Every entry of date-fns is a package path of its own: only the functions that are used come along.
  "core/periods": ["core/errors", "core/exact", "date-fns/*"],
  "core/assessment": ["core/errors", "core/exact"],
  "core/coverage": ["core/errors", "core/exact", "core/periods"],
  "core/growth": ["core/errors", "core/exact", "core/periods"],
  "core/funding": ["core/errors", "core/exact", "core/periods"],
  // Types of the families only: values would tie zod to a calculator the other way round.
  "core/models": [
    "core/errors",
    "core/exact",
    "core/periods",
    "core/assessment:type",
    "core/coverage:type",
    "core/growth:type",
    "core/funding:type",
    "zod",
  ],
  "core/index": [
    "core/errors",
    "core/exact",
    "core/periods",
    "core/assessment",
    "core/coverage",
    "core/growth",
    "core/funding",
  ],
  "sheet/cell": ["@tallykit/core"],
  "sheet/table": ["sheet/cell", "@tallykit/core"],
  "sheet/index": ["sheet/cell", "sheet/table", "@tallykit/core"],
  "sheet/book": ["sheet/cell:type"],
  // What is odd in a workbook is told from what was read and calculated, however that was done.
  "sheet/check": ["sheet/book", "sheet/cell", "sheet/index", "sheet/table:type", "@tallykit/core"],
  // The panel: pure rooms beside rooms of components; what the sheet beside it can do comes in from outside.
  "panel/host": ["panel/worksheets:type", "@tallykit/sheet:type"],
  "panel/worksheets": ["panel/charts:type", "@tallykit/sheet:type", "@tallykit/sheet/book"],
  "panel/charts": ["d3-scale", "d3-shape", "preact", "preact/hooks"],
  "panel/explain": [
    "panel/host:type",
    "@tallykit/core",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "@tallykit/sheet/check",
  ],
  "panel/check": ["panel/host:type", "@tallykit/sheet", "@tallykit/sheet/book", "@tallykit/sheet/check"],
  // Components, from the words up: what they say, formulas, shared parts, then one room a view, then the shell around.
  "panel/texts": ["@tallykit/sheet:type"],
  "panel/formula": [
    "panel/host:type",
    "@tallykit/core",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "@tallykit/sheet/check",
  ],
  "panel/parts": [
    "panel/host:type",
    "panel/texts",
    "panel/explain",
    "panel/formula",
    "@tallykit/sheet",
    "preact",
    "preact/hooks",
  ],
  "panel/form": [
    "panel/host:type",
    "panel/texts",
    "panel/explain",
    "panel/formula",
    "panel/parts",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "preact",
    "preact/hooks",
  ],
  "panel/browser": [
    "panel/texts",
    "panel/explain",
    "panel/formula",
    "panel/parts",
    "panel/form",
    "@tallykit/sheet",
    "preact",
    "preact/hooks",
  ],
  "panel/tryout": [
    "panel/host:type",
    "panel/texts",
    "panel/formula",
    "panel/parts",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "preact",
    "preact/hooks",
  ],
  "panel/shell": [
    "panel/host:type",
    "panel/worksheets",
    "panel/charts",
    "panel/explain",
    "panel/check",
    "panel/texts",
    "panel/formula",
    "panel/parts",
    "panel/browser",
    "panel/tryout",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "preact",
    "preact/hooks",
  ],
  "panel/demo": ["panel/index", "esbuild", "node:http", "node:url"],
  "panel/index": [
    "panel/host:type",
    "panel/charts",
    "panel/check",
    "panel/explain",
    "panel/worksheets",
    "panel/tryout",
    "panel/shell",
    "@fluentui/tokens",
    "prettier",
    "node:fs",
    "node:url",
  ],
  "workbook/engine": [
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "@univerjs/core:type",
    "@univerjs/engine-formula:type",
    "node:module",
  ],
  // Named LAMBDAs are data and their spelling in a file; the calculators they stand for are met in tests only.
  "workbook/lambda": ["@tallykit/sheet:type"],
  "workbook/xlsx": ["@tallykit/core", "@tallykit/sheet", "@tallykit/sheet/book", "fflate"],
  // What the browser sheet is served with, and the page itself; it shares the engine and the files with the command.
  "workbook/build": ["esbuild", "node:crypto", "node:fs", "node:path", "node:perf_hooks", "node:url"],
  "workbook/server": ["node:child_process", "node:crypto", "node:fs", "node:http", "node:path", "node:url"],
  "workbook/page": [
    "workbook/engine",
    "workbook/index",
    "workbook/xlsx",
    "@tallykit/panel",
    "@tallykit/panel/style.css",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "@univerjs/core",
    "@univerjs/core/facade",
    "@univerjs/engine-formula",
    "@univerjs/preset-sheets-core",
    "@univerjs/preset-sheets-core/lib/index.css",
    "preact",
  ],
  "workbook/index": [
    "workbook/engine",
    "workbook/server",
    "workbook/xlsx",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "@tallykit/sheet/check",
    "commander",
    "node:events",
    "node:fs/promises",
    "node:path",
    "node:readline",
  ],
  // The packages that it compares with are loaded by the entrant that needs them, each in a process of its own.
  "bench/index": [
    "@tallykit/core",
    "@tallykit/sheet",
    "node:child_process",
    "node:crypto",
    "node:fs",
    "node:os",
    "node:perf_hooks",
    "node:url",
    "node:util",
    "node:zlib",
    "esbuild",
  ],
  // What Excel runs: the table, and of the platform its one global only.
  "addin/functions": ["@tallykit/sheet"],
  "addin/manifest": [],
  "addin/icons": ["node:zlib"],
  "addin/page": ["addin/manifest", "@tallykit/pages", "@tallykit/sheet"],
  // The panel in Excel, over Office.js.
  "addin/pane": ["addin/manifest", "@tallykit/panel", "@tallykit/sheet", "@tallykit/sheet/book"],
  "addin/lint": ["addin/manifest", "addin/icons", "@tallykit/sheet:type", "happy-dom", "node:vm"],
  "addin/build": [
    "addin/manifest",
    "addin/icons",
    "addin/page",
    "addin/lint",
    "@tallykit/pages",
    "@tallykit/sheet",
    "esbuild",
    "typescript",
    "vite",
    "node:fs",
    "node:path",
    "node:url",
    "node:util",
    "node:zlib",
  ],
  // The add-in on this machine, for Excel beside it.
  "addin/server": [
    "addin/index",
    "addin/build",
    "addin/manifest",
    "node:crypto",
    "node:fs",
    "node:fs/promises",
    "node:http",
    "node:https",
    "node:module",
    "node:net",
    "node:os",
    "node:path",
    "node:url",
    "node:util",
  ],
  // The same functions for WPS Spreadsheets.
  "addin/wps": [
    "addin/index",
    "addin/build",
    "addin/functions",
    "addin/manifest",
    "@tallykit/sheet",
    "node:fs",
    "node:path",
    "node:url",
    "node:util",
  ],
  // Excel's part in the tests: never in what is shipped.
  "addin/fakehost": [
    "addin/build",
    "addin/functions",
    "addin/manifest",
    "addin/page",
    "addin/server",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "esbuild",
    "happy-dom",
    "playwright-core:type",
    "selfsigned",
    "node:fs",
    "node:module",
    "node:net",
    "node:os",
    "node:path",
    "node:url",
  ],
  "addin/index": ["vite", "node:url"],
  // The pages of the functions, for the site and the add-in's help; guides and site are of the site only.
  "pages/text": ["@tallykit/core:type", "@tallykit/sheet:type", "marked"],
  "pages/cells": ["pages/text:type", "@tallykit/core", "@tallykit/sheet"],
  "pages/calculators": ["node:fs", "node:url", "typescript"],
  "pages/formulas": ["@tallykit/sheet", "@tallykit/sheet/book", "@tallykit/sheet/check"],
  "pages/parts": [
    "pages/calculators",
    "pages/cells",
    "pages/formulas",
    "pages/text",
    "@tallykit/core:type",
    "@tallykit/sheet",
  ],
  "pages/live": ["pages/cells", "pages/text", "@tallykit/sheet", "preact", "preact/hooks"],
  "pages/search": ["pages/text"],
  "pages/drawings": ["pages/text", "@tallykit/core", "d3-scale"],
  "pages/guides": [
    "pages/calculators",
    "pages/cells",
    "pages/drawings",
    "pages/formulas",
    "pages/parts",
    "pages/text",
    // The words with which the panel explains an error, once for both.
    "panel/explain",
    "@tallykit/core",
    "@tallykit/seeds",
    "@tallykit/sheet",
    "@tallykit/sheet/book",
    "marked",
    "node:fs",
  ],
  "pages/index": [
    "typedoc",
    "pages/parts",
    "pages/text",
    "@tallykit/sheet",
    "esbuild",
    "node:fs",
    "node:url",
    "vite",
  ],
  "pages/site": [
    "pages/calculators",
    "pages/drawings",
    "pages/guides",
    "pages/index",
    "pages/parts",
    "pages/search:type",
    "pages/text",
    "@tallykit/sheet",
    "node:fs",
    "node:path",
    "node:url",
  ],
  seeds: ["@tallykit/core", "@tallykit/core/models", "zod"],
};
const forbiddenFolders = ["utils", "common", "helpers", "lib", "misc"];

const files = sourceFiles();

/** A source without its comments and without what it says. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|(["'`])(?:\\.|(?!\1)[\s\S])*?\1/gm, "");
}

function isAllowed({ from, to, isType }: RoomImport): boolean {
  const allowed = mayImport[from] ?? [];
  const isEntry = allowed.some((rule) => rule.endsWith("/*") && to.startsWith(rule.slice(0, -1)));
  return from === to || isEntry || allowed.includes(to) || (isType && allowed.includes(`${to}:type`));
}

describe("the house", () => {
  test("has rooms that the table knows", () => {
    expect(files.length).toBeGreaterThan(40);
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test("has imports that run one way", () => {
    const wrong = files
      .flatMap((file) => importsOf(file).map((each) => ({ file, ...each })))
      .filter((each) => !isAllowed(each));
    expect(wrong).toEqual([]);
  });

  test("would notice a family that imports another, and a calculator that imports zod", () => {
    expect(isAllowed({ from: "core/coverage", to: "core/funding", isType: false })).toBe(false);
    expect(isAllowed({ from: "core/coverage", to: "zod", isType: false })).toBe(false);
    expect(isAllowed({ from: "core/models", to: "core/funding", isType: false })).toBe(false);
  });

  test("would notice date-fns outside the room of periods, and all of it inside", () => {
    expect(isAllowed({ from: "core/growth", to: "date-fns/addMonths", isType: false })).toBe(false);
    expect(isAllowed({ from: "core/periods", to: "date-fns/addMonths", isType: false })).toBe(true);
    expect(isAllowed({ from: "core/periods", to: "date-fns", isType: false })).toBe(false);
  });

  test("is drawn in docs/architecture.md as it is", () => {
    execFileSync(process.execPath, ["scripts/rooms.mjs", "--check"]);
  });

  test("knows Office.js in the pane only, although its types are everywhere", () => {
    const users = files.filter((file) =>
      /\b(Office|Excel|OfficeExtension)\.[A-Za-z]/.test(withoutComments(readFileSync(file, "utf8"))),
    );
    expect([...new Set(users.map(roomOf))]).toEqual(["addin/pane"]);
  });

  test("has no folder for odds and ends", () => {
    const folders = new Set(files.flatMap((file) => dirname(file).split(sep)));
    expect(forbiddenFolders.filter((folder) => folders.has(folder))).toEqual([]);
  });

  test("depends on what it may", () => {
    const dependenciesOf = (name: string): string[] => {
      const text = readFileSync(`packages/${name}/package.json`, "utf8");
      return Object.keys((JSON.parse(text) as { dependencies?: Record<string, string> }).dependencies ?? {});
    };
    expect(dependenciesOf("core")).toEqual(["date-fns", "zod"]);
    expect(dependenciesOf("sheet")).toEqual(["@tallykit/core"]);
    expect(dependenciesOf("bench")).toEqual(["@tallykit/core", "@tallykit/sheet"]);
    expect(dependenciesOf("../addin")).toEqual(["@tallykit/pages", "@tallykit/panel", "@tallykit/sheet"]);
    expect(dependenciesOf("workbook")).toEqual([
      "@tallykit/core",
      "@tallykit/sheet",
      "@univerjs/core",
      "@univerjs/engine-formula",
      "commander",
      "fflate",
      "rxjs",
    ]);
  });
});
