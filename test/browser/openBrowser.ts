import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** Whether there is a browser: tests that need one are skipped elsewhere, and say so. */
export const hasBrowser: boolean = inject("chromiumPath") !== "";

/** Starts a browser that asks nothing of any network by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject("chromiumPath"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
