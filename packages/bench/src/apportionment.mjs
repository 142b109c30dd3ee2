import { generator } from "./register.mjs";
import { partsDigest } from "./splitColumns.mjs";
import { quietly } from "./quietly.mjs";

/** Ten million places to a million groups by Webster's method. */
export default {
  name: "apportionment",
  sizeOf: (groups) => ({ groups, places: groups * 10 }),
  sizes: { full: { groups: 1_000_000, places: 10_000_000 }, small: { groups: 3000, places: 30_000 } },
  goals: [{ entrant: "tallykit", against: "apportionment", atMost: 1 / 30 }],
  input: ({ groups, places }) => {
    const next = generator(20171122);
    return {
      places,
      weights: Float64Array.from({ length: groups }, () => 1 + Math.floor(next() * 1_000_000)),
    };
  },
  entrants: [
    {
      name: "tallykit",
      load: async () => {
        const { quotaApportionTyped } = await import("@tallykit/core");
        return {
          run: ({ places, weights }) => quotaApportionTyped({ places, weights, method: "webster" }),
          answer: ({ places }) => partsDigest(places),
        };
      },
    },
    {
      name: "apportionment",
      load: async () => {
        const { webster } = await quietly(() => import("apportionment"));
        return {
          prepare: ({ places, weights }) => ({ places, weights: Array.from(weights) }),
          run: ({ places, weights }) => webster(weights, places),
          answer: ({ exact }) => partsDigest(exact?.apportionment ?? []),
        };
      },
    },
  ],
};
