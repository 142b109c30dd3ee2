import { generator } from "./register.mjs";
import { repeated } from "./repeated.mjs";

/** The two-sided 95 % interval; the peer takes the deviate itself. */
const deviate = 1.959963984540054;
const answer = (bounds) => bounds.map((bound, row) => ({ row, bound: Number(bound.toPrecision(10)) }));

function samples({ samples: size }) {
  const next = generator(1927);
  return Array.from({ length: size }, () => {
    const eligible = 1 + Math.floor(next() * 10_000);
    return { covered: Math.floor(next() * (eligible + 1)), eligible };
  });
}

/** The lower bound of Wilson's interval: the package gives it alone, tallykit both bounds with every check. */
export default {
  name: "intervals",
  sizes: { full: { samples: 10 }, small: { samples: 10 } },
  // Slower than the bare formula, which has no checks, no exact confidence and one bound of the two.
  goals: [{ entrant: "tallykit", atMostMilliseconds: 0.002 }],
  timesARun: repeated.times * 10,
  warmUps: 5,
  input: samples,
  entrants: [
    {
      name: "tallykit",
      load: async () => {
        const { count, coverageInterval } = await import("@tallykit/core");
        const read = ({ covered, eligible }) => ({ covered: count(covered), sample: count(eligible) });
        return {
          prepare: (given) => given.map(read),
          run: repeated((rows) => rows.map((row) => coverageInterval(row).low)),
          answer,
        };
      },
    },
    {
      name: "wilson-score",
      load: async () => {
        const { default: wilson } = await import("wilson-score");
        return {
          run: repeated((rows) => rows.map(({ covered, eligible }) => wilson(covered, eligible, deviate))),
          answer,
        };
      },
    },
  ],
};
