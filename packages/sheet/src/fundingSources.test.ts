import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { fundingRuleFunctions } from "./table/fundingRules.ts";
import { sourceFunctions } from "./table/fundingSources.ts";

const rows = [...sourceFunctions, ...fundingRuleFunctions];

function call(id: string, ...given: readonly unknown[]): Result {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`There is no function ${id}.`);
  return row.call(given);
}

describe("the table of sources and rules", () => {
  test("has its functions in the order of their pages", () => {
    expect(rows.map(({ id }) => id)).toEqual([
      "FUNDING_SOURCES",
      "FUNDING_SOURCES_BY",
      "FUNDING_FORMULA",
      "FUNDING_RETURN",
      "FUNDING_CLAIMS",
    ]);
  });

  test.each(
    rows.flatMap((row) =>
      row.examples.map((example, index) => [`${row.id}, example ${index + 1}`, row, example] as const),
    ),
  )("%s gives what it says", (_, row, example) => {
    expect(row.call(example.arguments)).toEqual(example.result);
  });

  test.each([
    ["FUNDING_SOURCES", ["budget", "source", "limit", "priority", "share", "step", "headers", "cap"]],
    ["FUNDING_SOURCES_BY", ["needs", "source", "limit", "priority", "share", "step", "label", "headers"]],
    ["FUNDING_FORMULA", ["total", "baseEach", "heads", "performance", "performanceShare", "step", "headers"]],
    ["FUNDING_RETURN", ["dues", "share", "minimumEach", "pool", "step", "group", "headers"]],
    ["FUNDING_CLAIMS", ["total", "claims", "rule", "step"]],
  ])("%s has the parameters that workbooks store", (id, names) => {
    const row = rows.find((each) => each.id === id);
    expect(Object.keys(row?.parameters ?? {})).toEqual(names);
  });
});

describe("FUNDING_SOURCES", () => {
  const names = [["a"], ["b"], ["c"]];

  test("takes none in either language, in either case and with space around", () => {
    for (const none of ["none", "None ", "无", " 无"]) {
      expect(call("FUNDING_SOURCES", 100, names, [[30], [20], [none]], null, null, 1, "none")).toEqual([
        ["a", 30, 30, 0],
        ["b", 20, 20, 0],
        ["c", "none", 50, ""],
        ["unfunded", "", 0, ""],
      ]);
    }
  });

  test("reads columns that lie across, and gives one record a row", () => {
    expect(
      call("FUNDING_SOURCES", 100, [["a", "b"]], [[30, "none"]], null, [[1, 1]], 1, "none", [[1, 0.5]]),
    ).toEqual([
      ["a", 30, 30, 0],
      ["b", "none", 50, ""],
      ["unfunded", "", 20, ""],
    ]);
  });

  test("takes one cap for all sources, and one in per cent as its fraction", () => {
    expect(
      call("FUNDING_SOURCES", 100, names, [["none"], ["none"], ["none"]], null, null, 1, "none", 0.25),
    ).toEqual([
      ["a", "none", 25, ""],
      ["b", "none", 25, ""],
      ["c", "none", 25, ""],
      ["unfunded", "", 25, ""],
    ]);
  });

  test("leaves out rows at the end that are blank or 0, and reads numbers as text from a range of text", () => {
    const padded = [["a"], ["b"], [null], [0]];
    expect(call("FUNDING_SOURCES", 10, padded, [[4], ["none"], [null], [0]], null, null, 1, "none")).toEqual([
      ["a", 4, 4, 0],
      ["b", "none", 6, ""],
      ["unfunded", "", 0, ""],
    ]);
    expect(call("FUNDING_SOURCES", 10, [["a"], ["b"]], [["4"], ["none"]], null, null, 1, "none")).toEqual([
      ["a", 4, 4, 0],
      ["b", "none", 6, ""],
      ["unfunded", "", 0, ""],
    ]);
  });

  test("keeps a source without a name", () => {
    expect(call("FUNDING_SOURCES", 10, [[null], ["b"]], [[4], [9]], null, null, 1, "none")).toEqual([
      ["", 4, 4, 0],
      ["b", 9, 6, 3],
      ["unfunded", "", 0, ""],
    ]);
  });

  test.each<[string, readonly unknown[], { error: string; message: string }]>([
    [
      "a blank limit, since nothing is not no limit",
      [10, [["a"], ["b"]], [[4], [null]]],
      { error: "#N/A", message: "FUNDING_SOURCES requires a number in limit, row 2; the cell is blank." },
    ],
    [
      "another word for no limit",
      [10, [["a"], ["b"]], [[4], ["all"]]],
      {
        error: "#VALUE!",
        message: 'FUNDING_SOURCES requires a number in limit, row 2; found the text "all".',
      },
    ],
    [
      "a limit below zero",
      [10, [["a"], ["b"]], [[4], [-1]]],
      { error: "#NUM!", message: "FUNDING_SOURCES requires limit, row 2, to be 0 or more; found -1." },
    ],
    [
      "a cap of 30 that means 30 %",
      [10, [["a"]], [[4]], null, null, 1, null, 30],
      {
        error: "#NUM!",
        message: "FUNDING_SOURCES requires cap, row 1, to be a fraction from 0 to 1; found 30.",
      },
    ],
    [
      "a blank priority",
      [10, [["a"], ["b"]], [[4], [5]], [[1], [null]]],
      { error: "#N/A", message: "FUNDING_SOURCES requires a number in priority, row 2; the cell is blank." },
    ],
    [
      "shares that are all zero",
      [10, [["a"], ["b"]], [[4], [5]], null, [[0], [0]]],
      { error: "#VALUE!", message: "FUNDING_SOURCES requires at least one value above zero in share." },
    ],
    [
      "columns of different lengths",
      [10, [["a"], ["b"]], [[4], [5], [6]]],
      {
        error: "#VALUE!",
        message: "FUNDING_SOURCES requires limit to have as many rows as source (2); found 3.",
      },
    ],
    [
      "a budget between two steps",
      [10.5, [["a"]], [[40]], null, null, 1],
      {
        error: "#VALUE!",
        message: "FUNDING_SOURCES requires budget to be a whole number of steps of 1; found 10.5.",
      },
    ],
    [
      "a budget that a cell cannot hold to the cent",
      [1e13, [["a"]], [["none"]]],
      {
        error: "#VALUE!",
        message:
          "FUNDING_SOURCES requires a budget of at most 9999999999999.99 with a step of 0.01, all that a cell holds exactly.",
      },
    ],
  ])("refuses %s", (_, given, error) => {
    expect(call("FUNDING_SOURCES", ...given)).toEqual(error);
  });
});

describe("FUNDING_SOURCES_BY", () => {
  const sources = [["first"], ["second"]];

  test("has as many recipients and as many sources as it likes, each list with its own blank rows at the end", () => {
    const needs = [[60], [40], [null], [0]];
    const result = call(
      "FUNDING_SOURCES_BY",
      needs,
      [["first"], ["second"], [null]],
      [[50], ["无"], [0]],
      [[1], [2], [0]],
      null,
      1,
      [["A"], ["B"], [null], [null]],
      "none",
    );
    expect(result).toEqual([
      ["A", 30, 30, 0, 60],
      ["B", 20, 20, 0, 40],
      ["total", 50, 50, 0, 100],
    ]);
  });

  test("numbers recipients and sources that have no name", () => {
    expect(
      call("FUNDING_SOURCES_BY", [[60], [40]], [["first"], [null]], [[50], [25]], [[1], [2]], null, 1),
    ).toEqual([
      ["label", "first", "2", "unfunded", "total"],
      ["1", 30, 15, 15, 60],
      ["2", 20, 10, 10, 40],
      ["total", 50, 25, 25, 100],
    ]);
  });

  test("keeps recipients that need nothing, be they all", () => {
    expect(call("FUNDING_SOURCES_BY", [[0], [0]], sources, [[5], [5]], null, null, 1, null, "none")).toEqual([
      ["1", 0, 0, 0, 0],
      ["2", 0, 0, 0, 0],
      ["total", 0, 0, 0, 0],
    ]);
  });

  test.each<[string, readonly unknown[], string, string]>([
    [
      "sources of different lengths",
      [[[5]], sources, [[1]]],
      "#VALUE!",
      "limit to have as many rows as source (2); found 1",
    ],
    [
      "labels of another length than needs",
      [[[5], [6]], sources, [[1], [2]], null, null, 1, [["A"]]],
      "#VALUE!",
      "label to have as many rows as needs (2); found 1",
    ],
    [
      "a need between two steps",
      [[[5], [6.5]], sources, [[1], [2]], null, null, 1],
      "#VALUE!",
      "needs, row 2, to be",
    ],
    ["a blank need", [[[null], [6]], sources, [[1], [2]]], "#N/A", "a number in needs, row 1"],
    ["a need below zero", [[[5], [-6]], sources, [[1], [2]]], "#NUM!", "needs, row 2, to be 0 or more"],
    ["no sources", [[[5]], [[null]], [[null]]], "#N/A", "at least one value in limit"],
    [
      "needs of which a cell cannot hold the sum",
      [[[6e12], [6e12]], sources, [["none"], ["none"]]],
      "#VALUE!",
      "a total of needs of at most 9999999999999.99",
    ],
  ])("refuses %s", (_, given, error, words) => {
    expect(call("FUNDING_SOURCES_BY", ...given)).toMatchObject({
      error,
      message: expect.stringContaining(words) as unknown,
    });
  });
});

describe("FUNDING_FORMULA", () => {
  test("splits a negative total as its mirror image", () => {
    expect(call("FUNDING_FORMULA", -1000, 100, [[3], [2], [1]], [[0], [1], [1]], 0.2, 1, "none")).toEqual([
      [-100, -280, 0, -380],
      [-100, -187, -70, -357],
      [-100, -93, -70, -263],
    ]);
  });

  test("says by how much the bases exceed the total", () => {
    expect(call("FUNDING_FORMULA", 1000, 600, [[3], [2]], [[0], [1]], 0.2)).toEqual({
      error: "#VALUE!",
      message: "FUNDING_FORMULA requires the bases, 1200.00 together, to fit 1000.00; it fails by 200.00.",
    });
  });
});

describe("FUNDING_RETURN", () => {
  test("says by how much the top-ups exceed the pool", () => {
    expect(call("FUNDING_RETURN", [[5000], [1001]], 1, 3000, 1500)).toEqual({
      error: "#VALUE!",
      message:
        "FUNDING_RETURN requires the top-ups, 1999.00 together, to fit the pool of 1500; it fails by 499.",
    });
  });

  test("shows what is left of the pool in the column of the top-ups", () => {
    expect(call("FUNDING_RETURN", [[5000], [1001]], 1, 3000, 2000, null, null, "none")).toEqual([
      ["1", 5000, 5000, 0, 5000],
      ["2", 1001, 1001, 1999, 3000],
      ["total", 6001, 6001, 1999, 8000],
      ["pool left", "", "", 1, ""],
    ]);
  });

  test("refuses a row without a group, and a share in per cent", () => {
    expect(call("FUNDING_RETURN", [[1], [2]], 1, 0, null, 1, [["A"], [null]])).toEqual({
      error: "#N/A",
      message: "FUNDING_RETURN requires a name in group, row 2; the cell is blank.",
    });
    expect(call("FUNDING_RETURN", [[1], [2]], 100)).toMatchObject({ error: "#NUM!" });
  });
});

describe("FUNDING_CLAIMS", () => {
  test.each([
    ["按比例", [[33], [67], [100]]],
    ["等额受偿", [[67], [67], [66]]],
    ["等额损失", [[0], [50], [150]]],
    ["塔木德", [[50], [75], [75]]],
    ["TALMUD", [[50], [75], [75]]],
  ])("divides 200 by %s", (rule, parts) => {
    expect(call("FUNDING_CLAIMS", 200, [[100], [200], [300]], rule, 1)).toEqual(parts);
  });

  test("keeps the rows of its claims, blank ones at the end too", () => {
    expect(call("FUNDING_CLAIMS", 100, [[100], [100], [null], [0]])).toEqual([[50], [50], [""], [0]]);
  });

  test.each([
    ["a claim below zero", [100, [[100], [-1]]], "#NUM!"],
    ["a total below zero", [-1, [[100], [1]]], "#NUM!"],
    ["a rule that it does not know", [1, [[100], [1]], "equal"], "#VALUE!"],
    ["a claim that is missing", [1, [[null], [1]]], "#N/A"],
  ])("refuses %s", (_, given, error) => {
    expect(call("FUNDING_CLAIMS", ...given)).toMatchObject({ error });
  });
});
