import { fork } from "node:child_process";

/** An entrant whose runs take so many milliseconds has two processes at most: they say enough of it, and the rest would wait. */
export const slow = 500;

/** Runs a contest: for each round every entrant in a process of its own, one after the other. */
export async function runContest(contest, { size = "full", rounds }) {
  const results = contest.entrants.map(({ name }) => ({ name, digests: new Set(), times: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const result of results.filter(({ times }) => round < 2 || times[0] < slow)) {
      const { digest, times } = await inOwnProcess(contest.name, result.name, size);
      result.digests.add(digest);
      result.times.push(median(times));
    }
  }
  return { contest: contest.name, size: contest.sizes[size], entrants: withRatios(results), rounds };
}

/** From ten rows to a million. */
const growingSizes = [10, 1000, 100_000, 1_000_000];

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
    const ratios = ratiosByRound(times, first.times);
    return { name, agrees: true, milliseconds: summary(times), ratio: summary(ratios) };
  });
}

/** Ratios round by round, as far as both ran, so that a machine that slows down slows both. */
function ratiosByRound(times, others) {
  return others.slice(0, times.length).map((other, round) => times[round] / other);
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
    const ratios = ratiosByRound(own.milliseconds?.all ?? [], other.milliseconds?.all ?? []);
    const found = ratios.length === 0 ? Infinity : median(ratios);
    const most = atMost < 1 ? `1/${Math.round(1 / atMost)}` : atMost;
    return { goal: `${entrant} at most ${most} x ${against}`, found, met: found <= atMost };
  });
}

/** The median of some numbers, with the least and the most. */
export function summary(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values), all: values };
}

/** The one in the middle, or the mean of the two there. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}
