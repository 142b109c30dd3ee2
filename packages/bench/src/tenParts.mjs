import { repeated } from "./repeated.mjs";
import { splitColumns } from "./splitColumns.mjs";

const answer = (amounts) => amounts.map((amount, row) => ({ row, amount }));

/** Ten parts through the ordinary function, by the rule of dinero.js 2, a thousand times a run. */
export default {
  name: "tenParts",
  sizes: { full: { parts: 10 }, small: { parts: 10 } },
  goals: [{ entrant: "tallykit", against: "dinero.js 2", atMost: 1 / 15 }],
  timesARun: repeated.times,
  input: splitColumns,
  entrants: [
    {
      name: "tallykit",
      load: async () => {
        const { amount, fundingSplit, weight } = await import("@tallykit/core");
        return {
          prepare: ({ total, weights }) => ({
            total: amount(total / 100, "0.01"),
            weights: Array.from(weights, (each) => weight(each)),
            rule: "largest-weight",
          }),
          run: repeated(fundingSplit),
          answer: ({ parts }) => answer(parts.map(({ units }) => Number(units))),
        };
      },
    },
    {
      name: "dinero.js 2",
      load: async () => {
        const { allocate, dinero, toSnapshot } = await import("dinero.js");
        const { USD } = await import("dinero.js/currencies");
        return {
          prepare: ({ total, weights }) => ({
            money: dinero({ amount: total, currency: USD }),
            weights: Array.from(weights),
          }),
          run: repeated(({ money, weights }) => allocate(money, weights)),
          answer: (parts) => answer(parts.map((part) => toSnapshot(part).amount)),
        };
      },
    },
  ],
};
