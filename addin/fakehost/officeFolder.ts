import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where Microsoft's scripts are: the installed package, from which they are served and never copied. */
export const officeFolder: string = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
