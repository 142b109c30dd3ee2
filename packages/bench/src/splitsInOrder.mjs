import { onePass, peerSplit, splitColumns, tallykitSplit } from "./splitColumns.mjs";

/** A million parts by the rule of js-money and dinero.js 1: left-over steps to the first rows. */
export default {
  name: "splitsInOrder",
  sizes: { full: { parts: 1_000_000 }, small: { parts: 3000 } },
  goals: [{ entrant: "tallykit", against: "js-money", atMost: 1 / 15 }],
  input: splitColumns,
  entrants: [
    onePass("first"),
    tallykitSplit("first"),
    peerSplit("js-money", async () => {
      const { default: Money } = await import("js-money");
      return {
        money: (total) => new Money(total, "USD"),
        split: (money, weights) => money.allocate(weights),
        parts: (answer) => answer.map(({ amount }) => amount),
      };
    }),
  ],
};
