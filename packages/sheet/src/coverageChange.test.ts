import { describe, expect, test } from "vitest";

import { coverageChangeFunctions } from "./table/coverageChange.ts";

const call = (id: string, given: readonly unknown[]): unknown =>
  coverageChangeFunctions.find((row) => row.id === id)?.call(given);

type Row = readonly [group: unknown, c1: unknown, e1: unknown, c2: unknown, e2: unknown];

/** COVERAGE_CHANGE of rows, without titles unless asked. */
const change = (rows: readonly Row[], headers: string | null = "none", decimals: unknown = null): unknown =>
  call("COVERAGE_CHANGE", [
    ...[0, 1, 2, 3, 4].map((column) => rows.map((row) => [row[column]])),
    headers,
    decimals,
  ]);

describe.each(coverageChangeFunctions.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (_number, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );
});

describe("COVERAGE_CHANGE", () => {
  const rows: readonly Row[] = [
    ["over", 5, 4, 3, 4],
    ["new", 0, 0, 6, 4],
    ["gone", 1, 4, 0, 0],
    ["empty", 0, 0, 0, 0],
    ["blank", 1, null, 1, 1],
    ["negative", 1, 1, -1, 1],
    ["none", 1, 0, 1, 1],
    [null, 1, 1, 1, 1],
  ];

  test("leaves cells blank where there is no number, and says why", () => {
    expect(change(rows)).toEqual([
      ["over", 1.25, 0.75, -50, -25, 0, -25, "over"],
      ["new", "", 1.5, "", 0, 75, 75, "new, over"],
      ["gone", 0.25, "", "", 0, -12.5, -12.5, "gone"],
      ["empty", "", "", "", 0, 0, 0, "empty"],
      ["blank", "", "", "", "", "", "", "missing, 1 row left out"],
      ["negative", "", "", "", "", "", "", "invalid, 1 row left out"],
      ["none", "", "", "", "", "", "", "invalid, 1 row left out"],
      ["total", 0.75, 1.125, 37.5, -25, 62.5, 37.5, "over, 4 rows left out"],
    ]);
  });

  test("says it in Chinese", () => {
    expect((change(rows, "zh") as unknown[][]).map((row) => row.at(-1))).toEqual([
      "状态",
      "超出",
      "新增，超出",
      "消失",
      "空",
      "缺失，1 行未计入",
      "无效，1 行未计入",
      "无效，1 行未计入",
      "超出，4 行未计入",
    ]);
  });

  test("has titles in English unless told", () => {
    expect((change(rows, null) as unknown[][])[0]).toEqual([
      "group",
      "rate before",
      "rate after",
      "own points",
      "part from rates",
      "part from structure",
      "contribution",
      "status",
    ]);
  });

  test("adds up as printed with decimals", () => {
    const table: readonly Row[] = [
      ["a", 28, 40, 33, 60],
      ["b", 10, 30, 38, 40],
      ["c", 26, 50, 38, 60],
    ];
    expect((change(table, "none", 0) as unknown[][]).map((row) => row.slice(3, 7))).toEqual([
      [-15, -5, 3, -2],
      [62, 15, 0, 15],
      [11, 5, -3, 2],
      [15, 15, 0, 15],
    ]);
  });

  test("gives no parts where nothing was eligible before", () => {
    expect(change([["a", 0, 0, 2, 4]])).toEqual([
      ["a", "", 0.5, "", "", "", "", "new"],
      ["total", "", 0.5, "", "", "", "", "new"],
    ]);
  });

  test("refuses decimals beyond 15, and text for a number", () => {
    expect(change([["a", 1, 2, 2, 2]], "none", 16)).toEqual({
      error: "#NUM!",
      message: "COVERAGE_CHANGE requires decimals to be a whole number from 0 to 15; found 16.",
    });
    expect(change([["a", "one", 2, 2, 2]])).toMatchObject({ error: "#VALUE!" });
  });

  test("takes columns that lie across, and ignores blank rows at the end", () => {
    const across = [
      ["a", "b"],
      [1, 1],
      [2, 2],
      [2, 1],
      [2, 2],
    ].map((row) => [row]);
    expect(call("COVERAGE_CHANGE", [...across, "none"])).toEqual(
      change([
        ["a", 1, 2, 2, 2],
        ["b", 1, 2, 1, 2],
        [null, 0, 0, 0, 0],
      ]),
    );
  });
});

describe("COVERAGE_STANDARDISED", () => {
  const standardised = (...columns: readonly (readonly unknown[])[]): unknown =>
    call(
      "COVERAGE_STANDARDISED",
      columns.map((column) => column.map((cell) => [cell])),
    );

  test("refuses a group of the standard that has nobody eligible, naming its row", () => {
    expect(standardised([1, 0], [2, 0], [1, 1])).toEqual({
      error: "#DIV/0!",
      message: "COVERAGE_STANDARDISED requires eligible, row 2 above zero.",
    });
    expect(standardised([1, 0], [2, 0], [1, 0])).toBe(0.5);
  });

  test("refuses what is missing, naming its row", () => {
    expect(standardised([1, null], [2, 2], [1, 1])).toEqual({
      error: "#N/A",
      message: "COVERAGE_STANDARDISED requires a value in covered, row 2.",
    });
    expect(standardised([1, 1], [2, 2], [1, "缺"])).toMatchObject({ error: "#N/A" });
  });

  test("refuses a count below zero, a negative standard and a standard of nothing", () => {
    expect(standardised([-1], [2], [1])).toMatchObject({ error: "#NUM!" });
    expect(standardised([1], [2], [-1])).toMatchObject({ error: "#NUM!" });
    expect(standardised([1], [2], [0])).toMatchObject({ error: "#VALUE!" });
  });

  test("keeps a rate above 1", () => {
    expect(standardised([3], [2], [1])).toBe(1.5);
  });
});
