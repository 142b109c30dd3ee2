import { drawIcon, drawOutline } from "../icons/drawIcon.ts";
import { encodePng } from "../icons/png.ts";
import { iconSizes } from "../manifest/addin.ts";
import { files, iconFile } from "../manifest/files.ts";
import { textStyle } from "../page/textStyle.ts";
import { bundleFunctions } from "./bundleFunctions.ts";
import { bundlePane } from "./bundlePane.ts";
import { helpFiles } from "./helpFiles.ts";

let made: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** The files that are the same in every deployment, by their names; made once. */
export function sharedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  made ??= make();
  return made;
}

async function make(): Promise<ReadonlyMap<string, Uint8Array>> {
  const pane = await bundlePane();
  const texts = {
    [files.functions]: await bundleFunctions(),
    [files.paneScript]: pane.script,
    [files.paneStyle]: pane.style,
    [files.textStyle]: textStyle,
    ...(await helpFiles()),
  };
  return new Map<string, Uint8Array>([
    ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
    ...iconSizes.map((size) => [iconFile(size), encodePng(drawIcon(size))] as const),
    [files.outlineIcon, encodePng(drawOutline(32))],
  ]);
}
