import { describe, expect, test } from "vitest";

import { formulaParts } from "./formulaParts.ts";

describe("formulaParts", () => {
  test("tells calls with their arguments as they are written, the inner ones first", () => {
    expect(formulaParts('IF(A1>0, TALLY.COVERAGE_RATE(B2:B9&"",{1,2;3,4}) ,"a,b)")').calls).toEqual([
      {
        name: "TALLY.COVERAGE_RATE",
        text: 'TALLY.COVERAGE_RATE(B2:B9&"",{1,2;3,4})',
        args: ['B2:B9&""', "{1,2;3,4}"],
      },
      {
        name: "IF",
        text: 'IF(A1>0, TALLY.COVERAGE_RATE(B2:B9&"",{1,2;3,4}) ,"a,b)")',
        args: ["A1>0", 'TALLY.COVERAGE_RATE(B2:B9&"",{1,2;3,4})', '"a,b)"'],
      },
    ]);
    expect(formulaParts("today()+f(1,,2)+(3)").calls).toEqual([
      { name: "TODAY", text: "today()", args: [] },
      { name: "F", text: "f(1,,2)", args: ["1", "", "2"] },
    ]);
  });

  test.each([
    ["A1+$B$2", ["A1", "$B$2"]],
    ["SUM(A:A,$1:3,C3:D4)", ["A:A", "$1:3", "C3:D4"]],
    ["Units!A1+'My (sheet)''s'!B2:B3", ["Units!A1", "'My (sheet)''s'!B2:B3"]],
    ["区县!C3", ["区县!C3"]],
    ['"A1"&LOG10(B1)&Q1_total', ["B1"]],
  ])("tells the references of %s", (formula, references) => {
    expect(formulaParts(formula).references).toEqual(references);
  });

  test("tells names, which are neither calls, references, sheets nor texts", () => {
    expect(formulaParts("Goal*RATE(Units!A1,'a sheet'!B1,\"text\")+覆盖率+TRUE").words).toEqual([
      "goal",
      "覆盖率",
      "true",
    ]);
  });

  test.each([
    ["[1]Sheet1!A1", true],
    ["SUM(Table1[covered],1)", true],
    ["SUBTOTAL(109,[Income])", true],
    ["LAMBDA(x,[y],x)(1)", false],
    ['"[1]"&A1', false],
  ])("tells whether %s refers to a table or another workbook: %s", (formula, isElsewhere) => {
    expect(formulaParts(formula).isElsewhere).toBe(isElsewhere);
  });
});
