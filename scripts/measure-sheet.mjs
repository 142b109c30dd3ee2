// How long the browser sheet takes: until its table shows, until the grid can be used, and until an edit is answered.
// Each is the median of five visits with a browser whose cache is empty. Needs `npm run build` first.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import chromium from "@sparticuz/chromium";
import { serveSheet } from "@tallykit/workbook";
import { chromium as browsers } from "playwright-core";

const visits = 5;
const table = {
  title: "Figures",
  summary: "",
  titles: ["no."],
  numbers: [],
  rows: Array.from({ length: 200 }, (_, row) => ({ cells: [String(row)] })),
};

const bytes = new Uint8Array(readFileSync(new URL("../seeds/figures.xlsx", import.meta.url)));
const running = await serveSheet({ name: "figures.xlsx", bytes, table: { en: table, zh: table } });
const browser = await browsers.launch({
  executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
const times = { "table shown": [], "grid usable": [], "edit answered": [] };
for (let visit = 0; visit <= visits; visit += 1) {
  const found = await measureVisit();
  // The first one warms the disk.
  if (visit > 0) for (const [name, time] of Object.entries(found)) times[name].push(time);
}
await browser.close();
await running.close();
console.log(`${cpus().length} cores, median of ${visits}:`);
const medians = Object.entries(times).map(([name, all]) => {
  const sorted = all.sort((one, other) => one - other);
  return { name, seconds: sorted[Math.floor(visits / 2)] / 1000 };
});
for (const { name, seconds } of medians) console.log(`  ${name.padEnd(14)} ${seconds.toFixed(2)} s`);
mkdirSync("out", { recursive: true });
writeFileSync("out/sheet.json", `${JSON.stringify(medians, undefined, 2)}\n`);

async function measureVisit() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(running.address, { waitUntil: "commit" });
  await page.locator(".figures:not([hidden]) tbody tr").last().waitFor();
  const shown = performance.now();
  await page.waitForFunction(() => globalThis.tallySheet?.grid !== undefined);
  const usable = performance.now();
  await page.locator("#grid input").first().click();
  await page.locator("#grid input").first().fill("L2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("=TALLY.FUNDING_SPLIT(100,{2;3;1})");
  const typed = performance.now();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => globalThis.tallySheet.grid.view().value("Figures", "L4") === 16.67);
  const answered = performance.now();
  await context.close();
  return { "table shown": shown - start, "grid usable": usable - start, "edit answered": answered - typed };
}
