import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { divisorsOfLines } from "./twoWayDivisors.ts";
import { shortestPaths } from "./twoWayPaths.ts";
import { searchTable } from "./twoWaySearch.ts";
import type { TwoWayContest } from "./twoWayTable.ts";
import { settleTies } from "./twoWayTies.ts";

/** The divisors of the best table of a contest, those of the rows first. */
function divisorsOf(contest: TwoWayContest): Fraction[] {
  const table = searchTable(contest);
  const paths = shortestPaths(table, Array.from(contest.places.keys()));
  const { groups } = settleTies(table, paths);
  return divisorsOfLines(table, paths, groups);
}

describe("divisors with few digits", () => {
  test("tied lines stand together in the middle of what the others allow, rows around one", () => {
    // Two squares of four tied cells, each 100 over twice a hundred. Were the divisors of both the same, the shares
    // outside would be 1/200 and 16/200: the rows of the second get four times as much, and both are 2/100.
    const contest = {
      rows: 4,
      columns: 4,
      weights: [
        ...[100n, 100n, 1n, 1n],
        ...[100n, 100n, 1n, 1n],
        ...[16n, 16n, 100n, 100n],
        ...[16n, 16n, 100n, 100n],
      ],
      places: [1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n],
    };
    expect(divisorsOf(contest)).toEqual(
      ["0.5", "0.5", 2, 2, 400, 400, 100, 100].map((value) => exact(value)),
    );
  });

  test("a column without places is twice what it must be, and one without weight disturbs nothing", () => {
    const contest = { rows: 1, columns: 3, weights: [4n, 1n, 0n], places: [1n, 1n, 0n, 0n] };
    // The share of the one place lies between 1/2 and 3/2, in ratio the middle is 0.866; 4 over it is 4.62.
    expect(divisorsOf(contest).slice(0, 3)).toEqual([exact(1), exact("4.62"), exact(4)]);
  });

  test("a row without places is twice what it must be", () => {
    const contest = { rows: 2, columns: 1, weights: [4n, 1n], places: [1n, 0n, 1n] };
    // Shares of 0.866 and 1/4 under rows whose product is one: 1.0746 and 0.9306 with 4.298.
    expect(divisorsOf(contest)).toEqual([exact("1.07"), exact("0.931"), exact("4.3")]);
  });
});

describe("exact divisors, where no decimals are between the bounds", () => {
  test("of a table whose rows are nearly in proportion", () => {
    // Neighbours in Fibonacci's sequence: the products of the diagonals differ by one in 10^41.
    const [low, middle, high] = [218922995834555169026n, 354224848179261915075n, 573147844013817084101n];
    const contest = { rows: 2, columns: 2, weights: [high, middle, middle, low], places: [1n, 1n, 1n, 1n] };
    // By hand: the two cells without a place are exactly at 1/2, the others just above it.
    expect(divisorsOf(contest)).toEqual([
      fraction(1n),
      fraction(low, middle),
      fraction(2n * middle * middle, low),
      fraction(2n * middle),
    ]);
  });

  test("of rows too far apart for doubles", () => {
    const large = 10n ** 1200n;
    const contest = {
      rows: 3,
      columns: 2,
      weights: [1n, 1n, 1n, 1n, large, large],
      places: [1n, 1n, 2n, 2n, 2n],
    };
    // By hand: the tied cells of the first rows are at 1/2, those of the last at 3/2, the upper end of one place.
    expect(divisorsOf(contest)).toEqual([
      fraction(3n, large),
      fraction(3n, large),
      fraction(1n),
      fraction(2n * large, 3n),
      fraction(2n * large, 3n),
    ]);
  });
});
