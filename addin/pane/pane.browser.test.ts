import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { workedSheet, type WorkedSheet, workedSheetIds } from "@tallykit/panel";
import { findFunction } from "@tallykit/sheet";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../../test/browser/openBrowser.ts";
import { openAddIn } from "../fakehost/openAddIn.ts";
import type { OpenPage } from "../fakehost/openPage.ts";
import type { Pages } from "../fakehost/openPages.ts";
import type { FakeCell } from "../fakehost/typedCell.ts";

/** What stands on the buttons in each language. */
const languages = [
  {
    language: "en",
    locale: "en-US",
    insertExample: "Insert example 1",
    fillIn: "Fill in and insert",
    insert: "Insert",
    insertSheet: /^Insert the sheet/,
    check: "Check the selected cells",
    goTo: "Go to B3",
  },
  {
    language: "zh",
    locale: "zh-CN",
    insertExample: "插入示例 1",
    fillIn: "填写并插入",
    insert: "插入",
    insertSheet: /^插入示例表“/,
    check: "检查选中的单元格",
    goTo: "转到 B3",
  },
] as const;

/** As long as a busy machine may take for what a quiet one does at once. */
const patience = { timeout: 10_000 };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Groups with one number that is text, and a formula of ours. */
const sheets: Readonly<Record<string, Readonly<Record<string, FakeCell>>>> = {
  Sheet1: {
    A1: { value: "Group" },
    B1: { value: "Covered" },
    C1: { value: "Eligible" },
    D1: { value: "Rate" },
    A2: { value: "East" },
    B2: { value: 45 },
    C2: { value: 60 },
    D2: { value: 0.75, formula: "=TALLY_DEV.COVERAGE_RATE(B2,C2)" },
    A3: { value: "West" },
    B3: { value: "30 " },
    C3: { value: 40 },
  },
};

/** What a page may not do: anything beyond its server, and anything that its policy keeps out but office.js's own styles. */
async function wrongs(
  { page, excel, requests, troubles }: OpenPage,
  origin: string,
): Promise<readonly unknown[]> {
  const keptOut = await excel.evaluate((host) => host.keptOut);
  return [
    ...requests.filter((address) => !address.startsWith(`${origin}/`)),
    ...keptOut.filter((each) => !/^style-src-attr inline in .*\/office-js\//.test(each)),
    ...troubles.filter((each) => !each.startsWith("Applying inline style violates")),
    ...(await page.evaluate<unknown[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    )),
  ];
}

/** The cells that a worked sheet should have filled: values as they are, formulas in the namespace of development. */
function contentsOf({ cells }: WorkedSheet): Readonly<Record<string, unknown>> {
  const filled = Array.from(cells, ([address, { content }]) => [address, content] as const).filter(
    ([, content]) => content !== null,
  );
  return Object.fromEntries(
    filled.map(([address, content]) => [
      address,
      typeof content === "string" ? content.replaceAll("TALLY.", "TALLY_DEV.") : content,
    ]),
  );
}

describe.runIf(hasBrowser)("the pane", () => {
  let browser: Browser;
  let addIn: Pages;

  beforeAll(async () => {
    browser = await openBrowser();
    addIn = await openAddIn(browser);
  }, 60_000);
  afterAll(async () => {
    await addIn.close();
    await browser.close();
  });

  describe.each(languages)("in $locale", ({ language, locale, ...words }) => {
    let opened: OpenPage;
    const open = async (id: string): Promise<void> => {
      await opened.page.fill("input[type=search]", id);
      await opened.page.locator(".tally-item").first().click();
    };
    const press = (name: string | RegExp): Promise<void> =>
      opened.page.getByRole("button", { name, exact: true }).first().click();
    /** What was done with the workbook so far, once anything was. */
    const deeds = async (): Promise<readonly unknown[]> => {
      const found = (): Promise<readonly (readonly unknown[])[]> =>
        opened.excel.evaluate((host) =>
          host.deeds
            .filter(({ name }) => !/^_(Unr|R)egister/.test(name))
            .map(({ object, name, given }) => [`${object}.${name}`, given]),
        );
      await expect.poll(async () => (await found()).length, patience).toBeGreaterThan(0);
      return found();
    };

    beforeEach(async () => {
      opened = await addIn.open({ language: locale, sheets, selection: { sheet: "Sheet1", areas: ["F2"] } });
      await opened.page.waitForSelector(".tally-list");
      await opened.page.evaluate(axe);
    });
    afterEach(async () => {
      expect(await wrongs(opened, addIn.origin)).toEqual([]);
      await opened.close();
    });

    test("inserts an example", async () => {
      await open("COVERAGE_RATE");
      await press(words.insertExample);
      const range = "GetSelectedRange().GetCell(0, 0).GetResizedRange(0, 0)";
      expect(await deeds()).toEqual([
        [`${range}.Formulas`, [["=TALLY_DEV.COVERAGE_RATE(3,4)"]]],
        [`${range}.Select`, []],
      ]);
    });

    test("inserts what a form was filled in with", async () => {
      await open("COVERAGE_RATE");
      await press(words.fillIn);
      await opened.page.fill("[data-parameter=covered]", "B2:B3");
      await opened.page.fill("[data-parameter=eligible]", "60");
      await press(words.insert);
      expect((await deeds())[0]).toEqual([
        "GetSelectedRange().GetCell(0, 0).GetResizedRange(0, 0).Formulas",
        [["=TALLY_DEV.COVERAGE_RATE(B2:B3,60)"]],
      ]);
    });

    test("inserts the four worked sheets as they are defined", async () => {
      await opened.page.click("#tally-tab-sheets");
      const buttons = opened.page.getByRole("button", { name: words.insertSheet });
      for (const [index, id] of workedSheetIds.entries()) {
        const sheet = workedSheet(id, language);
        await buttons.nth(index).click();
        await expect
          .poll(() => opened.excel.evaluate((host) => host.selection().sheet), patience)
          .toBe(sheet.name);
        const cells = await opened.excel.evaluate((host, name) => host.cellsOf(name), sheet.name);
        const contents = Object.fromEntries(
          Object.entries(cells).map(([address, { value, formula }]) => [address, formula ?? value]),
        );
        expect(contents).toEqual(contentsOf(sheet));
        const titles = (await deeds()).filter((deed) => JSON.stringify(deed).includes(".Title.Text"));
        expect(titles.slice(-sheet.charts.length).map((deed) => (deed as unknown[])[1])).toEqual(
          sheet.charts.map(({ title }) => title),
        );
      }
    });

    test("checks the selected data, and leads to the cell that is odd", async () => {
      await opened.excel.evaluate((host) => {
        host.select({ sheet: "Sheet1", areas: ["A1:C3"] });
      });
      await opened.page.click("#tally-tab-check");
      await press(words.check);
      await press(words.goTo);
      await expect
        .poll(() => opened.excel.evaluate((host) => host.selection()), patience)
        .toEqual({ sheet: "Sheet1", areas: ["B3"] });
    });

    test("explains the selected cell, and the next one that is selected", async () => {
      await opened.page.click("#tally-tab-explain");
      const explained = opened.page.locator("#tally-panel-explain");
      await opened.excel.evaluate((host) => {
        host.select({ sheet: "Sheet1", areas: ["D2"] });
      });
      await expect.poll(() => explained.innerText(), patience).toContain("COVERAGE_RATE");
      expect(await explained.innerText()).toMatch(/45[\s\S]*60/);
      await opened.excel.evaluate((host) => {
        host.select({ sheet: "Sheet1", areas: ["B2"] });
      });
      await expect.poll(() => explained.innerText(), patience).not.toContain("COVERAGE_RATE");
    });

    test("leads from a function to its page", async () => {
      await open("COVERAGE_RATE");
      const link = opened.page.locator("a[target=_blank]").first();
      const page = await opened.page.context().newPage();
      await page.goto(`${addIn.origin}/${(await link.getAttribute("href")) ?? ""}`);
      expect(await page.innerText("main")).toContain(findFunction("COVERAGE_RATE")?.summary[language]);
    });
  });

  test.each([
    [0x292929, "dark"],
    [0xf5f5f5, "light"],
    [undefined, undefined],
  ])("takes on the light of an Office with the background %s: %s", async (background, theme) => {
    const { page, close } = await addIn.open(background === undefined ? {} : { background });
    await page.waitForSelector(".tally-list");
    expect(await page.evaluate("document.documentElement.dataset.tallyTheme")).toBe(theme);
    await close();
  });

  describe.each(languages)("in a browser without Excel, in $locale", ({ language, locale, ...words }) => {
    test("says so, and works on a grid of its own", async () => {
      const opened = await addIn.open({ inExcel: false, language: locale });
      const { page } = opened;
      await page.waitForSelector(".tally-list");
      await page.evaluate(axe);
      expect(await page.innerText(".pane-notice")).toContain(
        language === "en" ? "Not in Excel" : "当前不在 Excel 中",
      );
      await page.fill("input[type=search]", "COVERAGE_RATE");
      await page.locator(".tally-item").first().click();
      await page.getByRole("button", { name: words.insertExample }).click();
      await page.click("#tally-tab-tryout");
      await expect.poll(() => page.innerText("#tally-panel-tryout"), patience).toContain("0.75");
      expect(await wrongs(opened, addIn.origin)).toEqual([]);
      await opened.close();
    });
  });

  test("says so where office.js cannot be reached, and works on a grid of its own", async () => {
    const { page, close } = await addIn.open({ unreachable: /\/office\.js/, language: "zh-CN" });
    await page.waitForSelector(".tally-list");
    const words = await page.innerText(".pane-notice");
    expect(words).toContain("office.js did not load");
    expect(words).toContain("office.js 未能加载");
    expect(await page.isVisible("#tally-tab-tryout")).toBe(true);
    await close();
  });
});
