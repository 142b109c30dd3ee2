import { describe, expect, test } from "vitest";

import { evaluateFormula } from "./evaluateFormula.ts";

describe("evaluateFormula", () => {
  const sheet = [
    ["unit", "weight"],
    ["east", 2],
    ["west", 3],
    ["south", 1],
  ];

  test.each([
    ["=TALLY.FUNDING_SPLIT(100,B2:B4,1)", [[33], [50], [17]]],
    ["=TALLY.FUNDING_SPLIT(100,{2;3;1},1)", [[33], [50], [17]]],
    ["=TALLY.COVERAGE_RATE(B2,B3)", 2 / 3],
    ["=TALLY.COVERAGE_RATE(15%,60%)", { error: "#NUM!" }],
    ["=TALLY.FUNDING_SPLIT(10,TALLY.FUNDING_SPLIT(100,{2;3;1},1),1)", [[3], [5], [2]]],
    ["=TALLY.COVERAGE_RATE(B9,4)", { error: "#N/A" }],
  ])("%s", (formula, result) => {
    expect(evaluateFormula(formula, sheet)).toMatchObject(result as object);
  });

  test.each([
    "=SUM(1,2)",
    "=TALLY.COVERAGE_RATE(1,2)*100",
    "TALLY.COVERAGE_RATE(1,2)",
    "=TALLY.COVERAGE_RATE(1,A1+1)",
  ])("refuses %s, which needs a spreadsheet", (formula) => {
    expect(() => evaluateFormula(formula, sheet)).toThrow(/evaluated/);
  });
});
