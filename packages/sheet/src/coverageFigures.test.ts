import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { coverageFigureFunctions } from "./table/coverageFigures.ts";

const call = (id: string, ...given: readonly unknown[]): Result =>
  coverageFigureFunctions.find((row) => row.id === id)?.call(given) ?? "no such function";
const column = (...cells: readonly unknown[]): readonly (readonly unknown[])[] => cells.map((cell) => [cell]);
const rowsOf = (result: Result): readonly (readonly unknown[])[] =>
  Array.isArray(result) ? (result as readonly (readonly unknown[])[]) : [];
/** Row and finding of each finding, without titles and details. */
const found = (result: Result): readonly (readonly unknown[])[] =>
  rowsOf(result).map(([row, , finding]) => [row, finding]);

describe.each(coverageFigureFunctions.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (_number, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );
});

describe("COVERAGE_IMPLIED", () => {
  test("gives one row a case: the exact denominator, the lowest and the highest", () => {
    const [[exactly, lowest, highest] = []] = rowsOf(call("COVERAGE_IMPLIED", 1677, 9.4));
    expect([Number(exactly).toFixed(2), lowest, highest]).toEqual(["17840.43", 17747, 17935]);
    expect(rowsOf(call("COVERAGE_IMPLIED", [[1677, 1677]], 9.4, [[1, 2]]))).toEqual([
      [838500 / 47, 17747, 17935],
      [838500 / 47, 17831, 17849],
    ]);
  });

  test("says in words that there is no highest denominator, or none at all", () => {
    const nothing = { error: "#N/A", message: expect.stringContaining("no whole denominator") as unknown };
    expect(call("COVERAGE_IMPLIED", column(5, 1), column(0.04, 70))).toEqual([
      [
        12500,
        10001,
        { error: "#N/A", message: expect.stringContaining("no highest denominator") as unknown },
      ],
      [100 / 70, nothing, nothing],
    ]);
  });

  test.each([
    [0, "#DIV/0!", "COVERAGE_IMPLIED requires points above zero."],
    [-9.4, "#NUM!", "COVERAGE_IMPLIED requires points to be above 0; found -9.4."],
    ["9.4", "#VALUE!", expect.stringContaining("a number stored as text") as unknown],
    [null, "#N/A", "COVERAGE_IMPLIED requires a number in points; the cell is blank."],
  ])("refuses %o points", (points, error, message) => {
    expect(call("COVERAGE_IMPLIED", 1677, points)).toEqual({ error, message });
  });

  test("errs in the one row that is wrong, all along it", () => {
    const error = { error: "#DIV/0!", message: "COVERAGE_IMPLIED requires points above zero." };
    expect(call("COVERAGE_IMPLIED", 85, column(0, 17.6))).toEqual([
      [error, error, error],
      [85000 / 176, 482, 484],
    ]);
  });
});

describe("COVERAGE_CONSISTENT", () => {
  test.each([
    [0.915, true],
    [0.914, false],
    ["91.5%", true],
    ["91.50%", false],
    ["91.51%", true],
    ["92%", true],
    [" 91.5 % ", true],
    ["91.5％", true],
    ["９１．５％", true],
    ["+91.5%", true],
    ["-91.5%", false],
    ["9150%", false],
    [50, false],
  ])("takes %o for 6,015 of 6,573: %o", (printed, isConsistent) => {
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, printed)).toBe(isConsistent);
  });

  test("lets decimals decide for a number, and the text for itself", () => {
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, 0.92, column(0, 1))).toEqual([[true], [false]]);
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, "92%", column(0, 1))).toEqual([[true], [true]]);
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, 0.9151, 2)).toBe(true);
  });

  test("takes a live rate, which has more decimals, for what it is", () => {
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, 6015 / 6573)).toBe(true);
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, 6014 / 6573)).toBe(false);
    expect(call("COVERAGE_CONSISTENT", 1, 3, column(1 / 3, 0.3333))).toEqual(column(true, false));
  });

  test("takes a figure that is rounded to more decimals than it should have for none of its counts", () => {
    expect(call("COVERAGE_CONSISTENT", 6013, 6573, column(0.9148, "91.48%"))).toEqual(column(false, true));
    expect(call("COVERAGE_CONSISTENT", 6013, 6573, 0.9148, 2)).toBe(true);
  });

  test("accepts the ordinary and the honest text of nearly all", () => {
    expect(call("COVERAGE_CONSISTENT", 1999, 2000, column("100.0%", "99.9%", "99.8%"))).toEqual(
      column(true, true, false),
    );
  });

  test("does not take 2,257 of 919 for the published 100 %", () => {
    expect(call("COVERAGE_CONSISTENT", 2257, 919, column(1, "100%", "245.6%", 2.456))).toEqual(
      column(false, false, true, true),
    );
  });

  test.each([
    [91.5, "0.915"],
    [92, "0.92"],
  ])("asks back where %d was meant as per cent", (printed, meant) => {
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, printed, printed === 92 ? 0 : 1)).toEqual({
      error: "#VALUE!",
      message: `COVERAGE_CONSISTENT requires printed to be a fraction (did you mean ${meant}?) or text with a sign; found ${printed}.`,
    });
  });

  test.each([
    ["91.5", "a number stored as text"],
    ["about 90%", 'the text "about 90%"'],
    ["91,5%", 'the text "91,5%"'],
    ["%", 'the text "%"'],
    ["91.5%%", 'the text "91.5%%"'],
    ["91.5000000000000000%", 'the text "91.5000000000000000%"'],
    [true, "TRUE"],
  ])("refuses %o in words", (printed, words) => {
    expect(call("COVERAGE_CONSISTENT", 1, 2, printed)).toEqual({
      error: "#VALUE!",
      message: expect.stringContaining(words) as unknown,
    });
  });

  test("reads number text where a whole range is text, and asks back there, too", () => {
    expect(call("COVERAGE_CONSISTENT", 6015, 6573, column("0.915", "91.5%", "91.5"))).toEqual([
      [true],
      [true],
      [expect.objectContaining({ error: "#VALUE!" })],
    ]);
  });

  test("gives no answer without units, without a figure, or for an error", () => {
    expect(call("COVERAGE_CONSISTENT", 0, 0, "100%")).toMatchObject({ error: "#DIV/0!" });
    expect(call("COVERAGE_CONSISTENT", 1, 2, column(null, "缺", { error: "#REF!" }))).toEqual([
      [{ error: "#N/A", message: expect.stringContaining("printed, row 1") as unknown }],
      [{ error: "#N/A", message: expect.stringContaining("printed, row 2") as unknown }],
      [{ error: "#REF!" }],
    ]);
    expect(call("COVERAGE_CONSISTENT", 1, 2, 0.5, 16)).toMatchObject({ error: "#NUM!" });
  });
});

describe("COVERAGE_CHECK", () => {
  const register = {
    group: column(
      "East",
      "east ",
      "West",
      "West",
      null,
      "Ｗest",
      "North",
      "North",
      "South",
      "South",
      "South",
    ),
    covered: column(5, "3", "many", -1, 1, 2.5, 0, 3, 6015, 6015, 1),
    eligible: column(4, 4, 10, 10, 2, "１,６７７", 0, 0, 6573, 6573, 2 ** 53),
    printed: column(null, null, null, null, "half", null, null, null, 91.5, "91.4%", null),
    before: column(4, 4, 10, 9, 2, 2, 0, 0, 6573, 5975, null),
    unit: column("u1", "u2", "u3", "u3", "u4", "u1", "U1", "u5", "u6", "u7", "u8"),
  };
  const check = (headers: string): Result => {
    const { group, covered, eligible, printed, before, unit } = register;
    return call("COVERAGE_CHECK", group, covered, eligible, printed, before, headers, unit);
  };

  test("names row, group, finding and what to do, by row and then by kind", () => {
    expect(check("en")).toEqual([
      ["row", "group", "finding", "detail"],
      [
        1,
        "East",
        "over",
        "5 covered of 4 eligible is more than 100%; check that both count the same units, each once",
      ],
      [
        2,
        "east",
        "number stored as text",
        'covered holds the text "3", which sums pass over; enter it again as a number',
      ],
      [
        2,
        "east",
        "near-equal name",
        'group "east " (1 row) differs from "East" (row 1) only by space and case; write both alike, or they may count as two',
      ],
      [
        3,
        "West",
        "not a number",
        'covered holds "many" where a whole number is due; enter the number, or leave the cell blank if it is not known',
      ],
      [4, "West", "negative", "covered is -1, and a count is never below 0; correct it"],
      [
        4,
        "West",
        "unit counted twice",
        'unit "u3" is in row 3 of the same group already and counts twice; keep one row',
      ],
      [
        4,
        "West",
        "denominator jump",
        "eligible went from 9 to 10 (+11.2%), more than 10%; say why, or correct the one that is wrong",
      ],
      [5, "", "missing", "group is missing; fill in what is known, and never 0 for what is not"],
      [5, "", "printed figure unreadable", '"half" is no percentage; write 0.915 or 91.5%'],
      [
        6,
        "Ｗest",
        "number stored as text",
        'eligible holds the text "１,６７７", which sums pass over; enter it again as a number',
      ],
      [
        6,
        "Ｗest",
        "not whole",
        "covered is 2.5, and units are whole; enter how many units, not a share of them",
      ],
      [
        6,
        "Ｗest",
        "near-equal name",
        'group "Ｗest" (1 row) differs from "West" (row 3) only by width; write both alike, or they may count as two',
      ],
      [
        6,
        "Ｗest",
        "unit in two groups",
        'unit "u1" is in group "East" (row 1), too, and counts in both; keep it in one',
      ],
      [
        7,
        "North",
        "empty",
        "0 of 0 has no rate; enter how many are eligible, or leave the row out if there are none",
      ],
      [
        7,
        "North",
        "near-equal name",
        'unit "U1" (1 row) differs from "u1" (row 1) only by case; write both alike, or they may count as two',
      ],
      [
        8,
        "North",
        "none eligible",
        "3 covered, but none eligible, so there is no rate; enter how many are eligible, or correct covered",
      ],
      [
        9,
        "South",
        "printed figure disagrees",
        "91.5 means 9150.0%, a hundred times 91.5%; did you mean 0.915? Enter that, or text with a sign",
      ],
      [
        10,
        "South",
        "printed figure disagrees",
        "printed as 91.4%, but 6015 of 6573 is 91.5%; 91.4% would be 6005 to 6011 of 6573; correct the figure or the counts",
      ],
      [
        10,
        "South",
        "denominator jump",
        "eligible went from 5975 to 6573 (+10.1%), more than 10%; say why, or correct the one that is wrong",
      ],
      [
        11,
        "South",
        "too large",
        "eligible is 9007199254740992, more than a cell holds exactly (9007199254740991); correct it",
      ],
    ]);
  });

  test("says the same in Chinese, and in English without titles", () => {
    const [titles, ...rows] = rowsOf(check("zh"));
    expect(titles).toEqual(["行", "组别", "问题", "说明"]);
    expect(rows.map(([row, , finding]) => [row, finding])).toEqual([
      [1, "超出"],
      [2, "文本型数字"],
      [2, "名称近似"],
      [3, "非数字"],
      [4, "负数"],
      [4, "单位重复"],
      [4, "分母突变"],
      [5, "缺失"],
      [5, "公布值无法识别"],
      [6, "文本型数字"],
      [6, "非整数"],
      [6, "名称近似"],
      [6, "单位跨组"],
      [7, "空"],
      [7, "名称近似"],
      [8, "应覆盖为零"],
      [9, "公布值不符"],
      [10, "公布值不符"],
      [10, "分母突变"],
      [11, "数值过大"],
    ]);
    for (const [, , , detail] of rows) expect(detail).toMatch(/\p{Script=Han}.*；.*\p{Script=Han}/u);
    expect(check("none")).toEqual(rowsOf(check("en")).slice(1));
  });

  test("says that a sound table has no findings", () => {
    const sound = [column("own", "joint"), column(1442, 6015), column(1442, 6573), column("100%", "91.5%")];
    expect(call("COVERAGE_CHECK", ...sound)).toEqual([
      ["row", "group", "finding", "detail"],
      ["", "", "no findings", ""],
    ]);
    expect(call("COVERAGE_CHECK", ...sound, null, "zh")).toEqual([
      ["行", "组别", "问题", "说明"],
      ["", "", "无问题", ""],
    ]);
    expect(call("COVERAGE_CHECK", ...sound, null, "none")).toEqual([["", "", "no findings", ""]]);
  });

  test("lets decimals decide for printed numbers", () => {
    const rows = [column("joint"), column(6015), column(6573), column(0.92), null, "none", null];
    expect(found(call("COVERAGE_CHECK", ...rows, 0))).toEqual([["", "no findings"]]);
    expect(found(call("COVERAGE_CHECK", ...rows))).toEqual([[1, "printed figure disagrees"]]);
  });

  test("ignores blank rows and rows of 0 at the end, and reports one within as missing", () => {
    const [group, covered, eligible] = [
      column("a", 0, "c", 0, null),
      column(1, 0, 1, 0, null),
      column(2, 0, 2, 0, ""),
    ];
    expect(call("COVERAGE_CHECK", group, covered, eligible, null, null, "none")).toEqual([
      [
        2,
        "",
        "missing",
        "group, covered and eligible are missing; fill in what is known, and never 0 for what is not",
      ],
    ]);
  });

  test('reads number text only where every range is text, as range&"" makes them', () => {
    const text = [column("a", "b", ""), column("1", "x", ""), column("2", "2", ""), column("0.5", "50%", "")];
    expect(found(call("COVERAGE_CHECK", ...text, null, "none"))).toEqual([[2, "not a number"]]);
    expect(
      found(call("COVERAGE_CHECK", column("a", ""), column("3", ""), column("2", ""), null, null, "none")),
    ).toEqual([[1, "over"]]);
  });

  test("finds a whole column of text numbers among columns of numbers", () => {
    const [group, texts, numbers] = [column("a", "b"), column("1", "2"), column(4, 4)];
    expect(found(call("COVERAGE_CHECK", group, texts, numbers, null, null, "none"))).toEqual([
      [1, "number stored as text"],
      [2, "number stored as text"],
    ]);
    expect(found(call("COVERAGE_CHECK", group, numbers, column("4", "5"), null, null, "none"))).toEqual([
      [1, "number stored as text"],
      [2, "number stored as text"],
    ]);
    expect(found(call("COVERAGE_CHECK", group, numbers, numbers, column("1", "100%"), null, "none"))).toEqual(
      [[1, "printed figure unreadable"]],
    );
    expect(found(call("COVERAGE_CHECK", group, numbers, numbers, null, texts, "none"))).toEqual([
      [1, "number stored as text"],
      [2, "number stored as text"],
    ]);
  });

  test("finds text numbers among numbers though other columns are text, and reads them where all are", () => {
    const [group, covered, eligible] = [column("1", "2"), column("1", "2"), column("4", "4")];
    expect(found(call("COVERAGE_CHECK", group, covered, eligible, null, null, "none"))).toEqual([
      ["", "no findings"],
    ]);
    expect(found(call("COVERAGE_CHECK", group, covered, eligible, null, column(4, null), "none"))).toEqual([
      [1, "number stored as text"],
      [1, "number stored as text"],
      [2, "number stored as text"],
      [2, "number stored as text"],
    ]);
  });

  test("finds text numbers, TRUE and the words for missing in a column of numbers", () => {
    const covered = column(1, "1", true, "缺", "n/a", "-");
    const group = column("a", "b", "c", "d", "e", "f");
    expect(
      found(call("COVERAGE_CHECK", group, covered, column(2, 2, 2, 2, 2, 2), null, null, "none")),
    ).toEqual([
      [2, "number stored as text"],
      [3, "not a number"],
      [4, "missing"],
      [5, "missing"],
      [6, "missing"],
    ]);
  });

  test("takes the number 1 and the text 1 for one unit", () => {
    const rows = [column("a", "a"), column(1, 1), column(1, 1), null, null, "none", column(1, "1")];
    expect(found(call("COVERAGE_CHECK", ...rows))).toEqual([[2, "unit counted twice"]]);
  });

  test("says that a denominator was 0, or blank, before", () => {
    expect(call("COVERAGE_CHECK", "a", 1, 2, null, 0, "none")).toEqual([
      [
        1,
        "a",
        "denominator jump",
        "eligible was 0 (or blank) before and is 2 now; say why, or enter what it was before",
      ],
    ]);
  });

  test("shows every decimal of a figure that has more than it should", () => {
    expect(call("COVERAGE_CHECK", "a", 6013, 6573, 0.9148, null, "none")).toEqual([
      [
        1,
        "a",
        "printed figure disagrees",
        "printed as 91.48%, but 6013 of 6573 is 91.5%; no count of 6573 prints 91.48%; correct the figure or the counts",
      ],
    ]);
    expect(call("COVERAGE_CHECK", "a", 7, 16, 0.438, null, "none", null, 0)).toEqual([
      [
        1,
        "a",
        "printed figure disagrees",
        "printed as 43.8%, but 7 of 16 is 44%; no count of 16 prints 43.8%; correct the figure or the counts",
      ],
    ]);
    expect(call("COVERAGE_CHECK", "a", 3, 8, 0.625, null, "none", null, 0)).toEqual([
      [
        1,
        "a",
        "printed figure disagrees",
        "printed as 62.5%, but 3 of 8 is 38%; 62.5% would be 5 of 8; correct the figure or the counts",
      ],
    ]);
    expect(call("COVERAGE_CHECK", "a", 6013, 6573, 0.9148, null, "zh")).toEqual([
      ["行", "组别", "问题", "说明"],
      [
        1,
        "a",
        "公布值不符",
        "公布为 91.48%，但 6013/6573 为 91.5%；应覆盖 6573 时任何整数都得不到 91.48%；请核对公布值和两数",
      ],
    ]);
  });

  test("says that no count prints the figure", () => {
    expect(call("COVERAGE_CHECK", "a", 3, 7, "50%", null, "none")).toEqual([
      [
        1,
        "a",
        "printed figure disagrees",
        "printed as 50%, but 3 of 7 is 43%; no count of 7 prints 50%; correct the figure or the counts",
      ],
    ]);
  });

  test("may lie across", () => {
    expect(found(call("COVERAGE_CHECK", [["a", "b"]], [[1, 3]], [[2, 2]], null, null, "none"))).toEqual([
      [2, "over"],
    ]);
  });

  test("passes an error cell on, and refuses columns that do not match or hold nothing", () => {
    expect(call("COVERAGE_CHECK", column("a", "b"), column(1, { error: "#REF!" }), column(2, 2))).toEqual({
      error: "#REF!",
    });
    expect(call("COVERAGE_CHECK", column("a", "b"), column(1, 1), column(2))).toEqual({
      error: "#VALUE!",
      message: "COVERAGE_CHECK requires eligible to have as many rows as group (2); found 1.",
    });
    expect(call("COVERAGE_CHECK", column(0, null), column(0, null), column(0, ""))).toEqual({
      error: "#N/A",
      message: "COVERAGE_CHECK requires at least one value in group.",
    });
  });
});
