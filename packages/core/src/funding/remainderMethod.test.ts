import { describe, expect, test } from "vitest";
import { fraction } from "../exact/fraction.ts";
import type { Contest } from "./contest.ts";
import { priceOf, remainderMethod } from "./remainderMethod.ts";

const contest = (places: bigint, weights: readonly bigint[], bounds: Partial<Contest> = {}): Contest => ({
  places,
  weights,
  minimum: weights.map(() => 0n),
  maximum: weights.map(() => undefined),
  ...bounds,
});

describe("priceOf", () => {
  test("largest-remainder: votes a place", () => {
    expect(priceOf("largest-remainder", 100n, 7n)).toEqual({ numerator: 100n, denominator: 7n });
  });

  test.each([
    [100n, 9n, 11n],
    [99n, 9n, 10n],
    [0n, 9n, 1n],
  ])("droop: %d votes, %d places: %d", (votes, places, price) => {
    expect(priceOf("droop", votes, places)).toEqual(fraction(price));
  });

  test.each([
    [104n, 9n, 10n],
    [105n, 9n, 11n],
    [100n, 9n, 10n],
    [4n, 9n, 1n],
    [0n, 9n, 1n],
  ])("hagenbach-bischoff: %d votes, %d places: %d", (votes, places, price) => {
    expect(priceOf("hagenbach-bischoff", votes, places)).toEqual(fraction(price));
  });
});

describe("remainderMethod", () => {
  test("gives whole quotas, then the largest remainders: 10 by 20, 30, 10", () => {
    expect(remainderMethod(contest(10n, [20n, 30n, 10n]), "largest-remainder")).toEqual({
      places: [3n, 5n, 2n],
      ties: [],
    });
  });

  test("a row whose quota is just its minimum waits for none of the rest", () => {
    // Quotas 2, 2.5 and 2.5: the first stands at its minimum, the second has the earlier of the equal remainders.
    const bounds = { minimum: [2n, 0n, 0n] };
    expect(remainderMethod(contest(7n, [4n, 5n, 5n], bounds), "largest-remainder")).toEqual({
      places: [2n, 3n, 2n],
      ties: [{ rows: [1, 2], served: [1] }],
    });
  });

  test("fixes full rows and shares what is left again", () => {
    // Quotas 16, 2, 1, 1; starts 9, 2, 3, 3 leave 3 for one row; then 11 places by 2, 1, 1 are 5.5, 2.75, 2.75.
    const bounds = { minimum: [0n, 0n, 3n, 3n], maximum: [9n, undefined, undefined, undefined] };
    expect(remainderMethod(contest(20n, [16n, 2n, 1n, 1n], bounds), "largest-remainder").places).toEqual([
      9n,
      5n,
      3n,
      3n,
    ]);
  });

  test("gives back within minimums only", () => {
    // 6 votes over 5 + 1 is 1: floors 4, 1, 1 are one too many, and only the first is above its minimum.
    const bounds = { minimum: [0n, 1n, 1n] };
    expect(remainderMethod(contest(5n, [4n, 1n, 1n], bounds), "hagenbach-bischoff").places).toEqual([
      3n,
      1n,
      1n,
    ]);
  });
});
