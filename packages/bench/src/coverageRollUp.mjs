import { rowOf } from "./coverageByGroup.mjs";
import { groupingPeers } from "./groupingPeers.mjs";
import { plainLoop } from "./plainLoop.mjs";
import { register } from "./register.mjs";

const levels = ["city", "county", "town"];

/** Coverage by city, county and town. No name repeats under two parents, so that three plain groupings give the same. */
export default {
  name: "coverageRollUp",
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
        run: (columns) => levels.map((level) => plainLoop(columns[level], columns.covered, columns.eligible)),
        answer: (answers) => answers.flat(),
      }),
    },
    {
      name: "tallykit",
      load: async () => {
        const { coverageRollUp } = await import("@tallykit/core");
        return {
          run: ({ city, county, town, covered, eligible }) =>
            coverageRollUp({ levels: [city, county, town], covered, eligible }),
          answer: (nodes) => nodes.slice(1).map(({ path, rate }) => rowOf(path.at(-1), rate)),
        };
      },
    },
    ...groupingPeers.map(({ name, load }) => ({
      name,
      load: async () => {
        const { prepare, sums, rows } = await load();
        return {
          prepare,
          run: (input) => levels.map((level) => sums(input, level)),
          answer: (answers) => answers.flatMap((answer, place) => rows(answer, levels[place])),
        };
      },
    })),
  ],
};
