// npm run mutation -- FAMILY [FILE...]: changes the calculators of a family one small thing at a time and runs its tests
// on each change. What no test notices is listed in out/mutation/FAMILY.json; docs/mutation.md says what of it stays.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Stryker } from "@stryker-mutator/core";

const families = ["exact", "coverage", "growth", "funding", "assessment", "periods"];
const [family = "", ...names] = process.argv.slice(2);
if (!families.includes(family)) {
  console.error(`npm run mutation -- FAMILY [FILE...], where FAMILY is one of ${families.join(", ")}`);
  process.exit(2);
}
// The laws of a family run on each change: a few cases each find it, or none do.
process.env.LAW_CASES ??= "40";
process.env.TALLYKIT_FAMILY = family;
const folder = `packages/core/src/${family}`;
const results = "out/mutation";
const report = `${results}/${family}.report.json`;
const begun = Date.now();
/** How many files are made ready for changes at a time: the rest of the calculators run as fast as ever. */
const filesAPortion = 4;
const files =
  names.length > 0
    ? names
    : readdirSync(folder, { recursive: true }).filter(
        (name) => name.endsWith(".ts") && !/\.(test|laws)\.ts$/.test(name),
      );
for (let first = 0; first < files.length; first += filesAPortion) {
  const portion = files.slice(first, first + filesAPortion);
  console.log(`files ${first + 1} to ${first + portion.length} of ${files.length}: ${portion.join(", ")}`);
  await mutate(portion.map((name) => `${folder}/${name}`));
}

const summary = summarise(JSON.parse(readFileSync(report, "utf8")).files);
writeFileSync(`${results}/${family}.json`, `${JSON.stringify(summary, undefined, 2)}\n`);
const { noticed, changes, percent, minutes, survivors } = summary;
console.log(`${family}: ${noticed} of ${changes} changes noticed, ${percent} %, in ${minutes} minutes`);
console.log(`${results}/${family}.json lists the ${survivors.length} that no test notices`);
if (noticed < changes * 0.9) process.exitCode = 1;

/** Runs the tests of the family on each change of these files, and adds what they notice to the report. */
async function mutate(paths) {
  await new Stryker({
    mutate: paths,
    testRunner: "vitest",
    vitest: { configFile: "vitest.mutation.config.ts" },
    coverageAnalysis: "perTest",
    // Constants are made once, before any test: no single test can be asked about them.
    ignoreStatic: true,
    // One more than there are cores: a third of the time a process waits for another one to begin or to end.
    concurrency: Number(process.env.MUTATION_PROCESSES ?? availableParallelism() + 1),
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: report },
    // What was found before is taken over for changes whose file and tests are as they were.
    incremental: true,
    incrementalFile: `${results}/${family}.incremental.json`,
    tempDirName: `${results}/sandbox`,
    cleanTempDir: "always",
    // From the root: a family is called coverage, too.
    ignorePatterns: [
      "/out",
      "/coverage",
      "/docs",
      "/addin",
      "/packages/*/dist",
      "/packages/workbook",
      "/packages/bench",
      "/packages/panel",
      "/packages/pages",
      "/seeds",
      "/test",
    ],
    // How much longer than in the first run the tests of a change may take. That run counts what each test reaches, for which
    // it needs two to three times as long as a run that makes one change; the seconds are for a process that begins anew.
    timeoutFactor: 1.5,
    timeoutMS: 5_000,
    logLevel: "warn",
    allowConsoleColors: false,
  }).runMutationTest();
}

/** What the report comes to: the changes noticed, file by file and in all, and those that were not. */
function summarise(files) {
  const found = Object.entries(files).map(([path, { source, mutants }]) => {
    const counted = mutants.filter(({ status }) => status !== "Ignored" && !status.endsWith("Error"));
    const unnoticed = counted.filter(({ status }) => status === "Survived" || status === "NoCoverage");
    const file = path.slice(folder.length + 1);
    return {
      file,
      changes: counted.length,
      survivors: unnoticed.map((mutant) => described(file, source, mutant)),
    };
  });
  const changes = found.reduce((sum, each) => sum + each.changes, 0);
  const survivors = found.flatMap((each) => each.survivors);
  const noticed = changes - survivors.length;
  return {
    family,
    date: new Date().toISOString().slice(0, 10),
    changes,
    noticed,
    percent: Number(((100 * noticed) / changes).toFixed(1)),
    minutes: Number(((Date.now() - begun) / 60_000).toFixed(1)),
    files: found.map(({ file, ...each }) => ({
      file,
      changes: each.changes,
      noticed: each.changes - each.survivors.length,
    })),
    survivors,
  };
}

/** A change that no test notices: where it is, what stood there, and what stands there instead. */
function described(file, source, { location: { start, end }, replacement, mutatorName, status }) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const short = (text) => text.replaceAll(/\s+/g, " ").slice(0, 120);
  return {
    at: `${file}:${start.line}:${start.column}`,
    kind: mutatorName,
    from: short(lines.join("\n")),
    to: short(replacement),
    ...(status === "NoCoverage" ? { reached: false } : {}),
  };
}
