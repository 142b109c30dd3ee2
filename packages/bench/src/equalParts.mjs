import { repeated } from "./repeated.mjs";

const answer = (amounts) => amounts.map((amount, row) => ({ row, amount }));

/** A race for equal parts of so many cents, tallykit by the rule that its peers follow. */
function contestOf({ name, cents, rule, peers }) {
  return {
    name,
    sizes: { full: { parts: 34 }, small: { parts: 34 } },
    goals: peers.map((peer) => ({ entrant: "tallykit", against: peer.name, atMost: 1 })),
    timesARun: repeated.times,
    warmUps: 5,
    input: ({ parts }) => ({ total: cents, weights: Array.from({ length: parts }, () => 1) }),
    entrants: [{ name: "tallykit", load: () => tallykit(rule) }, ...peers],
  };
}

async function tallykit(rule) {
  const { amount, fundingSplit, weight } = await import("@tallykit/core");
  return {
    prepare: ({ total, weights }) => ({
      total: amount(total / 100, "0.01"),
      weights: weights.map((each) => weight(each)),
      rule,
    }),
    run: repeated(fundingSplit),
    answer: ({ parts }) => answer(parts.map(({ units }) => Number(units))),
  };
}

/** Left-over cents go to the first parts. */
export const equalParts = contestOf({
  name: "equalParts",
  cents: 10_000_003,
  rule: "first",
  peers: [
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
});

/** One cent is left over; ezmoney, which hands what a part loses on to the next, gives it to the last. */
export const equalPartsLast = contestOf({
  name: "equalPartsLast",
  cents: 9_999_979,
  rule: "last",
  peers: [
    {
      name: "ezmoney",
      load: async () => {
        const { allocate, create } = await import("ezmoney");
        return {
          run: repeated(({ total, weights }) => allocate(create(total, "EUR", 2), weights)),
          answer: (parts) => answer(parts.map((part) => part.amount)),
        };
      },
    },
  ],
});
