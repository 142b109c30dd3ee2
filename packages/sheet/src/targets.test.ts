import { describe, expect, test } from "vitest";

import { growthFunctions } from "./table/growth.ts";
import { growthBaseFunctions, targetFunctions } from "./table/targets.ts";
import type { Result } from "./cell/cell.ts";

const rows = [...growthFunctions, ...growthBaseFunctions, ...targetFunctions];

function call(id: string, ...given: readonly unknown[]): Result {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`There is no function ${id}.`);
  return row.call(given);
}

/** Serials of the 1900 system: 46023 is 1 January 2026, 46387 is 31 December 2026. */
const [newYear, yearEnd] = [46023, 46387] as const;

describe("the table of targets", () => {
  test("has its functions in the order of their pages", () => {
    expect(targetFunctions.map(({ id }) => id)).toEqual([
      "TARGET_STATUS",
      "TARGET_CATCH_UP",
      "TARGET_MILESTONES",
      "TARGET_PRO_RATA",
      "TARGET_TO_DATE",
      "TARGET_SHARE_OUT",
    ]);
  });

  test.each(
    [...growthBaseFunctions, ...targetFunctions].flatMap((row) =>
      row.examples.map((example, index) => [`${row.id}, example ${index + 1}`, row, example] as const),
    ),
  )("%s gives what it says", (_, row, example) => {
    expect(row.call(example.arguments)).toEqual(example.result);
  });
});

// The published plan: growth of 20 % a year from 2020, 650 in 2021.
describe("F27, both readings of a plan", () => {
  test("2020 is the base year: 541.67, and of whole numbers 542 alone", () => {
    expect(call("GROWTH_BASE", 650, 0.2, 1)).toEqual([[541.6666666666666, 542, 542]]);
    expect(call("GROWTH_PATH", 542, 0.2, 1, null, "nearest")).toEqual([[542], [650]]);
  });

  test("2020 is the first year of growth: 451.39 in 2019, whole only where each year is rounded", () => {
    const message = "GROWTH_BASE requires an end that some whole base reaches with this rounding; none does.";
    const none = { error: "#N/A", message };
    expect(call("GROWTH_BASE", 650, 0.2, 2)).toEqual([[451.3888888888889, none, none]]);
    expect(call("GROWTH_BASE", 650, 0.2, 2, "nearest", "each")).toEqual([[451.3888888888889, 452, 452]]);
    expect(call("GROWTH_BASE", 650, 0.2, 2, "四舍五入", "逐期")).toEqual([[451.3888888888889, 452, 452]]);
  });

  test("both at once, a case a row, and a case that cannot be errs alone", () => {
    const result = call("GROWTH_BASE", 650, 0.2, [[1], [2], [-1]], null, "each");
    expect(result).toMatchObject([
      [541.6666666666666, 542, 542],
      [451.3888888888889, 452, 452],
      [{ error: "#NUM!" }, { error: "#NUM!" }, { error: "#NUM!" }],
    ]);
  });

  test("by 2026 the places of rounding differ by one person", () => {
    expect(call("GROWTH_PATH", 650, 0.2, 5, null, "nearest", "each")).toEqual(
      [650, 780, 936, 1123, 1348, 1618].map((value) => [value]),
    );
    expect(call("GROWTH_PATH", 650, 0.2, 5, null, "nearest", "end")).toEqual(
      [650, 780, 936, 1123, 1348, 1617].map((value) => [value]),
    );
  });

  test("on the plan's path the rate needed is the plan's own", () => {
    expect(call("TARGET_CATCH_UP", 650, 1617.408, 5)).toBe(0.2);
    // 1617 of 650 in five years: a little less than 20 %; from 640 more is needed.
    expect(call("TARGET_CATCH_UP", [[650], [640]], 1617, 5)).toEqual([
      [expect.closeTo(0.19993945, 8)],
      [expect.closeTo(0.20366604, 8)],
    ]);
  });

  test("refuses an end that no base can have", () => {
    expect(call("GROWTH_BASE", -1, 0.2, 1)).toMatchObject({ error: "#NUM!" });
    expect(call("GROWTH_BASE", 650, -1, 1)).toMatchObject({ error: "#NUM!" });
    expect(call("GROWTH_BASE", 650, 0.2, 1, "bankers")).toMatchObject({ error: "#VALUE!" });
  });
});

describe("F30, milestones of three kinds", () => {
  const kinds = [["parks"], ["buildings"], ["organisations"]];
  const goals = [[10], [20], [100]];
  const reached = [[7], [9], [40]];

  test("pools the total: 56 of 130, and 74 short", () => {
    const result = call("TARGET_MILESTONES", kinds, goals, reached, null, null, "none");
    expect(result).toEqual([
      ["parks", 10, 7, 0.7, 3, "open"],
      ["buildings", 20, 9, 0.45, 11, "open"],
      ["organisations", 100, 40, 0.4, 60, "open"],
      ["total", 130, 56, 0.4307692307692308, 74, "open"],
    ]);
  });

  test("is missed from the due day on, in either date system", () => {
    const statuses = (...given: readonly unknown[]): unknown[] =>
      (call("TARGET_MILESTONES", kinds, goals, reached, ...given) as unknown[][]).map((row) => row.at(-1));
    const due = [[yearEnd], [yearEnd + 1], [null]];
    expect(statuses(due, yearEnd, "none")).toEqual(["missed", "open", "open", "missed"]);
    const due1904 = due.map(([day]) => [day === null || day === undefined ? null : day - 1462]);
    expect(statuses(due1904, yearEnd - 1462, "none", 1904)).toEqual(["missed", "open", "open", "missed"]);
    expect(statuses(due, null, "none")).toEqual(["open", "open", "open", "open"]);
    expect(statuses(due, 0, "none")).toEqual(["open", "open", "open", "open"]);
  });

  test("leaves out what is missing or below 0, and says so", () => {
    const result = call("TARGET_MILESTONES", kinds, [[10], [null], [100]], [[12], [9], [-1]]);
    expect(result).toEqual([
      ["kind", "goal", "reached", "rate", "shortfall", "status"],
      ["parks", 10, 12, 1.2, 0, "met"],
      ["buildings", "", 9, "", "", "missing"],
      ["organisations", 100, -1, "", "", "invalid"],
      ["total", 10, 12, 1.2, 0, "met, 2 rows left out"],
    ]);
  });

  test("says in Chinese what it says in English", () => {
    const result = call("TARGET_MILESTONES", [["园区"]], [[0]], [[3]], null, null, "中文");
    expect(result).toEqual([
      ["类别", "目标", "已完成", "完成率", "缺口", "状态"],
      ["园区", 0, 3, "", 0, "无目标"],
      ["合计", 0, 3, "", 0, "无目标"],
    ]);
  });
});

// 453 over six yearly batches, planned at 100 a year.
describe("F33, a plan of 100 a year over six years", () => {
  const firstDays = [2015, 2016, 2017, 2018, 2019, 2020].map((_, year) => [
    42005 + 365 * year + (year > 1 ? 1 : 0),
  ]);
  const lastDays = [1, 2, 3, 4, 5].map((year) => [(firstDays[year]?.[0] ?? 0) - 1]).concat([[44196]]);

  test("is missed by 147 in the end: 75.5 %", () => {
    const batches = [[80], [75], [75], [73], [75], [75]];
    const result = call("TARGET_TO_DATE", 600, firstDays, lastDays, batches, 44196, "none") as unknown[][];
    expect(result.map(([period]) => period)).toEqual(["2015", "2016", "2017", "2018", "2019", "2020"]);
    expect(result.at(-1)).toEqual(["2020", 75, 453, 600, -147, 0.755, "missed"]);
  });

  test("is behind in the middle", () => {
    // 42005 is 1 January 2015, 44196 is 31 December 2020; 2,192 days, of which 1,096 are gone on 31 December 2017.
    const result = call("TARGET_STATUS", 0, 600, 230, 42005, 44196, 43100, "none");
    expect(result).toEqual([[300, 230 / 600, 370, 370 / 36, "behind"]]);
  });
});

describe("TARGET_STATUS", () => {
  test("gives a case a row, with one value for all where a cell is given", () => {
    // The days gone on the last of January, February and March 2026 are 31, 59 and 90.
    const result = call(
      "TARGET_STATUS",
      0,
      365,
      [[31], [50], [365]],
      newYear,
      yearEnd,
      [[46053], [46081], [46112]],
      "none",
    );
    expect(result).toEqual([
      [31, 31 / 365, 334, 334 / 11, "on track"],
      [59, 50 / 365, 315, 31.5, "behind"],
      [90, 1, 0, 0, "met"],
    ]);
  });

  test("keeps one record a row where the columns lie across", () => {
    const result = call("TARGET_STATUS", 0, 365, [[31, 50]], newYear, yearEnd, [[46053, 46081]], "none");
    expect(result).toEqual([
      [31, 31 / 365, 334, 334 / 11, "on track"],
      [59, 50 / 365, 315, 31.5, "behind"],
    ]);
  });

  test("knows a target that has not begun, one that is over, and one where lower is better", () => {
    const status = (...given: readonly unknown[]): unknown =>
      (call("TARGET_STATUS", ...given, newYear, yearEnd, 46053, "none") as unknown[][])[0]?.at(-1);
    expect(status(274, 0, 250)).toBe("on track");
    expect(status(274, 0, 251)).toBe("behind");
    expect(status(274, 0, 0)).toBe("met");
    expect(call("TARGET_STATUS", 0, 10, 9, newYear, yearEnd, newYear - 1, "none")).toEqual([
      [0, 0.9, 1, 1 / 12, "not started"],
    ]);
    expect(call("TARGET_STATUS", 0, 10, 9, newYear, yearEnd, yearEnd, "none")).toEqual([
      [10, 0.9, 1, 1, "missed"],
    ]);
  });

  test("has no attainment where there is no way to go", () => {
    expect(call("TARGET_STATUS", 5, 5, 4, newYear, yearEnd, 46053, "none")).toEqual([
      [5, "", 1, 1 / 11, "behind"],
    ]);
  });

  test("leaves a row that cannot be to itself", () => {
    const result = call(
      "TARGET_STATUS",
      0,
      10,
      [[5], [5], [""]],
      newYear,
      [[yearEnd], [45000], [yearEnd]],
      46053,
    );
    expect(result).toEqual([
      ["expected", "attainment", "gap", "required a month", "status"],
      [31 / 36.5, 0.5, 5, 5 / 11, "on track"],
      [
        {
          error: "#NUM!",
          message:
            "TARGET_STATUS requires endDate to be on or after startDate, 2026-01-01; found 2023-03-15.",
        },
        "",
        "",
        "",
        "invalid",
      ],
      ["", "", "", "", "missing"],
    ]);
  });

  test("takes the 29 February 1900 that never was for no day, and names its row", () => {
    const result = call("TARGET_STATUS", 0, 10, 5, [[1], [60]], 366, 31, "none") as unknown[][];
    expect(result[0]?.at(-1)).toBe("on track");
    expect(result[1]).toMatchObject([
      { error: "#NUM!", message: expect.stringContaining("startDate, row 2") as unknown },
      "",
      "",
      "",
      "invalid",
    ]);
  });

  test("counts in the 1904 system where it is told to", () => {
    const in1904 = [newYear, yearEnd, 46095].map((serial) => serial - 1462);
    expect(call("TARGET_STATUS", 650, 780, 676, ...in1904, "none", 1904)).toEqual([
      [676, 0.2, 104, 10.4, "on track"],
    ]);
  });

  test.each([
    ["a size that differs", [[[1], [2]], 10, [[1], [2], [3]], newYear, yearEnd, newYear], "#VALUE!"],
    ["nothing at all", [[[null], [null]], 10, 5, newYear, yearEnd, newYear], "#N/A"],
    ["text for a date", [0, 10, 5, "2026-01-01", yearEnd, newYear], "#VALUE!"],
    ["another date system", [0, 10, 5, newYear, yearEnd, newYear, "en", 1905], "#VALUE!"],
  ])("refuses %s", (_, given, error) => {
    expect(call("TARGET_STATUS", ...given)).toMatchObject({ error });
  });

  test("names the column in which nothing stands", () => {
    expect(call("TARGET_STATUS", 0, 10, [[null], [""]], newYear, yearEnd, newYear)).toEqual({
      error: "#N/A",
      message: "TARGET_STATUS requires at least one value in actual.",
    });
  });

  test('reads numbers and dates from text where the whole column is text, as range&"" makes it', () => {
    const result = call(
      "TARGET_STATUS",
      0,
      365,
      [["31"], [""]],
      newYear,
      [["46387"], ["46387"]],
      46053,
      "none",
    );
    expect(result).toEqual([
      [31, 31 / 365, 334, 334 / 11, "on track"],
      ["", "", "", "", "missing"],
    ]);
  });

  test("counts rows of zeros, which a fresh start may be", () => {
    const result = call("TARGET_STATUS", 0, 10, [[0], [0]], newYear, yearEnd, newYear, "none") as unknown[][];
    expect(result.map((row) => row.at(-1))).toEqual(["behind", "behind"]);
  });
});

describe("TARGET_PRO_RATA", () => {
  test("is the same share of days in both date systems, nothing before and all after", () => {
    const days = [[newYear - 1], [newYear], [46204], [yearEnd], [yearEnd + 9]];
    const dueBy = [[0], [2], [364], [730], [730]];
    expect(call("TARGET_PRO_RATA", 730, newYear, yearEnd, days)).toEqual(dueBy);
    const in1904 = days.map(([day = 0]) => [day - 1462]);
    expect(call("TARGET_PRO_RATA", 730, newYear - 1462, yearEnd - 1462, in1904, 1904)).toEqual(dueBy);
  });

  test("refuses a period that ends before it starts", () => {
    expect(call("TARGET_PRO_RATA", 730, yearEnd, newYear, newYear)).toMatchObject({ error: "#NUM!" });
  });
});

describe("TARGET_TO_DATE", () => {
  const months = [[newYear], [46054], [46082]];
  const ends = [[46053], [46081], [46112]];

  test("cuts the running period at the day on which one asks", () => {
    const result = call("TARGET_TO_DATE", 90, months, ends, [[30], [10], [99]], 46068, "none");
    expect(result).toEqual([
      ["2026-01", 30, 30, 31, -1, 30 / 31, "behind"],
      ["2026-02", 10, 40, 46, -6, 40 / 46, "behind"],
      ["2026-03", 99, "", "", "", "", "not started"],
    ]);
  });

  test("names the row of a missing date", () => {
    expect(call("TARGET_TO_DATE", 90, months, [[46053], [null], [46112]], [[1], [2], [3]], 46068)).toEqual({
      error: "#N/A",
      message: "TARGET_TO_DATE requires a value in periodEnd, row 2.",
    });
  });

  test("refuses periods that overlap, which would count twice", () => {
    expect(call("TARGET_TO_DATE", 90, months, [[46054], [46081], [46112]], [[1], [2], [3]], 46068)).toEqual({
      error: "#VALUE!",
      message: "TARGET_TO_DATE requires period 2 to start after period 1 ends, 2026-02-01.",
    });
  });
});

describe("TARGET_SHARE_OUT", () => {
  test("adds up, in the shape of the weights", () => {
    expect(call("TARGET_SHARE_OUT", 10, [[1, 1, 1]])).toEqual([[4, 3, 3]]);
    expect(call("TARGET_SHARE_OUT", 100, [[5], [3], [2]], null, [[30], [null], [null]])).toEqual([
      [30],
      [42],
      [28],
    ]);
  });

  test("refuses minimums that ask for more than the goal", () => {
    expect(call("TARGET_SHARE_OUT", 5, [[1], [1]], 3)).toMatchObject({ error: "#VALUE!" });
  });
});
