import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";

import { type Argument, type Cell, isCellError, type Result, table } from "@tallykit/sheet";
import { beforeAll, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../../test/browser/openBrowser.ts";
import { below, readXml, textOf } from "../lint/readXml.ts";
import { buildWpsAddIn } from "./buildWpsAddIn.ts";
import { languageOf } from "./command.ts";

// None of this ran in WPS: the object below takes the registrations as the documents and add-ins in use say WPS does.

type Handler = (...given: readonly unknown[]) => unknown;

/** What an optional argument is where it is left out, in the ways that were seen. */
const waysToLeaveOut = [undefined, null, -2147352572, [[-2147352572]]];
/** Microsoft's numbers of error cells, xlErrDiv0 and so on, as 32 bits with the sign. */
const errorNumbers: Readonly<Record<string, number>> = {
  "#NULL!": 0x800a07d0 | 0,
  "#DIV/0!": 0x800a07d7 | 0,
  "#VALUE!": 0x800a07df | 0,
  "#REF!": 0x800a07e7 | 0,
  "#NAME?": 0x800a07ed | 0,
  "#NUM!": 0x800a07f4 | 0,
  "#N/A": 0x800a07fa | 0,
};

let built: ReadonlyMap<string, string> = new Map();
let handlers: ReadonlyMap<string, Handler> = new Map();

const fileOf = (name: string): string => built.get(name) ?? "";

/** Reads the script on a page that has nothing but the object of WPS. */
function registered(script: string): ReadonlyMap<string, Handler> {
  const taken = new Map<string, Handler>();
  const AddCustomFunction = (space: string, name: string, handler: Handler): void => {
    taken.set(`${space}.${name}`, handler);
  };
  runInNewContext(script, { wps: { AddCustomFunction } });
  return taken;
}

/** Calls a function; what comes back is taken over from the other context. */
function call(id: string, ...given: readonly unknown[]): unknown {
  return structuredClone(handlers.get(`TALLY.${id}`)?.(...given));
}

/** The arguments of an example as WPS hands them over. */
function asWpsHands(given: readonly Argument[], omitted: unknown): unknown[] {
  const cell = (value: Cell): unknown =>
    isCellError(value) ? (errorNumbers[value.error] ?? value.error) : value;
  return given.map((argument) => {
    if (argument === null || argument === undefined) return omitted;
    const rows = Array.isArray(argument) ? (argument as readonly (readonly Cell[])[]) : [[argument as Cell]];
    return rows.map((row) => row.map(cell));
  });
}

/** A result as a cell of WPS shows it. */
function asWpsShows(result: Result): unknown {
  const shown = (cell: unknown): unknown =>
    isCellError(cell) ? [cell.error, ...(cell.message === undefined ? [] : [cell.message])].join(" ") : cell;
  if (!Array.isArray(result)) return shown(result);
  const rows = (result as readonly (readonly unknown[])[]).map((row) => row.map(shown));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

beforeAll(async () => {
  built = await buildWpsAddIn("zh");
  handlers = registered(fileOf("main.js"));
});

describe("the functions", () => {
  test("are registered under the namespace and the ids of the table", () => {
    expect([...handlers.keys()]).toEqual(table.map(({ id }) => `TALLY.${id}`));
  });

  test.each(waysToLeaveOut)("every example gives its result, arguments left out as %j", (omitted) => {
    for (const { id, examples } of table) {
      for (const example of examples) {
        expect([id, call(id, ...asWpsHands(example.arguments, omitted))]).toEqual([
          id,
          asWpsShows(example.result),
        ]);
      }
    }
  });

  test("show errors as text with their words, in a cell and in a column", () => {
    expect(call("COVERAGE_RATE", [[1]], [[0]])).toBe("#DIV/0! COVERAGE_RATE requires eligible above zero.");
    expect(call("COVERAGE_RATE", [[1], ["x"], [3]], [[4], [4], [4]])).toEqual([
      [0.25],
      ['#VALUE! COVERAGE_RATE requires a number in covered, row 2; found the text "x".'],
      [0.75],
    ]);
    expect(call("COVERAGE_RATE", [[1]])).toBe("#VALUE! COVERAGE_RATE requires the argument eligible.");
    expect(
      call(
        "COVERAGE_RATE",
        Array.from({ length: 200_001 }, () => [1]),
        [[4]],
      ),
    ).toMatch(/^#VALUE! COVERAGE_RATE requires arguments of at most 200,000 cells/);
  });

  test("hand errors on, whether they come as numbers or as text", () => {
    for (const [error, number] of Object.entries(errorNumbers)) {
      expect([call("COVERAGE_RATE", [[number]], [[4]]), call("COVERAGE_RATE", error, 4)]).toEqual([
        error,
        error,
      ]);
    }
  });

  test("take single cells, ranges as objects, blanks, and a description of the call after the arguments", () => {
    expect(call("COVERAGE_RATE", 1, 4)).toBe(0.25);
    expect(call("COVERAGE_RATE", { Value2: [[1], [3]] }, { Value2: 4 })).toEqual([[0.25], [0.75]]);
    expect(call("COVERAGE_RATE", [[1]], [[4]], { address: "A1" })).toBe(0.25);
    for (const blank of [undefined, null, ""]) {
      expect(call("COVERAGE_RATE", [[blank], [3]], [[4], [4]])).toEqual([
        [
          expect.stringMatching(
            /^#N\/A COVERAGE_RATE requires a number in covered, row 1; the cell is blank/,
          ),
        ],
        [0.75],
      ]);
    }
  });

  test("never throw, whatever they are given", () => {
    for (const odd of [{}, [[{}]], [], [[]], [1], [[1], [2, 3]], [[[1]]], Symbol("odd"), () => 1, 1n]) {
      expect(handlers.get("TALLY.COVERAGE_RATE")?.(odd, 4)).toMatch(/^#VALUE! COVERAGE_RATE /);
    }
  });

  test("do nothing where WPS is older, or is not there", () => {
    expect(() => {
      runInNewContext(fileOf("main.js"), { wps: {} });
      runInNewContext(fileOf("main.js"), {});
    }).not.toThrow();
  });
});

describe("the other files", () => {
  test("have the help in the language asked for", async () => {
    const summary = table[0]?.summary;
    expect(fileOf("functions.json")).toContain(`"description": "${summary?.zh ?? ""}"`);
    expect((await buildWpsAddIn("en")).get("functions.json")).toContain(
      `"description": "${summary?.en ?? ""}"`,
    );
  });

  test("name each other as WPS looks for them", () => {
    const manifest = readXml(fileOf("manifest.xml"));
    expect(manifest.name).toBe("JsPlugin");
    expect(
      [["ApiVersion"], ["Name"], ["Functions", "Uri"], ["Functions", "Namespace"]].map((path) =>
        textOf(below(manifest, ...path)),
      ),
    ).toEqual(["1.0.0", "Tallykit", "/functions.json", "TALLY"]);
    expect(readXml(fileOf("ribbon.xml"))).toMatchObject({ name: "customUI", children: [{ name: "ribbon" }] });
    expect([...built.keys()]).toEqual([
      "index.html",
      "main.js",
      "manifest.xml",
      "ribbon.xml",
      "functions.json",
    ]);
  });

  // WPS is built on Chromium; installed offline it opens the page as a file.
  test.skipIf(!hasBrowser)("the page runs its script under its policy, as a file too", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tallykit-wps-"));
    for (const [name, text] of built) writeFileSync(join(folder, name), text);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on("pageerror", ({ message }) => problems.push(message));
      page.on("console", (message) => problems.push(message.text()));
      await page.addInitScript(
        "window.taken = []; window.wps = { AddCustomFunction: (space, name) => taken.push(name) }",
      );
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      expect([await page.evaluate("taken"), problems]).toEqual([table.map(({ id }) => id), []]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});

test("the command takes a language, Chinese by itself", () => {
  expect([languageOf([]), languageOf(["--lang", "en"])]).toEqual(["zh", "en"]);
  expect(languageOf(["--lang", "fr"])).toEqual({ words: "there is no language fr" });
  expect(languageOf(["--language", "en"])).toEqual({
    words: expect.stringMatching(/^Unknown option/) as unknown,
  });
});
