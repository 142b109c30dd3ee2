/** What people type before the dot. */
export const namespace = "TALLY";

/** The files of the WPS add-in; WPS looks for all but the last by these names. */
export const wpsFiles = {
  page: "index.html",
  script: "main.js",
  manifest: "manifest.xml",
  ribbon: "ribbon.xml",
  metadata: "functions.json",
} as const;
