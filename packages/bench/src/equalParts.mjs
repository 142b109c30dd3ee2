import { repeated } from "./repeated.mjs";

const answer = (amounts) => amounts.map((amount, row) => ({ row, amount }));
const cents = 10_000_003;

/** An amount in equal parts, left-over cents to the first; ezmoney gives them to the last. */
export default {
  name: "equalParts",
  sizes: { full: { parts: 34 }, small: { parts: 34 } },
  goals: ["dinero.js 1", "dinero.js 2", "js-money", "currency.js"].map((against) => ({
    entrant: "tallykit",
    against,
    atMost: 1,
  })),
  timesARun: repeated.times,
  warmUps: 5,
  input: ({ parts }) => ({ total: cents, weights: Array.from({ length: parts }, () => 1) }),
  entrants: [
    {
      name: "tallykit",
      load: async () => {
        const { amount, fundingSplit, weight } = await import("@tallykit/core");
        return {
          prepare: ({ total, weights }) => ({
            total: amount(total / 100, "0.01"),
            weights: weights.map((each) => weight(each)),
            rule: "first",
          }),
          run: repeated(fundingSplit),
          answer: ({ parts }) => answer(parts.map(({ units }) => Number(units))),
        };
      },
    },
    {
      name: "dinero.js 1",
      load: async () => {
        const { default: dinero } = await import("dinero1");
        return {
          run: repeated(({ total, weights }) => dinero({ amount: total }).allocate(weights)),
          answer: (parts) => answer(parts.map((part) => part.getAmount())),
        };
      },
    },
    {
      name: "dinero.js 2",
      load: async () => {
        const { allocate, dinero, toSnapshot } = await import("dinero.js");
        const { USD } = await import("dinero.js/currencies");
        return {
          run: repeated(({ total, weights }) => allocate(dinero({ amount: total, currency: USD }), weights)),
          answer: (parts) => answer(parts.map((part) => toSnapshot(part).amount)),
        };
      },
    },
    {
      name: "js-money",
      load: async () => {
        const { default: Money } = await import("js-money");
        return {
          run: repeated(({ total, weights }) => new Money(total, "EUR").allocate(weights)),
          answer: (parts) => answer(parts.map((part) => part.amount)),
        };
      },
    },
    {
      name: "currency.js",
      load: async () => {
        const { default: currency } = await import("currency.js");
        return {
          run: repeated(({ total, weights }) => currency(total / 100).distribute(weights.length)),
          answer: (parts) => answer(parts.map((part) => part.intValue)),
        };
      },
    },
  ],
};
