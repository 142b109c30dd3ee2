import { describe, expect, test } from "vitest";
import { amount } from "../exact/amount.ts";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { byPriority, mostOfEach, requireColumns, type SourceColumns } from "./sourceColumns.ts";

const one = exact(1);

describe("requireColumns", () => {
  test("accepts columns of one length, and columns that are not there", () => {
    expect(() => {
      requireColumns({ limit: [one, "none"], priority: [one, one], share: undefined });
    }).not.toThrow();
  });

  test.each<[string, SourceColumns, string, string]>([
    ["no sources", { limit: [] }, "emptyInput", "fundingSources requires at least one value in limit"],
    [
      "priorities of another length",
      { limit: [one, one], priority: [one] },
      "sizeMismatch",
      "fundingSources requires priority to have as many values as there are rows (2); found 1",
    ],
    [
      "shares of another length",
      { limit: [one], share: [] },
      "sizeMismatch",
      "fundingSources requires share to have as many values as there are rows (1); found 0",
    ],
  ])("refuses %s", (_, columns, code, message) => {
    expect(() => {
      requireColumns(columns);
    }).toThrow(expect.objectContaining({ code, message }));
  });
});

describe("mostOfEach", () => {
  test("takes the limit or the cap, whichever is less, and either where there is no other", () => {
    // Caps of a budget of 200: 0.25 is 50, 0.5 is 100.
    const limit = [exact(30), exact(70), exact(50), "none", exact(80), "none"] as const;
    const cap = [exact("0.25"), exact("0.25"), exact("0.25"), exact("0.5"), undefined, undefined];
    expect(mostOfEach(amount(200, 1), { limit, cap })).toEqual([30n, 50n, 50n, 100n, 80n, undefined]);
  });

  test("rounds limits and caps down to whole steps", () => {
    // A third of 100 is 33.33; 10.99 in steps of 0.5 is 21 of them.
    expect(mostOfEach(amount(100, 1), { limit: ["none"], cap: fraction(1n, 3n) })).toEqual([33n]);
    expect(mostOfEach(amount(100, "0.5"), { limit: [exact("10.99")] })).toEqual([21n]);
  });

  test("lets a source give nothing, by its limit or its cap, and all of the budget", () => {
    const cap = [one, exact(0), one];
    expect(mostOfEach(amount(5, 1), { limit: [exact(0), "none", "none"], cap })).toEqual([0n, 0n, 5n]);
  });

  test.each<[string, number, SourceColumns, string, string]>([
    [
      "a budget below zero",
      -1,
      { limit: [one] },
      "outOfRange",
      "fundingSources requires budget to be 0 or more; found -1",
    ],
    [
      "caps of another length",
      1,
      { limit: [one, one], cap: [one] },
      "sizeMismatch",
      "fundingSources requires cap to have as many values as there are rows (2); found 1",
    ],
    [
      "a limit below zero before the cap beside it",
      1,
      { limit: ["none", exact("-0.5")], cap: [one, exact(2)] },
      "outOfRange",
      "fundingSources requires limit, row 2, to be 0 or more; found -0.5",
    ],
    [
      "a cap above one before the limit of a later row",
      1,
      { limit: ["none", exact(-1)], cap: exact("1.5") },
      "outOfRange",
      "fundingSources requires cap, row 1, to be a fraction from 0 to 1; found 1.5",
    ],
    [
      "a cap below zero",
      1,
      { limit: [one], cap: exact("-0.1") },
      "outOfRange",
      "fundingSources requires cap, row 1, to be a fraction from 0 to 1; found -0.1",
    ],
  ])("refuses %s", (_, budget, columns, code, message) => {
    expect(() => mostOfEach(amount(budget, 1), columns)).toThrow(expect.objectContaining({ code, message }));
  });
});

describe("byPriority", () => {
  test("puts sources of equal priority together, the lowest number first", () => {
    const priority = [exact(2), exact("0.5"), fraction(4n, 2n), exact(-1), exact("0.50")];
    expect(byPriority(priority)).toEqual([[3], [1, 4], [0, 2]]);
  });
});
