// How many bytes a program carries that uses one calculator alone: bundled by esbuild, minified, compressed by gzip.
// Run as a program it writes the list packages/core/etc/sizes.json, which test/size.test.ts holds against the build.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import * as core from "@tallykit/core";

/**
 * Bundles the built package as a program that uses one name would.
 *
 * @param {{ from: string, name: string }} what
 * @returns {Promise<string>}
 */
export async function bundleOf({ from, name }) {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from "${from}";`, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * The compressed size of every calculator, by name.
 *
 * @returns {Promise<Record<string, number>>}
 */
export async function calculatorSizes() {
  const names = Object.keys(core)
    .filter((name) => typeof core[name] === "function")
    .sort();
  const found = await Promise.all(
    names.map(async (name) => [
      name,
      gzipSync(await bundleOf({ from: "@tallykit/core", name }), { level: 9 }).length,
    ]),
  );
  return Object.fromEntries(found);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync("packages/core/etc/sizes.json", `${JSON.stringify(await calculatorSizes(), undefined, 2)}\n`);
}
