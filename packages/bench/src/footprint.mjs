import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { summary } from "./runner.mjs";

/** What a program writes to use one thing of a package. */
const programs = {
  "tallykit: a rate": 'export { coverageRate } from "@tallykit/core"',
  "tallykit: a rate by group": 'export { coverageByGroup } from "@tallykit/core"',
  "tallykit: a split": 'export { fundingSplit } from "@tallykit/core"',
  "tallykit: an apportionment": 'export { quotaApportion } from "@tallykit/core"',
  "tallykit: a growth path": 'export { growthPath } from "@tallykit/core"',
  "tallykit: every calculator": 'export * from "@tallykit/core"',
  "dinero.js 2: allocate":
    'export { allocate, dinero } from "dinero.js"; export { USD } from "dinero.js/currencies"',
  "dinero.js 1": 'export { default } from "dinero1"',
  "js-money": 'export { default } from "js-money"',
  "currency.js": 'export { default } from "currency.js"',
  "sainte-lague": 'export { default } from "sainte-lague"',
  "hare-niemeyer": 'export { default } from "hare-niemeyer"',
  "d3-array: rollup": 'export { rollup } from "d3-array"',
  "lodash: groupBy": 'export { groupBy } from "lodash"',
  arquero: 'export { table } from "arquero"',
  "formulajs: RRI": 'export { RRI } from "@formulajs/formulajs"',
  "financial: rate": 'export { rate } from "financial"',
};

/** How many bytes a bundle of each has, and how long a fresh process waits for its import. */
export async function footprints({ rounds }) {
  const rows = [];
  for (const [name, program] of Object.entries(programs)) {
    const times = Array.from({ length: rounds }, () => importTime(program));
    rows.push({ name, bytes: await bundleSize(program), milliseconds: summary(times) });
  }
  return rows;
}

async function bundleSize(program) {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
    target: "es2022",
    platform: "browser",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

/** The milliseconds that a process of its own takes for the imports of a program. */
function importTime(program) {
  const imports = Array.from(program.matchAll(/from ("[^"]+")/g), ([, name]) => `await import(${name})`);
  const script = `const start = performance.now(); ${imports.join("; ")}; console.log(performance.now() - start)`;
  const options = { cwd: import.meta.dirname, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], options).trim().split("\n").at(-1),
  );
}
