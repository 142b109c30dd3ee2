import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import { fundingBasePlus } from "./fundingBasePlus.ts";
import { fundingReturn, type FundingReturnInput } from "./fundingReturn.ts";
import { fundingSplit } from "./fundingSplit.ts";

const inputOf = (
  dues: readonly Numeric[],
  share: Numeric,
  changes: Partial<FundingReturnInput> = {},
): FundingReturnInput => ({
  dues: dues.map((value) => exact(value)),
  share: exact(share),
  step: exact("0.01"),
  ...changes,
});
const rowsOf = (input: FundingReturnInput): string[][] =>
  fundingReturn(input).rows.map(({ returned, topUp, total }) => [returned, topUp, total].map(amountText));

describe("fundingReturn", () => {
  test("returns a share of all dues, rounded once, by dues", () => {
    // A third of 100.00 is 33.33; by 50, 30, 20 that is 16.665, 9.999, 6.666.
    const third = { share: fraction(1n, 3n) };
    expect(rowsOf(inputOf([50, 30, 20], 1, third)).map(([returned]) => returned)).toEqual([
      "16.66",
      "10.00",
      "6.67",
    ]);
    expect(amountText(fundingReturn(inputOf([50, 30, 20], 1, third)).total.returned)).toBe("33.33");
  });

  test("returns dues in full to the cent", () => {
    expect(rowsOf(inputOf(["0.07", "1234.56", 0], 1))).toEqual([
      ["0.07", "0.00", "0.07"],
      ["1234.56", "0.00", "1234.56"],
      ["0.00", "0.00", "0.00"],
    ]);
  });

  test("tops up those below the minimum from a pool beside the dues", () => {
    const { rows, total, poolLeft } = fundingReturn(
      inputOf([5000, 2400, 1001], "0.5", { minimumEach: exact(1000), pool: exact(600), step: exact(1) }),
    );
    expect(rows.map(({ topUp }) => amountText(topUp))).toEqual(["0", "0", "499"]);
    expect([total.returned, total.topUp, total.total].map(amountText)).toEqual(["4201", "499", "4700"]);
    expect(poolLeft && exactText(poolLeft)).toBe("101");
  });

  test("takes a minimum between two steps for the step above", () => {
    const changes = { minimumEach: fraction(1n, 3n), pool: exact("0.34") };
    expect(rowsOf(inputOf([0], 1, changes))).toEqual([["0.00", "0.34", "0.34"]]);
  });

  test("gives groups together, in order of first appearance, and each group the minimum once", () => {
    const { rows } = fundingReturn(
      inputOf([8000, 2100, 400], 1, { group: ["west", "east", "east"], minimumEach: exact(3000) }),
    );
    expect(rows.map(({ group, dues, topUp }) => [group, exactText(dues), amountText(topUp)])).toEqual([
      ["west", "8000", "0.00"],
      ["east", "2500", "500.00"],
    ]);
  });

  test("has no pool left where none was given, and reports ties", () => {
    const { poolLeft, ties, rows } = fundingReturn(inputOf(["0.01", "0.01"], "0.5"));
    expect(poolLeft).toBeUndefined();
    expect(ties).toEqual([{ rows: [0, 1], served: [0] }]);
    expect(rows.map(({ group }) => group)).toEqual([undefined, undefined]);
  });

  test.each<[string, FundingReturnInput, string, string]>([
    ["no dues", inputOf([], 1), "emptyInput", "at least one value in dues"],
    ["dues below zero", inputOf([1, -1], 1), "outOfRange", "dues, row 2, to be 0 or more; found -1"],
    ["a share in per cent", inputOf([1], 100), "outOfRange", "share to be a fraction from 0 to 1; found 100"],
    ["a share below zero", inputOf([1], -1), "outOfRange", "share to be a fraction from 0 to 1; found -1"],
    [
      "a minimum below zero",
      inputOf([1], 1, { minimumEach: exact(-1) }),
      "outOfRange",
      "minimumEach to be 0 or more; found -1",
    ],
    [
      "a pool below zero",
      inputOf([1], 1, { pool: exact(-1) }),
      "outOfRange",
      "pool to be 0 or more; found -1",
    ],
    ["a step of zero", inputOf([1], 1, { step: exact(0) }), "outOfRange", "step to be above zero; found 0"],
    [
      "groups of another length",
      inputOf([1], 1, { group: ["a", "b"] }),
      "sizeMismatch",
      "group to have as many values as there are rows (1); found 2",
    ],
    [
      "top-ups above the pool, saying by how much",
      inputOf([5000, 1001], 1, { minimumEach: exact(3000), pool: exact("1500.5") }),
      "infeasibleBounds",
      "the top-ups, 1999.00 together, to fit the pool of 1500.5; it fails by 498.5",
    ],
  ])("refuses %s", (_, input, code, words) => {
    const message = `fundingReturn requires ${words}`;
    expect(() => fundingReturn(input)).toThrow(expect.objectContaining({ code, message }));
  });
});

// F07 and F08: 247,000 of dues of 34 groups, returned in full to their lead units, each with at least 3,000 a year. What
// each group handed in was not published: these amounts are made up to add up to it, four of them below 3,000.
describe("F07 and F08, the three readings of a guaranteed minimum", () => {
  const dues = Array.from({ length: 34 }, (_, group) => (group < 33 ? 2000 + 300 * group : 22_600));
  const total = amount(247_000, "0.01");
  const weights = dues.map((value) => weightOf(exact(value)));
  const unitsOf = (parts: readonly { readonly units: bigint }[]): bigint =>
    parts.reduce((sum, { units }) => sum + units, 0n);

  test("a top-up from elsewhere: everyone keeps what it handed in, and 2,200 more is needed", () => {
    const back = fundingReturn(inputOf(dues, 1, { minimumEach: exact(3000), pool: exact(5000) }));
    expect(amountText(back.total.returned)).toBe("247000.00");
    expect(back.rows.slice(0, 5).map(({ topUp }) => amountText(topUp))).toEqual([
      "1000.00",
      "700.00",
      "400.00",
      "100.00",
      "0.00",
    ]);
    expect(amountText(back.total.total)).toBe("249200.00");
    expect(back.poolLeft).toEqual(exact(2800));
  });

  test("a minimum inside the split: the other thirty give the 2,200, in proportion", () => {
    const { parts } = fundingSplit({ total, weights, minimum: exact(3000) });
    // 235,000 by dues of 237,200: 3,200 becomes 3,170.32, 22,600 becomes 22,390.39.
    expect(parts.slice(0, 5).map(amountText)).toEqual([
      "3000.00",
      "3000.00",
      "3000.00",
      "3000.00",
      "3170.32",
    ]);
    expect(parts.slice(-1).map(amountText)).toEqual(["22390.39"]);
    expect(unitsOf(parts)).toBe(24_700_000n);
  });

  test("a base of 3,000 for everyone, then the rest by dues", () => {
    const { parts } = fundingBasePlus({ total, baseEach: exact(3000), weights });
    // 145,000 by dues of 247,000: 2,000 brings 1,174.09 and 22,600 brings 13,267.21.
    expect([parts[0], parts[33]].map((part) => part && amountText(part))).toEqual(["4174.09", "16267.21"]);
    expect(unitsOf(parts)).toBe(24_700_000n);
  });
});
