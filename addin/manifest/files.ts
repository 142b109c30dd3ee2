/** The files of the add-in by what they are for; both manifests and the page name them. */
export const files = {
  functions: "functions.js",
  metadata: "functions.json",
  chineseMetadata: "functions.zh-CN.json",
  page: "taskpane.html",
  pageScript: "taskpane.js",
  style: "taskpane.css",
  addInOnlyManifest: "manifest.xml",
  unifiedManifest: "manifest.json",
  chineseManifest: "manifest.zh-CN.json",
  outlineIcon: "icons/outline-32.png",
} as const;

/** The icon of one size. */
export function iconFile(size: number): string {
  return `icons/icon-${size}.png`;
}
