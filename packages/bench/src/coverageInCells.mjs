import { callFunction } from "@tallykit/sheet";

import { plainLoop } from "./plainLoop.mjs";
import { register } from "./register.mjs";

/** How many calls one run takes, as a sheet recalculates; the time is that of one. */
const calls = 20;

const repeated = (once) => (input) => {
  let answer;
  for (let call = 0; call < calls; call += 1) answer = once(input);
  return answer;
};

/** Columns as a host hands a range: rows of one cell each. */
const rangeOf = (column) => column.map((cell) => [cell]);

/** COVERAGE_BY_GROUP over 10,000 rows of cells; about a millisecond a call once warm. */
export default {
  name: "coverageInCells",
  sizes: { full: { rows: 10_000, towns: 100 }, small: { rows: 1000, towns: 10 } },
  goals: [{ entrant: "tallykit", atMostMilliseconds: 1.5 }],
  timesARun: calls,
  warmUps: 5,
  input: register,
  entrants: [
    {
      name: "plain loop",
      load: () => ({
        prepare: ({ town, covered, eligible }) => [town, covered, eligible].map(rangeOf),
        run: repeated((ranges) => {
          const [names, covered, eligible] = ranges.map((range) => range.map(([cell]) => cell));
          return plainLoop(names, covered, eligible);
        }),
        answer: (rows) => rows,
      }),
    },
    {
      name: "tallykit",
      load: () => ({
        prepare: ({ town, covered, eligible }) => [...[town, covered, eligible].map(rangeOf), "none"],
        run: repeated((cells) => callFunction("COVERAGE_BY_GROUP", cells)),
        answer: (rows) =>
          rows.slice(0, -1).map(([name, covered, eligible, rate]) => ({ name, covered, eligible, rate })),
      }),
    },
  ],
};
