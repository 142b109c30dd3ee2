import { fileURLToPath } from "node:url";

import { table } from "@tallykit/sheet";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../../test/browser/openBrowser.ts";
import { bundleFunctions } from "../build/bundleFunctions.ts";
import type { Answer } from "../fakehost/bridge.ts";
import { openAddIn } from "../fakehost/openAddIn.ts";
import type { OpenPage } from "../fakehost/openPage.ts";
import type { Pages } from "../fakehost/openPages.ts";
import { poisonedCalls } from "../fakehost/poisonedCalls.ts";
import { refusedCalls } from "../fakehost/refusedCalls.ts";
import { asExcelShows, fromWire, toWire } from "../fakehost/wire.ts";

type Call = readonly [id: string, given: readonly unknown[]];

const poison = fileURLToPath(new URL("../fakehost/poison.ts", import.meta.url));

/** A page with Microsoft's runtime for functions alone, and a script of functions. */
function functionsPage(script: string): string {
  return `<!doctype html><title>functions</title><script src="office-js/custom-functions-runtime.js"></script><script src="${script}"></script>`;
}

describe.runIf(hasBrowser)("in a real browser", () => {
  let browser: Browser;
  let addIn: Pages;

  beforeAll(async () => {
    browser = await openBrowser();
    addIn = await openAddIn(browser, {
      "functions.html": functionsPage("functions.js"),
      "poison.html": functionsPage("poison.js"),
      "poison.js": await bundleFunctions(poison),
    });
  }, 60_000);
  afterAll(async () => {
    await addIn.close();
    await browser.close();
  });

  describe.each([
    ["taskpane.html", "under office.js"],
    ["functions.html", "under custom-functions-runtime.js"],
  ])("%s, %s", (file, words) => {
    let opened: OpenPage;
    const invokeAll = (calls: readonly Call[]): Promise<Answer[]> =>
      opened.excel.evaluate((excel, given) => excel.invokeAll(given), calls);

    beforeAll(async () => {
      opened = await addIn.open({ file });
      await opened.page.waitForFunction("typeof CustomFunctions.Error === 'function'");
    });
    afterAll(() => opened.close());

    test("every example of every function gives its result", async () => {
      const examples = table.flatMap((row) => row.examples.map((example) => ({ row, example })));
      const answers = await invokeAll(
        examples.map(({ row, example }) => [row.id, toWire(row, example.arguments)]),
      );
      examples.forEach(({ row, example }, index) => {
        const answer = answers[index];
        expect([row.id, answer && fromWire(answer)]).toEqual([row.id, asExcelShows(example.result)]);
      });
    });

    test("every error has its code, and words where Excel shows them", async () => {
      const single = refusedCalls.map(
        ({ covered, eligible }) => ["COVERAGE_RATE", [covered, eligible]] as const,
      );
      // In a range the one cell errs, and the next one has its rate.
      const inRange = refusedCalls.map(
        ({ covered, eligible }) =>
          [
            "COVERAGE_RATE",
            [
              [[covered], [1]],
              [[eligible], [4]],
            ],
          ] as const,
      );
      const answers = (await invokeAll([...single, ...inRange])).map(fromWire);
      expect(answers.slice(0, single.length)).toEqual(refusedCalls.map(({ shown }) => shown));
      expect(answers.slice(single.length)).toMatchObject(
        refusedCalls.map(({ shown: { error } }) => [[{ error }], [0.25]]),
      );
    });

    test("10,000 queued calls are answered, within two seconds where nothing else runs", async () => {
      const { wrong, milliseconds } = await opened.excel.evaluate(async (excel) => {
        const rows = Array.from({ length: 10_000 }, (_, index) => index);
        const start = performance.now();
        const answers = await excel.invokeAll(rows.map((row) => ["COVERAGE_RATE", [[[row]], [[10_000]]]]));
        const milliseconds = performance.now() - start;
        const right = (row: number): string => JSON.stringify([[row / 10_000]]);
        return {
          milliseconds,
          wrong: rows.filter((row) => JSON.stringify(answers[row]?.value) !== right(row)),
        };
      });
      process.stdout.write(`10,000 calls ${words}: ${milliseconds.toFixed(0)} ms\n`);
      expect(wrong).toEqual([]);
      // Half a second of it is Microsoft's own pause between batches; the rest grows where tests run side by side.
      expect(milliseconds).toBeLessThan(10_000);
    });

    test("asks its own server only, and its policy keeps out styles inside office.js alone", async () => {
      expect(opened.requests.filter((address) => !address.startsWith(`${addIn.origin}/`))).toEqual([]);
      const keptOut = await opened.excel.evaluate((excel) => excel.keptOut);
      expect(keptOut.filter((each) => !/^style-src-attr inline in .*\/office-js\//.test(each))).toEqual([]);
    });
  });

  describe("values that would hold up the queue", () => {
    let opened: OpenPage;

    beforeAll(async () => {
      opened = await addIn.open({ file: "poison.html" });
    });
    afterAll(() => opened.close());

    test("are answered, and so are the calls around them", async () => {
      const ids = poisonedCalls.flatMap(([id]) => [id, "GOOD"]);
      const answers = await opened.excel.evaluate(
        (excel, given) => excel.invokeAll(given.map((id) => [id, []])),
        ids,
      );
      expect(answers.map((answer, index) => [ids[index], fromWire(answer)])).toEqual(
        poisonedCalls.flatMap(([id, shown]) => [
          [id, shown],
          ["GOOD", [[1]]],
        ]),
      );
    });

    test("a long column of errors keeps the words of the first thousand", async () => {
      const answer = await opened.excel.evaluate(async (excel) => {
        const { value, ...rest } = await excel.invoke("MANY_WORDS", []);
        const rows = value as readonly unknown[];
        return { ...rest, length: rows.length, value: [rows[999], rows[1_000]] };
      });
      expect(answer.length).toBe(5_000);
      expect(fromWire(answer)).toEqual([[{ error: "#N/A", message: "words" }], [{ error: "#N/A" }]]);
    });

    test("the host would notice a queue that stands still", async () => {
      await opened.page.evaluate('CustomFunctions.associate("STALLS", () => 1n)');
      const late = opened.excel.evaluate((excel) =>
        Promise.race([
          excel.invoke("STALLS", []),
          new Promise((resolve) => setTimeout(resolve, 1_500, "no answer")),
        ]),
      );
      expect(await late).toBe("no answer");
    });
  });

  test("arguments too large are refused in words", async () => {
    const { excel, close } = await addIn.open({ file: "functions.html" });
    const [cells, bytes, fits] = await excel.evaluate(async (host) => {
      const column = (length: number, cell: unknown): unknown[][] => Array.from({ length }, () => [cell]);
      const answers = await host.invokeAll([
        ["COVERAGE_RATE", [column(150_000, 1), column(50_001, 1)]],
        ["COVERAGE_BY_GROUP", [column(50_000, "一".repeat(30)), 1, 1]],
        ["COVERAGE_RATE", [column(100_000, 1), column(100_000, 4)]],
      ]);
      return answers.map(({ value }) => (Array.isArray(value) ? value.length : value));
    });
    expect(cells).toBe(
      "COVERAGE_RATE requires arguments of at most 200,000 cells; found 200,001 cells: name the rows in use, not whole columns.",
    );
    expect(bytes).toBe(
      "COVERAGE_BY_GROUP requires arguments of at most 3 MB; found more than that in 50,002 cells: name the rows in use, not whole columns.",
    );
    expect(fits).toBe(100_000);
    await close();
  });
});
