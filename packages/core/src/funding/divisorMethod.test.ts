import { describe, expect, test } from "vitest";
import type { Contest } from "./contest.ts";
import { claimBorder, divisorMethod, nextClaim } from "./divisorMethod.ts";
import { divisorsOf } from "./divisors.ts";

const contest = (places: bigint, weights: readonly bigint[], bounds: Partial<Contest> = {}): Contest => ({
  places,
  weights,
  minimum: weights.map(() => 0n),
  maximum: weights.map(() => undefined),
  ...bounds,
});

describe("divisorMethod", () => {
  test("gives each place to the largest quotient: 8 by 100, 80, 30, 20", () => {
    const votes = [100n, 80n, 30n, 20n];
    expect(divisorMethod(contest(8n, votes), divisorsOf("jefferson")).places).toEqual([4n, 3n, 1n, 0n]);
    expect(divisorMethod(contest(8n, votes), divisorsOf("webster")).places).toEqual([3n, 3n, 1n, 1n]);
  });

  test("gives minimums before any claim, and nothing above a maximum", () => {
    const bounds = { minimum: [0n, 0n, 3n], maximum: [4n, undefined, undefined] };
    expect(divisorMethod(contest(10n, [80n, 15n, 5n], bounds), divisorsOf("webster"))).toEqual({
      places: [4n, 3n, 3n],
      ties: [],
    });
  });

  test("with fewer places than rows Adams serves the largest", () => {
    expect(divisorMethod(contest(2n, [5n, 9n, 7n]), divisorsOf("adams"))).toEqual({
      places: [0n, 1n, 1n],
      ties: [],
    });
  });

  test("passes over rows of weight zero, but for their minimum", () => {
    const bounds = { minimum: [1n, 0n], maximum: [5n, undefined] };
    expect(divisorMethod(contest(4n, [0n, 3n], bounds), divisorsOf("dean")).places).toEqual([1n, 3n]);
  });

  test("a row at its minimum or maximum is in no tie", () => {
    const equal = [1n, 1n, 1n];
    const atMaximum = contest(4n, equal, { maximum: [1n, undefined, undefined] });
    expect(divisorMethod(atMaximum, divisorsOf("webster"))).toEqual({
      places: [1n, 2n, 1n],
      ties: [{ rows: [1, 2], served: [1] }],
    });
    const atMinimum = contest(5n, equal, { minimum: [2n, 0n, 0n] });
    expect(divisorMethod(atMinimum, divisorsOf("webster"))).toEqual({
      places: [2n, 2n, 1n],
      ties: [{ rows: [1, 2], served: [1] }],
    });
  });

  test("is done in an instant for 10^15 places and 10,000 rows", () => {
    const weights = Array.from({ length: 10_000 }, (_, row) => BigInt(row + 1));
    const { places } = divisorMethod(contest(10n ** 15n, weights), divisorsOf("huntington-hill"));
    expect(places.reduce((all, value) => all + value, 0n)).toBe(10n ** 15n);
  });
});

describe("claimBorder", () => {
  test("is the strongest claim unserved and the weakest served", () => {
    const given = contest(5n, [6n, 3n, 1n]);
    const { nextUnserved, lastServed } = claimBorder(given, divisorsOf("webster"), [3n, 2n, 0n]);
    expect(nextUnserved).toMatchObject({ row: 2, weight: 1n });
    expect(lastServed).toMatchObject({ row: 1, weight: 3n });
  });

  test("has no end where every row is full, or has its minimum only", () => {
    const pinned = contest(2n, [1n, 1n], { minimum: [1n, 1n], maximum: [1n, 1n] });
    expect(claimBorder(pinned, divisorsOf("webster"), [1n, 1n])).toEqual({
      nextUnserved: undefined,
      lastServed: undefined,
    });
  });
});

test("nextClaim is none for a full row and for weight zero", () => {
  const given = contest(3n, [0n, 2n, 2n], { maximum: [undefined, 1n, undefined] });
  const claims = [0, 1, 2].map((row) => nextClaim(given, divisorsOf("jefferson"), [0n, 1n, 2n], row));
  expect(claims).toEqual([
    undefined,
    undefined,
    { row: 2, weight: 2n, divisor: { numerator: 3n, denominator: 1n } },
  ]);
});
