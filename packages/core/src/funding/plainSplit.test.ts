import { describe, expect, test } from "vitest";
import { amount } from "../exact/amount.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { type Weight, weight } from "../exact/weight.ts";
import type { FundingSplit, RemainderRule } from "./fundingSplit.ts";
import { plainSplit } from "./plainSplit.ts";

const weights = (...values: readonly Numeric[]): Weight[] => values.map((value) => weight(value));
const plainly = (
  total: bigint | number,
  by: readonly Weight[],
  rule?: RemainderRule,
): FundingSplit | undefined => plainSplit({ total: amount(total, 1), weights: by, rule });
const unitsOf = (split: FundingSplit | undefined): bigint[] | undefined =>
  split?.parts.map(({ units }) => units);

describe("plainSplit answers", () => {
  // Shares of 3.5, 2.33 and 1.17: the odd step goes to .5.
  test("by largest remainder unless told, in steps of the total", () => {
    const step = fraction(1n, 100n);
    expect(plainSplit({ total: amount("0.07", "0.01"), weights: weights(3, 2, 1) })).toEqual({
      parts: [4n, 2n, 1n].map((units) => ({ units, step })),
      ties: [],
    });
  });

  test("a total below zero with parts below zero", () => {
    expect(unitsOf(plainly(-7, weights(3, 2, 1)))).toEqual([-4n, -2n, -1n]);
  });

  test("with the tied rows, the earlier served", () => {
    const split = plainly(1, weights(5, 5));
    expect(unitsOf(split)).toEqual([1n, 0n]);
    expect(split?.ties).toEqual([{ rows: [0, 1], served: [0] }]);
  });

  test("the largest total that a double holds for certain, as long as times the weights it is no larger", () => {
    const most = 2n ** 53n - 1n;
    expect(unitsOf(plainly(most, weights(1)))).toEqual([most]);
    expect(unitsOf(plainly(most, weights(2)))).toBeUndefined();
  });

  test("such a total for 48 rows, but for no more", () => {
    const most = 2n ** 53n - 1n;
    const none = (rows: number): bigint[] => new Array<bigint>(rows).fill(0n);
    expect(unitsOf(plainly(most, weights(1, ...none(47))))).toEqual([most, ...none(47)]);
    expect(unitsOf(plainly(most, weights(1, ...none(48))))).toBeUndefined();
  });

  // 101 units, 2 to the first row and 1 to each other one; the one left over goes to the last.
  test("49 rows and more", () => {
    const by = weights(2, ...new Array<number>(98).fill(1));
    expect(unitsOf(plainly(101, by, "last"))).toEqual([2n, ...new Array<bigint>(97).fill(1n), 2n]);
  });
});

describe("plainSplit leaves to the ordinary way", () => {
  test.each([
    ["a minimum", { minimum: exact(1) }],
    ["a maximum", { maximum: exact(5) }],
    ["a tie policy", { ties: { by: "error" } }],
  ] as const)("a split with %s", (_, options) => {
    expect(plainSplit({ total: amount(7, 1), weights: weights(3, 2, 1), ...options })).toBeUndefined();
  });

  test.each([
    ["zero", 0],
    ["2^53, which is more than a double holds for certain", 2n ** 53n],
    ["2^64 + 7, whose last 64 bits are 7", 2n ** 64n + 7n],
    ["the same below zero", -(2n ** 64n) - 7n],
  ])("a total of %s", (_, total) => {
    expect(plainly(total, weights(3, 2, 1))).toBeUndefined();
  });

  test.each([
    ["no weights", weights()],
    ["weights of zero", weights(0, 0)],
    ["a weight beyond 2^53-1", weights(1, 2n ** 53n)],
  ])("%s", (_, by) => {
    expect(plainly(7, by)).toBeUndefined();
  });
});
