// npm run bench                          every contest, three processes an entrant, then the two below without a contest
// npm run bench -- coverageByGroup       one contest
// npm run bench -- --entrant tallykit    only these entrants, and the first one
// npm run bench -- --agree [contest]     compares answers on a small size, without times
// npm run bench -- --sizes [contest]     how the cost of a row grows, from ten rows to a million
// npm run bench -- --footprint           bytes of a bundle and milliseconds of an import, beside other packages
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { disagreements } from "./answers.mjs";
import { contests } from "./contests.mjs";
import { footprints } from "./footprint.mjs";
import { goalsOf, runContest, runSizes } from "./runner.mjs";

const folder = new URL("../../../out/bench/", import.meta.url);
const { values, positionals } = parseArgs({
  options: {
    agree: { type: "boolean" },
    footprint: { type: "boolean" },
    sizes: { type: "boolean" },
    entrant: { type: "string", multiple: true },
    rounds: { type: "string", default: "3" },
  },
  allowPositionals: true,
});
const chosen = await Promise.all((positionals.length > 0 ? positionals : contests).map(contestOf));
const wanted = values.entrant;
const rounds = Number(values.rounds);
const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}`;
const begun = Date.now();
mkdirSync(folder, { recursive: true });
if (values.agree) await compareAnswers();
else if (values.footprint) await weigh();
else if (values.sizes) await grow();
else await race();
// All of it, where nothing is asked for by name.
if (Object.keys(values).length === 1 && positionals.length === 0) {
  await grow();
  await weigh();
  console.log(`\nall of it took ${minutes()} minutes`);
}

/** A contest by its name, or by the path of its file. */
async function contestOf(given) {
  if (typeof given !== "string") return given;
  const known = contests.find(({ name }) => name === given);
  return known ?? (await import(pathToFileURL(given).href)).default;
}

/** A contest without the entrants that nobody asked for, and without the goals that are about them. */
function onlyWanted(contest) {
  if (wanted === undefined) return contest;
  const entrants = contest.entrants.filter(({ name }, place) => place === 0 || wanted.includes(name));
  const isIn = (given) => given === undefined || entrants.some(({ name }) => name === given);
  const goals = contest.goals.filter(({ entrant, against }) => isIn(entrant) && isIn(against));
  return { ...contest, entrants, goals };
}

async function compareAnswers() {
  for (const contest of chosen) {
    const others = await disagreements(contest, contest.sizes.small);
    console.log(
      `${contest.name}: ${others.length === 0 ? "all agree" : `other answers: ${others.join(", ")}`}`,
    );
    if (others.length > 0) process.exitCode = 1;
  }
}

async function race() {
  const all = [];
  for (const contest of chosen.map(onlyWanted)) {
    const result = await runContest(contest, { rounds });
    const goals = goalsOf(contest, result);
    all.push(...goals);
    save(contest.name, { ...result, goals });
    console.log(report(contest, result, goals));
  }
  const met = all.filter((goal) => goal.met).length;
  console.log(`\n${chosen.length} contests: ${met} of ${all.length} goals met, in ${minutes()} minutes`);
}

function minutes() {
  return ((Date.now() - begun) / 60_000).toFixed(1);
}

/** How cost grows, for the contests that know rows. */
async function grow() {
  for (const contest of chosen.map(onlyWanted).filter(({ sizeOf }) => sizeOf !== undefined)) {
    const result = await runSizes(contest, { rounds: 1 });
    save(`${contest.name}.sizes`, result);
    const titles = ["rows", ...contest.entrants.map(({ name }) => name)];
    const rows = result.sizes.map(({ rows: count, entrants }) => [
      count.toLocaleString("en"),
      ...entrants.map(({ nanosecondsARow }) =>
        nanosecondsARow === undefined ? "another answer" : digits(nanosecondsARow),
      ),
    ]);
    console.log(`\n${contest.name}: nanoseconds a row\n${table([titles, ...rows])}`);
  }
}

async function weigh() {
  const rows = await footprints({ rounds });
  save("footprint", { rows });
  const titles = ["", "kB, minified and compressed", "ms to import"];
  const lines = rows.map(({ name, bytes, milliseconds }) => [name, digits(bytes / 1000), span(milliseconds)]);
  console.log(`\nfootprint: what a page carries, what a program waits for\n${table([titles, ...lines])}`);
}

function save(name, result) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ machine, ...result }, undefined, 2)}\n`);
}

function report({ name }, { size, rounds, entrants }, goals) {
  const sizes = Object.entries(size).map(([what, number]) => `${number.toLocaleString("en")} ${what}`);
  const rows = entrants.map((each) =>
    each.agrees ? [each.name, span(each.milliseconds), span(each.ratio)] : [each.name, "another answer", ""],
  );
  const titles = ["", "ms: median (least to most)", "ratio to the first"];
  const lines = goals.map(
    ({ goal, found, met }) => `  ${met ? "met  " : "UNMET"}  ${goal}: ${digits(found)}`,
  );
  return [`\n${name}: ${sizes.join(", ")}; ${rounds} processes`, table([titles, ...rows]), ...lines].join(
    "\n",
  );
}

function span({ median, least, most }) {
  return `${digits(median)} (${digits(least)} to ${digits(most)})`;
}

/** Two decimals, or three digits of a number below a tenth. */
function digits(value) {
  return value < 0.1 ? value.toPrecision(3) : value.toFixed(2);
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`.trimEnd())
    .join("\n");
}
