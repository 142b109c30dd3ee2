import { fileURLToPath } from "node:url";

import { build } from "esbuild";

/** The script and the style of the pane. */
export interface PaneBundle {
  readonly script: string;
  readonly style: string;
}

/** Bundles the pane into one script and one style that need nothing but office.js. */
export async function bundlePane(): Promise<PaneBundle> {
  const { outputFiles } = await build({
    entryPoints: ["pane.ts", "pane.css"].map((name) =>
      fileURLToPath(new URL(`../pane/${name}`, import.meta.url)),
    ),
    outdir: "pane",
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    conditions: ["@tallykit/source"],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  const textOf = (ending: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`the pane has no ${ending} file`);
    return file.text;
  };
  return { script: textOf(".js"), style: textOf(".css") };
}
