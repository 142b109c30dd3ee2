import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

/** The files that a page of this package loads, by their names. */
export interface PageAssets {
  /** The style of every page. */
  readonly "pages.css": string;
  /** The script of the live examples: all functions are in it. */
  readonly "live.js": string;
}

/** Makes the files that pages load; they go into the folder that `base` names. */
export async function pageAssets(): Promise<PageAssets> {
  return { "pages.css": pageStyle(), "live.js": await bundled("live/live.ts") };
}

/** The parts of the style; what small screens and paper change comes last. */
const styles = [
  "colours",
  "bar",
  "text",
  "cells",
  "liveExample",
  "tables",
  "firstPage",
  "guides",
  "drawings",
  "search",
  "figures",
  "smallAndPrinted",
];

/** The style of every page, light and dark. */
function pageStyle(): string {
  return styles
    .map((name) => readFileSync(new URL(`styles/${name}.css`, import.meta.url), "utf8"))
    .join("\n");
}

/** One of the pages' scripts with all that it needs, as one file that a page loads from anywhere. */
export async function bundled(entry: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    conditions: ["@tallykit/source"],
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { ...values },
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} was not bundled`);
  return file.text;
}
