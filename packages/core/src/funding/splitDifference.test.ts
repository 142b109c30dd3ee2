import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { exact, exactText } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import type { FundingSplitInput } from "./fundingSplit.ts";
import { type PartDifference, type SplitDifference, splitDifference } from "./splitDifference.ts";

const of = (
  total: number | string,
  weights: readonly number[],
  options: Partial<FundingSplitInput> = {},
  step: number | string = 1,
): FundingSplitInput => ({
  total: amount(total, step),
  weights: weights.map((value) => weight(value)),
  ...options,
});
const causes = ({ difference, pot, weights, bounds, rule }: PartDifference): string[] =>
  [difference, pot, weights, bounds, rule].map(exactText);
const told = ({ rows, total }: SplitDifference): string[][] => [...rows.map(causes), causes(total)];

describe("splitDifference", () => {
  test("averages both orders of pot and weights: 100 by 1, 1 becomes 200 by 3, 1", () => {
    // Pot first: (50, 50) -> (100, 100) -> (150, 50). Weights first: (50, 50) -> (75, 25) -> (150, 50).
    // Pot brings (50 + 75) / 2 and (50 + 25) / 2; weights bring (50 + 25) / 2 and (-50 - 25) / 2.
    const found = splitDifference({ before: of(100, [1, 1]), after: of(200, [3, 1]) });
    expect(told(found)).toEqual([
      ["100", "62.5", "37.5", "0", "0"],
      ["0", "37.5", "-37.5", "0", "0"],
      ["100", "100", "0", "0", "0"],
    ]);
    expect(found.rows.map(({ before, after }) => [before, after].map(amountText))).toEqual([
      ["50", "150"],
      ["50", "50"],
    ]);
    expect(found.orders).toEqual({ all: 2, possible: 2 });
  });

  test("gives rounding to the cause that moved it: the rule alone moves a step", () => {
    const found = splitDifference({
      before: of(100, [2, 3, 1]),
      after: of(100, [2, 3, 1], { rule: "largest-weight" }),
    });
    expect(told(found).map((row) => row.at(-1))).toEqual(["0", "1", "-1", "0"]);
    expect(found.orders).toEqual({ all: 1, possible: 1 });
  });

  test("says nothing of splits that are the same, and of weights on another scale", () => {
    const same = splitDifference({ before: of(7, [6, 3, 1]), after: of(7, [6, 3, 1]) });
    expect(told(same)).toEqual(new Array(4).fill(["0", "0", "0", "0", "0"]));
    expect(same.orders).toEqual({ all: 1, possible: 1 });
    expect(told(splitDifference({ before: of(7, [6, 3, 1]), after: of(7, [12, 6, 2]) }))).toEqual(told(same));
  });

  test("separates bounds from the pot: a new minimum of 30 for the smaller, by hand", () => {
    // Pot first: (75, 25) -> (150, 50) -> (150, 50): the minimum binds no more. Bounds first: (75, 25) -> (70, 30) -> (150, 50).
    const found = splitDifference({
      before: of(100, [3, 1]),
      after: of(200, [3, 1], { minimum: exact(30) }),
    });
    expect(told(found)).toEqual([
      ["75", "77.5", "0", "-2.5", "0"],
      ["25", "22.5", "0", "2.5", "0"],
      ["100", "100", "0", "0", "0"],
    ]);
  });

  test("leaves out orders that pass through a split without an answer", () => {
    // The new minimums of 60 do not fit the old pot of 100, so the pot must change first.
    const found = splitDifference({
      before: of(100, [3, 1]),
      after: of(160, [3, 1], { minimum: exact(60) }),
    });
    expect(found.orders).toEqual({ all: 2, possible: 1 });
    expect(told(found)).toEqual([
      ["25", "45", "0", "-20", "0"],
      ["35", "15", "0", "20", "0"],
      ["60", "60", "0", "0", "0"],
    ]);
  });

  test("refuses where every order does", () => {
    const before = of(100, [1, 1], { minimum: exact(50) });
    const after = of(50, [1, 1], { maximum: exact(25) });
    expect(() => splitDifference({ before, after })).toThrow(
      expect.objectContaining({
        code: "conflict",
        message:
          "splitDifference requires changes of pot, bounds that can be made one after another; in every order some split between has no answer",
      }),
    );
  });

  test("counts another step to the rule, and changes the pot only where it is whole steps", () => {
    const found = splitDifference({
      before: of("1.00", [1, 1, 1], {}, "0.05"),
      after: of("1.01", [1, 1, 1], {}, "0.01"),
    });
    // 0.35, 0.35, 0.30 -> the rule first: 0.34, 0.33, 0.33 -> the pot: 0.34, 0.34, 0.33.
    expect(told(found)).toEqual([
      ["-0.01", "0", "0", "0", "-0.01"],
      ["-0.01", "0.01", "0", "0", "-0.02"],
      ["0.03", "0", "0", "0", "0.03"],
      ["0.01", "0.01", "0", "0", "0"],
    ]);
    expect(found.orders).toEqual({ all: 2, possible: 1 });
  });

  test("counts another tie policy to the rule", () => {
    const after = of(1, [1, 1], { ties: { by: "id", ids: ["b", "a"] } });
    expect(told(splitDifference({ before: of(1, [1, 1]), after })).map((row) => row.at(-1))).toEqual([
      "-1",
      "1",
      "0",
    ]);
  });

  test.each<[string, Partial<FundingSplitInput>]>([
    ["the largest remainder", { rule: "largest-remainder" }],
    ["the order of the rows for ties", { ties: { by: "order" } }],
  ])("takes %s for the rule that holds unless told", (_, told) => {
    const found = splitDifference({ before: of(3, [1, 1]), after: of(5, [1, 1], told) });
    expect(found.orders).toEqual({ all: 1, possible: 1 });
  });

  test("refuses different numbers of rows, and what either split refuses", () => {
    expect(() => splitDifference({ before: of(1, [1]), after: of(1, [1, 1]) })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: "splitDifference requires after to have as many values as there are rows (1); found 2",
      }),
    );
    expect(() => splitDifference({ before: of(1, [1]), after: of(1, [0]) })).toThrow(
      expect.objectContaining({
        code: "allZero",
        message: "fundingSplit requires at least one value above zero in weights",
      }),
    );
  });
});
