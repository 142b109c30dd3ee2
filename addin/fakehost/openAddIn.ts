import type { Browser } from "playwright-core";

import { buildAddIn } from "../build/buildAddIn.ts";
import { openPages, type Pages } from "./openPages.ts";

/** Builds the add-in for a server of this machine, and serves it there for a browser; `more` are files of the test itself. */
export function openAddIn(browser: Browser, more: Readonly<Record<string, string>> = {}): Promise<Pages> {
  return openPages(browser, async (deployment) => [
    ...(await buildAddIn(deployment)),
    ...Object.entries(more),
  ]);
}
