import { describe, expect, test } from "vitest";
import { amountText } from "../exact/amount.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import type { Fraction } from "../exact/fraction.ts";
import { fundingSourcesBy, type FundingSourcesByInput } from "./fundingSourcesBy.ts";

const inputOf = (
  needs: readonly Numeric[],
  limit: readonly Numeric[],
  changes: Partial<FundingSourcesByInput> = {},
): FundingSourcesByInput => ({
  needs: needs.map((value) => exact(value)),
  step: exact(1),
  limit: limit.map((value) => (value === "none" ? value : exact(value))),
  ...changes,
});
const inOrder = (...numbers: number[]) => ({ priority: numbers.map((value) => exact(value)) });
/** Rows of parts, then what stays unfunded. */
const tableOf = (input: FundingSourcesByInput): string[][] =>
  fundingSourcesBy(input).recipients.map(({ parts, unfunded }) => [...parts, unfunded].map(amountText));

describe("fundingSourcesBy", () => {
  test("makes everyone's money up of the sources in the same proportion", () => {
    // 100 of 50 and 50: half of each; 60 = 30 + 30 and 40 = 20 + 20.
    expect(tableOf(inputOf([60, 40], [50, "none"], inOrder(1, 2)))).toEqual([
      ["30", "30", "0"],
      ["20", "20", "0"],
    ]);
  });

  test("shares money that is short in proportion to the needs, not first come, first served", () => {
    // 75 for 100: 45 for 60 and 30 for 40, each two thirds from the first source.
    expect(tableOf(inputOf([60, 40], [50, 25], inOrder(1, 2)))).toEqual([
      ["30", "15", "15"],
      ["20", "10", "10"],
    ]);
  });

  test("rounds so that every row and every column adds up", () => {
    // Exact: 2500 2000 / 1666.67 1333.33 / 833.33 666.67 of totals 4500, 3000 and 1500.
    expect(tableOf(inputOf([6000, 4000, 2000], [5000, 4000], inOrder(1, 2)))).toEqual([
      ["2500", "2000", "1500"],
      ["1667", "1333", "1000"],
      ["833", "667", "500"],
    ]);
  });

  test("gives the odd steps of those with equal needs to the earlier, and says who was tied", () => {
    const { recipients, ties, sourceTies } = fundingSourcesBy(inputOf([3, 3, 3], [5, 2], inOrder(1, 2)));
    expect(recipients.map(({ parts, unfunded }) => [...parts, unfunded].map(amountText))).toEqual([
      ["2", "1", "0"],
      ["2", "0", "1"],
      ["1", "1", "1"],
    ]);
    expect(ties).toEqual([{ rows: [0, 1, 2], served: [0] }]);
    expect(sourceTies).toEqual([
      { source: 0, rows: [1, 2], served: [1] },
      { source: 1, rows: [1, 2], served: [2] },
    ]);
  });

  test("tells what is drawn from each source in all", () => {
    const { sources } = fundingSourcesBy(inputOf([6000, 4000, 2000], [5000, 4000], inOrder(1, 2)));
    expect(sources.sources.map(({ drawn }) => amountText(drawn))).toEqual(["5000", "4000"]);
    expect(amountText(sources.unfunded)).toBe("3000");
  });

  test("gives nothing to whom nothing is needed", () => {
    expect(tableOf(inputOf([0, 7], ["none"]))).toEqual([
      ["0", "0"],
      ["7", "0"],
    ]);
    expect(tableOf(inputOf([0, 0], [5, 0]))).toEqual([
      ["0", "0", "0"],
      ["0", "0", "0"],
    ]);
  });

  test("is exact where doubles are not", () => {
    const [table] = tableOf(inputOf([9007199254740993n, 9007199254740993n], ["none", "none"]));
    expect(table).toEqual(["4503599627370497", "4503599627370496", "0"]);
  });

  test.each<[string, FundingSourcesByInput, string, string]>([
    ["no needs", inputOf([], [1]), "emptyInput", "fundingSourcesBy requires at least one value in needs"],
    ["no sources", inputOf([1], []), "emptyInput", "fundingSources requires at least one value in limit"],
    [
      "a need below zero",
      inputOf([1, -2], [1]),
      "outOfRange",
      "fundingSourcesBy requires needs, row 2, to be 0 or more; found -2",
    ],
    [
      "a need between two steps",
      inputOf([1, "2.5"], [1]),
      "notWholeSteps",
      "amount requires needs, row 2, to be a whole number of steps of 1; found 2.5",
    ],
    [
      "a step of zero",
      inputOf([1], [1], { step: exact(0) }),
      "outOfRange",
      "amount requires step to be above zero; found 0",
    ],
    [
      "a limit below zero",
      inputOf([1], [-1]),
      "outOfRange",
      "fundingSources requires limit, row 1, to be 0 or more; found -1",
    ],
  ])("refuses %s", (_, input, code, message) => {
    expect(() => fundingSourcesBy(input)).toThrow(expect.objectContaining({ code, message }));
  });
});

// S13: park subsidy, retained dues, the lead unit's share and the members' shares pay for 34 groups of 11 or 12 units
// (F06); limits and budgets are made up.
describe("four sources for 34 groups", () => {
  const needs = Array.from({ length: 34 }, (_, group) => (group < 7 ? 12 : 11) * 1000);
  const input = inputOf(needs, [150_000, 100_000, 60_000, 45_000], {
    step: exact("0.01"),
    ...inOrder(1, 2, 3, 3),
  });
  const { recipients, sources } = fundingSourcesBy(input);
  const sumOf = (parts: readonly ({ readonly units: bigint } | undefined)[]): bigint =>
    parts.reduce((sum, part) => sum + (part?.units ?? 0n), 0n);

  test("draws 355,000 of the 381,000, so that 26,000 stays unfunded", () => {
    expect(sources.sources.map(({ drawn }) => amountText(drawn))).toEqual([
      "150000.00",
      "100000.00",
      "60000.00",
      "45000.00",
    ]);
    expect(amountText(sources.unfunded)).toBe("26000.00");
  });

  test("adds up along every row and every column", () => {
    for (const { need, parts, unfunded } of recipients) expect(sumOf([...parts, unfunded])).toBe(need.units);
    for (const [place, { drawn }] of sources.sources.entries()) {
      expect(sumOf(recipients.map(({ parts }) => parts[place]))).toBe(drawn.units);
    }
    expect(sumOf(recipients.map(({ unfunded }) => unfunded))).toBe(2_600_000n);
  });

  test("treats groups of equal size alike, to the cent", () => {
    // 26/381 of 12,000 is 818.897..., of 11,000 it is 750.656...; what is funded, 11,181.1023... and 10,249.3438...,
    // leaves twelve odd cents, which go to twelve of the smaller groups.
    const short = recipients.map(({ need, unfunded }) => `${amountText(need)}: ${amountText(unfunded)}`);
    const times = (text: string): number => short.filter((each) => each === text).length;
    expect(times("12000.00: 818.90")).toBe(7);
    expect(times("11000.00: 750.65")).toBe(12);
    expect(times("11000.00: 750.66")).toBe(15);
  });
});

test("fundingSourcesBy refuses in words what would take minutes", () => {
  const needs = Array.from({ length: 2_001 }, () => exact(1));
  const limit = (sources: number): Fraction[] => Array.from({ length: sources }, () => exact(1));
  expect(() => fundingSourcesBy({ needs, step: exact(1), limit: limit(16) })).toThrow(
    expect.objectContaining({
      code: "outOfRange",
      message:
        "fundingSourcesBy requires needs times sources times sources (2001 x 16 x 16) to be at most 500,000; found 512256",
    }),
  );
  expect(() => fundingSourcesBy({ needs, step: exact(1), limit: limit(2) })).not.toThrow();
});

test("fundingSourcesBy takes as much work as the limit: 200 needs and 50 sources", () => {
  const input = inputOf(new Array<number>(200).fill(0), new Array<number>(50).fill(0));
  expect(fundingSourcesBy(input).recipients).toHaveLength(200);
});
