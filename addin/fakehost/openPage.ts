import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import type { Browser, BrowserContextOptions, JSHandle, Page } from "playwright-core";

import { files } from "../manifest/files.ts";
import { addressInExcel } from "./excelContext.ts";
import type { PageHost, PageSetup } from "./pageHost.ts";

/** A page of the add-in in a real browser. */
export interface OpenPage {
  /** The page. */
  readonly page: Page;
  /** Excel's part in it. */
  readonly excel: JSHandle<PageHost>;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** What the console warned of, and errors that nothing caught. */
  readonly troubles: readonly string[];
  /** Ends it. */
  readonly close: () => Promise<void>;
}

/** How a page is opened. */
export interface PageOptions extends Partial<PageSetup> {
  /** The page; the pane unless told. */
  readonly file?: string;
  /** Addresses that cannot be reached. */
  readonly unreachable?: RegExp;
  /** How the browser is set. */
  readonly browserOptions?: BrowserContextOptions;
}

/** Opens a page in a browser window of its own, with Excel's part in it before its own scripts run. */
export async function openPage(browser: Browser, origin: string, options: PageOptions): Promise<OpenPage> {
  const { file = files.page, inExcel = true, unreachable, browserOptions, ...setup } = options;
  const { language = "en-US" } = setup;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    // The size of Excel's pane.
    viewport: { width: 350, height: 700 },
    locale: language,
    ...browserOptions,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (/^(error|warning)$/.test(message.type())) troubles.push(message.text());
  });
  const selection = { sheet: "Sheet1", areas: ["A1"] };
  const stated: PageSetup = { language, inExcel, sheets: { Sheet1: {} }, selection, ...setup };
  if (unreachable !== undefined) await page.route(unreachable, (route) => route.abort());
  await page.addInitScript({
    content: `${await hostScript()};globalThis.excel = fakeHost.start(${JSON.stringify(stated)});`,
  });
  await page.goto(`${origin}/${inExcel ? addressInExcel(file, language) : file}`);
  const excel = await page.evaluateHandle<PageHost>("excel");
  return { page, excel, requests, troubles, close: () => context.close() };
}

let bundled: Promise<string> | undefined;

/** Excel's part as one script. */
function hostScript(): Promise<string> {
  bundled ??= bundleHost();
  return bundled;
}

async function bundleHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("pageHost.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "fakeHost",
    target: "es2022",
    conditions: ["@tallykit/source"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
