import { describe, expect, test } from "vitest";

import { readArgumentText } from "./argumentText.ts";

describe("readArgumentText", () => {
  test.each([
    ["12", 12],
    ["-0.5", -0.5],
    ["- 3", -3],
    ["+7", 7],
    ["1E3", 1000],
    ["20%", 0.2],
    ["91.5%", 0.915],
    ['"a ""quoted"" text, with a comma"', 'a "quoted" text, with a comma'],
    ['""', ""],
    ["true", true],
    ["FALSE()", false],
    ["#N/A", { error: "#N/A" }],
    ["(5)", 5],
    // The serial numbers that Excel gives: 1900-03-01 is 61, 2026-01-01 is 46023.
    ["DATE(2026,1,1)", 46023],
    ["date( 1900 , 3 , 1 )", 61],
  ])("reads the constant %s", (text, value) => {
    expect(readArgumentText(text)).toEqual({ kind: "value", value });
  });

  test.each([
    [
      "{1,2;3,4}",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['{"a;b","c,d"}', [["a;b", "c,d"]]],
    ["{-1;TRUE;#N/A;50%}", [[-1], [true], [{ error: "#N/A" }], [0.5]]],
  ])("reads the array constant %s", (text, value) => {
    expect(readArgumentText(text)).toEqual({ kind: "value", value });
  });

  test.each([
    ["B2", { address: "B2" }],
    ["$B$2:c$9", { address: "B2:C9" }],
    ["(B2:B9)", { address: "B2:B9" }],
    ["B:B", { address: "B:B" }],
    ["$1:3", { address: "1:3" }],
    ['B2:B9&""', { address: "B2:B9", asText: true }],
    ["Units!A1", { sheet: "Units", address: "A1" }],
    ["'It''s (a) sheet'!A1:A3", { sheet: "It's (a) sheet", address: "A1:A3" }],
    ["区县!$C$3", { sheet: "区县", address: "C3" }],
    ["@B2", { address: "B2" }],
    ["B2#", { address: "B2", isFilled: true }],
    ["'Two words'!$B$2#", { sheet: "Two words", address: "B2", isFilled: true }],
  ])("reads the reference %s", (text, found) => {
    expect(readArgumentText(text)).toEqual({ kind: "reference", asText: false, isFilled: false, ...found });
  });

  test("reads what is left out", () => {
    expect(readArgumentText("  ")).toEqual({ kind: "omitted" });
  });

  test.each([
    "B2+1",
    "SUM(B2:B9)",
    "TODAY()",
    "DATE(2026,13,1)",
    "DATE(A1,1,1)",
    "Goal",
    "Table1[covered]",
    "[1]Sheet1!A1",
    "{1,A1}",
    "{1,2;3}",
    "B2:B9#",
    "@B2:B9",
    "B9:B2",
    "XFE1",
    'B2:B9&"x"',
    '"a"&"b"',
    "B2,C2",
  ])("takes %s for an expression", (text) => {
    expect(readArgumentText(text)).toEqual({ kind: "expression" });
  });
});
