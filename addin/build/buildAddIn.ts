import { readFileSync } from "node:fs";

import { type FunctionsMetadata, functionsMetadata, table } from "@tallykit/sheet";

import { type AddIn, addInOf, type Deployment } from "../manifest/addin.ts";
import { addInOnlyManifest } from "../manifest/addInOnlyManifest.ts";
import { files, helpFile } from "../manifest/files.ts";
import type { Texts } from "../manifest/texts.ts";
import { unifiedManifest, unifiedManifestInChinese } from "../manifest/unifiedManifest.ts";
import { panePage } from "../page/panePage.ts";
import { supportPage } from "../page/supportPage.ts";
import { sharedFiles } from "./sharedFiles.ts";

/** The files of an add-in by their names. */
export type BuiltFiles = ReadonlyMap<string, Uint8Array>;

/** Makes every file that a deployment serves or hands to Office. */
export async function buildAddIn(deployment: Deployment): Promise<BuiltFiles> {
  const addIn = addInOf(deployment, ownVersion());
  const texts = {
    [files.metadata]: jsonText(withPages(functionsMetadata("en"), addIn, "en")),
    [files.chineseMetadata]: jsonText(withPages(functionsMetadata("zh"), addIn, "zh")),
    [files.page]: panePage(addIn),
    [files.support]: supportPage(addIn, table),
    [files.addInOnlyManifest]: addInOnlyManifest(addIn),
    [files.unifiedManifest]: jsonText(unifiedManifest(addIn)),
    [files.chineseManifest]: jsonText(unifiedManifestInChinese(addIn)),
  };
  const own = Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const);
  return new Map<string, Uint8Array>([...(await sharedFiles()), ...own]);
}

/** The metadata with the page of each function, which Excel opens when someone asks for help on it. */
function withPages(metadata: FunctionsMetadata, { base }: AddIn, language: keyof Texts): object {
  const functions = metadata.functions.map((each) => ({
    ...each,
    helpUrl: `${base}/${helpFile(each.id, language)}`,
  }));
  return { ...metadata, functions };
}

function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
