import type { Cell } from "@tallykit/sheet";
import { parseReference, toReference } from "@tallykit/sheet/book";
import { describe, expect, test } from "vitest";

import type { SheetRange } from "../host/sheetHost.ts";
import { checkRange } from "./checkRange.ts";

type TestCell = Cell | { readonly formula: string; readonly shows: Cell };

/** A range with its upper left corner at an address. */
function rangeAt(corner: string, rows: readonly (readonly TestCell[])[], sheet = "Sheet1"): SheetRange {
  const { first } = parseReference(corner)!;
  const last = { row: first.row + rows.length - 1, column: first.column + (rows[0]?.length ?? 1) - 1 };
  const cells = rows.map((row) =>
    row.map((cell) =>
      typeof cell === "object" && cell !== null && "formula" in cell
        ? cell
        : { formula: undefined, shows: cell },
    ),
  );
  return {
    sheet,
    address: toReference({ first, last }),
    values: cells.map((row) => row.map(({ shows }) => shows)),
    formulas: cells.map((row) => row.map(({ formula }) => formula)),
  };
}

/** The findings as lines: where, kind, what. */
function lines(range: SheetRange, language: "en" | "zh" = "en"): string[] {
  return checkRange(range, language).findings.map(
    ({ reference, kind, says }) => `${reference.sheet ?? ""}!${reference.address} ${kind}: ${says}`,
  );
}

/** The published counts of the 2016 review, with what people get wrong. */
const table: readonly (readonly TestCell[])[] = [
  ["area", "covered", "eligible", "rate"],
  ["North", 1442, 1442, 1],
  ["north", "6015", 6573, 0.915],
  ["East", 2257, 919, null],
  ["West", -3, 10, null],
  ["South", null, 20, null],
  ["total", 9711, 8964, null],
];

describe("checkRange", () => {
  test("counts what a range holds", () => {
    const range = rangeAt("B2", [
      ["unit", "members"],
      ["mill", 3],
      ["mill", 2.5],
      ["shop", true],
      [null, { error: "#N/A" }],
      ["dock", { formula: "=C3*2", shows: -6 }],
    ]);
    expect(checkRange(range, "en").summary).toEqual([
      "12 cells: 3 numbers, 6 texts, 1 TRUE or FALSE, 1 blank, 1 error; 1 with a formula. Of the numbers, 1 negative and 1 with decimals.",
      "Column B has 3 different names, 1 of them in more than one row: mill (2 rows).",
    ]);
    expect(checkRange(range, "zh").summary).toEqual([
      "共 12 个单元格：数字 3 个，文本 6 个，逻辑值 1 个，空白 1 个，错误值 1 个；含公式 1 个。数字中有负数 1 个、带小数的 1 个。",
      "B 列有 3 个不同的名称，其中 1 个不止一行：mill（2 行）。",
    ]);
  });

  test("checks a table of coverage by its titles, at the cells where things are", () => {
    expect(lines(rangeAt("B5", table))).toEqual([
      'Sheet1!B7 near-equal name: "north" (1 cell) differs from "North" in B6 only by case',
      'Sheet1!C7 number stored as text: the text "6015" among numbers',
      "Sheet1!C8 over: 2257 covered of 919 eligible is more than 100%",
      "Sheet1!C9 negative: covered is -3, and a count is never below 0",
      "Sheet1!C10 missing: covered is missing",
    ]);
  });

  test("finds the same in a Chinese table, and tells it in Chinese", () => {
    const chinese = rangeAt(
      "A1",
      [
        ["区域", "已覆盖", "应覆盖", "公布覆盖率"],
        ["东区", 6015, 6573, 0.92],
        ["西区", 2257, 919, null],
        ["合计", 8272, 7492, null],
      ],
      "台账",
    );
    const found = checkRange(chinese, "zh").findings;
    expect(found.map(({ reference, kind }) => [reference.sheet, reference.address, kind])).toEqual([
      ["台账", "D2", "公布值不符"],
      ["台账", "B3", "超出"],
    ]);
    // 6,015 of 6,573 is 91.5%; 92.0% would be 6,044 to 6,050 of them.
    expect(found[0]?.says).toContain("6015/6573 为 91.5%");
    expect(found[1]?.advice).toContain("请核对");
  });

  test("looks at the ranges that our functions are called on, also those of the development add-in", () => {
    const range = rangeAt("A1", [
      ["a", 12, 10, { formula: "=TALLY_DEV.COVERAGE_RATE(B1,C1)", shows: 1.2 }],
      ["b", 5, 10, { formula: "=TALLY.COVERAGE_RATE(B2,C2)", shows: 0.5 }],
    ]);
    expect(lines(range)).toEqual(["Sheet1!B1 over 100%: 12 covered of 10 eligible is more than 100%"]);
  });

  test("tells errors of formulas, and a run of them once", () => {
    const rate = (row: number): TestCell => ({
      formula: `=B${row}/C${row}`,
      shows: { error: "#DIV/0!" },
    });
    const rows = [2, 3, 4, 5].map((row) => [`unit ${row}`, 3, 0, rate(row)]);
    const found = checkRange(rangeAt("A2", rows), "en").findings;
    expect(found).toEqual([
      {
        reference: { sheet: "Sheet1", address: "D2:D5" },
        kind: "formula error",
        says: "4 cells; the first: #DIV/0!: a division by zero or by a blank cell",
        advice: "correct the formula or the cells it reads",
      },
    ]);
  });

  test("knows the spreadsheet's own functions, but not every name of ours", () => {
    const formulas = ["=SUM(A1:A9)", "=LAMBDA(x,x)(1)", "=OTHER.ADDIN(1)", "=TALLY.COVRAGE_RATE(1,2)"];
    const range = rangeAt(
      "A1",
      formulas.map((formula) => [{ formula, shows: 1 }]),
    );
    expect(lines(range)).toEqual([
      "Sheet1!A4 unknown function: calls TALLY.COVRAGE_RATE, not known here; its last value is kept, and what depends on it is not checked",
    ]);
  });

  test("takes what our formulas fill for results, not for data", () => {
    const call = "=TALLY.COVERAGE_IMPLIED(A1,A2)";
    const none: Cell = { error: "#N/A" };
    expect(
      lines(
        rangeAt("A1", [
          [1, { formula: call, shows: 5000 }, 1, none],
          [0.02, null, null, null],
        ]),
      ),
    ).toEqual([]);
    // The same error with nothing that would fill its cell.
    expect(lines(rangeAt("A1", [[1, 5000, 1, none]]))).toEqual([
      "Sheet1!D1 stored error: holds #N/A (no value available) without a formula",
    ]);
    // A result with titles of coverage is not checked as if it were typed.
    const filled = rangeAt("E1", [
      [
        { formula: "=TALLY.COVERAGE_BY_GROUP(A1:A9,B1:B9,C1:C9)", shows: "group" },
        "covered",
        "eligible",
        "rate",
        "status",
      ],
      ["north", 12, 10, 1.2, "over"],
      ["total", 12, 10, 1.2, "over"],
    ]);
    expect(lines(filled)).toEqual([]);
  });

  test("tells fractions and negative numbers where counts are due", () => {
    const members = [5, 3, 2.5, -1, 8].map((value) => [value]);
    expect(lines(rangeAt("C1", [["members"], ...members]))).toEqual([
      "Sheet1!C4 fraction among counts: 2.5 is no whole number in a column of counts",
      "Sheet1!C5 negative number: -1 is below 0 in a column of counts",
    ]);
    // Without such a title numbers are counts where nearly all are whole.
    expect(lines(rangeAt("C1", [["amount"], ...members]))).toEqual([]);
    const many = Array.from({ length: 20 }, (_, index) => [index]);
    expect(lines(rangeAt("C1", [...many, [0.5]]))).toEqual([
      "Sheet1!C21 fraction among counts: 0.5 is no whole number in a column of counts",
    ]);
  });

  test("finds nothing in clean data, nor in a blank cell", () => {
    const clean = rangeAt("A1", [
      ["group", "covered", "eligible"],
      ["own", 1442, 1442],
      ["joint", 6015, 6573],
    ]);
    expect(checkRange(clean, "en").findings).toEqual([]);
    expect(checkRange(rangeAt("C7", [[null]]), "en")).toEqual({
      summary: ["1 cell: 0 numbers, 0 texts, 1 blank, 0 errors; 0 with a formula."],
      findings: [],
    });
  });

  test("looks at 100,000 cells and says how many rows it left out", () => {
    const rows = Array.from({ length: 12_000 }, () => [
      1,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    const { summary } = checkRange(rangeAt("A1", rows), "en");
    expect(summary).toEqual([
      "100000 cells: 10000 numbers, 0 texts, 90000 blank, 0 errors; 0 with a formula.",
      "The range is too large: its first 10000 rows were checked, 2000 more were not.",
    ]);
  });

  test("lists 1,000 findings and says how many more there are", () => {
    const rows = Array.from({ length: 2_400 }, (_, index) => [index % 2 === 0 ? "=A" : "x"]);
    const { summary, findings } = checkRange(rangeAt("A1", rows), "en");
    // Every second text begins as a formula does.
    expect(summary).toContain("200 more findings are not listed.");
    expect(findings).toHaveLength(1000);
  });
});
