// npm run mutation -- FAMILY: changes the calculators of a family one small thing at a time and runs its tests on each
// change. What no test notices is listed in out/mutation/FAMILY.json; docs/mutation.md explains what survives for good.
import { existsSync, readFileSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";

const families = ["exact", "coverage", "growth", "funding", "assessment", "periods"];
const [family = "", ...files] = process.argv.slice(2);
if (!families.includes(family)) {
  console.error(`npm run mutation -- FAMILY [FILE...], where FAMILY is one of ${families.join(", ")}`);
  process.exit(2);
}
// The laws of a family run on each change: a few cases each find it, or none do.
process.env.LAW_CASES ??= "40";
process.env.TALLYKIT_FAMILY = family;
const folder = `packages/core/src/${family}`;
const chosen = files.length > 0 ? files.map((file) => `${folder}/${file}`) : [`${folder}/**/*.ts`];
const report = `out/mutation/${family}.json`;
await new Stryker({
  mutate: [...chosen, "!**/*.test.ts", "!**/*.laws.ts"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  // Constants are made once, before any test: no single test can be asked about them.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_PROCESSES ?? "2"),
  reporters: ["json", "clear-text"],
  clearTextReporter: { reportTests: false, reportMutants: false, logTests: false, allowColor: false },
  jsonReporter: { fileName: report },
  incremental: true,
  incrementalFile: `out/mutation/${family}.incremental.json`,
  ignorePatterns: [
    "out",
    "coverage",
    "docs",
    "addin",
    "packages/*/dist",
    "packages/workbook",
    "packages/bench",
    "packages/panel",
    "packages/pages",
    "seeds",
    "test",
  ],
  timeoutMS: 10_000,
  thresholds: { high: 95, low: 90, break: 90 },
  logLevel: "warn",
  allowEmpty: false,
}).runMutationTest();

const { files: found } = JSON.parse(readFileSync(report, "utf8"));
const mutants = Object.entries(found).flatMap(([file, { mutants: all }]) =>
  all.map((each) => ({ file, ...each })),
);
const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
const noticed = count("Killed", "Timeout");
const all = noticed + count("Survived", "NoCoverage");
console.log(`${family}: ${noticed} of ${all} changes noticed, ${((100 * noticed) / all).toFixed(1)} %`);
const survivors = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
for (const { file, location, replacement, mutatorName } of survivors) {
  console.log(
    `  ${file}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement.replaceAll(/\s+/g, " ").slice(0, 90)}`,
  );
}
if (!existsSync(report) || noticed < all * 0.9) process.exitCode = 1;
