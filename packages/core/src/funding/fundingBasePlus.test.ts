import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { exact } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import { fundingBasePlus } from "./fundingBasePlus.ts";
import { fundingSplit, type RemainderRule } from "./fundingSplit.ts";

const weightsOf = (...values: (number | string)[]) => values.map((value) => weight(value));
const textsOf = (total: string, baseEach: string, weights: readonly (number | string)[]): string[] =>
  fundingBasePlus({
    total: amount(total, "0.01"),
    baseEach: exact(baseEach),
    weights: weightsOf(...weights),
  }).parts.map(amountText);

describe("fundingBasePlus", () => {
  test("gives everyone the base, then splits the rest", () => {
    // 100 - 3 x 10 = 70; by 1 : 2 : 4 that is 10, 20, 40.
    expect(textsOf("100", "10", [1, 2, 4])).toEqual(["20.00", "30.00", "50.00"]);
  });

  test("gives the base to a weight of zero too", () => {
    expect(textsOf("100", "10", [0, 1])).toEqual(["10.00", "90.00"]);
  });

  test("is not a minimum: by 1 : 9 a minimum of 10 changes nothing, a base of 10 does", () => {
    const total = amount("100", "0.01");
    const weights = weightsOf(1, 9);
    expect(fundingSplit({ total, weights, minimum: exact(10) }).parts.map(amountText)).toEqual([
      "10.00",
      "90.00",
    ]);
    expect(textsOf("100", "10", [1, 9])).toEqual(["18.00", "82.00"]);
  });

  test("gives 34 lead units 3,000 each and the rest of 247,000 by weight", () => {
    const weights = Array.from({ length: 34 }, () => 1);
    const parts = textsOf("247000", "3000", weights);
    // 145,000 / 34 = 4,264.70588...; 34 times 4,264.70 is 144,999.80: 20 rows get the odd cent.
    expect(parts.filter((part) => part === "7264.71")).toHaveLength(20);
    expect(parts.filter((part) => part === "7264.70")).toHaveLength(14);
  });

  test("splits a negative total as its mirror image", () => {
    expect(textsOf("-100", "10", [1, 2, 4])).toEqual(["-20.00", "-30.00", "-50.00"]);
    expect(textsOf("-0.05", "0.01", [1, 1])).toEqual(["-0.03", "-0.02"]);
    expect(textsOf("-20", "10", [1, 3])).toEqual(["-10.00", "-10.00"]);
    expect(textsOf("0", "0", [1, 3])).toEqual(["0.00", "0.00"]);
  });

  test("needs no weight where the bases are all there is", () => {
    expect(textsOf("20", "10", [0, 0])).toEqual(["10.00", "10.00"]);
  });

  test("gives the odd steps of the rest by the rule", () => {
    const input = { total: amount(-5, 1), baseEach: exact(1), weights: weightsOf(1, 1) };
    const unitsBy = (rule?: RemainderRule): bigint[] =>
      fundingBasePlus({ ...input, rule }).parts.map(({ units }) => units);
    expect(unitsBy()).toEqual([-3n, -2n]);
    expect(unitsBy("last")).toEqual([-2n, -3n]);
  });

  test("reports the tie of the rest", () => {
    const { ties } = fundingBasePlus({
      total: amount(5, 1),
      baseEach: exact(1),
      weights: weightsOf(1, 1),
    });
    expect(ties).toEqual([{ rows: [0, 1], served: [0] }]);
  });

  const everyone = Array.from({ length: 34 }, () => 1);
  test.each([
    [
      "100000",
      "3000",
      everyone,
      "infeasibleBounds",
      "fundingBasePlus requires the bases, 102000.00 together, to fit 100000.00; it fails by 2000.00",
    ],
    [
      "-5",
      "2",
      [1, 2, 3],
      "infeasibleBounds",
      "fundingBasePlus requires the bases, 6.00 together, to fit 5.00; it fails by 1.00",
    ],
    [
      "1",
      "0.005",
      [1],
      "notWholeSteps",
      "amount requires baseEach to be a whole number of steps of 0.01; found 0.005",
    ],
    ["1", "-0.01", [1], "outOfRange", "fundingBasePlus requires baseEach to be 0 or more; found -0.01"],
    ["1", "0", [], "emptyInput", "fundingBasePlus requires at least one value in weights"],
    ["1", "0", [0], "allZero", "fundingSplit requires at least one value above zero in weights"],
  ])("refuses %s with a base of %s for %j: %s", (total, base, weights, code, message) => {
    expect(() => textsOf(total, base, weights)).toThrow(expect.objectContaining({ code, message }));
  });
});
