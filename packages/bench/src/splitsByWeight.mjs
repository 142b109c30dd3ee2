import { onePass, peerSplit, splitColumns, tallykitSplit } from "./splitColumns.mjs";

/** A million parts by the rule of dinero.js 2: left-over steps to the largest weights. */
export default {
  name: "splitsByWeight",
  sizes: { full: { parts: 1_000_000 }, small: { parts: 3000 } },
  goals: [{ entrant: "tallykit", against: "dinero.js 2", atMost: 1 / 15 }],
  input: splitColumns,
  entrants: [
    onePass("largest-weight"),
    tallykitSplit("largest-weight"),
    peerSplit("dinero.js 2", async () => {
      const { allocate, dinero, toSnapshot } = await import("dinero.js");
      const { USD } = await import("dinero.js/currencies");
      return {
        money: (amount) => dinero({ amount, currency: USD }),
        split: (money, weights) => allocate(money, weights),
        parts: (answer) => answer.map((part) => toSnapshot(part).amount),
      };
    }),
  ],
};
