import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { buildWpsAddIn } from "./buildWpsAddIn.ts";

const usage = `npm run build:wps -- [--lang zh|en]
  --lang  the language of the help that WPS shows; zh if left out`;

/** Builds the WPS add-in into its dist folder and says what it made. */
export async function run(given: readonly string[]): Promise<number> {
  const language = languageOf(given);
  if (language !== "en" && language !== "zh") {
    process.stderr.write(`${language.words}\n${usage}\n`);
    return 2;
  }
  const folder = fileURLToPath(new URL("dist/", import.meta.url));
  const built = await buildWpsAddIn(language);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of built) writeFileSync(join(folder, name), text);
  process.stdout.write(
    `${folder}: ${built.size} files of the add-in for WPS Spreadsheets; docs/guides/wps.md tells how to install it\n`,
  );
  return 0;
}

/** The language that the arguments ask for, or what is wrong with them. */
export function languageOf(given: readonly string[]): "en" | "zh" | { readonly words: string } {
  try {
    const { lang } = parseArgs({
      args: [...given],
      options: { lang: { type: "string", default: "zh" } },
    }).values;
    return lang === "en" || lang === "zh" ? lang : { words: `there is no language ${lang}` };
  } catch (error) {
    return { words: error instanceof Error ? error.message : "the arguments could not be read" };
  }
}
