import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import axe from "axe-core";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { callFunction, type Cell, isCellError, type Result, table } from "@tallykit/sheet";
import { parseAddress, toAddress, toReference } from "@tallykit/sheet/book";
import { serveSheet, type RunningSheet } from "@tallykit/workbook";

import { hasBrowser, openBrowser } from "./browser/openBrowser.ts";
import { type SheetDriver, sheetDriver } from "./browser/sheetDriver.ts";

const sample = "seeds/figures.xlsx";
const folder = mkdtempSync(join(tmpdir(), "tally-sheet-"));
const figures = {
  title: "Published figures",
  summary: "1 figure",
  titles: ["no.", "figure"],
  numbers: [],
  rows: [{ cells: ["F01", "units <covered> & more"], isHead: true }],
};

interface ExampleCall {
  readonly address: string;
  readonly content: string;
  readonly result: Result;
}

/** The examples of all functions: the cells that they are given, and the calls, one below the other. */
function exampleCells(): [{ address: string; content: Cell }[], ExampleCall[]] {
  const given: { address: string; content: Cell }[] = [];
  const calls: ExampleCall[] = [];
  let [from, row] = [1, 1];
  for (const { id, examples } of table) {
    for (const { arguments: all } of examples) {
      const written = all.map((argument) => {
        const rows = rowsOf(argument ?? null);
        const first = { row: from, column: 1 };
        const last = { row: from + rows.length - 1, column: rows[0]?.length ?? 1 };
        for (const [down, cells] of rows.entries()) {
          for (const [across, content] of cells.entries()) {
            given.push({ address: toAddress({ row: from + down, column: across + 1 }), content });
          }
        }
        from = last.row + 1;
        return argument === null || argument === undefined ? "" : `Arguments!${toReference({ first, last })}`;
      });
      const result = callFunction(id, all);
      calls.push({ address: `A${row}`, content: `=TALLY.${id}(${written.join(",")})`, result });
      row += rowsOf(result).length + 1;
    }
  }
  return [given, calls];
}

function rowsOf<Each>(value: Each | readonly (readonly Each[])[]): readonly (readonly Each[])[] {
  return Array.isArray(value) ? (value as readonly (readonly Each[])[]) : [[value as Each]];
}

/** A value as the grid holds it. */
function plain(value: unknown): unknown {
  if (isCellError(value)) return value.error;
  return typeof value === "boolean" ? Number(value) : value;
}

describe.runIf(hasBrowser)("the browser sheet", () => {
  let running: RunningSheet;
  let browser: Browser;
  let page: Page;
  let sheet: SheetDriver;
  const foreign: string[] = [];
  const violations: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, ["packages/workbook/build/buildPage.mjs"]);
    const served = { name: "figures.xlsx", bytes: new Uint8Array(readFileSync(sample)) };
    running = await serveSheet(
      { ...served, table: { en: figures, zh: { ...figures, title: "公布数据" } } },
      { port: 0, page: new URL("../packages/workbook/dist/page/", import.meta.url) },
    );
    browser = await openBrowser();
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: running.address });
    page = await context.newPage();
    page.on("request", (request) => {
      if (!/^(?:blob:)?http:\/\/127\.0\.0\.1:/.test(request.url())) foreign.push(request.url());
    });
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) violations.push(message.text());
    });
    await page.goto(running.address);
    sheet = sheetDriver(page);
    await sheet.ready();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  beforeEach(async () => {
    await page.keyboard.press("Escape");
  });

  test("shows the figures before anything runs", async () => {
    const html = await (await fetch(running.address)).text();
    expect(html).toContain("<h2>Published figures</h2>");
    expect(html).toContain("<td>F01</td><td>units &lt;covered&gt; &amp; more</td>");
  });

  test("tells the selected cell, and repeats the sheet as a table, from the start", async () => {
    await expect.poll(() => page.locator("#cell").textContent()).toBe("A1: no.");
    expect(await page.locator("#mirror tbody tr").count()).toBe(100);
  });

  test("loads without breaking its own policy", () => {
    expect(violations).toEqual([]);
  });

  test("shows the sheets of the file, with their results to the last digit as the file holds them", async () => {
    expect(await sheet.names()).toEqual(["Figures", "数据", "Working 演算", "Sources", "来源"]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(sample);
    for (const name of ["Figures", "Working 演算"]) {
      const shown = await sheet.exact(name);
      let compared = 0;
      workbook.getWorksheet(name)!.eachRow((row) => {
        row.eachCell((cell) => {
          const value: unknown = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
          const plain = typeof value === "object" && value !== null && "error" in value ? value.error : value;
          if (plain === null || plain === undefined || plain === "") return;
          expect([cell.address, shown[cell.address]]).toEqual([
            cell.address,
            typeof plain === "boolean" ? Number(plain) : plain,
          ]);
          compared += 1;
        });
      });
      expect(compared).toBeGreaterThan(300);
    }
  });

  describe("in a sheet of its own", () => {
    beforeAll(async () => {
      await sheet.add("Trial");
    });

    test("calculates what is typed, and spills", async () => {
      await sheet.type("A1", "150");
      await sheet.type("B1", "=TALLY.FUNDING_SPLIT(A1,{2;3;1})");
      expect(await sheet.values("Trial", "B1:B3")).toEqual([[50], [75], [25]]);
      await sheet.type("A1", "100.01");
      // 100.01 / 6 is 16.668..: 33.34 + 50.00 + 16.67, the odd cent to the largest remainder.
      expect(await sheet.values("Trial", "B1:B3")).toEqual([[33.34], [50], [16.67]]);
    });

    test("says #SPILL! where something is in the way, and heals by undoing", async () => {
      await sheet.type("B2", "in the way");
      expect(await sheet.values("Trial", "B1:B3")).toEqual([["#SPILL!"], ["in the way"]]);
      await sheet.edit(() => page.keyboard.press("Control+z"));
      expect(await sheet.values("Trial", "B1:B3")).toEqual([[33.34], [50], [16.67]]);
      await sheet.edit(() => page.keyboard.press("Control+y"));
      expect((await sheet.values("Trial", "B1"))[0]).toEqual(["#SPILL!"]);
      await sheet.edit(() => page.getByRole("button", { name: "Undo" }).click());
      expect((await sheet.values("Trial", "B1"))[0]).toEqual([33.34]);
    });

    test("tells the words of an error where its cell is selected", async () => {
      await sheet.type("D1", "=TALLY.COVERAGE_RATE(5,0)");
      await sheet.select("D1");
      await expect
        .poll(() => page.locator("#cell").textContent())
        .toContain("D1: #DIV/0! COVERAGE_RATE requires eligible above zero.");
    });

    test("keeps circles, texts and blanks apart as the command does", async () => {
      await sheet.type("F1", "=F1+1");
      await sheet.type("F2", "'007");
      await sheet.type("F3", "=TALLY.COVERAGE_RATE(F2,8)");
      await sheet.type("F4", "=TALLY.COVERAGE_RATE(Z99,8)");
      const words = await sheet.words("Trial", "F1:F4");
      expect(words[0]).toBe("The formula refers to its own cell, directly or through other cells.");
      expect(words[2]).toMatch(/^COVERAGE_RATE requires a number in covered.*"007"/);
      expect(words[3]).toBe("COVERAGE_RATE requires a number in covered; the cell is blank.");
    });

    test("takes a pasted table", async () => {
      await page.evaluate(() => navigator.clipboard.writeText("3\t4\n1\t8"));
      await sheet.select("H1");
      await sheet.edit(() => page.keyboard.press("Control+v"));
      await sheet.type("J1", "=TALLY.COVERAGE_RATE(H1:H2,I1:I2)");
      expect(await sheet.values("Trial", "H1:J2")).toEqual([
        [3, 4, 0.75],
        [1, 8, 0.125],
      ]);
    });

    test("offers our functions while typing, and names the argument", async () => {
      await sheet.select("L1");
      await page.keyboard.type("=tally.funding_spl");
      await page.getByText("TALLY.FUNDING_SPLIT_EXPLAIN").waitFor();
      await page.keyboard.type("it(");
      await expect
        .poll(() => page.locator("body").innerText())
        .toContain("TALLY.FUNDING_SPLIT(total,weights,[step],[rule],[minimum],[maximum])");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    });
  });

  test("takes worked sheets from the panel, with their charts, and explains a cell", async () => {
    await page.getByRole("tab", { name: "Insert" }).click();
    await page
      .locator("#panel")
      .getByRole("button", { name: /insert/i })
      .first()
      .click();
    await expect.poll(() => page.locator("#charts figure").count()).toBeGreaterThan(0);
    expect((await sheet.names()).at(-1)).toBe("Coverage");
    const errors = Object.values(await sheet.exact("Coverage")).filter((value) =>
      String(value).startsWith("#"),
    );
    expect(errors).toEqual([]);
    await page.getByRole("tab", { name: "Explain" }).click();
    await sheet.front("Trial");
    await sheet.select("B2");
    await expect.poll(() => page.locator("#panel").innerText()).toContain("FUNDING_SPLIT");
    await sheet.edit(() => sheet.run("sheet.command.insert-row-after"));
    expect((await sheet.values("Trial", "B1:B3")).flat()).toEqual([33.34, 50, 16.67]);
  });

  test("gives what the functions give, to the last digit, for every example", async () => {
    await sheet.add("Arguments");
    await sheet.add("Examples");
    const [given, calls] = exampleCells();
    await sheet.write("Arguments", given);
    await sheet.write("Examples", calls);
    const shown = await sheet.exact("Examples");
    for (const { address, content, result } of calls) {
      const { row, column } = parseAddress(address)!;
      for (const [down, cells] of rowsOf(result).entries()) {
        for (const [across, value] of cells.entries()) {
          const cell = toAddress({ row: row + down, column: column + across });
          expect([content, cell, shown[cell] ?? ""]).toEqual([content, cell, plain(value)]);
        }
      }
    }
    expect(calls.length).toBeGreaterThan(100);
  });

  test("repeats the sheet in front as a table for those who do not see the canvas", async () => {
    await sheet.front("Trial");
    await sheet.select("A1");
    const cell = page.locator("#mirror tbody tr").first().locator("td").first();
    await expect.poll(() => cell.textContent()).toBe("100.01");
    expect(await page.locator("#mirror caption").textContent()).toMatch(/^Trial: rows 1 to \d+ of \d+/);
  });

  test("leaves the grid by F6, and comes back", async () => {
    await sheet.select("A1");
    const isIn = (part: string): Promise<boolean> =>
      page.evaluate((id) => document.getElementById(id)?.contains(document.activeElement) === true, part);
    expect(await isIn("grid")).toBe(true);
    await page.keyboard.press("F6");
    expect(await isIn("panel")).toBe(true);
    await page.keyboard.press("F6");
    expect(await isIn("head")).toBe(true);
    await page.keyboard.press("F6");
    expect(await isIn("grid")).toBe(true);
    await page.keyboard.type("77");
    await sheet.edit(() => page.keyboard.press("Enter"));
    expect(await sheet.values("Trial", "A1")).toEqual([[77]]);
  });

  test("keeps what saving could not write as it is, in words", async () => {
    await sheet.front("Figures");
    for (const command of [
      "sheet.command.insert-row-before",
      "sheet.command.set-range-bold",
      "sheet.command.remove-sheet",
    ]) {
      await sheet.run(command);
      await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/stay as they are/);
      await page.locator("#head").getByRole("button", { name: "Close" }).click();
    }
    expect((await sheet.names())[0]).toBe("Figures");
  });

  test("saves edits, formulas and added sheets, and leaves the rest of the file byte for byte", async () => {
    await sheet.front("Figures");
    await sheet.type("L2", "=SUM(L3:L4)*TALLY.COVERAGE_RATE(1,4)");
    await sheet.type("L3", "8");
    await sheet.type("L4", "12.5%");
    await sheet.type("L5", "=LET(x,L3,SORT(VSTACK(x,1)))");
    const file = join(folder, "saved.xlsx");
    await sheet.save(file);
    const [before, after] = [unzipSync(readFileSync(sample)), unzipSync(readFileSync(file))];
    const same = Object.keys(before).filter((name) => strFromU8(before[name]!) === strFromU8(after[name]!));
    expect(
      Object.keys(before)
        .filter((name) => !same.includes(name))
        .sort(),
    ).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    const xml = strFromU8(after["xl/worksheets/sheet1.xml"]!);
    expect(/r="L2".*?<\/c>/.exec(xml)?.[0]).toContain(
      "<f>SUM(L3:L4)*_xldudf_TALLY_COVERAGE_RATE(1,4)</f><v>2.03125</v>",
    );
    expect(/r="L5".*?<\/c>/.exec(xml)?.[0]).toContain(
      "_xlfn.LET(_xlpm.x,L3,_xlfn._xlws.SORT(_xlfn.VSTACK(_xlpm.x,1)))</f><v>1</v>",
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    expect(workbook.worksheets.map(({ name }) => name).slice(5)).toEqual([
      "Trial",
      "Coverage",
      "Arguments",
      "Examples",
    ]);
    const first = workbook.getWorksheet("Figures")!;
    expect([first.getCell("L4").value, first.getCell("L4").numFmt]).toEqual([0.125, "0.00%"]);
    expect(workbook.getWorksheet("Trial")!.getCell("B2").value).toBe(38.5);
  }, 60_000);

  test("opens what it saved with the same values", async () => {
    const before = await sheet.exact("Trial");
    await sheet.open(join(folder, "saved.xlsx"));
    expect(await sheet.names()).toEqual([
      ...["Figures", "数据", "Working 演算", "Sources", "来源"],
      ...["Trial", "Coverage", "Arguments", "Examples"],
    ]);
    expect(await sheet.exact("Trial")).toEqual(before);
    expect((await sheet.values("Figures", "L2:L6")).flat()).toEqual([2.03125, 8, 0.125, 1, 8]);
  });

  describe("a file that does not open", () => {
    const entities = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><workbook>&c;</workbook>';
    test.each([
      ["a text", "it is not a zip", () => strToU8("no workbook")],
      [
        "an encrypted one",
        "encrypted",
        () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      ],
      [
        "a zip bomb",
        "zip bomb",
        () => zipSync({ "xl/workbook.xml": new Uint8Array(60_000_000) }, { level: 9 }),
      ],
      ["entities", "XML entities", () => zipSync({ "xl/workbook.xml": strToU8(entities) })],
      ["half a file", "cut short", () => readFileSync(sample).subarray(0, 20_000)],
    ])("is refused in words, and the page lives on: %s", async (_, words, bytes) => {
      const file = join(folder, "hostile.xlsx");
      writeFileSync(file, bytes());
      await sheet.choose(file);
      await expect
        .poll(() => page.getByRole("alert").textContent())
        .toMatch(/^hostile\.xlsx was not opened: /);
      expect(await page.getByRole("alert").textContent()).toContain(words);
      await page.locator("#head").getByRole("button", { name: "Close" }).click();
      expect((await sheet.values("Trial", "B1"))[0]).toEqual([25.67]);
    });
  });

  test("changes its language, with the grid, the panel, the figures and the hints", async () => {
    await page.getByRole("button", { name: "中文" }).first().click();
    await page.getByRole("button", { name: "保存" }).waitFor();
    await page.getByRole("tab", { name: "函数" }).waitFor();
    expect(await page.locator(".figures:not([hidden]) h2").textContent()).toBe("公布数据");
    await sheet.front("Trial");
    await sheet.select("L3");
    await page.keyboard.type("=TALLY.COVERAGE_RATE(");
    await expect
      .poll(() => page.locator("body").innerText())
      .toMatch(/TALLY\.COVERAGE_RATE\(已覆盖,应覆盖\)/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  test.each(["zh", "en"])("has nothing that axe objects to outside the canvas (%s)", async (language) => {
    if (language === "en") await page.getByRole("button", { name: "English" }).first().click();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const run = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations: all } = await run.run({ exclude: [["#grid"]] });
      return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    expect(found).toEqual([]);
  });

  test("asks nothing of any other server, runs no text as code, and cannot be framed", async () => {
    expect(foreign).toEqual([]);
    const refused = await page.evaluate(async () => {
      // What a test evaluates is free of the policy; what it leaves for later is not.
      const tried = (name: string, run: () => unknown): Promise<string> =>
        new Promise((resolve) => {
          setTimeout(() => {
            Promise.resolve()
              .then(run)
              .then(
                () => {
                  resolve(`${name} done`);
                },
                () => {
                  resolve(`${name} refused`);
                },
              );
          });
        });
      return [
        await tried("fetch", () => fetch("https://example.org/")),
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the policy must refuse it
        await tried("eval", () => new Function("return 1")),
      ];
    });
    expect(refused).toEqual(["fetch refused", "eval refused"]);
    expect((await fetch(running.address)).headers.get("content-security-policy")).toContain(
      "frame-ancestors 'none'",
    );
  });
});
