import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import type { Numeric } from "../exact/decimal.ts";
import { weight, weightOf } from "../exact/weight.ts";
import { fundingSplitSeparate, type SeparateRule } from "./fundingSplitSeparate.ts";

const split = (
  total: Numeric,
  weights: readonly Numeric[],
  keep?: SeparateRule,
  step: Numeric = "0.01",
): string => {
  const { parts, left } = fundingSplitSeparate({
    total: amount(total, step),
    weights: weights.map((value) => weight(value)),
    keep,
  });
  return [...parts, left].map(amountText).join(" ");
};
// The published cases of brick/money 0.13.0, the left-over last.
describe("fundingSplitSeparate", () => {
  test.each([
    [1, [2, 3, 1], "0.33 0.50 0.16 0.01"],
    ["99.99", [100], "99.99 0.00"],
    ["99.99", [100, 100], "49.99 49.99 0.01"],
    [100, [30, 20, 40], "33.33 22.22 44.44 0.01"],
    ["0.03", [75, 25], "0.02 0.00 0.01"],
    [-100, [30, 20, 40, 40], "-23.07 -15.38 -30.76 -30.76 -0.03"],
    [1, [400, 0, 40, 20, 2], "0.86 0.00 0.08 0.04 0.00 0.02"],
  ] as const)("keeps the odd steps of %s by %j", (total, weights, parts) => {
    expect(split(total, weights)).toBe(parts);
    expect(split(total, weights, "odd-steps")).toBe(parts);
  });

  test.each([
    [1, [2, 3, 1], "0.32 0.48 0.16 0.04"],
    ["99.99", [100], "99.99 0.00"],
    ["99.99", [100, 100], "49.99 49.99 0.01"],
    [100, [30, 20, 40], "33.33 22.22 44.44 0.01"],
    [100, [30, 20, 40, 40], "23.07 15.38 30.76 30.76 0.03"],
    [100, [30, 20, 40, 0, 0, 40], "23.07 15.38 30.76 0.00 0.00 30.76 0.03"],
    ["0.02", [1, 1, 1, 1], "0.00 0.00 0.00 0.00 0.02"],
    ["0.02", [1, 1, 3, 1], "0.00 0.00 0.00 0.00 0.02"],
    [-100, [30, 20, 40, 40], "-23.07 -15.38 -30.76 -30.76 -0.03"],
    ["0.03", [75, 25], "0.00 0.00 0.03"],
    ["100.01", ["0.5", "1.5"], "25.00 75.00 0.01"],
  ] as const)("keeps the odd blocks of %s by %j", (total, weights, parts) => {
    expect(split(total, weights, "odd-blocks")).toBe(parts);
  });

  test("reads ratios of thirds and sevenths, and cash steps of 0.05", () => {
    const third = { numerator: 1n, denominator: 3n };
    const weights = [third, { numerator: 2n, denominator: 7n }].map((value) => weightOf(value));
    const texts = (keep: SeparateRule): string[] => {
      const { parts, left } = fundingSplitSeparate({ total: amount(100, "0.01"), weights, keep });
      return [...parts, left].map(amountText);
    };
    expect(texts("odd-steps")).toEqual(["53.84", "46.15", "0.01"]);
    expect(texts("odd-blocks")).toEqual(["53.83", "46.14", "0.03"]);
    expect(split(100, [1, 2, 3, 7], "odd-blocks", "0.05")).toBe("7.65 15.30 22.95 53.55 0.55");
  });

  test("splits nothing among nobody's weights, and refuses anything", () => {
    expect(split(0, [0, 0])).toBe("0.00 0.00 0.00");
    expect(split(0, [0, 0], "odd-blocks")).toBe("0.00 0.00 0.00");
    expect(() => split(1, [0, 0])).toThrow(
      expect.objectContaining({
        code: "allZero",
        message: "fundingSplitSeparate requires at least one value above zero in weights",
      }),
    );
    expect(() => split(0, [])).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "fundingSplitSeparate requires at least one value in weights",
      }),
    );
  });
});
