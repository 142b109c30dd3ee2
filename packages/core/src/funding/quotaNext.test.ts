import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import { quotaExplain } from "./quotaExplain.ts";

/** The row that is next by largest remainder, with so many places at least for each row; -1 where none is. */
function next(places: number, by: readonly number[], minimum: readonly number[] = by.map(() => 0)): number {
  const weights = by.map((value) => weight(value));
  const { rows } = quotaExplain({
    places: count(places),
    weights,
    minimum: minimum.map((least) => count(least)),
  });
  return rows.findIndex(({ nextInLine }) => nextInLine);
}

describe("nextInLine, by remainders", () => {
  test("is the largest remainder of those unserved, wherever it stands", () => {
    // Quotas 5.2, 2.3, 2.5, and the same in another order: the .5 is served.
    expect(next(10, [52, 23, 25])).toBe(1);
    expect(next(10, [23, 52, 25])).toBe(0);
    expect(next(10, [25, 52, 23])).toBe(2);
  });

  test("is the earlier of two equal remainders", () => {
    // Quotas 5.5, 2.25, 2.25.
    expect(next(10, [22, 9, 9])).toBe(1);
  });

  test("is nobody where a minimum moved places beyond the rounded quotas", () => {
    // Quotas 8, 1, 1; the second is given 3, and 7 places by 8 and 1 are 6.22 and 0.78.
    expect(next(10, [8, 1, 1], [0, 3, 0])).toBe(-1);
  });
});
