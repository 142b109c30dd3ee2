import { describe, expect, test } from "vitest";

import { shiftFormula } from "./shiftFormula.ts";

describe("a shared formula written out", () => {
  test.each([
    ["A1*$B1+C$1-$D$1", "B3*$B3+D$1-$D$1"],
    ["A1&\"A1\"&'A1 sheet'!A1", "B3&\"A1\"&'A1 sheet'!B3"],
    ["Table1[[#This Row],[A1]]+A1", "Table1[[#This Row],[A1]]+B3"],
    ["LOG10(A1)+ATAN2(A1,B1)", "LOG10(B3)+ATAN2(B3,C3)"],
    ["SUM(A:C)+SUM($A:C)+SUM(1:3)+SUM($1:3)", "SUM(B:D)+SUM($A:D)+SUM(3:5)+SUM($1:5)"],
    ["AB1!A1+1E5+rate_A1+A1_x+西部A1", "AB1!B3+1E5+rate_A1+A1_x+西部A1"],
    ["XFD1048576+XFE1", "A2+XFE1"],
    ["_xldudf_TALLY_COVERAGE_RATE(A1:A2,B1)", "_xldudf_TALLY_COVERAGE_RATE(B3:B4,C3)"],
    ['"an open quote A1', '"an open quote A1'],
  ])("%s moves to %s", (formula, moved) => {
    expect(shiftFormula(formula, { rows: 2, columns: 1 })).toBe(moved);
  });

  test("moves up and to the left, and past the first to the last", () => {
    expect(shiftFormula("C5+A1", { rows: -2, columns: -1 })).toBe("B3+XFD1048575");
  });
});
