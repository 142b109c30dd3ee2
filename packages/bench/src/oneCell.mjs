import { repeated } from "./repeated.mjs";

const answer = (value) => [{ value }];

/** The whole path of one cell: values of two cells in, checks, the calculator, the gate, the value of a cell out. */
export default {
  name: "oneCell",
  sizes: { full: { calls: 1 }, small: { calls: 1 } },
  goals: [{ entrant: "tallykit", atMostMilliseconds: 0.01 }],
  timesARun: repeated.times,
  warmUps: 5,
  input: () => [6015, 6573],
  entrants: [
    {
      name: "a division",
      load: () => ({
        run: repeated(([covered, eligible]) => (eligible === 0 ? "#DIV/0!" : covered / eligible)),
        answer,
      }),
    },
    {
      name: "tallykit",
      load: async () => {
        const { callFunction } = await import("@tallykit/sheet");
        return { run: repeated((cells) => callFunction("COVERAGE_RATE", cells)), answer };
      },
    },
    {
      name: "formulajs QUOTIENT and MOD",
      load: async () => {
        const { IFERROR, MOD, QUOTIENT } = await import("@formulajs/formulajs");
        return {
          run: repeated(([covered, eligible]) =>
            IFERROR(QUOTIENT(covered, eligible) + MOD(covered, eligible) / eligible, "#DIV/0!"),
          ),
          answer,
        };
      },
    },
  ],
};
