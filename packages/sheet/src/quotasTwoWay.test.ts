import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { quotaTwoWayFunctions } from "./table/quotasTwoWay.ts";

const [row] = quotaTwoWayFunctions;

function call(...given: readonly unknown[]): Result {
  return row?.call(given) ?? "no function";
}

const votes = [
  [123, 45, 815],
  [912, 714, 414],
  [312, 255, 215],
];
const rowPlaces = [[5], [11], [4]];
const places = [
  [1, 0, 4],
  [4, 4, 3],
  [2, 1, 1],
];

describe("QUOTA_TWO_WAY", () => {
  test.each((row?.examples ?? []).map((each) => [JSON.stringify(each.arguments), each] as const))(
    "answers its example %s",
    (_, example) => {
      expect(call(...example.arguments)).toEqual(example.result);
    },
  );

  test("takes places that lie across or down", () => {
    expect(call(votes, [[5, 11, 4]], [[7], [5], [8]])).toEqual(places);
  });

  test('takes number text where every cell is text, as of range&""', () => {
    const texts = votes.map((cells) => cells.map(String));
    expect(call(texts, [["5"], ["11"], ["4"]], [["7", "5", "8"]])).toEqual(places);
  });

  test("takes a single cell, and gives one", () => {
    expect(call(9, 4, 4)).toBe(4);
    expect(call([[9]], 4, [[4]])).toEqual([[4]]);
  });

  test("leaves rows and columns at the end blank that are blank or 0", () => {
    const withBlanks = [...votes.map((cells) => [...cells, null, 0]), [null, null, null, null, null]];
    expect(call(withBlanks, [...rowPlaces, [0]], [[7, 5, 8, null, 0]])).toEqual([
      [1, 0, 4, "", 0],
      [4, 4, 3, "", 0],
      [2, 1, 1, "", 0],
      ["", "", "", "", ""],
    ]);
  });

  test("keeps zeros between, and gives a table of zeros for no places at all", () => {
    expect(call([[4, 0, 4]], 2, [[1, 0, 1]])).toEqual([[1, 0, 1]]);
    expect(call([[0, 0]], 0, [[0, 0]])).toEqual([[0, 0]]);
    expect(call([[3, 1]], 0, [[0, 0]])).toEqual([[0, 0]]);
  });

  test("of tied tables the first is taken", () => {
    const square = [
      [1, 1],
      [1, 1],
    ];
    expect(call(square, [[1], [1]], [[1, 1]])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test.each<[string, readonly unknown[], string, string]>([
    [
      "sums that differ",
      [votes, rowPlaces, [[7, 5, 9]]],
      "#VALUE!",
      "as many places in rowPlaces (20) as in columnPlaces (21); it fails by 1",
    ],
    [
      "zeros that leave no table",
      [
        [
          [1, 0],
          [1, 1],
        ],
        [[2], [1]],
        [[1, 2]],
      ],
      "#VALUE!",
      "no more places for row 1 (found 2) than for column 1 (found 1), all that can serve it; it fails by 1",
    ],
    [
      "weights that are all zero",
      [[[0, 0]], 1, [[1, 0]]],
      "#VALUE!",
      "at least one value above zero in weights",
    ],
    [
      "too few row places",
      [votes, [[9], [11]], [[7, 5, 8]]],
      "#VALUE!",
      "rowPlaces to have as many rows as weights (3); found 2",
    ],
    [
      "too few column places",
      [votes, rowPlaces, [[12, 8]]],
      "#VALUE!",
      "columnPlaces to have as many cells as weights has columns (3); found 2",
    ],
    [
      "a blank weight",
      [
        [
          [1, null],
          [2, 1],
        ],
        [[1], [1]],
        [[1, 1]],
      ],
      "#N/A",
      "a number in weights, row 1, column 2; the cell is blank",
    ],
    [
      "a negative weight",
      [[[1, -2]], 2, [[1, 1]]],
      "#NUM!",
      "no negative number in weights, row 1, column 2",
    ],
    [
      "half a place",
      [[[1, 2]], 2, [[0.5, 1.5]]],
      "#NUM!",
      "a whole number from 0 to 2^53-1 in columnPlaces, column 1; found 0.5",
    ],
    [
      "a blank place",
      [[[1], [1]], [[1], [null]], 1],
      "#N/A",
      "a number in rowPlaces, row 2; the cell is blank",
    ],
    [
      "words for weights",
      [[["a", 1]], 1, [[1, 0]]],
      "#VALUE!",
      'a number in weights, row 1, column 1; found the text "a"',
    ],
    ["nothing", [[[null]], null, null], "#N/A", "at least one value in weights"],
  ])("%s", (_, given, error, requirement) => {
    expect(call(...given)).toEqual({ error, message: `QUOTA_TWO_WAY requires ${requirement}.` });
  });

  test("an error cell comes through", () => {
    expect(call([[{ error: "#REF!" }, 1]], 1, [[1, 0]])).toEqual({ error: "#REF!" });
  });
});
