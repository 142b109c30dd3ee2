import { generator } from "./register.mjs";
import { repeated } from "./repeated.mjs";

/** Doubles by different ways differ in their last digits; eight are the same. */
const answer = (rates) => rates.map((rate, row) => ({ row, rate: Number(rate.toPrecision(8)) }));
const each = (rateOf) => repeated((rows) => rows.map(rateOf));

/** Start, end and whole periods, from a fall by half to a tenfold rise. */
function rows({ rates }) {
  const next = generator(1998);
  return Array.from({ length: rates }, () => {
    const start = 1 + Math.floor(next() * 1_000_000);
    return { start, end: Math.ceil(start * (0.5 + 9.5 * next())), periods: 1 + Math.floor(next() * 30) };
  });
}

/** The equal rate of a period: the power by doubles, packages that do so, and ours, which is exact before it. */
export default {
  name: "growthRates",
  sizes: { full: { rates: 10 }, small: { rates: 10 } },
  // Slower than a power of doubles by far: the rate is exact before it is rounded, once. Fast enough is the goal.
  goals: [{ entrant: "tallykit", atMostMilliseconds: 0.005 }],
  timesARun: repeated.times * 10,
  warmUps: 5,
  input: rows,
  entrants: [
    {
      name: "one power",
      load: () => ({
        run: each(({ start, end, periods }) => (end / start) ** (1 / periods) - 1),
        answer,
      }),
    },
    {
      name: "tallykit",
      load: async () => {
        const { exact, growthRate } = await import("@tallykit/core");
        const read = ({ start, end, periods }) => ({
          start: exact(start),
          end: exact(end),
          periods: exact(periods),
        });
        return { prepare: (given) => given.map(read), run: each(growthRate), answer };
      },
    },
    {
      name: "formulajs RRI",
      load: async () => {
        const { RRI } = await import("@formulajs/formulajs");
        return { run: each(({ start, end, periods }) => RRI(periods, start, end)), answer };
      },
    },
    {
      name: "financial rate",
      load: async () => {
        const { rate } = await import("financial");
        return { run: each(({ start, end, periods }) => rate(periods, 0, -start, end)), answer };
      },
    },
  ],
};
