import { describe, expect, test } from "vitest";
import { quotaMethod } from "./quotaMethod.ts";

const share = (places: bigint, weights: readonly bigint[]): ReturnType<typeof quotaMethod> =>
  quotaMethod({ places, weights, minimum: weights.map(() => 0n), maximum: weights.map(() => undefined) });

describe("quotaMethod", () => {
  test("is Jefferson's, for rows that have less than their quota", () => {
    // Jefferson gives the first row all 20; its quota of them is 18.2, so here it stops at 19. The 12th place goes to
    // the first of nine equal rows, for the first row has 11 then and its quota is 10.92. The others of the nine still
    // wait while the first row, by stronger claims, takes the 13th to the 20th.
    expect(share(20n, [91n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n])).toEqual({
      places: [19n, 1n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n],
      ties: [{ rows: [1, 2, 3, 4, 5, 6, 7, 8, 9], served: [1] }],
    });
  });

  test("never takes a place back when the house grows", () => {
    const houses = [4n, 5n, 7n, 8n, 9n, 11n].map((places) => share(places, [200n, 300n, 100n]).places.join());
    expect(houses).toEqual(["2,2,0", "2,3,0", "2,4,1", "3,4,1", "3,5,1", "4,6,1"]);
  });

  test("reports a tie while one of its rows waits, and no longer", () => {
    const ties = [1n, 2n, 3n].map((places) => share(places, [1n, 1n, 1n]).ties);
    expect(ties).toEqual([[{ rows: [0, 1, 2], served: [0] }], [{ rows: [0, 1, 2], served: [0, 1] }], []]);
  });

  test("names tied rows in the order of the rows, whoever came to the tie last", () => {
    // At 3 places the last two tie; at 4 the first may have one again, as strongly as the one of them that waits.
    expect(share(4n, [3n, 1n, 1n])).toEqual({
      places: [3n, 1n, 0n],
      ties: [{ rows: [0, 1, 2], served: [0, 1] }],
    });
  });

  test("passes over rows of weight zero", () => {
    expect(share(3n, [0n, 1n, 0n])).toEqual({ places: [0n, 3n, 0n], ties: [] });
  });

  test("gives nothing where nobody has a weight", () => {
    expect(share(3n, [0n, 0n]).places).toEqual([0n, 0n]);
  });

  test("takes ten million looks at a row, and refuses more", () => {
    expect(share(5_000_000n, [0n, 0n]).places).toEqual([0n, 0n]);
    expect(() => share(5_000_001n, [0n, 0n])).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message:
          "quotaApportion requires places times rows with the quota method to be at most 10,000,000; found 10000002",
      }),
    );
  });
});
