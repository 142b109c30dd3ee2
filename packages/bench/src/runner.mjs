import { fork } from "node:child_process";

/** How many processes each entrant has: the result is the median over them. */
const processes = 5;

/** Runs a contest: for each round every entrant in a process of its own, one after the other. */
export async function runContest(contest, { size = "full", rounds = processes } = {}) {
  const results = contest.entrants.map(({ name }) => ({ name, digests: new Set(), times: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const result of results) {
      const { digest, times } = await inOwnProcess(contest.name, result.name, size);
      result.digests.add(digest);
      result.times.push(median(times));
    }
  }
  return { contest: contest.name, size: contest.sizes[size], entrants: withRatios(results), rounds };
}

/** From ten rows to a million. */
const growingSizes = [10, 100, 1000, 10_000, 100_000, 1_000_000];

/** How the cost of each entrant grows with the rows: nanoseconds a row for each number of rows. */
export async function runSizes(contest, { rounds }) {
  const sizes = [];
  for (const rows of growingSizes) {
    const { entrants } = await runContest(contest, { size: String(rows), rounds });
    const costs = entrants.map(({ name, milliseconds }) => ({
      name,
      nanosecondsARow: milliseconds && (milliseconds.median * 1e6) / rows,
    }));
    sizes.push({ rows, entrants: costs });
  }
  return { contest: contest.name, rounds, sizes };
}

function inOwnProcess(contest, entrant, size) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("entrant.mjs", import.meta.url), [contest, entrant, size], {
      execArgv: ["--expose-gc", "--max-old-space-size=4096"],
    });
    let report;
    child.once("message", (message) => (report = message));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (report !== undefined) resolve(report);
      else reject(new Error(`${contest}, ${entrant}: ended with ${code} and no report`));
    });
  });
}

/** Times and, round by round, ratios to the first entrant; none where the answer is another one. */
function withRatios(results) {
  const [first] = results;
  const expected = [...first.digests].join();
  return results.map(({ name, digests, times }) => {
    if ([...digests].join() !== expected) return { name, agrees: false };
    const ratios = times.map((time, round) => time / first.times[round]);
    return { name, agrees: true, milliseconds: summary(times), ratio: summary(ratios) };
  });
}

/** Whether each goal of a contest is met. */
export function goalsOf({ goals }, { entrants }) {
  const find = (wanted) => entrants.find(({ name }) => name === wanted);
  return goals.map(({ entrant, against, atMost, atMostMilliseconds }) => {
    const own = find(entrant);
    if (atMostMilliseconds !== undefined) {
      const found = own.milliseconds?.median ?? Infinity;
      return { goal: `${entrant} within ${atMostMilliseconds} ms`, found, met: found <= atMostMilliseconds };
    }
    const other = find(against);
    const ratios = own.milliseconds?.all.map((time, round) => time / other.milliseconds?.all[round]);
    const found = ratios === undefined ? Infinity : median(ratios);
    const most = atMost < 1 ? `1/${Math.round(1 / atMost)}` : atMost;
    return { goal: `${entrant} at most ${most} x ${against}`, found, met: found <= atMost };
  });
}

/** The median of some numbers, with the least and the most. */
export function summary(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values), all: values };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
