import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { type Weight, weight } from "../exact/weight.ts";
import { plainApportion } from "./plainApportion.ts";
import type { ApportionmentMethod } from "./quotaApportion.ts";

const weights = (...values: readonly Numeric[]): Weight[] => values.map((value) => weight(value));
const plainly = (places: number, by: readonly Weight[], method?: ApportionmentMethod) =>
  plainApportion({ places: count(places), weights: by, method });

describe("plainApportion answers", () => {
  // Quotas of 4.2, 2.1 and 0.7: the last place goes to 0.7.
  test("by largest remainder unless told", () => {
    expect(plainly(7, weights(6, 3, 1))).toEqual({ places: [4, 2, 1], ties: [] });
  });

  // The example of M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001).
  test.each([
    ["webster", [24, 10, 4, 4, 1]],
    ["jefferson", [24, 11, 4, 3, 1]],
  ] as const)("by %s", (method, places) => {
    expect(plainly(43, weights(21878, 9713, 4167, 3252, 1065), method)).toEqual({ places, ties: [] });
  });

  test("where weights have decimals", () => {
    expect(plainly(7, weights("0.6", "0.3", "0.1"))).toEqual({ places: [4, 2, 1], ties: [] });
  });

  test("with the tied rows, the earlier served", () => {
    expect(plainly(1, weights(5, 5))).toEqual({ places: [1, 0], ties: [{ rows: [0, 1], served: [0] }] });
  });

  test.each([64, 65])("for %d rows", (rows) => {
    const [one, two] = [weight(1), weight(2)];
    const by = Array.from({ length: rows }, (_, row) => (row === rows - 1 ? two : one));
    const ones = new Array<number>(rows - 1).fill(1);
    expect(plainly(rows + 1, by, "webster")).toEqual({ places: [...ones, 2], ties: [] });
  });
});

describe("plainApportion leaves to the ordinary way", () => {
  const contest = { places: count(7), weights: weights(6, 3, 1) };

  test("a contest of no places", () => {
    expect(plainly(0, contest.weights)).toBeUndefined();
  });

  test.each([
    ["a minimum", { minimum: count(1) }],
    ["a maximum", { maximum: count(5) }],
    ["a threshold", { threshold: exact("0.2") }],
    ["a base", { base: count(1) }],
    ["a first divisor", { method: "webster", firstDivisor: exact("1.4") }],
    ["a tie policy", { ties: { by: "error" } }],
  ] as const)("a contest with %s", (_, options) => {
    expect(plainApportion({ ...contest, ...options })).toBeUndefined();
  });

  test.each(["droop", "hagenbach-bischoff", "quota"] as const)("the method %s", (method) => {
    expect(plainApportion({ ...contest, method })).toBeUndefined();
  });

  test("fewer places than rows where each is to have one", () => {
    expect(plainly(2, contest.weights, "adams")).toBeUndefined();
  });

  test.each([
    ["no weights", weights()],
    ["weights of zero", weights(0, 0)],
    ["a weight beyond 2^53-1", weights(1, 2n ** 53n)],
  ])("%s", (_, by) => {
    expect(plainly(7, by)).toBeUndefined();
  });
});
