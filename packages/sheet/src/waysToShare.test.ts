import { describe, expect, test } from "vitest";

import { callFunction } from "./callFunction.ts";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const refusal = (error: string, words: string): unknown => ({
  error,
  message: expect.stringContaining(words) as unknown,
});

describe("FUNDING_NESTED", () => {
  const nested = (...given: unknown[]): unknown => callFunction("FUNDING_NESTED", given);

  test("splits between groups by their weights, then inside each", () => {
    expect(nested(100, column("a", "b", "a"), column(1, 1, 1), 1)).toEqual(column(34, 33, 33));
    expect(nested(100, column("a", "b", "a"), column(1, 1, 3), 1, null, column(1, 1, 1))).toEqual(
      column(13, 50, 37),
    );
  });

  test("lies as its weights lie, and leaves blank rows at the end blank", () => {
    expect(nested(10, [["a", "a", "b", null]], [[1, 1, 2, null]], 1)).toEqual([[3, 2, 5, ""]]);
  });

  test("refuses a group without a name, and two weights for one group", () => {
    expect(nested(10, column("a", null), column(1, 1))).toEqual(
      refusal("#N/A", "a name in group, row 2; the cell is blank"),
    );
    expect(nested(10, column("a", "a"), column(1, 1), 1, null, column(1, 2))).toEqual(
      refusal("#VALUE!", "one groupWeight for all rows of a; row 2 has another"),
    );
  });
});

describe("FUNDING_BASE_PLUS", () => {
  test("gives the base to every row that counts", () => {
    expect(callFunction("FUNDING_BASE_PLUS", [100, 10, column(1, 0, 9), 1])).toEqual(column(17, 10, 73));
  });

  test("refuses bases that exceed the total, by how much", () => {
    expect(callFunction("FUNDING_BASE_PLUS", [100, 60, column(1, 1), 1])).toEqual(
      refusal("#VALUE!", "the bases, 120 together, to fit 100; it fails by 20"),
    );
  });
});

describe("ROUND_TO_TOTAL", () => {
  const rounded = (...given: unknown[]): unknown => callFunction("ROUND_TO_TOTAL", given);

  test("rounds a column so that it adds up", () => {
    expect(rounded(column(33.333, 33.333, 33.334), 1)).toEqual(column(33.3, 33.3, 33.4));
    expect(rounded(column(1400, 1400, 1400), -3)).toEqual(column(2000, 1000, 1000));
  });

  test("refuses a total out of reach as a number, and what a cell cannot keep in words", () => {
    expect(rounded(column(1.4, 1.4), 0, 5)).toMatchObject({ error: "#NUM!" });
    expect(rounded(column(1.4, 1.4), 16)).toMatchObject({ error: "#NUM!" });
    expect(rounded(column(1e16, 0.5))).toEqual(refusal("#VALUE!", "an amount within 9007199254740991"));
    expect(rounded(column(9_999_999_999_999.99, 9_999_999_999_999.99), 2)).toEqual(
      refusal("#VALUE!", "a total of at most 9999999999999.99 with a step of 0.01"),
    );
  });
});

describe("GROUP_UNITS", () => {
  const groups = (...given: unknown[]): unknown => callFunction("GROUP_UNITS", given);

  test("names each unit's group by park and number", () => {
    expect(groups(column("a", "b", "c"), column("东园", "西园", "东园"), 1)).toEqual(
      column("东园 1", "西园 1", "东园 2"),
    );
  });

  test("asks for a size or a number of groups, and for every park", () => {
    expect(groups(column("a"), column("p"), "")).toEqual(refusal("#N/A", "size or in groups"));
    expect(groups(column("a", "b"), column("p", null), 2)).toEqual(refusal("#N/A", "a name in park, row 2"));
    expect(groups(column("a", "b"), column("p", "q"), "", 1)).toEqual(refusal("#VALUE!", "it fails by 1"));
  });
});
