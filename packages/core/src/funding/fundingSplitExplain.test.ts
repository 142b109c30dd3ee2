import { describe, expect, test } from "vitest";
import { type Amount, amount, amountText } from "../exact/amount.ts";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import { type Weight, weight } from "../exact/weight.ts";
import { fundingSplitExplain } from "./fundingSplitExplain.ts";

const weights = (...values: readonly Numeric[]): Weight[] => values.map((value) => weight(value));
const total = (value: string): Amount => amount(value, "0.01");

describe("fundingSplitExplain", () => {
  test("shows exact share, rounded down, remainder, rank, odd step and part: 1.00 by 2, 3, 1", () => {
    const { rows, oddSteps, ties } = fundingSplitExplain({ total: total("1.00"), weights: weights(2, 3, 1) });
    const shown = rows.map(({ share, roundedDown, remainder, rank, oddStep, part, nextInLine }) => [
      exactText(share),
      amountText(roundedDown),
      exactText(remainder),
      rank,
      oddStep,
      amountText(part),
      nextInLine,
    ]);
    expect(shown).toEqual([
      ["1/3", "0.33", "1/300", 2, false, "0.33", true],
      ["0.5", "0.50", "0", undefined, false, "0.50", false],
      ["1/6", "0.16", "1/150", 1, true, "0.17", false],
    ]);
    expect(oddSteps).toBe(1);
    expect(ties).toEqual([]);
  });

  test.each([
    ["largest-weight", [2, 1, 3], [false, true, false], [true, false, false]],
    ["first", [1, 2, 3], [true, false, false], [false, true, false]],
    ["last", [3, 2, 1], [false, false, true], [false, true, false]],
  ] as const)("ranks by the rule %s", (rule, ranks, oddSteps, nextInLine) => {
    const { rows } = fundingSplitExplain({ total: total("1.00"), weights: weights(2, 3, 1), rule });
    expect(rows.map(({ rank }) => rank)).toEqual(ranks);
    expect(rows.map(({ oddStep }) => oddStep)).toEqual(oddSteps);
    expect(rows.map((row) => row.nextInLine)).toEqual(nextInLine);
  });

  test("has the total's sign, and rounds down toward zero", () => {
    const { rows } = fundingSplitExplain({ total: total("-1.00"), weights: weights(2, 3, 1) });
    expect(rows.map(({ share }) => exactText(share))).toEqual(["-1/3", "-0.5", "-1/6"]);
    expect(rows.map(({ remainder }) => exactText(remainder))).toEqual(["-1/300", "0", "-1/150"]);
    expect(rows.map(({ roundedDown }) => amountText(roundedDown))).toEqual(["-0.33", "-0.50", "-0.16"]);
    expect(rows.map(({ part }) => amountText(part))).toEqual(["-0.33", "-0.50", "-0.17"]);
  });

  test("names the bound that decided a share, and only that", () => {
    const bounds = { minimum: exact(18), maximum: exact(55) };
    const { rows } = fundingSplitExplain({ total: total("100"), weights: weights(1, 2, 7), ...bounds });
    expect(rows.map(({ bound }) => bound)).toEqual(["minimum", undefined, "maximum"]);
    expect(rows.map(({ share }) => exactText(share))).toEqual(["18", "27", "55"]);
    expect(rows.map(({ rank }) => rank)).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ["minimum", { minimum: exact("0.5") }],
    ["maximum", { maximum: exact("0.5") }],
  ])("names no %s that the share meets by itself", (_, bound) => {
    const { rows } = fundingSplitExplain({ total: total("1.00"), weights: weights(1, 1), ...bound });
    expect(rows.map((row) => row.bound)).toEqual([undefined, undefined]);
  });

  test("names the minimum of a row of weight zero", () => {
    const { rows } = fundingSplitExplain({
      total: total("1.00"),
      weights: weights(0, 1),
      minimum: [exact("0.25"), undefined],
    });
    expect(rows.map(({ bound, part }) => [bound, amountText(part)])).toEqual([
      ["minimum", "0.25"],
      [undefined, "0.75"],
    ]);
  });

  test("shows the bounded share, not the share by weight: 15, then 85 by 2 to 7", () => {
    const { rows } = fundingSplitExplain({
      total: total("100"),
      weights: weights(1, 2, 7),
      minimum: exact(15),
    });
    expect(rows.map(({ share }) => exactText(share))).toEqual(["15", "170/9", "595/9"]);
  });

  test("has nobody next in line where every row in the queue was served", () => {
    const { rows } = fundingSplitExplain({ total: total("1.00"), weights: weights(1) });
    expect(rows[0]).toMatchObject({ rank: undefined, nextInLine: false, bound: undefined });
  });

  test("reports the tie of the split", () => {
    const { ties, rows } = fundingSplitExplain({ total: total("0.01"), weights: weights(1, 1) });
    expect(ties).toEqual([{ rows: [0, 1], served: [0] }]);
    expect(rows.map(({ nextInLine }) => nextInLine)).toEqual([false, true]);
  });

  test("explains a total of zero without weights", () => {
    const { rows } = fundingSplitExplain({ total: total("0"), weights: weights(0) });
    expect(rows[0]).toMatchObject({ oddStep: false, bound: undefined, part: total("0") });
  });

  test("refuses as the split does", () => {
    expect(() => fundingSplitExplain({ total: total("1"), weights: [] })).toThrow(
      "fundingSplit requires at least one value in weights",
    );
  });
});
