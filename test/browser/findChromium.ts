import { existsSync } from "node:fs";

import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser of the tests is; empty where this machine has none. */
    chromiumPath: string;
  }
}

/** Finds the browser once, before any test: two tests that unpack it at the same time would start half a browser. */
export default async function findChromium({ provide }: TestProject): Promise<void> {
  provide("chromiumPath", await chromiumPath());
}

/** The browser that `CHROMIUM_PATH` names, or the one that an npm package brings for Linux on x64. */
async function chromiumPath(): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  if (named !== undefined) return named;
  return process.platform === "linux" && process.arch === "x64" ? chromium.executablePath() : "";
}
