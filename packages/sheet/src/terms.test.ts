import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { earlyWarningFunctions, termFunctions } from "./table/terms.ts";

const rows = [...termFunctions, ...earlyWarningFunctions];

function call(id: string, ...given: readonly unknown[]): Result {
  const row = rows.find((each) => each.id === id);
  return row?.call(given) ?? `no function ${id}`;
}

/** The cells below the titles. */
function below(result: Result): unknown {
  return Array.isArray(result) ? (result as readonly unknown[]).slice(1) : result;
}

const column = (...cells: readonly unknown[]): readonly (readonly unknown[])[] => cells.map((cell) => [cell]);

// Serial numbers of the 1900 system, from LibreOffice 7.4: DATE.
const elected2020 = 43952; // 2020-05-01
const elected2024 = 45413; // 2024-05-01
const today = 46348; // 2026-11-22

describe("TERM_STATUS", () => {
  test("reads dates of the 1904 system, 1,462 days fewer, and answers in it", () => {
    expect(below(call("TERM_STATUS", elected2020 - 1462, 5, today - 1462, null, null, 1904))).toEqual([
      [45778 - 1462, 570, "overdue"],
    ]);
  });

  test("drops the time of day", () => {
    expect(below(call("TERM_STATUS", elected2024 + 0.99, 5, today + 0.5))).toEqual([[47239, 0, "in term"]]);
  });

  test("is overdue from the day after the term", () => {
    const elected = column(44521, 44522); // 2021-11-21 and 2021-11-22
    expect(below(call("TERM_STATUS", elected, 5, today))).toEqual([
      [46347, 1, "overdue"],
      [46348, 0, "due soon"],
    ]);
  });

  test("takes a missing election or term as missing", () => {
    expect(below(call("TERM_STATUS", column("缺", elected2024, 0), column(5, null, 5), today))).toEqual([
      ["", "", "missing"],
      ["", "", "missing"],
      ["", "", "missing"],
    ]);
  });

  test("tells a date or a term that cannot be in its own row, and judges the others", () => {
    const result = call("TERM_STATUS", column(elected2024, 60, elected2024), column(5, 5, 0), today);
    expect(below(result)).toEqual([
      [47239, 0, "in term"],
      [
        {
          error: "#NUM!",
          message:
            "TERM_STATUS requires lastElection, row 2 to be a day that exists (60 stands for 29 February 1900, which never was); found 60.",
        },
        "",
        "invalid",
      ],
      [
        {
          error: "#NUM!",
          message: "TERM_STATUS requires termYears to be above 0 and whole months; found 0.",
        },
        "",
        "invalid",
      ],
    ]);
  });

  test("needs a day on which to ask", () => {
    expect(call("TERM_STATUS", elected2024, 5, null)).toMatchObject({ error: "#N/A" });
    expect(call("TERM_STATUS", elected2024, 5, 3_000_000)).toMatchObject({ error: "#NUM!" });
  });

  test("takes a row of dates as a column of units", () => {
    expect(below(call("TERM_STATUS", [[elected2020, elected2024]], 5, today))).toEqual([
      [45778, 570, "overdue"],
      [47239, 0, "in term"],
    ]);
  });
});

describe("TERM_SUMMARY", () => {
  test("leaves missing rows out of the share, and has no share where all are missing", () => {
    const groups = column("east", "east", "west");
    expect(call("TERM_SUMMARY", column(elected2020, null, "-"), 5, today, groups, 6, "none")).toEqual([
      ["east", 0, 0, 1, 1, 1],
      ["west", 0, 0, 0, 1, ""],
      ["total", 0, 0, 1, 2, 1],
    ]);
  });

  test("refuses a date that cannot be and names its row", () => {
    expect(call("TERM_SUMMARY", column(elected2020, 60), 5, today)).toMatchObject({
      error: "#NUM!",
      message: expect.stringContaining("lastElection, row 2") as unknown,
    });
    expect(call("TERM_SUMMARY", column(elected2020, elected2024), column(5, 0.3), today)).toEqual({
      error: "#NUM!",
      message: "TERM_SUMMARY requires termYears, row 2, to be above 0 and whole months; found 0.3.",
    });
  });
});

describe("PERIODS_BETWEEN", () => {
  test.each(["half", "Half-year", "halves", "半年"])("takes %s as half-years", (unit) => {
    expect(below(call("PERIODS_BETWEEN", 46063, 46162, unit))).toEqual([["2026 H1", 46063, 46162]]);
  });

  test("has months across a year's end in the 1904 system", () => {
    expect(call("PERIODS_BETWEEN", 46386 - 1462, 46388 - 1462, "month", null, "none", 1904)).toEqual([
      ["2026-12", 44924, 44925],
      ["2027-01", 44926, 44926],
    ]);
  });

  test("refuses an unknown unit, a month that is none, and a span that ends before it starts", () => {
    expect(call("PERIODS_BETWEEN", 46063, 46162, "week")).toMatchObject({ error: "#VALUE!" });
    expect(call("PERIODS_BETWEEN", 46063, 46162, "year", 13)).toMatchObject({ error: "#NUM!" });
    expect(call("PERIODS_BETWEEN", 46162, 46063, "year")).toMatchObject({ error: "#NUM!" });
  });
});

describe("EARLY_WARNING", () => {
  const units = [column("mill", "ford"), column(3, 1), column("own", "joint")];
  const terms = [column(elected2024, elected2024), 5, today];

  test("says so when there is nothing to warn of", () => {
    expect(below(call("EARLY_WARNING", ...units, ...terms))).toEqual([["", "no warnings", ""]]);
    expect(call("EARLY_WARNING", ...units, ...terms, "zh")).toEqual([
      ["单位", "原因", "说明"],
      ["", "无预警", ""],
    ]);
  });

  test("takes the thresholds that are given", () => {
    expect(below(call("EARLY_WARNING", ...units, ...terms, null, 5, 2))).toEqual([
      ["mill", "too few members for its form", "own requires 5 members; found 3"],
      ["ford", "too few members for its form", "joint requires 2 members; found 1"],
    ]);
  });

  test("lists the reasons of a unit in their order, units in theirs", () => {
    const rates = [
      [0.9, 0.8],
      [0.9, 0.95],
    ];
    const given = [column("mill", "ford"), column(2, 5), column("own", "own")];
    const elected = [column(elected2020, 44635), 5, today];
    expect(below(call("EARLY_WARNING", ...given, ...elected, null, null, null, rates, 1))).toEqual([
      ["mill", "too few members for its form", "own requires 3 members; found 2"],
      ["mill", "term overdue", "due 2025-05-01, 570 days overdue"],
      ["mill", "rate falling in the last change", "90.0% → 80.0%"],
      ["ford", "term due soon", "due 2027-03-15, in 113 days"],
    ]);
  });

  test("has no warning where the facts are missing", () => {
    const given = [column("mill", "ford"), column(null, 1), column("own", null)];
    const rates = [
      [0.9, null, 0.7, 0.6],
      [0.9, 0.8, 0.7, null],
    ];
    const elected = [column(null, elected2024), column(5, null), today];
    expect(below(call("EARLY_WARNING", ...given, ...elected, null, null, null, rates))).toEqual([
      ["", "no warnings", ""],
    ]);
  });

  test('takes blank rates of range&"" as missing, and periods that nobody has reported as still to come', () => {
    const rates = [
      ["0.9", "0.8", "0.7", ""],
      ["0.9", "0.8", "", ""],
    ];
    expect(below(call("EARLY_WARNING", ...units, ...terms, null, null, null, rates, 2))).toEqual([
      ["mill", "rate falling in each of the last 2 changes", "90.0% → 80.0% → 70.0%"],
    ]);
  });

  test("refuses members that are no count", () => {
    expect(call("EARLY_WARNING", units[0], column(3, -1), units[2], ...terms)).toEqual({
      error: "#NUM!",
      message: "EARLY_WARNING requires members, row 2, to be a whole number from 0 to 2^53-1; found -1.",
    });
  });
});
