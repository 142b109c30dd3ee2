import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { scoreIndexFunctions } from "./table/scoreIndex.ts";

function call(...given: readonly unknown[]): Result {
  const [row] = scoreIndexFunctions;
  if (row === undefined) throw new Error("There is no function SCORE_INDEX.");
  return row.call(given);
}

const table = [
  [10, 5],
  [20, 9],
  [15, 6],
];

describe("SCORE_INDEX", () => {
  const [row] = scoreIndexFunctions;

  test.each((row?.examples ?? []).map((example, place) => [place + 1, example] as const))(
    "example %i gives what it says",
    (_, example) => {
      expect(call(...example.arguments)).toEqual(example.result);
    },
  );

  test("has the parameters of the contract, in their order", () => {
    expect(Object.keys(row?.parameters ?? {})).toEqual([
      "values",
      "weights",
      "normalise",
      "aggregate",
      "direction",
      "missing",
      "goalposts",
      "part",
      "headers",
    ]);
  });

  test("takes weights across or down, and words in Chinese", () => {
    expect(call(table, [[2], [1]], "极差", "算术平均", [[1], [-1]])).toEqual([[1 / 3], [2 / 3], [7 / 12]]);
  });

  test("ranks within each item, the best 1 and ties between", () => {
    expect(call([[90], [80], [80], [70]], 1, "rank")).toEqual([[1], [0.5], [0.5], [0]]);
  });

  test("gives a title row on request", () => {
    expect(call([[1], [3]], 1, null, null, null, null, null, null, "en")).toEqual([["index"], [0], [1]]);
    expect(call([[1], [3]], 1, null, null, null, null, null, [["a"]], "en")).toEqual([
      ["a", "index"],
      [0, 0],
      [1, 1],
    ]);
  });

  test("errs alone where a value is missing, and reweights or counts zero on request", () => {
    const gap = [
      [10, 5],
      [20, null],
      [15, 6],
    ];
    const message = "SCORE_INDEX requires a number in values, row 2, column 2.";
    expect(call(gap, [[1, 1]])).toEqual([[0], [{ error: "#N/A", message }], [0.75]]);
    expect(call(gap, [[1, 1]], null, null, null, "折算")).toEqual([[0], [1], [0.75]]);
    expect(call(gap, [[1, 1]], null, null, null, "计零")).toEqual([[0], [0.5], [0.75]]);
  });

  test('reads range&"", where blanks are text', () => {
    const text = table.map((cells) => cells.map(String)).concat([["12", ""]]);
    expect(call(text, [[1, 0]], "none")).toEqual([[10], [20], [15], [12]]);
  });

  test("errs alone, with #NUM!, where a mean needs a value above 0", () => {
    const message =
      "SCORE_INDEX requires a value above 0 in values, row 1, column 1, once normalised, for this mean.";
    expect(call([[10], [20]], 1, null, "geometric")).toEqual([[{ error: "#NUM!", message }], [1]]);
    expect(call([[10], [20]], 1, null, "调和平均")).toEqual([[{ error: "#NUM!", message }], [1]]);
  });

  test("has no answer, #N/A with words, where an item tells no units apart", () => {
    const constant = [
      [1, 7],
      [2, 7],
    ];
    expect(call(constant, [[1, 1]])).toEqual({
      error: "#N/A",
      message: "SCORE_INDEX requires at least two different values in item 2 to normalise it by min-max.",
    });
    expect(call(constant, [[1, 0]])).toEqual([[0], [1]]);
    expect(call(constant, [[1, 1]], "none")).toEqual([[4], [4.5]]);
  });

  test("leaves out rows of blanks or zeros at the end", () => {
    const rows = [
      [1, 2],
      [3, 1],
      [0, 0],
      [null, null],
    ];
    expect(call(rows, [[1, 1]], "none")).toEqual([[1.5], [2], [""], [""]]);
    const text = rows.map((cells) => cells.map((cell) => String(cell ?? "")));
    expect(call(text, [[1, 1]])).toEqual([[2 / 3], [0.75], [0], [""]]);
  });

  test("passes an error cell through", () => {
    expect(call([[1], [{ error: "#REF!" }]], 1)).toEqual({ error: "#REF!" });
  });

  test.each([
    [
      "fewer weights",
      [table, 1],
      "#VALUE!",
      "one value in weights for each of the 2 columns of values; found 1",
    ],
    ["a negative weight", [table, [[1, -1]]], "#NUM!", "no negative number in weights, column 2"],
    ["weights of 0", [table, [[0, 0]]], "#VALUE!", "at least one value above zero in weights"],
    [
      "another direction",
      [table, [[1, 1]], null, null, [[1, 2]]],
      "#VALUE!",
      "direction, item 2 to be 1 or -1",
    ],
    [
      "fewer directions",
      [table, [[1, 1]], null, null, [[1]]],
      "#VALUE!",
      "one value in direction for each of the 2 columns of values; found 1",
    ],
    [
      "no goalposts",
      [table, [[1, 1]], "goalposts"],
      "#VALUE!",
      "the goalposts of item 1 to be a low value and a high one; found none",
    ],
    [
      "three rows of goalposts",
      [table, [[1, 1]], "goalposts", null, null, null, table],
      "#VALUE!",
      "goalposts to have two rows, low and high; found 3",
    ],
    [
      "goalposts of other items",
      [table, [[1, 1]], "goalposts", null, null, null, [[1], [2]]],
      "#VALUE!",
      "one value in goalposts for each of the 2 columns of values; found 1",
    ],
    [
      "a blank goalpost",
      [
        table,
        [[1, 1]],
        "goalposts",
        null,
        null,
        null,
        [
          [1, null],
          [2, 3],
        ],
      ],
      "#N/A",
      "a low and a high number in goalposts, column 2",
    ],
    [
      "goalposts turned round",
      [
        table,
        [[1, 1]],
        "goalposts",
        null,
        null,
        null,
        [
          [1, 3],
          [2, 2],
        ],
      ],
      "#NUM!",
      "the goalposts of item 2 to be a low value below the high one; found 3 and 2",
    ],
    [
      "a part without a name",
      [table, [[1, 1]], null, null, null, null, null, [["a", null]]],
      "#N/A",
      "a name in part, column 2; the cell is blank",
    ],
    ["an unknown method", [table, [[1, 1]], "zscore"], "#VALUE!", "normalise to be one of"],
    ["text", [[["many"], [2]], 1], "#VALUE!", "a number in values, row 1, column 1"],
    ["nothing", [[[null], [null]], 1], "#N/A", "at least one row in values"],
  ])("refuses %s", (_, given, error, words) => {
    expect(call(...given)).toMatchObject({ error, message: expect.stringContaining(words) as string });
  });
});
