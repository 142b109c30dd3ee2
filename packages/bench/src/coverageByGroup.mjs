import { groupingPeers } from "./groupingPeers.mjs";
import { plainLoop } from "./plainLoop.mjs";
import { register } from "./register.mjs";

/** Covered and eligible summed by group, and a rate each, from columns; names are fresh strings in random order. */
export default {
  name: "coverageByGroup",
  sizeOf: (rows) => ({ rows, towns: Math.max(1, rows / 100) }),
  sizes: { full: { rows: 1_000_000, towns: 10_000 }, small: { rows: 3000, towns: 100 } },
  goals: [
    { entrant: "tallykit", against: "plain loop", atMost: 1.25 },
    ...groupingPeers.map(({ name }) => ({ entrant: "tallykit", against: name, atMost: 1 })),
  ],
  input: register,
  entrants: [
    {
      name: "plain loop",
      load: () => ({
        run: ({ town, covered, eligible }) => plainLoop(town, covered, eligible),
        answer: (rows) => rows,
      }),
    },
    {
      name: "tallykit",
      load: async () => {
        const { coverageByGroup } = await import("@tallykit/core");
        return {
          run: ({ town, covered, eligible }) => coverageByGroup({ group: town, covered, eligible }),
          answer: ({ groups }) => groups.map(({ group, rate }) => rowOf(group, rate)),
        };
      },
    },
    ...groupingPeers.map(({ name, load }) => ({
      name,
      load: async () => {
        const { prepare, sums, rows } = await load();
        return { prepare, run: (input) => sums(input, "town"), answer: (answer) => rows(answer, "town") };
      },
    })),
  ],
};

/** One group in the form in which answers are compared. */
export function rowOf(name, { numerator: covered, denominator: eligible }) {
  return { name, covered, eligible, rate: covered / eligible };
}
