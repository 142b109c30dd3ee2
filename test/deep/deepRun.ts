// Runs one job after the other, as scripts/deep.mjs hands them over, and says what came of each.
import { jobs } from "./jobs.ts";

interface Order {
  readonly index: number;
  readonly cases: number | undefined;
  readonly seed: number;
}

process.on("message", (order: Order) => {
  const { index, cases, seed } = order;
  const job = jobs[index];
  if (job === undefined) return;
  const run = { cases: cases ?? job.cases, seed };
  const started = performance.now();
  const difference = job.run(run);
  process.send?.({ index, ...run, seconds: (performance.now() - started) / 1000, difference });
});

process.send?.({ jobs: jobs.map(({ family, name, cases }) => ({ family, name, cases })) });
