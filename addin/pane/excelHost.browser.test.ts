import { fileURLToPath } from "node:url";

import type { WorkedSheet } from "@tallykit/panel";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../../test/browser/openBrowser.ts";
import type { PageOptions } from "../fakehost/openPage.ts";
import { openPages, type Pages } from "../fakehost/openPages.ts";
import type { Deed } from "../fakehost/request.ts";
import type { FakeCell } from "../fakehost/typedCell.ts";

/** The host of the pane as a script of its own, for a page with nothing but office.js. */
async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("excelHost.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "pane",
    conditions: ["@tallykit/source"],
  });
  return outputFiles[0]?.text ?? "";
}

const column = (address: string, values: readonly FakeCell["value"][]): Record<string, FakeCell> =>
  Object.fromEntries(values.map((value, index) => [`${address}${index + 2}`, { value }]));

const sheets = {
  Sheet1: {
    A1: { value: "Covered" },
    ...column("A", [45, 12.5, true, "#N/A"]),
    B2: { value: 0.75, formula: "=TALLY_DEV.COVERAGE_RATE(A2,60)" },
    B3: { value: "=1+1" },
    B4: { value: "#FIELD!" },
  },
  "Q3 'east'!": { C3: { value: "there" } },
};

/** A small sheet with one of everything. */
const sheet: WorkedSheet = {
  id: "coverage",
  name: "Coverage",
  cells: new Map([
    ["A1", { content: "Unit", look: "header" }],
    ["A2", { content: "2026" }],
    ["B1", { content: 45, look: "input", format: "0" }],
    ["B2", { content: null, look: "input" }],
    ["C1", { content: null, look: "input" }],
    ["C2", { content: '=TALLY.COVERAGE_TEXT(B1,60)&"TALLY."', look: "input", format: "@" }],
  ]),
  widths: [10, 8],
  frozenRows: 1,
  charts: [
    {
      title: "Coverage against the goal",
      categories: "A1:A2",
      series: [
        { name: "Covered", values: "B1:B2", shape: "column" },
        { name: "Goal", values: "C1:C2", shape: "goal" },
      ],
      format: "0%",
      place: "E2:K12",
    },
  ],
};

/** Deeds as sentences, without the way to the sheet that most of them begin with. */
function said(deeds: readonly Deed[]): readonly string[] {
  return deeds.map(({ object, name, given }) => {
    const words =
      Array.isArray(given) && !Array.isArray(given[0])
        ? given.map((each) => JSON.stringify(each)).join(" ")
        : JSON.stringify(given);
    return `${object}.${name} ${words}`
      .replace(/^Worksheets\.Add\("[^"]*"\)\./, "")
      .replace(/^Charts\.Add\([^)]*\)/, "Chart")
      .trim();
  });
}

describe.runIf(hasBrowser)("the pane's way to Excel, over Microsoft's office.js", () => {
  let browser: Browser;
  let pages: Pages;

  beforeAll(async () => {
    browser = await openBrowser();
    const page = `<!doctype html><title>host</title><script src="office-js/office.js"></script><script src="host.js"></script>`;
    pages = await openPages(browser, async () => [
      ["host.html", page],
      ["host.js", await hostScript()],
    ]);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await browser.close();
  });

  /** Calls the host in a page of its own: what it answers, or the words with which it refuses, and what it did. */
  async function ask(
    call: string,
    options: PageOptions = {},
  ): Promise<{ value: unknown; deeds: readonly Deed[]; cells: Readonly<Record<string, FakeCell>> }> {
    const { page, excel, close } = await pages.open({ file: "host.html", sheets, ...options });
    const value = await page.evaluate<unknown>(
      `Office.onReady().then(() => pane.excelHost("TALLY_DEV").${call}).catch((error) => error.message)`,
    );
    const { deeds, cells } = await excel.evaluate((host) => ({
      deeds: host.deeds,
      cells: host.cellsOf(host.selection().sheet),
    }));
    await close();
    return { value, deeds, cells };
  }
  const selected = (...areas: string[]): PageOptions => ({ selection: { sheet: "Sheet1", areas } });

  test("reads what cells hold, with errors as errors and blanks as blanks", async () => {
    const { value, deeds } = await ask("readSelection()", selected("A1:B6"));
    expect(value).toEqual({
      sheet: "Sheet1",
      address: "A1:B6",
      values: [
        ["Covered", null],
        [45, 0.75],
        [12.5, "=1+1"],
        [true, { error: "#VALUE!", message: "The cell shows #FIELD!." }],
        [{ error: "#N/A" }, null],
        [null, null],
      ],
      formulas: [
        [undefined, undefined],
        [undefined, "=TALLY_DEV.COVERAGE_RATE(A2,60)"],
        ...Array.from({ length: 4 }, () => [undefined, undefined]),
      ],
    });
    expect(deeds).toEqual([]);
  });

  test("cuts whole rows and columns, and what is too large, to the cells in use", async () => {
    const { page, excel, close } = await pages.open({ file: "host.html", sheets });
    await page.evaluate("Office.onReady()");
    const read: unknown[] = [];
    for (const area of ["A:B", "2:3", "A1:XFD1048576", "A3:A1048576", "D:E"]) {
      await excel.evaluate(
        ({ select }, areas) => {
          select({ sheet: "Sheet1", areas });
        },
        [area],
      );
      read.push(
        await page.evaluate('pane.excelHost("TALLY_DEV").readSelection().then(({ address }) => address)'),
      );
    }
    expect(read).toEqual(["A1:B5", "A2:B3", "A1:B5", "A3:A5", "D1"]);
    await close();
  });

  test("reads a range of any sheet by its name", async () => {
    const { value } = await ask(`readRange({ sheet: "Q3 'east'!", address: "C2:C3" })`);
    expect(value).toMatchObject({ sheet: "Q3 'east'!", address: "C2:C3", values: [[null], ["there"]] });
  });

  test.each([
    ["readSelection()", selected("A1", "C1:C9"), "2 areas are selected. Select one range."],
    ["readSelection()", selected(), "Select cells first: a picture, a chart or something else is selected."],
    ["writeAtSelection([])", selected("A1"), "There is nothing to write."],
    [`readRange({ sheet: "Gone", address: "A1" })`, selected("A1"), "There is no sheet Gone."],
    [`select({ address: "A0" })`, selected("A1"), "Excel has no such range."],
    [
      "writeAtSelection([[1]])",
      { refusal: "InvalidOperationInCellEditMode" },
      "A cell is being edited. Finish it with Enter, and try again.",
    ],
    ["writeAtSelection([[1]])", { refusal: "SomethingNew" }, "Excel refuses: No."],
    [
      `readRange({ address: "A1:Z9000" })`,
      { sheets: { Sheet1: { A1: { value: 1 }, Z9000: { value: 1 } } } },
      "More than 200,000 cells are selected. Select fewer rows.",
    ],
  ])("%s refuses in words: %#", async (call, options, words) => {
    expect((await ask(call, options)).value).toBe(words);
  });

  test("writes formulas as formulas, and text as nothing but text", async () => {
    const texts = ["'=", "+49 30", "-x", "@all", "007", "1-2", "50%", "TRUE", "3/4 of all", "Half the year"];
    const rows = [
      ["=TALLY_DEV.COVERAGE_RATE(1,4)", ...texts],
      [1, true, null, { error: "#N/A" }],
    ];
    const { value, deeds, cells } = await ask(
      `writeAtSelection(${JSON.stringify(rows)})`,
      selected("D10:E11"),
    );
    expect(value).toEqual({ sheet: "Sheet1", address: "D10:N11" });
    expect(cells["D10"]?.formula).toBe("=TALLY_DEV.COVERAGE_RATE(1,4)");
    expect(Array.from("EFGHIJKLMN", (letter) => cells[`${letter}10`])).toEqual(
      texts.map((text) => ({ value: text })),
    );
    expect([cells["D11"], cells["E11"], cells["F11"], cells["G11"]]).toEqual([
      { value: 1 },
      { value: true },
      undefined,
      { value: "#N/A" },
    ]);
    expect(deeds.map(({ name }) => name)).toEqual(["Formulas", "Select"]);
  });

  test("selects a range of another sheet, which comes to the front", async () => {
    const { deeds } = await ask(`select({ sheet: "Q3 'east'!", address: "B2:C3" })`);
    const sheet = `Worksheets.GetItemOrNullObject("Q3 'east'!")`;
    expect(deeds).toEqual([
      { object: sheet, name: "Activate", given: [] },
      { object: `${sheet}.GetRange("B2:C3")`, name: "Select", given: [] },
    ]);
  });

  test("adds a sheet with its values, formulas, looks and charts under a name that is free", async () => {
    const { value, deeds, cells } = await ask(
      `insertSheet({ ...${JSON.stringify({ ...sheet, cells: undefined })}, cells: new Map(${JSON.stringify([...sheet.cells])}) })`,
      { sheets: { COVERAGE: {}, "Coverage 2": {} }, selection: { sheet: "COVERAGE", areas: ["A1"] } },
    );
    expect(value).toBe("Coverage 3");
    expect(cells).toEqual({
      A1: { value: "Unit" },
      A2: { value: "2026" },
      B1: { value: 45 },
      C2: { value: 0, formula: '=TALLY_DEV.COVERAGE_TEXT(B1,60)&"TALLY."' },
    });
    expect(said(deeds)).toEqual([
      'Worksheets.Add "Coverage 3"',
      `GetRange("A1:C2").Formulas ${JSON.stringify([
        ["Unit", 45, null],
        ["'2026", null, '=TALLY_DEV.COVERAGE_TEXT(B1,60)&"TALLY."'],
      ])}`,
      'GetRange("A1:C2").NumberFormat [[null,"0",null],[null,null,"@"]]',
      'GetRange("A1").Format.Fill.Color "#1F5FA8"',
      'GetRange("A1").Format.Font.Color "#FFFFFF"',
      'GetRange("A1").Format.Font.Bold true',
      'GetRange("A1").Format.WrapText true',
      'GetRange("B1:C2").Format.Fill.Color "#FFF8E1"',
      'GetRange("B1:C2").Format.Font.Color "#1F3864"',
      'GetRange("A:A").Format.ColumnWidth 56.25',
      'GetRange("B:B").Format.ColumnWidth 45.75',
      "FreezePanes.FreezeRows 1",
      `Charts.Add "ColumnClustered" "'Coverage 3'!B1:B2" "Columns"`,
      'Chart.Title.Text "Coverage against the goal"',
      'Chart.Legend.Position "Bottom"',
      'Chart.Axes.ValueAxis.NumberFormat "0%"',
      'Chart.SetPosition "E2" "K12"',
      'Chart.Series.GetItemAt(0).Name "Covered"',
      `Chart.Series.GetItemAt(0).SetValues "'Coverage 3'!B1:B2"`,
      `Chart.Series.GetItemAt(0).SetXAxisValues "'Coverage 3'!A1:A2"`,
      'Chart.Series.GetItemAt(0).ChartType "ColumnClustered"',
      "Chart.Series.Add null null",
      'Chart.Series.Add(null, null).Name "Goal"',
      `Chart.Series.Add(null, null).SetValues "'Coverage 3'!C1:C2"`,
      `Chart.Series.Add(null, null).SetXAxisValues "'Coverage 3'!A1:A2"`,
      'Chart.Series.Add(null, null).ChartType "Line"',
      'Chart.Series.Add(null, null).Format.Line.Color "#C00000"',
      'Chart.Series.Add(null, null).Format.Line.LineStyle "Dash"',
      "Activate",
    ]);
  });

  test("hears of every selection until it is told not to", async () => {
    const { page, excel, close } = await pages.open({ file: "host.html", sheets });
    await page.evaluate(
      `Office.onReady().then(() => { globalThis.heard = 0; globalThis.end = pane.excelHost("TALLY_DEV").onSelectionChange(() => { heard += 1; }); })`,
    );
    const registered = (): Promise<string[]> => excel.evaluate(({ deeds }) => deeds.map(({ name }) => name));
    await expect.poll(registered).toEqual(["_RegisterSelectionChangedEvent", "_RegisterActivatedEvent"]);
    const selectTwice = (): Promise<void> =>
      excel.evaluate(({ select }) => {
        select({ sheet: "Sheet1", areas: ["A1:B2"] });
        select({ sheet: "Sheet1", areas: ["C3"] });
      });
    await expect.poll(async () => (await selectTwice(), page.evaluate("heard"))).toBeGreaterThan(1);
    await page.evaluate("end()");
    await expect
      .poll(async () => (await registered()).slice(2))
      .toEqual(["_UnregisterSelectionChangedEvent", "_UnregisterActivatedEvent"]);
    await page.evaluate("heard = 0");
    await selectTwice();
    expect(await page.evaluate("new Promise((resolve) => setTimeout(() => resolve(heard), 100))")).toBe(0);
    await close();
  });
});
