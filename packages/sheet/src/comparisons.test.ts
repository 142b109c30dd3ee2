import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { comparisonFunctions } from "./table/comparisons.ts";

function call(id: string, ...given: readonly unknown[]): Result {
  const row = comparisonFunctions.find((each) => each.id === id);
  if (row === undefined) throw new Error(`There is no function ${id}.`);
  return row.call(given);
}

describe("the table of comparisons", () => {
  test("has its functions in the order of their pages", () => {
    expect(comparisonFunctions.map(({ id }) => id)).toEqual(["SPLIT_COMPARE", "SPLIT_FAIRNESS"]);
  });

  test.each(
    comparisonFunctions.flatMap((row) =>
      row.examples.map((example, index) => [`${row.id}, example ${index + 1}`, row, example] as const),
    ),
  )("%s gives what it says", (_, row, example) => {
    expect(row.call(example.arguments)).toEqual(example.result);
  });
});

describe("SPLIT_COMPARE", () => {
  test("names rows without labels by their numbers, and lies across as it lies down", () => {
    const table = [
      ["1", 1, 3, 2, 0.25, 0.75, 50],
      ["2", 3, 1, -2, 0.75, 0.25, -50],
      ["total", 4, 4, 0, 1, 1, 0],
    ];
    expect(call("SPLIT_COMPARE", [[1], [3]], [[3], [1]], null, "none")).toEqual(table);
    expect(call("SPLIT_COMPARE", [[1, 3]], [[3, 1]], null, "none")).toEqual(table);
  });

  test("leaves a share of nothing to an error in its cell, and only there", () => {
    const message = "SPLIT_COMPARE requires before with a sum other than 0.";
    const none = { error: "#DIV/0!", message };
    expect(call("SPLIT_COMPARE", [[0]], [[5]], [["new"]], "none")).toEqual([
      ["new", 0, 5, 5, none, 1, none],
      ["total", 0, 5, 5, none, 1, none],
    ]);
  });

  test("refuses a missing part by its row, and columns of different length", () => {
    const blank = "SPLIT_COMPARE requires a number in before, row 2; the cell is blank.";
    expect(call("SPLIT_COMPARE", [[1], [""]], [[1], [2]])).toEqual({ error: "#N/A", message: blank });
    const short = "SPLIT_COMPARE requires after to have as many rows as before (2); found 1.";
    expect(call("SPLIT_COMPARE", [[1], [2]], [[1]])).toEqual({ error: "#VALUE!", message: short });
  });
});

describe("SPLIT_FAIRNESS", () => {
  const received = [[7], [3], [0]];
  const votes = [[60], [30], [10]];
  test.each([
    // By hand: s - v is 0.1, 0, -0.1; r = s/v is 7/6, 1, 0.
    ["gallagher", 0.1],
    ["加拉格尔", 0.1],
    ["loosemore-hanby", 0.1],
    ["卢斯莫尔-汉比", 0.1],
    ["sainte-lague", 7 / 60],
    ["圣拉格", 7 / 60],
    ["gini", 0.13],
    ["基尼", 0.13],
    ["jain", 169 / 255],
    ["largest-deviation", 0.1],
    ["最大偏差", 0.1],
    // By Python's decimal: 0.7 ln(7/6), to 40 digits, as a double.
    ["theil", 0.10790547587908081],
    ["泰尔", 0.10790547587908081],
  ])("%s", (measure, value) => {
    expect(call("SPLIT_FAIRNESS", received, votes, measure)).toBe(value);
  });

  test("leaves out rows without weight that received nothing, and divides by no weight of 0", () => {
    expect(call("SPLIT_FAIRNESS", [[0], [1], [1]], [[0], [1], [3]], "loosemore-hanby")).toBe(0.25);
    expect(call("SPLIT_FAIRNESS", [[1], [1]], [[0], [1]], "loosemore-hanby")).toBe(0.5);
    for (const measure of ["sainte-lague", "gini", "theil", "jain"]) {
      expect(call("SPLIT_FAIRNESS", [[1], [1]], [[0], [1]], measure)).toMatchObject({ error: "#DIV/0!" });
    }
  });

  test("refuses nothing received, a negative, and an unknown measure", () => {
    expect(call("SPLIT_FAIRNESS", [[0], [0]], [[1], [2]])).toMatchObject({ error: "#DIV/0!" });
    expect(call("SPLIT_FAIRNESS", [[3], [-1]], [[1], [2]])).toMatchObject({ error: "#NUM!" });
    expect(call("SPLIT_FAIRNESS", [[3], [1]], [[0], [0]])).toMatchObject({ error: "#VALUE!" });
    expect(call("SPLIT_FAIRNESS", [[3], [1]], [[1], [2]], "hoover")).toMatchObject({ error: "#VALUE!" });
  });
});
