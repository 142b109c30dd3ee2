import { describe, expect, test } from "vitest";

import { callFunction, findFunction } from "./callFunction.ts";
import { toResult } from "./cell/gate.ts";
import { formulaOf, signatureOf } from "./signature.ts";

describe("numbers", () => {
  test("are read as the fifteen digits a cell shows", () => {
    expect(callFunction("FUNDING_SPLIT", [0.1 + 0.2, [[1], [1], [1]], 0.1])).toEqual([[0.1], [0.1], [0.1]]);
    expect(callFunction("FUNDING_SPLIT", [21.9 / 0.2, [[1]], 0.5])).toEqual([[109.5]]);
  });

  test("are read to the last digit where they are safe integers", () => {
    const total = Number.MAX_SAFE_INTEGER;
    expect(callFunction("FUNDING_SPLIT", [total, [[1], [1]], 1])).toEqual([
      [4503599627370496],
      [4503599627370495],
    ]);
    expect(callFunction("FUNDING_SPLIT", [-total, [[1], [1]], 1])).toEqual([
      [-4503599627370496],
      [-4503599627370495],
    ]);
  });

  test("may be as large as fifteen digits hold with the step, and no larger", () => {
    const split = (total: number, step: number): unknown => callFunction("FUNDING_SPLIT", [total, 1, step]);
    expect(split(9_999_999_999_999.99, 0.01)).toBe(9_999_999_999_999.99);
    expect(split(10_000_000_000_000.01, 0.01)).toMatchObject({ error: "#VALUE!" });
    expect(split(9_999_999_999_999.95, 0.05)).toBe(9_999_999_999_999.95);
    expect(split(10_000_000_000_000.05, 0.05)).toMatchObject({ error: "#VALUE!" });
    expect(split(9_007_199_254_740_000, 1000)).toBe(9_007_199_254_740_000);
  });

  test("have one ratio whatever their scale", () => {
    const parts = [[16.67], [33.33], [50]];
    expect(callFunction("FUNDING_SPLIT", [100, [[1], [2], [3]]])).toEqual(parts);
    expect(callFunction("FUNDING_SPLIT", [100, [[0.1], [0.2], [0.3]]])).toEqual(parts);
    expect(callFunction("FUNDING_SPLIT", [100, [[1e-7], [2e-7], [3e-7]]])).toEqual(parts);
  });
});

describe("vectorised functions", () => {
  test("give a result a cell, in the shape of the range", () => {
    expect(callFunction("COVERAGE_RATE", [[[1, 2]], [[4, 4]]])).toEqual([[0.25, 0.5]]);
    expect(
      callFunction("COVERAGE_TEXT", [
        [
          [1, 2],
          [3, 4],
        ],
        4,
        0,
      ]),
    ).toEqual([
      ["25%", "50%"],
      ["75%", "100%"],
    ]);
  });

  test("repeat a single cell, also one that comes as a range", () => {
    expect(callFunction("COVERAGE_RATE", [[[1], [2]], [[4]]])).toEqual([[0.25], [0.5]]);
    expect(callFunction("COVERAGE_RATE", [[[1]], 4])).toEqual([[0.25]]);
  });

  test("err in the one cell that is wrong", () => {
    expect(
      callFunction("COVERAGE_RATE", [
        [[1], [null], ["x"], [2], [{ error: "#REF!" }]],
        [[4], [4], [4], [0], [1]],
      ]),
    ).toEqual([
      [0.25],
      [{ error: "#N/A", message: "COVERAGE_RATE requires a number in covered, row 2; the cell is blank." }],
      [
        {
          error: "#VALUE!",
          message: 'COVERAGE_RATE requires a number in covered, row 3; found the text "x".',
        },
      ],
      [{ error: "#DIV/0!", message: "COVERAGE_RATE requires eligible above zero." }],
      [{ error: "#REF!" }],
    ]);
  });

  test("take a blank optional cell for the default", () => {
    expect(callFunction("COVERAGE_TEXT", [1, 8, [[null], [2]]])).toEqual([["12.5%"], ["12.50%"]]);
  });
});

describe("columns", () => {
  test("may lie across, and results lie as they do", () => {
    expect(callFunction("FUNDING_SPLIT", [10, [[1, 1, 2]], 1])).toEqual([[3, 2, 5]]);
    expect(callFunction("FUNDING_SPLIT", [10, [[1, 1, 2]], 1, "first", [[0], [3], [0]]])).toEqual([
      [3, 3, 4],
    ]);
  });

  test("may be a single cell, which gives a single cell", () => {
    expect(callFunction("FUNDING_SPLIT", [10, 7, 1])).toBe(10);
    expect(callFunction("FUNDING_SPLIT", [10, [[7]], 1])).toEqual([[10]]);
  });

  test("keep blank rows at their end blank, and zeros zero, without counting them", () => {
    expect(callFunction("FUNDING_SPLIT", [10, [[1], [1], [null], [""]], 1])).toEqual([[5], [5], [""], [""]]);
    expect(callFunction("QUOTA_APPORTION", [3, [[1], [1], [0], [0]], "webster", 1])).toEqual([
      [2],
      [1],
      [0],
      [0],
    ]);
    expect(callFunction("QUOTA_APPORTION", [3, [[1], [1], [0]], "webster", [[1], [1], [1]]])).toEqual([
      [1],
      [1],
      [1],
    ]);
  });

  test('read number text in a range that is all text, as range&"" makes it', () => {
    expect(callFunction("FUNDING_SPLIT", [100, [["2"], ["3"], ["1"], [""]], 1])).toEqual([
      [33],
      [50],
      [17],
      [""],
    ]);
    expect(callFunction("FUNDING_SPLIT", [100, [["2"], [""], ["1"], [""]], 1])).toMatchObject({
      error: "#N/A",
      message: "FUNDING_SPLIT requires a number in weights, row 2; the cell is blank.",
    });
    expect(
      callFunction("COVERAGE_RATE", [
        [["1"], [""]],
        [["4"], ["4"]],
      ]),
    ).toEqual([
      [0.25],
      [{ error: "#N/A", message: "COVERAGE_RATE requires a number in covered, row 2; the cell is blank." }],
    ]);
  });

  test("take a blank bound for none", () => {
    expect(callFunction("FUNDING_SPLIT", [90, [[1], [1], [1]], 1, null, [[null], [40], [""]]])).toEqual([
      [25],
      [40],
      [25],
    ]);
    expect(
      callFunction("FUNDING_SPLIT", [90, [[1], [1], [1]], 1, null, null, [[20], [null], ["-"]]]),
    ).toEqual([[20], [35], [35]]);
  });
});

describe("keys", () => {
  const names = (group: readonly unknown[]): unknown => {
    const ones = group.map(() => [1]);
    const result = callFunction("COVERAGE_BY_GROUP", [group.map((key) => [key]), ones, ones, "none"]);
    return (result as readonly (readonly unknown[])[]).map(([name, , eligible]) => [name, eligible]);
  };

  test("are trimmed outside, a number equals its text, case and width are kept", () => {
    expect(names([" a", "a ", "A", "ａ", 1, "1", "　a"])).toEqual([
      ["a", 3],
      ["A", 1],
      ["ａ", 1],
      ["1", 2],
      ["total", 7],
    ]);
  });

  test("come in the order in which they first appear", () => {
    expect(names(["b", "a", "b"])).toEqual([
      ["b", 2],
      ["a", 1],
      ["total", 3],
    ]);
  });

  test("that are missing leave the row out of every group, and the total says so", () => {
    const rows = callFunction("COVERAGE_BY_GROUP", [
      [["a"], [null], ["a"]],
      [[1], [1], [1]],
      [[2], [2], [2]],
      "none",
    ]);
    expect(rows).toEqual([
      ["a", 2, 4, 0.5, "ok"],
      ["total", 2, 4, 0.5, "ok, 1 row left out"],
    ]);
  });

  test("of 0 in a row of zeros are blank, elsewhere a name", () => {
    const rows = callFunction("COVERAGE_BY_GROUP", [
      [[0], [0], ["a"]],
      [[0], [1], [1]],
      [[0], [2], [2]],
      "none",
    ]);
    expect(rows).toEqual([
      ["0", 1, 2, 0.5, "ok"],
      ["a", 1, 2, 0.5, "ok"],
      ["total", 2, 4, 0.5, "ok, 1 row left out"],
    ]);
  });
});

describe("statuses", () => {
  const byGroup = (rows: readonly (readonly unknown[])[], headers = "none"): unknown =>
    callFunction("COVERAGE_BY_GROUP", [
      ...[0, 1, 2].map((column) => rows.map((row) => [row[column]])),
      headers,
    ]);

  test("say what a rate is worth, in both languages", () => {
    const rows = [
      ["a", 5, 4],
      ["b", 0, 0],
      ["c", 3, 0],
      ["d", -1, 4],
      ["e", null, 4],
      ["f", "缺", "缺"],
      ["f", 1, 1.5],
    ];
    expect(byGroup(rows)).toEqual([
      ["a", 5, 4, 1.25, "over"],
      ["b", 0, 0, "", "empty"],
      ["c", 3, 0, "", "invalid, 1 row left out"],
      ["d", "", "", "", "invalid, 1 row left out"],
      ["e", "", "", "", "missing, 1 row left out"],
      ["f", "", "", "", "missing, 2 rows left out"],
      ["total", 5, 4, 1.25, "over, 5 rows left out"],
    ]);
    expect((byGroup(rows, "zh") as unknown[][]).map((row) => row.at(-1))).toEqual([
      "状态",
      "超出",
      "空",
      "无效，1 行未计入",
      "无效，1 行未计入",
      "缺失，1 行未计入",
      "缺失，2 行未计入",
      "超出，5 行未计入",
    ]);
  });
});

describe("choices", () => {
  test("are taken in either case, in English and Chinese", () => {
    const weights = [[2], [3], [1]];
    for (const rule of ["largest-weight", "Largest-Weight", " LARGEST-WEIGHT ", "最大权重"]) {
      expect(callFunction("FUNDING_SPLIT", [100, weights, 1, rule])).toEqual([[33], [51], [16]]);
    }
    expect(callFunction("COVERAGE_BY_GROUP", [[["a"]], [[1]], [[2]], "中文"])).toEqual(
      callFunction("COVERAGE_BY_GROUP", [[["a"]], [[1]], [[2]], "zh"]),
    );
  });
});

describe("explanations", () => {
  test("of a split add up, mirror a negative total and note bounds and ties", () => {
    expect(
      callFunction("FUNDING_SPLIT_EXPLAIN", [-10, [[1], [1], [4]], 1, null, null, 4, null, "none"]),
    ).toEqual([
      ["1", 1, -3, -3, 0, "", 0, -3, ""],
      ["2", 1, -3, -3, 0, "", 0, -3, ""],
      ["3", 4, -4, -4, 0, "", 0, -4, "at its maximum"],
      ["total", 6, -10, -10, 0, "", 0, -10, ""],
    ]);
    expect(
      callFunction("FUNDING_SPLIT_EXPLAIN", [
        2,
        [[1], [1], [1]],
        1,
        null,
        null,
        null,
        [["甲"], ["乙"], ["丙"]],
        "zh",
      ]),
    ).toEqual([
      ["名称", "权重", "精确份额", "舍去后", "余数", "次序", "补加步长", "所得", "说明"],
      ["甲", 1, 2 / 3, 0, 2 / 3, 1, 1, 1, "与乙、丙相同，在前者先得"],
      ["乙", 1, 2 / 3, 0, 2 / 3, 2, 1, 1, "与甲、丙相同，在前者先得"],
      ["丙", 1, 2 / 3, 0, 2 / 3, 3, 0, 0, "与甲、乙相同，在后者未得；下一个轮到"],
      ["合计", 3, 2, 0, 2, "", 2, 2, ""],
    ]);
  });

  test("of an apportionment note bounds and the threshold", () => {
    const rows = callFunction("QUOTA_EXPLAIN", [
      10,
      [[90], [9], [1]],
      "webster",
      [[null], [2], [null]],
      null,
      0.05,
      [["A"], ["B"], ["C"]],
      "none",
    ]);
    expect((rows as unknown[][]).map((row) => [row[0], row[3], row[5]])).toEqual([
      ["A", 8, ""],
      ["B", 2, "at its minimum"],
      ["C", 0, "below the threshold"],
      ["total", 10, ""],
      ["lowest divisor", "", ""],
      ["highest divisor", "", ""],
    ]);
  });
});

describe("the gate", () => {
  test("lets only what a cell can hold pass", () => {
    expect(toResult(Number.NaN)).toMatchObject({ error: "#NUM!" });
    expect(toResult([[1, Infinity]])).toMatchObject([[1, { error: "#NUM!" }]]);
    expect(toResult(10n)).toMatchObject({ error: "#VALUE!" });
    expect(toResult(new Date(0))).toMatchObject({ error: "#VALUE!" });
    expect(toResult(undefined)).toMatchObject({ error: "#VALUE!" });
    expect(toResult([[1], [1, 2]])).toMatchObject({ error: "#VALUE!" });
    expect(toResult([])).toMatchObject({ error: "#VALUE!" });
    expect(Object.is(toResult(-0), 0)).toBe(true);
  });

  test("hands an error on without what else is on it", () => {
    expect(toResult({ error: "#N/A", message: "why", extra: 1 })).toEqual({ error: "#N/A", message: "why" });
  });
});

describe("help", () => {
  test("finds a function in either case, with or without the prefix", () => {
    expect(findFunction("tally.coverage_rate")?.id).toBe("COVERAGE_RATE");
    expect(findFunction(" Coverage_Rate ")?.id).toBe("COVERAGE_RATE");
  });

  test("writes signatures in both languages", () => {
    const row = findFunction("FUNDING_SPLIT");
    expect(row && signatureOf(row)).toBe(
      "FUNDING_SPLIT(total, weights, [step=0.01], [rule=largest-remainder], [minimum], [maximum])",
    );
    expect(row && signatureOf(row, "zh")).toBe(
      "FUNDING_SPLIT(总额, 权重, [步长=0.01], [规则=最大余数], [下限], [上限])",
    );
  });

  test("writes formulas as people type them", () => {
    expect(formulaOf("COVERAGE_RATE", [[[1], [null]], true])).toBe('=TALLY.COVERAGE_RATE({1;""},TRUE)');
    expect(formulaOf("COVERAGE_RATE", ['say "hi"', { error: "#N/A" }])).toBe(
      '=TALLY.COVERAGE_RATE("say ""hi""",#N/A)',
    );
  });
});

describe("what a black-box test once found", () => {
  test("an amount beyond 2^53-1 loses no unit: it is refused in words", () => {
    expect(callFunction("FUNDING_SPLIT", [9007199254740994, [[1], [1]], 1])).toMatchObject({
      error: "#VALUE!",
    });
  });

  test("a count is read to fifteen digits, as every other number", () => {
    expect(callFunction("COVERAGE_RATE", [3.0000000000000004, 4])).toBe(0.75);
    expect(callFunction("COVERAGE_RATE", [2 ** 53, 4])).toMatchObject({ error: "#NUM!" });
  });

  test("a tie of thousands is named by the first few", () => {
    const weights = Array.from({ length: 2000 }, () => [1]);
    const rows = callFunction("FUNDING_SPLIT_EXPLAIN", [
      10,
      weights,
      1,
      null,
      null,
      null,
      null,
      "none",
    ]) as unknown[][];
    expect(rows[0]?.at(-1)).toBe("tied with 2, 3, 4, 5, 6 and 1994 more; served as an earlier row");
  });

  test("a row of weight zero with a minimum is no full row when the method runs again", () => {
    const weights = [[0], [50], [1], [20]];
    const [minimum, maximum] = [
      [[1], [0], [0], [2]],
      [[2], [100], [8], [3]],
    ];
    expect(callFunction("QUOTA_APPORTION", [36, weights, null, minimum, maximum])).toEqual([
      [1],
      [32],
      [0],
      [3],
    ]);
  });

  test("a column of blanks is no bound, also for the quota method", () => {
    const blanks = [[null], [null]];
    expect(callFunction("QUOTA_APPORTION", [3, [[2], [1]], "quota", blanks, blanks])).toEqual([[2], [1]]);
  });

  test("a cell in a row is named by its column", () => {
    const result = callFunction("FUNDING_SPLIT", [10, [[1, null, 2]], 1]);
    expect(result).toMatchObject({
      message: "FUNDING_SPLIT requires a number in weights, column 2; the cell is blank.",
    });
  });
});
