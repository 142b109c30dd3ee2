import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { hasBrowser, openBrowser } from "../../../../test/browser/openBrowser.ts";
import { buildSite } from "./buildSite.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const types: Readonly<Record<string, string>> = { html: "text/html", css: "text/css", js: "text/javascript" };

let files: ReadonlyMap<string, string>;
let server: Server;
let browser: Browser;
let root: string;

describe.runIf(hasBrowser)("in a browser", () => {
  beforeAll(async () => {
    files = await buildSite();
    server = createServer(({ url = "" }, response) => {
      const path = decodeURIComponent(new URL(url, "http://localhost").pathname).slice(1);
      const type = types[path.split(".").at(-1) ?? ""] ?? "text/plain";
      response
        .writeHead(files.has(path) ? 200 : 404, { "content-type": `${type}; charset=utf-8` })
        .end(files.get(path));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** Opens a page and keeps what the browser complains about. */
  async function open(
    path: string,
    colorScheme: "light" | "dark" = "light",
  ): Promise<{ page: Page; complaints: string[] }> {
    // The checker of accessibility comes in past the page's policy; that policy is checked without it, below.
    const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 900 } });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${root}/${path}`);
    return { page, complaints };
  }

  test("a changed number changes the result, and nothing breaks the policy", async () => {
    const { page, complaints } = await open("functions/FUNDING_SPLIT.html");
    const result = (): Promise<string[]> => page.locator("output td").allTextContents();
    expect(await result()).toEqual(["33", "50", "17"]);
    await page.getByLabel("weights 3").fill("4");
    expect(await result()).toEqual(["22", "33", "45"]);
    expect(await page.locator(".live .formula code").textContent()).toBe(
      "=TALLY.FUNDING_SPLIT(100,{2;3;4},1)",
    );
    await page.getByRole("button", { name: "Add a row" }).click();
    await page.getByLabel("weights 4").fill("one");
    expect(await page.locator("output .message").textContent()).toMatch(
      /requires a number in weights, row 4; found the text "one"/,
    );
    await page.locator('button[data-example="3"]').click();
    expect(await result()).toEqual(["33", "51", "16"]);
    await page.getByLabel("rule").selectOption("first");
    expect(await result()).toEqual(["34", "50", "16"]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("a Chinese page speaks Chinese, and takes days as days", async () => {
    const { page, complaints } = await open("zh/functions/TERM_STATUS.html");
    expect(await page.locator("output th").allTextContents()).toEqual(["届满日期", "超期天数", "状态"]);
    // Elected on 1 October 2021 for five years: 91 days overdue on the last day of 2026.
    await page.getByLabel("截止日期").fill("2026-12-31");
    expect(await page.locator("output tr").nth(1).locator("td").allTextContents()).toEqual([
      "2026-10-01",
      "91",
      "超期",
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("the search finds a function by a word, from a guide in Chinese", async () => {
    const { page, complaints } = await open("zh/guides/splitting.html");
    await page.getByRole("searchbox").fill("保底");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".found a").count()).toBeGreaterThan(1);
    await page.locator(".found a", { hasText: "FUNDING_RETURN" }).click();
    expect(await page.locator("h1").textContent()).toContain("FUNDING_RETURN");
    expect([page.url().endsWith("/zh/functions/FUNDING_RETURN.html"), complaints]).toEqual([true, []]);
    await page.close();
  });

  test("a script that does not belong to the page is stopped by its policy", async () => {
    const { page, complaints } = await open("guides/coverage.html");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'changed'";
      document.body.append(script);
    });
    expect([await page.title(), complaints.length]).toEqual(["Coverage without lying · Tallykit", 1]);
    await page.close();
  });

  const looked = ["index.html", "guides/splitting.html", "functions/FUNDING_SPLIT_EXPLAIN.html"]
    .flatMap((path) => [path, `zh/${path}`])
    .flatMap((path) => (["light", "dark"] as const).map((scheme) => [path, scheme] as const));

  test.each(looked)("%s has nothing that keeps people out, %s", async (path, scheme) => {
    const { page } = await open(path, scheme);
    const violations = await page.evaluate(
      `${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`,
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  test.each(["index.html", "zh/guides/errors.html", "functions/COVERAGE_CHECK.html"])(
    "%s fits a telephone",
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      await page.goto(`${root}/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.close();
    },
  );
});
