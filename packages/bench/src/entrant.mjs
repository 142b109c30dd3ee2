// One entrant of one contest in a process of its own: sends its answer's digest and the time of each run to its parent.
import { performance } from "node:perf_hooks";

import { digest, same } from "./answers.mjs";
import { contests } from "./contests.mjs";

const runs = 5;
/** A slow entrant runs no more once it has taken so many milliseconds. */
const patience = 10_000;

const [contestName, entrantName, size] = process.argv.slice(2);
const contest = contests.find(({ name }) => name === contestName);
const { load } = contest.entrants.find(({ name }) => name === entrantName);
const { prepare = same, run, answer } = await load();
const times = [];
let found;
let spent = 0;
for (let round = -(contest.warmUps ?? 1); round < runs && spent < patience; round += 1) {
  // Fresh strings each time: a string that was looked up before knows its hash.
  const input = prepare(contest.input(contest.sizes[size]));
  globalThis.gc();
  const start = performance.now();
  const result = run(input);
  const time = performance.now() - start;
  spent += time;
  found ??= digest(answer(result));
  if (round >= 0 || spent >= patience) times.push(time / (contest.timesARun ?? 1));
}
process.send({ digest: found, times });
