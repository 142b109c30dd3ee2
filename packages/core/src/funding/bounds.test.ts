import { describe, expect, test } from "vitest";
import { boundColumn, requireFeasible, type RowBounds } from "./bounds.ts";

describe("boundColumn", () => {
  test("spreads one bound over all rows", () => {
    expect(boundColumn("split", { name: "minimum", bound: 5, rows: 3 })).toEqual([5, 5, 5]);
    expect(boundColumn("split", { name: "minimum", bound: undefined, rows: 2 })).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("keeps a column, with its gaps", () => {
    expect(boundColumn("split", { name: "minimum", bound: [1, undefined], rows: 2 })).toEqual([1, undefined]);
  });

  test("refuses a column of another length, naming it", () => {
    expect(() => boundColumn("split", { name: "maximum", bound: [1], rows: 2 })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: "split requires maximum to have as many values as there are rows (2); found 1",
      }),
    );
  });
});

describe("requireFeasible", () => {
  const check = (total: bigint, weights: readonly bigint[], bounds: RowBounds): void => {
    requireFeasible("split", { total, weights, bounds, text: (units) => `${units} steps` });
  };

  test("accepts bounds that just fit, from below and from above", () => {
    expect(() => {
      check(5n, [1n, 1n], { minimum: [2n, 3n], maximum: [2n, 3n] });
    }).not.toThrow();
  });

  test("accepts any total where one row with a weight has no maximum", () => {
    expect(() => {
      check(10n ** 20n, [1n, 1n], { minimum: [0n, 0n], maximum: [undefined, 1n] });
    }).not.toThrow();
  });

  test("counts a row of weight zero at its minimum only", () => {
    expect(() => {
      check(4n, [0n, 1n], { minimum: [1n, 0n], maximum: [undefined, 3n] });
    }).not.toThrow();
  });

  test.each<[string, readonly bigint[], RowBounds, string]>([
    [
      "a minimum above the maximum, naming the row",
      [1n, 1n],
      { minimum: [0n, 4n], maximum: [0n, 1n] },
      "the minimum of row 2 (4 steps) not to exceed its maximum (1 steps); it fails by 3 steps",
    ],
    [
      "too many minimums",
      [1n, 1n],
      { minimum: [3n, 3n], maximum: [undefined, undefined] },
      "the minimums, 6 steps together, to fit 5 steps; it fails by 1 steps",
    ],
    [
      "maximums that do not hold the total",
      [1n, 1n],
      { minimum: [0n, 0n], maximum: [0n, 3n] },
      "the maximums, 3 steps together, to hold 5 steps; it fails by 2 steps",
    ],
    [
      "maximums that do not hold it together with a row without weight",
      [0n, 1n],
      { minimum: [1n, 0n], maximum: [undefined, 3n] },
      "the maximums (a row without weight keeps its minimum), 4 steps together, to hold 5 steps; it fails by 1 steps",
    ],
  ])("refuses %s, saying by how much", (_, weights, bounds, requirement) => {
    expect(() => {
      check(5n, weights, bounds);
    }).toThrow(
      expect.objectContaining({ code: "infeasibleBounds", message: `split requires ${requirement}` }),
    );
  });
});
