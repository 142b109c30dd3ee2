import { onePass, peerSplit, splitColumns, tallykitSplit } from "./splitColumns.mjs";
import { quietly } from "./quietly.mjs";

/** A million parts by largest remainder, exact to the step. The other packages know other rules: see the contests below. */
export default {
  name: "splits",
  sizeOf: (parts) => ({ parts }),
  sizes: { full: { parts: 1_000_000 }, small: { parts: 3000 } },
  goals: [
    { entrant: "tallykit", against: "one sum", atMost: 60 },
    { entrant: "tallykit", against: "apportionment", atMost: 1 / 15 },
  ],
  input: splitColumns,
  entrants: [
    onePass("largest-remainder"),
    tallykitSplit("largest-remainder"),
    peerSplit("apportionment", async () => {
      const { hamilton } = await quietly(() => import("apportionment"));
      return {
        split: (total, weights) => hamilton(weights, total),
        parts: ({ apportionment }) => apportionment,
      };
    }),
  ],
};
