// npm run measured: takes over what the last runs of the tests, laws, mutants, contests and measurements left in out/
// into docs/measured.json, and writes docs/testing.md from it. With --check it writes nothing, reads nothing from out/,
// and fails where the page is not what docs/measured.json makes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import prettier from "prettier";
import { slow } from "../packages/bench/src/runner.mjs";

const [facts, page] = ["docs/measured.json", "docs/testing.md"];
const families = ["exact", "coverage", "growth", "funding", "assessment", "periods"];
const isCheck = process.argv.includes("--check");
const measured = existsSync(facts) ? readJson(facts) : {};
if (!isCheck) takeOver();
/** What a contest in which another entrant is ahead says about why. */
const reasons = {
  furtherMeasures: "The bare loop checks nothing: no count, no missing value, no sum beyond 2^53.",
  coverageInCells:
    "The plain loop neither reads cells (text numbers, blanks, errors) nor makes a table with words.",
  ranks: "A sort of bare doubles gives no ranks; it is there as the least that any ranking costs.",
  splits: "One sum of the weights is the least that any split costs.",
  splitsByWeight: "One sum of the weights is the least that any split costs.",
  splitsInOrder: "One sum of the weights is the least that any split costs.",
  equalPartsLast:
    "ezmoney multiplies and rounds doubles down as it goes, and neither asks whether they hold the products nor proves a part; ours checks every weight and gives parts that add up for any amount.",
  growthRates:
    "A power of doubles is off by up to some units in the last place; ours takes the change exactly first and rounds once.",
  growthPaths:
    "Powers of doubles drift; every value of ours is the nearest double to the exact path, or rounded from it by a named rule.",
  intervals:
    "The package gives one bound by the bare formula; ours gives both, for any exact confidence, and checks the sample.",
  oneCell:
    "A division checks nothing. The path of a cell reads whatever cells hold, refuses in words and lets no odd value out.",
};

const whyLarger =
  "Where another package is smaller, it does less: one way to share without limits or a statement of ties, groups without a status, doubles in place of exact values. Where its import is shorter, it is few files: ours has one for each calculator, so that a bundler leaves out what a program does not use, and Node.js waits for every one.";

const text = await prettier.format(written(), {
  ...(await prettier.resolveConfig(page)),
  parser: "markdown",
});
if (!isCheck) {
  writeFileSync(page, text);
  const json = JSON.stringify(measured, undefined, 2);
  writeFileSync(
    facts,
    await prettier.format(json, { ...(await prettier.resolveConfig(facts)), parser: "json" }),
  );
} else if (readFileSync(page, "utf8") !== text) {
  console.error(`stale: ${page}; run npm run measured and commit what it changes`);
  process.exitCode = 1;
}

function takeOver() {
  measured.machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}`;
  if (existsSync("out/tests.json")) {
    const { numTotalTests, numTotalTestSuites, testResults } = readJson("out/tests.json");
    const { total } = readJson("coverage/coverage-summary.json");
    measured.tests = {
      tests: numTotalTests,
      suites: numTotalTestSuites,
      files: testResults.length,
      statements: total.statements.pct,
      branches: total.branches.pct,
    };
  }
  for (const [key, file] of Object.entries({ deep: "deep", workbooks: "workbooks", sheet: "sheet" })) {
    if (existsSync(`out/${file}.json`)) measured[key] = readJson(`out/${file}.json`);
  }
  for (const family of families) {
    const file = `out/mutation/${family}.json`;
    if (!existsSync(file)) continue;
    const { date, changes, noticed, percent, files } = readJson(file);
    const unnoticed = files
      .filter((each) => each.noticed < each.changes)
      .sort((a, b) => (a.file < b.file ? -1 : 1));
    const survivors = Object.fromEntries(
      unnoticed.map((each) => [each.file.replace(/\.ts$/, ""), each.changes - each.noticed]),
    );
    measured.mutation = { ...measured.mutation, [family]: { date, changes, noticed, percent, survivors } };
  }
  takeOverContests();
}

function takeOverContests() {
  const files = existsSync("out/bench") ? readdirSync("out/bench") : [];
  for (const file of files) {
    const result = readJson(`out/bench/${file}`);
    if (file === "footprint.json")
      measured.footprint = result.rows.map(({ name, bytes, milliseconds }) => ({
        name,
        bytes,
        milliseconds: round(milliseconds.median),
      }));
    else if (file.endsWith(".sizes.json"))
      measured.growing = {
        ...measured.growing,
        [result.contest]: result.sizes.map(({ rows, entrants }) => ({
          rows,
          entrants: entrants.map(({ name, nanosecondsARow }) => ({
            name,
            nanosecondsARow: round(nanosecondsARow),
          })),
        })),
      };
    else measured.contests = { ...measured.contests, [result.contest]: contest(result) };
  }
}

function contest({ size, rounds, entrants, goals }) {
  return {
    size,
    rounds,
    entrants: entrants.map(({ name, agrees, milliseconds, ratio }) =>
      agrees
        ? {
            name,
            milliseconds: round(milliseconds.median),
            ratio: round(ratio.median),
            least: round(ratio.least),
            most: round(ratio.most),
          }
        : { name },
    ),
    goals: goals.map(({ goal, found, met }) => ({ goal, found: round(found), met })),
  };
}

function written() {
  const { tests, deep, mutation, contests, growing, footprint, workbooks, sheet, machine } = measured;
  return `# How Tallykit is tested

Every number on this page was printed by a command of this repository and taken over by \`npm run measured\`; none is typed. The machine: ${machine}. Ratios travel between machines; times do not.

${part("On every change", tests && testsPart(tests))}
${part("Beside slow, exact references", deep && deepPart(deep))}
${part("Against mutants", mutation && mutationPart(mutation))}
${part("Beside other packages", contests && contestsPart(contests))}
${part("How cost grows", growing && growingPart(growing))}
${part("What a page carries, what a program waits for", footprint && footprintPart(footprint))}
${part("Workbooks", workbooks && workbooksPart(workbooks))}
${part("The browser sheet", sheet && sheetPart(sheet))}
## What no command here can show

Excel and WPS were not at hand. The add-in runs on Microsoft's own runtimes with a host that is not Excel; entering, spilling, recalculating, accepting manifests, drawing charts stand in the [checklist](guides/excel-checklist.md) for a person with Excel.
`;
}

function part(title, body) {
  return body === undefined ? "" : `## ${title}\n\n${body}\n`;
}

function testsPart({ tests, files, statements, branches }) {
  return `\`npm cit\` runs ${number(tests)} tests in ${number(files)} files: published figures, unit tests, laws on random input with a broken calculator each, examples of every doc comment and guide, Microsoft's runtimes, pages in Chromium, .xlsx files of other programs, packages in programs of their users. They reach ${statements} % of the statements and ${branches} % of the branches of the published packages \`core\` and \`sheet\`.`;
}

function deepPart({ results }) {
  const families = [...new Set(results.map(({ family }) => family))];
  const rows = families.map((family) => {
    const own = results.filter((each) => each.family === family);
    return [
      family,
      own.length,
      number(sum(own, "cases")),
      own.filter(({ agrees }) => !agrees).length,
      (sum(own, "seconds") / 60).toFixed(1),
    ];
  });
  return `\`npm run test:deep\` runs every calculator beside a reference written from its definition in fractions of any length, on random and awkward input, every function of the table under odd cells, and the .xlsx reader under bent files.\n\n${table(["family", "calculators", "cases", "differences", "minutes of one core"], rows)}`;
}

function mutationPart(found) {
  const rows = families.map((family) => {
    const { noticed, changes, percent, date } = found[family] ?? {};
    return date === undefined
      ? [family, "", "", "not run", ""]
      : [family, number(noticed), number(changes), `${percent} %`, date];
  });
  return `\`npm run mutation -- FAMILY\` changes a calculator one small thing at a time and runs its family's tests. [What survives](mutation.md) is explained.\n\n${table(["family", "noticed", "of", "share", "date"], rows)}`;
}

function contestsPart(all) {
  const parts = Object.entries(all).map(([name, { size, rounds, entrants, goals }]) => {
    const sizes = Object.entries(size)
      .map(([what, count]) => `${number(count)} ${what}`)
      .join(", ");
    const rows = entrants.map((each) =>
      each.ratio === undefined
        ? [each.name, "another answer", ""]
        : [
            each.name,
            digits(each.milliseconds),
            `${digits(each.ratio)} (${digits(each.least)} to ${digits(each.most)})`,
          ],
    );
    const own = entrants.find((each) => each.name === "tallykit");
    const isBehind = entrants.some((each) => each.ratio !== undefined && each.ratio < (own?.ratio ?? 0));
    const why = isBehind ? `\n\n${reasons[name] ?? "Not ahead, and no reason is known."}` : "";
    const unmet = goals.filter(({ met }) => !met).map(({ goal, found }) => `${goal}: ${digits(found)}`);
    return `### ${name}\n\n${sizes}; ${rounds} processes an entrant.\n\n${table(["", "ms", "ratio to the first"], rows)}${why}${unmet.length > 0 ? `\n\nGoals not met: ${unmet.join("; ")}.` : ""}`;
  });
  return `\`npm run bench\`; what each contest is stands in [its own page](../packages/bench/README.md). Answers are compared before times are. An entrant whose runs take longer than ${slow} milliseconds has two processes.\n\n${parts.join("\n\n")}`;
}

function growingPart(all) {
  return Object.entries(all)
    .map(
      ([name, sizes]) =>
        `Nanoseconds a row in \`${name}\` (\`npm run bench -- --sizes ${name}\`):\n\n${table(
          ["rows", ...sizes[0].entrants.map((each) => each.name)],
          sizes.map(({ rows, entrants }) => [
            number(rows),
            ...entrants.map(({ nanosecondsARow }) =>
              nanosecondsARow === undefined ? "another answer" : digits(nanosecondsARow),
            ),
          ]),
        )}${behindAt(sizes)}`,
    )
    .join("\n\n");
}

/** At which sizes a package is ahead, and why; the first entrant is what the others are measured by. */
function behindAt(sizes) {
  const behind = sizes.filter(({ entrants }) => {
    const own = entrants.find(({ name }) => name === "tallykit")?.nanosecondsARow;
    return entrants.slice(1).some(({ nanosecondsARow }) => nanosecondsARow < own);
  });
  const sentences = behind.map(({ rows }) => {
    const why =
      rows === sizes[0].rows
        ? "what a call checks and makes before its first row takes longer than so few rows"
        : "no reason is known";
    return `At ${number(rows)} rows another package is ahead: ${why}.`;
  });
  return sentences.length === 0 ? "" : `\n\n${sentences.join(" ")}`;
}

function footprintPart(rows) {
  return `\`npm run bench -- --footprint\`: one bundle by esbuild, minified and compressed, and the import in a fresh process.\n\n${table(
    ["", "kB", "ms to import"],
    rows.map(({ name, bytes, milliseconds }) => [name, (bytes / 1000).toFixed(2), digits(milliseconds)]),
  )}\n\n${whyLarger}`;
}

function workbooksPart(rows) {
  return `\`npm run measure:workbooks\`: recalculated by the command, file to file.\n\n${table(
    ["workbook", "seconds", "peak megabytes"],
    rows.map(({ name, seconds, megabytes }) => [name, digits(seconds), digits(megabytes)]),
  )}`;
}

function sheetPart(rows) {
  return `\`npm run measure:sheet\`: the median of five visits with an empty cache.\n\n${table(
    ["until", "seconds"],
    rows.map(({ name, seconds }) => [name, digits(seconds)]),
  )}`;
}

function table(titles, rows) {
  return [titles, titles.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function sum(rows, key) {
  return rows.reduce((all, row) => all + row[key], 0);
}

function number(value) {
  return value.toLocaleString("en");
}

function digits(value) {
  return value < 0.1 ? value.toPrecision(2) : value < 100 ? value.toFixed(2) : value.toFixed(0);
}

/** Four digits are more than any run repeats. */
function round(value) {
  return value === undefined || value === null ? undefined : Number(value.toPrecision(4));
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
