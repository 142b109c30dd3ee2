import { describe, expect, test } from "vitest";

import { callFunction } from "./callFunction.ts";
import type { Argument, Result } from "./cell/cell.ts";
import { ledgerFunctions } from "./table/ledger.ts";
import { staffingFunctions } from "./table/staffing.ts";
import { taskFunctions } from "./table/tasks.ts";

const rows = [...ledgerFunctions, ...staffingFunctions, ...taskFunctions];

const callRow = (id: string, ...given: readonly Argument[]): Result => {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.call(given);
};

describe.each(rows.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (__, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );

  test("passes an error cell on", () => {
    const [first, ...others] = row.examples[0].arguments;
    const range = (Array.isArray(first) ? first : [[first]]) as readonly (readonly Argument[])[];
    const withError = range.map((cells, index) =>
      index === 1 ? [{ error: "#REF!" }, ...cells.slice(1)] : cells,
    );
    expect(row.call([withError, ...others])).toEqual({ error: "#REF!" });
  });
});

describe("LEDGER_COMPLETENESS", () => {
  const ledger = (...given: readonly Argument[]): Result => callRow("LEDGER_COMPLETENESS", ...given);

  test("leaves out rows at the end of nothing but blanks and zeros, in either reading of zero", () => {
    const table = [
      ["staff", "members"],
      [8, 0],
      [0, 0],
      [null, ""],
    ];
    const of = (known: number, members: number): Result => [
      ["staff", 1, 1, 1, "ok"],
      ["members", members, 1, members, "ok"],
      ["complete units", members, 1, members, "ok"],
      ["all cells", known, 2, known / 2, "ok"],
    ];
    expect(ledger(table, "none")).toEqual(of(2, 1));
    expect(ledger(table, "none", "missing")).toEqual(of(1, 0));
  });

  test("keeps a row of blanks or zeros between others", () => {
    expect(ledger([["staff"], [null], [0], [8]], "none")).toEqual([
      ["staff", 2, 3, 2 / 3, "ok"],
      ["complete units", 2, 3, 2 / 3, "ok"],
      ["all cells", 2, 3, 2 / 3, "ok"],
    ]);
  });

  test('tells blanks from zeros in a range handed over as range&""', () => {
    const table = [
      ["staff", "members"],
      ["8", "0"],
      ["", "0.0"],
      ["0", "0"],
      ["", ""],
    ];
    expect(ledger(table, "none")).toEqual([
      ["staff", 2, 3, 2 / 3, "ok"],
      ["members", 3, 3, 1, "ok"],
      ["complete units", 2, 3, 2 / 3, "ok"],
      ["all cells", 5, 6, 5 / 6, "ok"],
    ]);
    expect(ledger(table, "none", "missing")).toEqual([
      ["staff", 1, 3, 1 / 3, "ok"],
      ["members", 0, 3, 0, "ok"],
      ["complete units", 0, 3, 0, "ok"],
      ["all cells", 1, 6, 1 / 6, "ok"],
    ]);
  });

  test("takes every word for missing, and FALSE and text 0 among numbers for known", () => {
    const column = [["fact"], ["-"], ["n/a"], ["N/A"], ["缺"], [" "], [false], ["0"], [5]];
    expect(ledger(column, "none", "missing")).toEqual([
      ["fact", 3, 8, 0.375, "ok"],
      ["complete units", 3, 8, 0.375, "ok"],
      ["all cells", 3, 8, 0.375, "ok"],
    ]);
  });

  test("has empty rates before there are units", () => {
    expect(ledger([["职工数", "成员数"]], "zh")).toEqual([
      ["信息项", "已知", "单位数", "完整率", "状态"],
      ["职工数", 0, 0, "", "空"],
      ["成员数", 0, 0, "", "空"],
      ["信息齐全单位", 0, 0, "", "空"],
      ["全部信息项", 0, 0, "", "空"],
    ]);
  });

  test.each([null, "", "缺", 0])("asks for the name of a fact where it is %o", (title) => {
    expect(
      ledger([
        ["staff", title],
        [1, 2],
      ]),
    ).toEqual({
      error: "#N/A",
      message: "LEDGER_COMPLETENESS requires the name of a fact in facts, row 1, column 2.",
    });
  });

  test("refuses a blank range and an unknown word in words", () => {
    expect(ledger([[null, null]])).toEqual({
      error: "#N/A",
      message: "LEDGER_COMPLETENESS requires at least one value in facts.",
    });
    expect(ledger([["a"], [1]], "en", "blank")).toMatchObject({ error: "#VALUE!" });
  });
});

describe("STAFFING_CHECK", () => {
  const check = (...given: readonly Argument[]): Result => callRow("STAFFING_CHECK", ...given);

  // Instructors of internet companies, of park organisations, and of units covered or on the ledger.
  test.each([
    [45, 38, 1.18],
    [381, 123, 3.1],
    [2257, 158, 14.28],
    [919, 158, 5.82],
  ])("%i units with %i instructors: about %f units for each", (units, staff, ratio) => {
    const cells = (check("all", staff, units, "none", units) as readonly (readonly number[])[])[0];
    expect(cells?.slice(0, 6)).toEqual(["all", units, staff, units, units - staff, 0]);
    expect(cells?.[6]).toBe(units / staff);
    expect(cells?.[6]).toBeCloseTo(ratio, 2);
  });

  test("takes one requirement, number of units and maximum for all rows, or one a row", () => {
    const [unit, staff] = [
      [["A"], ["B"]],
      [[1], [4]],
    ];
    expect(check(unit, staff, 2, "none", 3, 3)).toEqual(
      check(unit, staff, [[2], [2]], "none", [[3], [3]], [[3], [3]]),
    );
    expect(check(unit, staff, [[2], [2]], "none", null, [[null], [3]])).toEqual([
      ["A", 1, 1, 2, 1, 0, 1, "short"],
      ["B", 1, 4, 2, 0, 1, 0.25, "over"],
      ["total", 2, 5, 4, 1, 1, 0.4, "short"],
    ]);
  });

  test("takes rows that lie across, and leaves out blank ones at the end", () => {
    expect(check([["A", "B", null]], [[1, 2, 0]], [[1, 1, null]], "none")).toEqual([
      ["A", 1, 1, 1, 0, 0, 1, "ok"],
      ["B", 1, 2, 1, 0, 1, 0.5, "ok"],
      ["total", 2, 3, 2, 0, 1, 2 / 3, "ok"],
    ]);
  });

  test("shows what is known of a row that it leaves out, and says in the total how many", () => {
    expect(check([["A"], ["B"], [null], ["D"]], [[1], [2], [3], [-1]], [[1], ["缺"], [1], [1]])).toEqual([
      ["unit", "units", "staff", "required", "shortfall", "surplus", "units per staff", "status"],
      ["A", 1, 1, 1, 0, 0, 1, "ok"],
      ["B", 1, 2, "", "", "", 0.5, "missing"],
      ["", 1, 3, 1, "", "", 1 / 3, "missing"],
      ["D", 1, -1, 1, "", "", "", "invalid"],
      ["total", 1, 1, 1, 0, 0, 1, "ok, 3 rows left out"],
    ]);
    expect(check("A", 1, null, "none")).toEqual([
      ["A", 1, 1, "", "", "", 1, "missing"],
      ["total", "", "", "", "", "", "", "missing, 1 row left out"],
    ]);
  });

  test("refuses text for a number, columns of different length and sums beyond 2^53-1", () => {
    expect(check([["A"], ["B"]], [[1], ["two"]], 1)).toMatchObject({ error: "#VALUE!" });
    expect(check([["A"], ["B"]], [[1], [2]], [[1], [1], [1]])).toEqual({
      error: "#VALUE!",
      message: "STAFFING_CHECK requires required to have as many rows as unit (2); found 3.",
    });
    expect(check([["A"], ["B"]], [[9007199254740991], [1]], 1)).toMatchObject({ error: "#NUM!" });
  });
});

describe("TASKS_PROGRESS", () => {
  const tasks = (...given: readonly Argument[]): Result => callRow("TASKS_PROGRESS", ...given);

  test("counts 7 common and 59 single faults put right as 66 of 66", () => {
    const column = (value: string | boolean): (string | boolean)[] => Array.from({ length: 66 }, () => value);
    const kinds = column("common").map((kind, row) => (row < 7 ? kind : "single"));
    expect(tasks([column("district")], [kinds], [column(true)], "none")).toEqual([
      ["owner", "district", 66, 66, 1],
      ["category", "common", 7, 7, 1],
      ["category", "single", 59, 59, 1],
      ["all", "total", 66, 66, 1],
    ]);
  });

  test.each([
    [[[true], [false]]],
    [[[1], [0]]],
    [[["是"], ["否"]]],
    [[["1"], ["0"]]],
    [[["TRUE"], ["FALSE"]]],
  ])("takes %j for done and not done", (done) => {
    expect(tasks([["A"], ["A"]], [["x"], ["y"]], done, "none")).toEqual([
      ["owner", "A", 1, 2, 0.5],
      ["category", "x", 1, 1, 1],
      ["category", "y", 0, 1, 0],
      ["all", "total", 1, 2, 0.5],
    ]);
  });

  test("counts what lacks an owner, a category or a state in a last row of its own", () => {
    expect(
      tasks(
        [["A"], [";"], ["B"], ["C"], ["A"]],
        [["x"], ["x"], [null], ["y"], ["x"]],
        [[true], [true], [true], [null], [false]],
        "none",
      ),
    ).toEqual([
      ["owner", "A", 1, 2, 0.5],
      ["owner", "B", "", "", ""],
      ["owner", "C", "", "", ""],
      ["category", "x", 1, 2, 0.5],
      ["category", "y", "", "", ""],
      ["all", "total", 1, 2, 0.5],
      ["left out", "missing", "", 3, ""],
    ]);
  });

  test("leaves out blank rows at the end, also where they come as zeros", () => {
    expect(tasks([["A"], [0], [null]], [["x"], [0], [null]], [[true], [0], [null]], "none")).toEqual([
      ["owner", "A", 1, 1, 1],
      ["category", "x", 1, 1, 1],
      ["all", "total", 1, 1, 1],
    ]);
  });

  test("refuses a word that is no state, and blank columns", () => {
    expect(tasks([["A"], ["B"]], [["x"], ["x"]], [[true], ["half"]])).toMatchObject({ error: "#VALUE!" });
    expect(tasks([[null], [null]], [[null], [null]], [[null], [null]])).toEqual({
      error: "#N/A",
      message: "TASKS_PROGRESS requires at least one value in owner.",
    });
  });
});

describe("conversion is coverage of what was started", () => {
  test.each([
    [85, 482, 1, "17.6%"],
    [3769, 4295, 1, "87.8%"],
    [66, 66, 0, "100%"],
  ])("%i of %i, with %i decimals: %s", (through, started, decimals, text) => {
    expect(callFunction("COVERAGE_TEXT", [through, started, decimals])).toBe(text);
  });
});
