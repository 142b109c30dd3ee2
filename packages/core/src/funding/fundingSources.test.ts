import { describe, expect, test } from "vitest";
import { amount, amountText } from "../exact/amount.ts";
import { exact, exactText, type Numeric } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import { fundingSources, type FundingSourcesInput } from "./fundingSources.ts";

interface Columns {
  readonly limit: readonly Numeric[];
  readonly priority?: readonly Numeric[];
  readonly share?: readonly Numeric[];
  readonly cap?: readonly (Numeric | undefined)[];
}

const inputOf = (budget: Numeric, step: Numeric, columns: Columns): FundingSourcesInput => ({
  budget: amount(budget, step),
  limit: columns.limit.map((value) => (value === "none" ? value : exact(value))),
  priority: columns.priority?.map((value) => exact(value)),
  share: columns.share?.map((value) => weight(value)),
  cap: columns.cap?.map((value) => (value === undefined ? undefined : exact(value))),
});
const drawn = (budget: Numeric, step: Numeric, columns: Columns): string[] => {
  const { sources, unfunded } = fundingSources(inputOf(budget, step, columns));
  return [...sources.map((source) => amountText(source.drawn)), `unfunded ${amountText(unfunded)}`];
};

describe("fundingSources", () => {
  test("draws in order of priority, then by share: park subsidy, retained dues, lead unit and members 1 to 3", () => {
    // 100,000 - 40,000 - 25,000 = 35,000; a quarter is 8,750.
    const sources = { limit: [40000, 25000, 20000, "none"], priority: [1, 2, 3, 3], share: [1, 1, 1, 3] };
    expect(drawn(100000, "0.01", sources)).toEqual([
      "40000.00",
      "25000.00",
      "8750.00",
      "26250.00",
      "unfunded 0.00",
    ]);
  });

  test("leaves to the others of its priority what one cannot pay, in proportion", () => {
    // 5 : 3 : 2 of 100; the first stops at 40, so 60 goes 3 : 2.
    expect(drawn(100, 1, { limit: ["none", "none", "none"], share: [5, 3, 2] })).toEqual([
      "50",
      "30",
      "20",
      "unfunded 0",
    ]);
    expect(drawn(100, 1, { limit: [40, "none", "none"], share: [5, 3, 2] })).toEqual([
      "40",
      "36",
      "24",
      "unfunded 0",
    ]);
  });

  test("shares equally among equals unless told otherwise", () => {
    expect(drawn(100, "0.01", { limit: ["none", "none", "none"] })).toEqual([
      "33.34",
      "33.33",
      "33.33",
      "unfunded 0.00",
    ]);
  });

  test("says what no source pays", () => {
    expect(drawn(100, 1, { limit: [30, 20], priority: [2, 1] })).toEqual(["30", "20", "unfunded 50"]);
  });

  test("draws a later source only for what the earlier ones leave", () => {
    expect(drawn(45, 1, { limit: [30, 20, 10], priority: [3, 1, "1.5"] })).toEqual([
      "15",
      "20",
      "10",
      "unfunded 0",
    ]);
    expect(drawn(15, 1, { limit: [30, 20, 10], priority: [3, -1, 0] })).toEqual([
      "0",
      "15",
      "0",
      "unfunded 0",
    ]);
  });

  test("caps a source at its fraction of the whole budget, not of what is left", () => {
    const limit = [50, "none", "none"];
    const cap = [undefined, "0.3", undefined];
    expect(drawn(100, 1, { limit, priority: [1, 2, 3], cap })).toEqual(["50", "30", "20", "unfunded 0"]);
    expect(drawn(100, 1, { limit: ["none", "none", "none"], share: [8, 1, 1], cap: ["0.4", 1, 1] })).toEqual([
      "40",
      "30",
      "30",
      "unfunded 0",
    ]);
  });

  test("rounds limits and caps down to whole steps, and says what is left of a limit to the last digit", () => {
    const { sources, unfunded } = fundingSources(inputOf(30, "0.01", { limit: ["10.005", 12] }));
    expect(sources.map((source) => amountText(source.drawn))).toEqual(["10.00", "12.00"]);
    expect(sources.map(({ left }) => left && exactText(left))).toEqual(["0.005", "0"]);
    expect(amountText(unfunded)).toBe("8.00");
    const thirds = {
      budget: amount(100, 1),
      limit: ["none", "none", "none"] as const,
      cap: fraction(1n, 3n),
    };
    expect(fundingSources(thirds).sources.map((source) => source.drawn.units)).toEqual([33n, 33n, 33n]);
    expect(fundingSources(thirds).unfunded.units).toBe(1n);
  });

  test("has no left-over where a source has no limit", () => {
    const { sources } = fundingSources(inputOf(5, 1, { limit: ["none", 7], priority: [1, 2] }));
    expect(sources.map(({ left }) => left)).toEqual([undefined, exact(7)]);
  });

  test("draws nothing from a source of share zero, though money is short", () => {
    expect(drawn(100, 1, { limit: [30, "none"], share: [1, 0] })).toEqual(["30", "0", "unfunded 70"]);
    expect(drawn(0, 1, { limit: [30], share: [0] })).toEqual(["0", "unfunded 0"]);
  });

  test("is exact where doubles are not", () => {
    const limit = [9007199254740993n, "none"];
    expect(drawn(27021597764222979n, 1, { limit, priority: [1, 2] })).toEqual([
      "9007199254740993",
      "18014398509481986",
      "unfunded 0",
    ]);
  });

  test("names the sources of a tie by their own rows", () => {
    const columns = { limit: ["none", 10, "none"], priority: [2, 1, 2] };
    expect(fundingSources(inputOf(11, 1, columns)).ties).toEqual([{ rows: [0, 2], served: [0] }]);
    expect(fundingSources(inputOf(12, 1, columns)).ties).toEqual([]);
  });

  test.each<[string, FundingSourcesInput, string, string]>([
    ["no sources", inputOf(1, 1, { limit: [] }), "emptyInput", "at least one value in limit"],
    ["a budget below zero", inputOf(-1, 1, { limit: [1] }), "outOfRange", "budget to be 0 or more; found -1"],
    [
      "a limit below zero",
      inputOf(1, 1, { limit: [1, "-0.5"] }),
      "outOfRange",
      "limit, row 2, to be 0 or more; found -0.5",
    ],
    [
      "a cap that is no fraction",
      inputOf(1, 1, { limit: [1, 2], cap: [undefined, 30] }),
      "outOfRange",
      "cap, row 2, to be a fraction from 0 to 1; found 30",
    ],
    [
      "a cap below zero",
      inputOf(1, 1, { limit: [1], cap: ["-0.1"] }),
      "outOfRange",
      "cap, row 1, to be a fraction from 0 to 1; found -0.1",
    ],
    [
      "priorities of another length",
      inputOf(1, 1, { limit: [1, 2], priority: [1] }),
      "sizeMismatch",
      "priority to have as many values as there are rows (2); found 1",
    ],
    [
      "shares of another length",
      inputOf(1, 1, { limit: [1], share: [1, 2] }),
      "sizeMismatch",
      "share to have as many values as there are rows (1); found 2",
    ],
    [
      "shares that are all zero",
      inputOf(1, 1, { limit: [1, 2], share: [0, 0] }),
      "allZero",
      "at least one value above zero in share",
    ],
  ])("refuses %s", (_, input, code, words) => {
    const message = `fundingSources requires ${words}`;
    expect(() => fundingSources(input)).toThrow(expect.objectContaining({ code, message }));
  });
});
