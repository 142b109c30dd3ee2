import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { brokenLinks } from "./brokenLinks.ts";
import { buildSite } from "./buildSite.ts";

/** The folder of the TypeScript reference, which is made before these pages and stays. */
const reference = "typescript";

/** Writes the site around the TypeScript reference, and checks every link; the exit code is 1 where one is broken. */
export async function run(): Promise<number> {
  const folder = fileURLToPath(new URL("../../../../docs/site/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name !== reference) rmSync(join(folder, name), { recursive: true });
  const files = new Map(await buildSite());
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const own = files.size;
  for (const name of readdirSync(join(folder, reference), { recursive: true, encoding: "utf8" })) {
    if (/\.\w+$/.test(name))
      files.set(join(reference, name), readFileSync(join(folder, reference, name), "utf8"));
  }
  const broken = brokenLinks(files);
  for (const { page, href } of broken) process.stderr.write(`${page} links to ${href}, which is not there\n`);
  process.stdout.write(`${folder}: ${own} files beside the TypeScript reference\n`);
  return broken.length === 0 ? 0 : 1;
}
