import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { type CountInterval, coverageConsistentCounts } from "./coverageConsistentCounts.ts";

const countsOf = (eligible: number, printed: string, decimals?: number): CountInterval | undefined =>
  coverageConsistentCounts(Object.freeze({ eligible: count(eligible), printed: exact(printed), decimals }));

describe("coverageConsistentCounts", () => {
  // Every count up to four times the denominator tried in exact fractions (Python 3.11, fractions.Fraction).
  test.each([
    [6573, "0.915", 1, 6012, 6017],
    [6573, "0.9151", 2, 6015, 6015],
    [6573, "0.92", 0, 6015, 6080],
    [919, "1", 0, 915, 923],
    [919, "2.456", 1, 2257, 2257],
    [8, "0.13", 0, 1, 1],
    [3, "0.333", 1, 1, 1],
  ])("of %i units, %s with %i decimals may be %i to %i", (eligible, printed, decimals, lowest, highest) => {
    expect(countsOf(eligible, printed, decimals)).toEqual({ lowest, highest });
  });

  test.each([
    [2000, "1", 1, 1999, 2000],
    [2000, "0.999", 1, 1997, 1999],
    [2000, "1.001", 1, 2001, 2002],
    [100000, "1.001", 1, 100001, 100149],
    [2001, "0", 1, 0, 1],
    [2001, "0.001", 1, 1, 3],
    [200, "0.99", 0, 197, 199],
    [200, "1.01", 0, 201, 202],
    [200, "0.01", 0, 1, 2],
  ])(
    "of %i units, %s with %i decimals may be %i to %i, ordinary and honest text together",
    (eligible, printed, decimals, lowest, highest) => {
      expect(countsOf(eligible, printed, decimals)).toEqual({ lowest, highest });
    },
  );

  test.each([
    [7, "0.915", 1],
    [8, "0.12", 0],
    [1, "0.5", 0],
    [5, "0.999", 1],
    [5, "1.001", 1],
    [5, "0.001", 1],
    [5, "-0.2", 0],
    [5, "-0.0001", 1],
  ])("of %i units there are none for %s with %i decimals", (eligible, printed, decimals) => {
    expect(countsOf(eligible, printed, decimals)).toBeUndefined();
  });

  // Every count of up to 20,000, and of up to 10^15 those near the rate, tried in Python (f"{c / e:.15g}").
  test.each([
    [6573, "0.915107256960292", 1, 6015, 6015],
    [8, "0.125", 0, 1, 1],
    [8, "1.125", 0, 9, 9],
    [1000000000000000, "1.23456789012345", 1, 1234567890123446, 1234567890123455],
  ])(
    "of %i units, %s, which has more than %i decimals, is the rate of %i to %i",
    (eligible, printed, decimals, lowest, highest) => {
      expect(countsOf(eligible, printed, decimals)).toEqual({ lowest, highest });
    },
  );

  test.each([
    [6573, "0.9148"],
    [6573, "0.9151"],
    [3, "0.3333333"],
    [1, "9007199254740996.5555"],
  ])("of %i units there are none for %s with one decimal, which has more", (eligible, printed) => {
    expect(countsOf(eligible, printed)).toBeUndefined();
  });

  test("goes no further than 2^53-1", () => {
    const most = 9007199254740991;
    expect(countsOf(most, "1", 0)).toEqual({ lowest: 8962163258467287, highest: most });
    expect(countsOf(most, "1.5", 0)).toBeUndefined();
  });

  // The last counts up to 2^53-1 tried in Python, in doubles (f"{c / e:.15g}") and in exact fractions.
  test.each([
    [9007199254740991, "1.0000000000000004", 9007199254740987],
    [107, "84179432287299.0094", 9007199254740988],
  ])(
    "finds counts up to 2^53-1 for a figure beyond: of %i units, %s is the rate of %i and more",
    (eligible, printed, lowest) => {
      expect(countsOf(eligible, printed)).toEqual({ lowest, highest: 9007199254740991 });
    },
  );

  test("refuses where nothing is eligible, and decimals that nobody prints", () => {
    expect(() => countsOf(0, "1")).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "coverageConsistentCounts requires eligible above zero",
      }),
    );
    expect(() => countsOf(5, "1", 16)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageConsistentCounts requires decimals to be a whole number from 0 to 15; found 16",
      }),
    );
  });
});
