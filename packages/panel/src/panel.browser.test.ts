import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../../../test/browser/openBrowser.ts";
import { type Demo, startDemo } from "./demo/startDemo.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.runIf(hasBrowser)("the panel in a browser", () => {
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** A page of the size that Excel gives a pane, and what the browser complains of. */
  async function open(
    language: "en" | "zh",
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 350, height: 378 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("request", (request) => {
      if (!request.url().startsWith(demo.address)) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(`${demo.address}?lang=${language}`);
    await page.waitForSelector(".tally-panel");
    return { page, complaints };
  }

  test("is walked with the keyboard alone: hint, search, function, form, insertion, grid", async () => {
    const { page, complaints } = await open("en");
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press("Tab", "Tab", "Tab");
    await expect.poll(() => focused(page)).toBe("Got it");
    await press("Enter");
    expect(await focused(page)).toBe("Search functions");
    await page.keyboard.type("apportion");
    await press("ArrowDown", "Enter");
    await expect.poll(() => focused(page)).toBe("QUOTA_APPORTION");
    await press("Tab", "Enter");
    await expect.poll(() => focused(page)).toBe("Fill in QUOTA_APPORTION");
    // Past the buttons that fill the form in and empty it.
    await press("Tab", "Tab", "Tab");
    expect(await focused(page)).toBe("places");
    await page.keyboard.type("8");
    await press("Tab", "Tab");
    await page.keyboard.type("B2:B3");
    // 8 places by 1442 and 6015: quotas 1.547 and 6.453, the one left-over place to the larger remainder.
    await expect.poll(() => page.locator(".tally-result td").allTextContents()).toEqual(["2", "6"]);
    expect(await page.locator(".tally-form .tally-formula code").textContent()).toBe(
      "=TALLY.QUOTA_APPORTION(8,B2:B3)",
    );
    await press("Enter");
    // The cell that is selected when the page opens holds a title, which is not written over without asking.
    await expect.poll(() => page.locator(".tally-warning").textContent()).toContain("not empty");
    for (let steps = 0; steps < 40 && (await focused(page)) !== "Functions"; steps += 1)
      await press("Shift+Tab");
    await press("ArrowRight");
    for (let steps = 0; steps < 9 && (await focused(page)) !== "group"; steps += 1) await press("Tab");
    await press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown");
    for (let steps = 0; steps < 9 && (await focused(page)) !== "Try out"; steps += 1)
      await press("Shift+Tab");
    await press("ArrowLeft", "Tab");
    for (let steps = 0; steps < 9 && (await focused(page)) !== "places"; steps += 1) await press("Tab");
    await press("Enter");
    await expect.poll(() => page.locator(".tally-notice").textContent()).toContain("Inserted at D2");
    await page.getByRole("button", { name: "Show" }).press("Enter");
    expect(await page.locator("[data-address=D2]").textContent()).toBe("2");
    expect(await page.locator("[data-address=D3]").textContent()).toBe("6");
    expect(complaints).toEqual([]);
  });

  test.each(["en", "zh"] as const)(
    "has no fault that axe finds in light or dark, and nothing to scroll sideways, in %s",
    async (language) => {
      const { page, complaints } = await open(language, { reducedMotion: "reduce" });
      await page.evaluate(axe);
      for (const [name, go] of Object.entries(views)) {
        await page.emulateMedia({ colorScheme: "light" });
        await go(page);
        expect(await faults(page), name).toEqual([]);
        expect(await isWide(page), name).toBe(false);
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await faults(page, ["color-contrast"]), `${name}, dark`).toEqual([]);
      }
      expect(complaints).toEqual([]);
    },
    // Some twenty views are looked through, on machines that have other things to do.
    60_000,
  );

  test("says in words of the other language what it said in the first, and remembers it", async () => {
    const { page } = await open("en");
    const english = await page.locator(".tally-panel").textContent();
    await page.getByRole("button", { name: "中文" }).click();
    expect(await page.locator(".tally-panel").getAttribute("lang")).toBe("zh-Hans");
    await page.reload();
    await expect.poll(() => page.getByRole("searchbox", { name: "查找函数" }).isVisible()).toBe(true);
    const chinese = (await page.locator(".tally-panel").textContent()) ?? "";
    // Ids, and the words of the search hint, are all that stays.
    const words = english?.match(/[A-Z][a-z]+ [a-z]+ [a-z]+/g) ?? [];
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((word) => chinese.includes(word))).toEqual([]);
  });

  test("has a grid that takes typing, pasting and corrections as a spreadsheet does", async () => {
    const { page, complaints } = await open("en");
    await page.locator("#tally-tab-tryout").click();
    await page.getByRole("button", { name: "Clear the grid" }).click();
    const cell = (address: string): Promise<string | null> =>
      page.locator(`[data-address=${address}]`).textContent();
    await page.locator("[data-address=B2]").click();
    await page.keyboard.type("3");
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await page.keyboard.type("not kept");
    await page.keyboard.press("Escape");
    expect([await cell("B2"), await cell("C2"), await cell("C3")]).toEqual(["3", "4", ""]);
    await page.keyboard.type("=TALLY.COVERAGE_RATE(B2,C2)");
    await page.keyboard.press("Enter");
    expect(await cell("C3")).toBe("0.75");
    await page.keyboard.type("=SUM(B2:C2)");
    await page.keyboard.press("Enter");
    await page.locator("[data-address=C4]").click();
    expect(await page.locator(".tally-bar").textContent()).toContain("only TALLY functions here");
    await page.locator("[data-address=A6]").click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "east\t1,200\r\nwest\t80%\r\n");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    expect([await cell("A6"), await cell("B6"), await cell("A7"), await cell("B7")]).toEqual([
      "east",
      "1200",
      "west",
      "0.8",
    ]);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Delete");
    expect([await cell("A6"), await cell("A7"), await cell("B6")]).toEqual(["", "", "1200"]);
    expect(complaints).toEqual([]);
  });

  test("shows what is chosen where colours are forced", async () => {
    const { page } = await open("en", { forcedColors: "active", reducedMotion: "reduce" });
    const ground = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const highlight = await page.evaluate(() => {
      const sample = document.body.appendChild(document.createElement("i"));
      sample.style.backgroundColor = "Highlight";
      return getComputedStyle(sample).backgroundColor;
    });
    await page.locator("#tally-tab-tryout").click();
    expect([
      await ground(".tally-chip input:checked + span"),
      await ground('[role="tab"][aria-selected="true"]'),
      await ground('[role="gridcell"][aria-selected="true"]'),
    ]).toEqual([highlight, highlight, highlight]);
    expect(await ground('[role="gridcell"][aria-selected="false"]')).not.toBe(highlight);
  });
});

/** Every view of the panel, in an order in which one leads to the next. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: (page) => page.locator("input[type=search]").focus(),
  noFunction: (page) => page.locator("input[type=search]").fill("qqq"),
  detail: async (page) => {
    await page.locator("input[type=search]").fill("split");
    await page.locator(".tally-item", { hasText: "FUNDING_SPLIT_EXPLAIN" }).click();
  },
  emptyForm: (page) => page.locator(".tally-detail .tally-primary").click(),
  refusedForm: async (page) => {
    await page.locator('[data-parameter="total"]').fill("ten");
    await page.waitForSelector(".tally-problem");
  },
  filledForm: async (page) => {
    await page.locator(".tally-form .tally-actions button").first().click();
    await page.waitForSelector(".tally-foot .tally-table");
  },
  grid: async (page) => {
    await page.locator("#tally-tab-tryout").click();
    await page.locator("[data-address=A5]").click();
  },
  editedGrid: (page) => page.locator("[data-address=A5]").dblclick(),
  sheets: async (page) => {
    await page.locator("#tally-tab-sheets").click();
    await page.locator(".tally-sheets button").first().click();
  },
  check: async (page) => {
    await page.locator("#tally-tab-check").click();
    await page.locator("#tally-panel-check .tally-primary").click();
    await page.waitForSelector(".tally-summaryBox");
  },
  explanation: async (page) => {
    await page.locator("#tally-tab-explain").click();
    await page.waitForSelector("#tally-panel-explain .tally-table");
  },
};

/** What axe finds wrong with what is shown, by all of its rules or by some. */
async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (only) =>
      (window as unknown as AxeWindow).axe.run({
        resultTypes: ["violations"],
        ...(only === undefined ? {} : { runOnly: only }),
      }),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

/** A page that axe was put into. */
interface AxeWindow {
  readonly axe: { readonly run: (options: unknown) => Promise<AxeResults> };
}

/** What axe says, as far as it is asked. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Tells whether the page, or a view, has to be scrolled sideways. */
function isWide(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('[role="tabpanel"]:not([hidden])')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    ),
  );
}

/** What a screen reader would call the element that has the keyboard. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labelled = element?.getAttribute("aria-label");
    const label =
      element?.id === "" ? undefined : document.querySelector(`label[for="${element?.id ?? ""}"]`);
    return (labelled ?? label?.firstChild?.textContent ?? element?.textContent ?? "").trim();
  });
}
