// Runs every calculator beside its slow reference, every function under odd cells and the .xlsx reader under bent files,
// on very many cases: npm run test:deep, or npm run test:deep -- --cases 5000 funding coverageText
// Coverage-guided fuzzing (@jazzer.js/core) needs a native build and an install script, which are off here.
import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import Table from "cli-table3";
import { build } from "esbuild";

const { values, positionals } = parseArgs({
  options: { cases: { type: "string" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});
const seed = Number(values.seed);
const cases = values.cases === undefined ? undefined : Number(values.cases);
if (![seed, cases ?? 1].every((number) => Number.isSafeInteger(number) && number > 0)) {
  console.error("--cases and --seed take a whole number from 1");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "tallykit-deep-"));
const bundle = join(folder, "deepRun.mjs");
await build({
  entryPoints: ["test/deep/deepRun.ts"],
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["@tallykit/source"],
  logLevel: "error",
});

/** The jobs that were asked for, the longest first; every worker takes the next as soon as it is free. */
const results = [];
const workers = Array.from({ length: Math.max(1, Math.min(2, availableParallelism())) }, () => fork(bundle));
let waiting;
let all = [];

function isAskedFor({ family, name }) {
  return positionals.length === 0 || positionals.includes(family) || positionals.includes(name);
}

await Promise.all(
  workers.map(
    (worker) =>
      new Promise((resolve, reject) => {
        worker.on("error", reject);
        worker.on("exit", (code) =>
          code === 0 || code === null ? resolve() : reject(new Error(`a worker ended with ${code}`)),
        );
        worker.on("message", (message) => {
          if (message.jobs !== undefined) {
            all = message.jobs;
            waiting ??= all
              .map((job, index) => ({ ...job, index }))
              .filter(isAskedFor)
              .sort((a, b) => b.cases - a.cases);
          } else results.push(message);
          const next = waiting.shift();
          if (next === undefined) worker.kill();
          else worker.send({ index: next.index, cases, seed });
        });
      }),
  ),
).finally(() => {
  for (const worker of workers) worker.kill();
  rmSync(folder, { recursive: true, force: true });
});

if (results.length === 0) {
  const families = [...new Set(all.map(({ family }) => family))].join(", ");
  console.error(`nothing is called ${positionals.join(", ")}; families are ${families}`);
  process.exit(2);
}
results.sort((a, b) => a.index - b.index);
const summary = new Table({
  head: ["family", "calculator", "cases", "seconds", "result"],
  colAligns: ["left", "left", "right", "right", "left"],
  style: { head: [], border: [], compact: true },
});
for (const { index, cases: run, seconds, difference } of results) {
  const { family, name } = all[index];
  summary.push([
    family,
    name,
    run.toLocaleString("en"),
    seconds.toFixed(1),
    difference === undefined ? "agrees" : "DIFFERS",
  ]);
}
console.log(summary.toString());
mkdirSync("out", { recursive: true });
const rows = results.map(({ index, cases: run, seconds, difference }) => {
  const { family, name } = all[index];
  return { family, name, cases: run, seconds, agrees: difference === undefined };
});
writeFileSync("out/deep.json", `${JSON.stringify({ seed, results: rows }, undefined, 2)}\n`);
for (const { index, difference } of results) {
  if (difference === undefined) continue;
  console.log(`\n${all[index].name}, seed ${seed}: ${difference.words}\n  given ${difference.given}`);
  process.exitCode = 1;
}
