import type { Texts } from "./texts.ts";

/** The files of the add-in by what they are for; both manifests and the page name them. */
export const files = {
  functions: "functions.js",
  metadata: "functions.json",
  chineseMetadata: "functions.zh-CN.json",
  page: "taskpane.html",
  paneScript: "taskpane.js",
  paneStyle: "taskpane.css",
  support: "support.html",
  textStyle: "text.css",
  addInOnlyManifest: "manifest.xml",
  unifiedManifest: "manifest.json",
  chineseManifest: "manifest.zh-CN.json",
  outlineIcon: "icons/outline-32.png",
} as const;

/** The icon of one size. */
export function iconFile(size: number): string {
  return `icons/icon-${size}.png`;
}

/** The page of a function in one language; the pane and the metadata lead there. */
export function helpFile(id: string, language: keyof Texts): string {
  return `help/${language}/${id}.html`;
}
