import { repeated } from "./repeated.mjs";

const answer = (values) => values.map((value, period) => ({ period, value: Number(value.toPrecision(12)) }));
const periodsOf = ({ periods }) => Array.from({ length: periods + 1 }, (_, period) => period);

/** A path of 650 that grows by 20 %, every value of it, as a sheet of targets has it. */
export default {
  name: "growthPaths",
  sizes: { full: { periods: 20 }, small: { periods: 20 } },
  goals: ["formulajs FV", "financial fv"].map((against) => ({ entrant: "tallykit", against, atMost: 1 })),
  timesARun: repeated.times,
  warmUps: 5,
  input: periodsOf,
  entrants: [
    {
      name: "powers",
      load: () => ({ run: repeated((all) => all.map((each) => 650 * 1.2 ** each)), answer }),
    },
    {
      name: "tallykit",
      load: async () => {
        const { count, exact, growthPath } = await import("@tallykit/core");
        return {
          prepare: (all) => ({ base: exact(650), rate: exact(0.2), periods: count(all.length - 1) }),
          run: repeated(growthPath),
          answer,
        };
      },
    },
    {
      name: "formulajs FV",
      load: async () => {
        const { FV } = await import("@formulajs/formulajs");
        return { run: repeated((all) => all.map((each) => FV(0.2, each, 0, -650))), answer };
      },
    },
    {
      name: "financial fv",
      load: async () => {
        const { fv } = await import("financial");
        return { run: repeated((all) => all.map((each) => fv(0.2, each, 0, -650))), answer };
      },
    },
  ],
};
