import { describe, expect, test } from "vitest";
import { exactText } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { boundedShares, sum } from "./boundedShares.ts";

const free = undefined;

function sharesOf(
  total: bigint,
  weights: readonly bigint[],
  minimum: readonly bigint[] = weights.map(() => 0n),
  maximum: readonly (bigint | undefined)[] = weights.map(() => free),
): { readonly shares: readonly string[]; readonly multiplier: string } {
  const { numerators, denominator, multiplier } = boundedShares({ total, weights, minimum, maximum });
  return {
    shares: numerators.map((numerator) => exactText(fraction(numerator, denominator))),
    multiplier: exactText(fraction(multiplier, denominator)),
  };
}

describe("boundedShares", () => {
  test("without bounds is by weight", () => {
    expect(sharesOf(100n, [2n, 3n, 1n])).toEqual({ shares: ["100/3", "50", "50/3"], multiplier: "50/3" });
  });

  test("lifts to minimums and shares the rest by weight", () => {
    expect(sharesOf(100n, [1n, 2n, 7n], [15n, 15n, 15n])).toEqual({
      shares: ["15", "170/9", "595/9"],
      multiplier: "85/9",
    });
    expect(sharesOf(100n, [1n, 2n, 7n], [20n, 20n, 20n]).shares).toEqual(["20", "20", "60"]);
  });

  test("stops at maximums and shares the rest by weight", () => {
    expect(sharesOf(100n, [1n, 2n, 7n], undefined, [50n, 50n, 50n]).shares).toEqual(["50/3", "100/3", "50"]);
  });

  test("keeps both at once with one multiplier", () => {
    expect(sharesOf(100n, [1n, 2n, 7n], [18n, 18n, 18n], [55n, 55n, 55n])).toEqual({
      shares: ["18", "27", "55"],
      multiplier: "13.5",
    });
  });

  test("finds the multiplier on a breakpoint", () => {
    // At the multiplier 10 the first leaves its minimum of 10 just as the total is reached.
    expect(sharesOf(100n, [1n, 9n], [10n, 0n])).toEqual({ shares: ["10", "90"], multiplier: "10" });
  });

  test("crosses a plateau on which nobody moves", () => {
    // The first is full at 10, before the second leaves its minimum of 60.
    expect(sharesOf(80n, [1n, 1n], [0n, 60n], [10n, free]).shares).toEqual(["10", "70"]);
    expect(sharesOf(70n, [1n, 1n], [0n, 60n], [10n, free])).toEqual({
      shares: ["10", "60"],
      multiplier: "10",
    });
    expect(sharesOf(65n, [1n, 1n], [0n, 60n], [10n, free]).shares).toEqual(["5", "60"]);
  });

  test("lets one row leave its minimum where another arrives at its maximum, in any order", () => {
    // Both at the multiplier 10; the two that go on share what the full one leaves of 40.
    expect(sharesOf(40n, [1n, 1n, 1n], [10n, 0n, 0n], [free, 10n, free])).toEqual({
      shares: ["15", "10", "15"],
      multiplier: "15",
    });
    expect(sharesOf(40n, [1n, 1n, 1n], [0n, 10n, 0n], [10n, free, free])).toEqual({
      shares: ["10", "15", "15"],
      multiplier: "15",
    });
  });

  test("where every row stays at its minimum, tells the multiplier at which the first would leave it", () => {
    expect(sharesOf(10n, [1n, 2n], [4n, 6n])).toEqual({ shares: ["4", "6"], multiplier: "3" });
  });

  test("leaves rows of weight zero at their minimum", () => {
    expect(sharesOf(10n, [0n, 1n, 0n], [2n, 0n, 0n], [9n, free, 9n]).shares).toEqual(["2", "8", "0"]);
  });

  test("answers where bounds leave no choice", () => {
    expect(sharesOf(10n, [1n, 1n], [4n, 6n], [4n, 6n]).shares).toEqual(["4", "6"]);
    expect(sharesOf(10n, [1n, 1n], [4n, 6n]).shares).toEqual(["4", "6"]);
    expect(sharesOf(10n, [1n, 1n], undefined, [4n, 6n]).shares).toEqual(["4", "6"]);
    expect(sharesOf(10n, [1n, 1n], undefined, [0n, free]).shares).toEqual(["0", "10"]);
  });

  test("shares nothing", () => {
    expect(sharesOf(0n, [1n, 2n]).shares).toEqual(["0", "0"]);
    expect(sharesOf(0n, [0n]).shares).toEqual(["0"]);
    expect(sharesOf(0n, [0n, 0n], undefined, [5n, free])).toEqual({ shares: ["0", "0"], multiplier: "0" });
  });
});

test("sum adds whole numbers of any size, and nothing is 0", () => {
  expect(sum([2n ** 64n, -1n])).toBe(18446744073709551615n);
  expect(sum([])).toBe(0n);
});
