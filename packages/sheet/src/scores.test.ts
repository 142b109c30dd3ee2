import { describe, expect, test } from "vitest";

import type { Argument, Result } from "./cell/cell.ts";
import { scoreCombineFunctions, scoreMoveFunctions } from "./table/scoreMoves.ts";
import { scoreFunctions } from "./table/scores.ts";

const rows = [...scoreFunctions, ...scoreMoveFunctions, ...scoreCombineFunctions];

const callRow = (id: string, ...given: readonly Argument[]): Result => {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.call(given);
};
const notAvailable = (words: string): unknown => ({
  error: "#N/A",
  message: expect.stringContaining(words) as string,
});
const column = (...cells: readonly (number | string | null)[]): (number | string | null)[][] =>
  cells.map((cell) => [cell]);

describe.each(rows.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (__, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );
});

describe("SCORE_WEIGHTED", () => {
  const weighted = (...given: readonly Argument[]): Result => callRow("SCORE_WEIGHTED", ...given);

  test("reads cells as the decimals they show, so that a boundary is reached", () => {
    // 0.1 + 0.2 in a cell is 0.30000000000000004.
    expect(weighted([[0.1 + 0.2, 0.3]], [[1, 1]])).toEqual([[0.3]]);
    const score = weighted([[79.9, 80.1]], [[1, 1]]);
    expect(score).toEqual([[80]]);
    expect(callRow("SCORE_BAND", score as Argument, column(0, 80), column("low", "high"))).toEqual([
      ["high"],
    ]);
  });

  test("needs no score where there is no weight", () => {
    expect(weighted([[90, null, 70]], [[1, 0, 1]])).toEqual([[80]]);
  });

  test("has no score to give where every score is missing, but counts them as 0 if told to", () => {
    const table = [
      [null, "缺"],
      [80, 90],
    ];
    expect(weighted(table, [[1, 1]], "reweight")).toEqual([[notAvailable("scores, row 1, column 1")], [85]]);
    expect(weighted(table, [[1, 1]], "zero")).toEqual([[0], [85]]);
  });

  test("leaves blank rows at the end blank, and keeps rows of zeros", () => {
    const table = [
      [80, 90],
      [0, 0],
      [null, ""],
    ];
    expect(weighted(table, [[1, 1]])).toEqual([[85], [0], [""]]);
    expect(weighted([[null, null]], [[1, 1]])).toEqual(notAvailable("at least one number in scores"));
  });

  test('reads number text in range&""', () => {
    expect(
      weighted(
        [
          ["80", "90"],
          ["", "70"],
        ],
        [[1, 1]],
        "zero",
      ),
    ).toEqual([[85], [35]]);
  });

  test.each<[string, Argument[], string, string]>([
    [
      "a weight too few",
      [[[1, 2, 3]], [[1, 1]]],
      "#VALUE!",
      "weights to have one cell for each column of scores (3); found 2",
    ],
    ["a blank weight", [[[1, 2]], [[1, null]]], "#N/A", "a number in weights, column 2"],
    ["a negative weight", [[[1, 2]], [[1, -1]]], "#NUM!", "no negative number in weights, column 2"],
    ["weights of 0 only", [[[1, 2]], [[0, 0]]], "#VALUE!", "at least one value above zero in weights"],
    [
      "text",
      [[[1, "good"]], [[1, 1]]],
      "#VALUE!",
      'a number in scores, row 1, column 2; found the text "good"',
    ],
    [
      "a rule that is none",
      [[[1, 2]], [[1, 1]], "skip"],
      "#VALUE!",
      "missing to be one of error, reweight, zero",
    ],
  ])("refuses %s", (_, given, error, words) => {
    expect(weighted(...given)).toEqual({ error, message: expect.stringContaining(words) as string });
  });
});

describe("SCORE_BAND", () => {
  const band = (score: Argument, bounds = column(60, 80), labels = column("pass", "good")): Result =>
    callRow("SCORE_BAND", score, bounds, labels);

  test("answers each score by itself, in the shape given", () => {
    expect(
      band([
        [80, 79.999999999999],
        [null, "good"],
        [59.99, { error: "#DIV/0!" }],
      ]),
    ).toEqual([
      ["good", "pass"],
      [
        notAvailable("a number in score, row 2, column 1; the cell is blank"),
        { error: "#VALUE!", message: expect.stringContaining("score, row 2, column 2") as string },
      ],
      [notAvailable("score, row 3, column 1 to reach the lowest bound"), { error: "#DIV/0!" }],
    ]);
    expect(band([[60, 90]])).toEqual([["pass", "good"]]);
    expect(band(59)).toEqual(notAvailable("SCORE_BAND requires score to reach the lowest bound."));
  });

  test("takes what a cell shows as 80 for 80", () => {
    expect(band(79.9999999999999)).toBe("pass");
    expect(band(79.99999999999999)).toBe("good");
    expect(band(80.2 - 0.2)).toBe("good");
    expect(band(0.1 + 0.2, column(0, 0.3), column("low", "high"))).toBe("high");
  });

  test("takes bands as a row, and leaves out blank cells at the end of both", () => {
    expect(callRow("SCORE_BAND", 80, [[60, 80]], [["pass", "good"]])).toBe("good");
    expect(band(90, column(60, 80, null), column("pass", "good", ""))).toBe("good");
    expect(band(0, column(0, 60, 0), column("one", "two", null))).toBe("one");
  });

  test.each<[string, Argument[], string, string]>([
    ["bounds that fall", [1, column(80, 60), column("a", "b")], "#VALUE!", "found 60 after 80"],
    [
      "a label too few",
      [1, column(60, 80), column("a")],
      "#VALUE!",
      "labels to have as many rows as lowerBounds (2); found 1",
    ],
    ["a blank label", [1, column(60, 80), column("a", null)], "#N/A", "a name in labels, row 2"],
    ["a blank bound", [1, column(60, null), column("a", "b")], "#N/A", "a number in lowerBounds, row 2"],
    ["no bands", [1, column(null), column(null)], "#N/A", "at least one name in labels"],
  ])("refuses %s", (_, given, error, words) => {
    expect(callRow("SCORE_BAND", ...given)).toEqual({
      error,
      message: expect.stringContaining(words) as string,
    });
  });
});

describe("SCORE_RANK", () => {
  const rank = (...given: readonly Argument[]): Result => callRow("SCORE_RANK", ...given);

  test("ranks what cells show: the last bit of a sum breaks no tie, the fifteenth digit does", () => {
    expect(rank(column(0.1 + 0.2, 0.3, 0.300000000000001))).toEqual(column(2, 2, 1));
  });

  test("says at a missing score that it has no rank, and ranks the others", () => {
    expect(rank(column(90, null, 70))).toEqual([[1], [notAvailable("a number in scores, row 2")], [2]]);
    expect(rank([[90, "缺", 70]])).toEqual([[1, notAvailable("a number in scores, column 2"), 2]]);
  });

  test("leaves blanks at the end blank, and never gives a 0 at the end a wrong rank", () => {
    expect(rank(column(70, 90, null, ""))).toEqual(column(2, 1, "", ""));
    expect(rank(column(70, 90, 0))).toEqual(column(2, 1, ""));
    expect(rank(column("70", "90", "0", ""))).toEqual(column(2, 1, 3, ""));
    expect(rank(column(0, 0))).toEqual(column(1, 1));
  });

  test("has nothing to rank in blank cells", () => {
    expect(rank(column(null, ""))).toEqual(notAvailable("at least one value in scores"));
  });
});

describe("SCORE_TIERS", () => {
  const tiers = (scores: Argument, ...order: readonly Argument[]): Result =>
    callRow("SCORE_TIERS", scores, column(1, 1), column("upper", "lower"), ...order);

  test("takes units with a score only for all, and says so at the others", () => {
    expect(tiers(column(90, null, 70))).toEqual([["upper"], [notAvailable("scores, row 2")], ["lower"]]);
  });

  test("begins at the other end if told to", () => {
    expect(tiers(column(1, 2, 2, 4), "ascending")).toEqual(column("upper", "upper", "upper", "lower"));
    expect(tiers(column(1, 2, 2, 4), "降序")).toEqual(column("lower", "upper", "upper", "upper"));
  });

  test("refuses shares of 0 only", () => {
    expect(callRow("SCORE_TIERS", column(1, 2), column(0, 0), column("a", "b"))).toMatchObject({
      error: "#VALUE!",
      message: "SCORE_TIERS requires at least one value above zero in shares.",
    });
  });
});

describe("SCORE_MOVES and SCORE_MOVES_LIST", () => {
  const order = column("low", "middle", "high", null);

  test("count a unit without a band either time as left out", () => {
    const before = column("low", null, "high");
    const after = column("high", null, "low");
    expect(callRow("SCORE_MOVES", before, after, order, "none")).toEqual([
      ["low", 0, 0, 1, 0, 1, 1, 0],
      ["middle", 0, 0, 0, 0, 0, 0, 0],
      ["high", 1, 0, 0, 0, 1, 0, 1],
      ["new", 0, 0, 0, "", 0, "", ""],
      ["total", 1, 0, 1, 0, 2, 1, 1],
      ["left out", "", "", "", "", 1, "", ""],
    ]);
    expect(callRow("SCORE_MOVES_LIST", column("a", "b", "c"), before, after, order, "none")).toEqual([
      ["a", "low", "high", 2, "up"],
      ["c", "high", "low", -2, "down"],
    ]);
  });

  test("say so where nobody moved", () => {
    const stayed = column("low");
    expect(callRow("SCORE_MOVES_LIST", column("a"), stayed, stayed, order, "none")).toEqual([
      ["no moves", "", "", "", ""],
    ]);
  });

  test("refuse a band that is not in the order, and one that is there twice", () => {
    const [low, other] = [column("low"), column("Low")];
    expect(callRow("SCORE_MOVES", low, other, order)).toMatchObject({
      error: "#VALUE!",
      message: 'SCORE_MOVES requires after, row 1, to be one of the bands in order; found "Low".',
    });
    expect(callRow("SCORE_MOVES_LIST", low, low, low, column("low", "low"))).toMatchObject({
      error: "#VALUE!",
      message: 'SCORE_MOVES_LIST requires every band once in order; found "low" twice.',
    });
    expect(callRow("SCORE_MOVES", low, low, column("low", "-", "high"))).toEqual(
      notAvailable("a name in order, row 2"),
    );
  });
});

describe("SCORE_COMBINE", () => {
  const combine = (...given: readonly Argument[]): Result => callRow("SCORE_COMBINE", ...given);

  test("lets a missing review err alone, and name its cell", () => {
    const reviews = [
      [80, 90, 70],
      [80, null, 70],
    ];
    expect(combine(reviews, [[40, 60]], [["q", "q", "y"]])).toEqual([
      [76],
      [notAvailable("scores, row 2, column 2")],
    ]);
    expect(combine(reviews, [[0, 60]], [["q", "q", "y"]])).toEqual([[70], [70]]);
  });

  test.each<[string, Argument[], string]>([
    [
      "a share too many",
      [[[1, 2]], [[1, 1]], [["q", "q"]]],
      "shares to have one cell for each kind of review (1); found 2",
    ],
    [
      "a kind too few",
      [[[1, 2]], [[1]], [["q"]]],
      "kind to have one cell for each column of scores (2); found 1",
    ],
    ["a share too few", [[[1, 2]], [[1]]], "shares to have one cell for each column of scores (2); found 1"],
  ])("refuses %s", (_, given, words) => {
    expect(combine(...given)).toEqual({
      error: "#VALUE!",
      message: `SCORE_COMBINE requires ${words}.`,
    });
  });
});
