import { readFileSync } from "node:fs";

import { functionsMetadata, table } from "@tallykit/sheet";

import { drawIcon, drawOutline } from "../icons/drawIcon.ts";
import { encodePng } from "../icons/png.ts";
import { addInOf, type Deployment, iconSizes } from "../manifest/addin.ts";
import { addInOnlyManifest } from "../manifest/addInOnlyManifest.ts";
import { files, iconFile } from "../manifest/files.ts";
import { unifiedManifest, unifiedManifestInChinese } from "../manifest/unifiedManifest.ts";
import { pageText, scriptText, styleText } from "../page/page.ts";
import { bundleFunctions } from "./bundleFunctions.ts";

/** The files of an add-in by their names. */
export type BuiltFiles = ReadonlyMap<string, Uint8Array>;

/** Makes every file that a deployment serves or hands to Office. */
export async function buildAddIn(deployment: Deployment): Promise<BuiltFiles> {
  const addIn = addInOf(deployment, ownVersion());
  const texts: Readonly<Record<string, string>> = {
    [files.functions]: await bundleFunctions(),
    [files.metadata]: jsonText(functionsMetadata("en")),
    [files.chineseMetadata]: jsonText(functionsMetadata("zh")),
    [files.page]: pageText(addIn, table),
    [files.pageScript]: scriptText,
    [files.style]: styleText,
    [files.addInOnlyManifest]: addInOnlyManifest(addIn),
    [files.unifiedManifest]: jsonText(unifiedManifest(addIn)),
    [files.chineseManifest]: jsonText(unifiedManifestInChinese(addIn)),
  };
  return new Map<string, Uint8Array>([
    ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
    ...iconSizes.map((size) => [iconFile(size), encodePng(drawIcon(size))] as const),
    [files.outlineIcon, encodePng(drawOutline(32))],
  ]);
}

function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
