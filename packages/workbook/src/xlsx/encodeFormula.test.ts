import { describe, expect, test } from "vitest";

import { encodeFormula } from "./encodeFormula.ts";
import { decodeFormula } from "./storedNames.ts";

const none: ReadonlySet<string> = new Set();

describe("a formula as a file stores it", () => {
  // The stored forms are those of MS-XLSX 2.2.3 and of files that Excel saved.
  test.each([
    ["1+1", "1+1"],
    ["SUM(A1:B2, 3)", "SUM(A1:B2, 3)"],
    ["TALLY.COVERAGE_RATE(A1,B1)", "_xldudf_TALLY_COVERAGE_RATE(A1,B1)"],
    ["tally.coverage_rate(A1,B1)", "_xldudf_TALLY_COVERAGE_RATE(A1,B1)"],
    ['textjoin(",",TRUE,A:A)', '_xlfn.TEXTJOIN(",",TRUE,A:A)'],
    ["FILTER(A1:A9,B1:B9>0)", "_xlfn._xlws.FILTER(A1:A9,B1:B9>0)"],
    ["SORT(UNIQUE(A1:A9))", "_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))"],
    ["STDEV.S(A1:A9)+NETWORKDAYS.INTL(A1,B1)", "_xlfn.STDEV.S(A1:A9)+NETWORKDAYS.INTL(A1,B1)"],
    ["LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["MAP(A1:A3,LAMBDA(a,a*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2))"],
    ["LAMBDA(x,x+1)(2)", "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(2)"],
    ["LET(f,LAMBDA(x,x),f(2))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x),_xlpm.f(2))"],
    ["\"FILTER(\"&'LET (1)'!A1", "\"FILTER(\"&'LET (1)'!A1"],
    ["IF(A1,,-B1%)", "IF(A1,,-B1%)"],
    ['{1,-2;"a",#N/A}', '{1,-2;"a",#N/A}'],
    ["INDEX(A1:A9,2):INDEX(A1:A9,4)", "INDEX(A1:A9,2):INDEX(A1:A9,4)"],
    ["合计+数据!$A$1", "合计+数据!$A$1"],
    ["Total.2026*SUM(1:3)", "Total.2026*SUM(1:3)"],
  ])("%s", (typed, stored) => {
    expect(encodeFormula(typed, none)).toBe(stored);
    expect(decodeFormula(stored).toLowerCase()).toBe(typed.toLowerCase());
  });

  test("leaves a name of the workbook that reads like a function", () => {
    expect(encodeFormula("FILTER(1)", new Set(["filter"]))).toBe("FILTER(1)");
  });

  test.each([
    ...[
      "",
      "1+",
      "SUM(",
      "SUM(1,2))",
      "(1",
      '"abc',
      "1 2",
      "A1 B1",
      "A1:",
      "*2",
      "1;2",
      "SUM(1;2)",
      "~",
      ";",
    ],
    ...[
      "{1,2",
      "{1;2,3}",
      "{A1}",
      "{1+1}",
      "A1#",
      "@A1",
      "T[x]",
      "[1]S!A1",
      "A1048577",
      "XFE1",
      "'",
      "A1&",
      "=1",
    ],
    ...[
      "S1:S2!A1",
      "LET(a,1,",
      "1e",
      "A1..B2",
      "(".repeat(65) + "1" + ")".repeat(65),
      "1+".repeat(4096) + "1",
    ],
  ])("is none of %s, which would make Excel repair the file", (typed) => {
    expect(encodeFormula(typed, none)).toBeUndefined();
  });
});
