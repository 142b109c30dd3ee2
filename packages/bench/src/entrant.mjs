// One entrant of one contest in a process of its own: sends its answer's digest and the time of each run to its parent.
import { performance } from "node:perf_hooks";

import { digest, same } from "./answers.mjs";
import { contests } from "./contests.mjs";

const runs = 3;
/** In a run of few rows they are done over until so many are through: every size is as warm as the largest. */
const rowsARun = 1_000_000;
/** A slow entrant runs no more once it has taken so many milliseconds. */
const patience = 5_000;

const [contestName, entrantName, size] = process.argv.slice(2);
const contest = contests.find(({ name }) => name === contestName);
const { load } = contest.entrants.find(({ name }) => name === entrantName);
const { prepare = same, run, answer } = await load();
/** A number of rows, of those that show how the cost grows; otherwise the name of a size. */
const rows = Number(size);
const input = () => contest.input(Number.isNaN(rows) ? contest.sizes[size] : contest.sizeOf(rows));
const repeats = Number.isNaN(rows) ? 1 : Math.ceil(rowsARun / rows);
const times = [];
let found;
let spent = 0;
for (let round = -(contest.warmUps ?? 1); round < runs && spent < patience; round += 1) {
  // Fresh strings each time: a string that was looked up before knows its hash.
  const given = prepare(input());
  globalThis.gc();
  const start = performance.now();
  let result;
  for (let repeat = 0; repeat < repeats; repeat += 1) result = run(given);
  const time = performance.now() - start;
  spent += time;
  found ??= digest(answer(result));
  if (round >= 0 || spent >= patience) times.push(time / (contest.timesARun ?? 1) / repeats);
}
process.send({ digest: found, times });
