import { describe, expect, test } from "vitest";
import { quotaMethod } from "./quotaMethod.ts";

const share = (places: bigint, weights: readonly bigint[]): ReturnType<typeof quotaMethod> =>
  quotaMethod({ places, weights, minimum: weights.map(() => 0n), maximum: weights.map(() => undefined) });

describe("quotaMethod", () => {
  test("is Jefferson's, for rows that have less than their quota", () => {
    // Jefferson gives the first row all 20; its quota of them is 18.2, so here it stops at 19.
    expect(share(20n, [91n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n]).places).toEqual([
      19n,
      1n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
    ]);
  });

  test("never takes a place back when the house grows", () => {
    const houses = [4n, 5n, 7n, 8n, 9n, 11n].map((places) => share(places, [200n, 300n, 100n]).places.join());
    expect(houses).toEqual(["2,2,0", "2,3,0", "2,4,1", "3,4,1", "3,5,1", "4,6,1"]);
  });

  test("reports a tie while one of its rows waits, and no longer", () => {
    const ties = [1n, 2n, 3n].map((places) => share(places, [1n, 1n, 1n]).ties);
    expect(ties).toEqual([[{ rows: [0, 1, 2], served: [0] }], [{ rows: [0, 1, 2], served: [0, 1] }], []]);
  });

  test("passes over rows of weight zero", () => {
    expect(share(3n, [0n, 1n, 0n])).toEqual({ places: [0n, 3n, 0n], ties: [] });
  });

  test("gives nothing where nobody has a weight", () => {
    expect(share(3n, [0n, 0n]).places).toEqual([0n, 0n]);
  });

  test("refuses more than ten million looks at a row", () => {
    expect(() => share(5_000_001n, [1n, 1n])).toThrow(
      "quotaApportion requires places times rows with the quota method to be at most 10,000,000; found 10000002",
    );
  });
});
