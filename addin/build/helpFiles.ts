import { functionPage, pageAssets } from "@tallykit/pages";
import { table } from "@tallykit/sheet";

import { helpFile } from "../manifest/files.ts";

/** The page of every function in both languages, and what they load, by their names. */
export async function helpFiles(): Promise<Readonly<Record<string, string>>> {
  const pages = table.flatMap((row) =>
    (["en", "zh"] as const).map((language) => [
      helpFile(row.id, language),
      functionPage(row, language, { base: ".." }),
    ]),
  );
  const assets = Object.entries(await pageAssets()).map(([name, text]) => [`help/${name}`, String(text)]);
  return Object.fromEntries([...pages, ...assets]) as Record<string, string>;
}
