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

  test("a row of weight zero waits for none of the rest", () => {
    // Quotas 1, 0 and 1: the first is full with nothing, and the third is the only one that can have its place.
    const bounds = { maximum: [0n, undefined, undefined] };
    expect(remainderMethod(contest(2n, [1n, 0n, 1n], bounds), "largest-remainder")).toEqual({
      places: [0n, 0n, 2n],
      ties: [],
    });
  });

  test("a row whose quota is just its minimum is not fixed with those below theirs", () => {
    // Quotas 3, 1, 0, 5; starts 3, 1, 2, 5 are too many, and only the third is below its minimum. 7 places by 3, 1, 5
    // are 2 1/3, 7/9, 3 8/9: the last place goes to the fourth. (4 places by 1 and 5 would be 2/3 and 3 1/3.)
    const bounds = { minimum: [3n, 0n, 2n, 0n] };
    expect(remainderMethod(contest(9n, [3n, 1n, 0n, 5n], bounds), "largest-remainder")).toEqual({
      places: [3n, 0n, 2n, 4n],
      ties: [],
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
    // 4 votes over 2 + 1 is 1: floors 2, 2 are two too many, and each can give just one.
    const tight = { minimum: [1n, 1n] };
    expect(remainderMethod(contest(2n, [2n, 2n], tight), "hagenbach-bischoff")).toEqual({
      places: [1n, 1n],
      ties: [],
    });
  });

  test("the smallest remainder gives back, and of equal ones the later row", () => {
    // 601 votes over 5 + 1 is 100: floors 1, 3, 2 are one too many; the third alone has a remainder.
    expect(remainderMethod(contest(5n, [100n, 300n, 201n]), "hagenbach-bischoff")).toEqual({
      places: [1n, 2n, 2n],
      ties: [{ rows: [0, 1], served: [0] }],
    });
  });

  test("gives back round after round, and a row at its minimum gives no more", () => {
    // 14 votes over 11 + 1 is 1: floors 9, 5 are three too many; both give one, then the later one.
    expect(remainderMethod(contest(11n, [9n, 5n]), "hagenbach-bischoff")).toEqual({
      places: [8n, 3n],
      ties: [{ rows: [0, 1], served: [0] }],
    });
    // 43 votes over 28 + 1 is 1: floors 3, 20, 20 are 15 too many; all give one, then the last two give six each.
    const bounds = { minimum: [2n, 0n, 0n] };
    expect(remainderMethod(contest(28n, [3n, 20n, 20n], bounds), "hagenbach-bischoff")).toEqual({
      places: [2n, 13n, 13n],
      ties: [],
    });
  });
});
