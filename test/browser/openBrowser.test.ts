import { expect, test } from "vitest";

import { hasBrowser, openBrowser } from "./openBrowser.ts";

test.runIf(hasBrowser)("a browser starts, and draws Chinese", async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent("<p>覆盖率</p>");
  expect(await page.textContent("p")).toBe("覆盖率");
  await browser.close();
});

test("a machine of the checks has a browser", () => {
  expect(hasBrowser || process.env["CI"] === undefined).toBe(true);
});
