import { callFunction, findFunction, formulaOf, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import type { RangeReference } from "../host/sheetHost.ts";
import { callParts } from "./callParts.ts";
import { composeFormula, exampleFormula } from "./composeFormula.ts";
import { type ReadArgument, readFormulaArgument } from "./readFormulaArgument.ts";
import { readTypedArgument } from "./readTypedArgument.ts";
import { overlap, referenceText } from "./references.ts";

const cell = { takes: "number", shape: "cell" } as const;

/** What a read argument hands over, or why it does not. */
function told(read: ReadArgument): unknown {
  if (read.kind === "value") return read.value;
  return read.kind === "refused" ? `refused: ${read.because}` : read;
}

describe("a reference", () => {
  test.each([
    [{ address: "B2" }, "B2"],
    [{ sheet: "Here", address: "B2:C9" }, "B2:C9"],
    [{ sheet: "Data", address: "B2" }, "Data!B2"],
    [{ sheet: "数据", address: "B2" }, "数据!B2"],
    [{ sheet: "My data", address: "B2" }, "'My data'!B2"],
    [{ sheet: "it's", address: "B2" }, "'it''s'!B2"],
    // Names that a formula would take for something else.
    [{ sheet: "A1", address: "B2" }, "'A1'!B2"],
    [{ sheet: "R1C1", address: "B2" }, "'R1C1'!B2"],
    [{ sheet: "rc", address: "B2" }, "'rc'!B2"],
    [{ sheet: "2026", address: "B2" }, "'2026'!B2"],
    [{ sheet: "TRUE", address: "B2" }, "'TRUE'!B2"],
    [{ sheet: "a-b", address: "B2" }, "'a-b'!B2"],
  ] as const)("%o is written %s", (reference: RangeReference, text) => {
    expect(referenceText(reference, "Here")).toBe(text);
    // Whatever was written is read as the same cells.
    expect(told(readFormulaArgument(text))).toMatchObject({
      reference: { address: reference.address, ...(text.includes("!") ? { sheet: reference.sheet } : {}) },
    });
  });

  test("shares cells or does not", () => {
    expect(overlap({ address: "A1:B9" }, { address: "B9:C12" })).toBe(true);
    expect(overlap({ address: "A1:B9" }, { address: "C1:C12" })).toBe(false);
    expect(overlap({ address: "A1:B9" }, { address: "A10" })).toBe(false);
    expect(overlap({ sheet: "x", address: "A1" }, { sheet: "y", address: "A1" })).toBe(false);
  });
});

describe("what is typed into a field", () => {
  test.each([
    ["", cell, { kind: "absent" }],
    ["12.5", cell, 12.5],
    ["-3", cell, -3],
    ["1,234,567.5", cell, 1234567.5],
    ["９１．５％", cell, 0.915],
    ["91.5%", cell, 0.915],
    ["1,23", cell, "refused: number"],
    ["ten", cell, "refused: number"],
    ["=1+1", cell, "refused: number"],
    ["SUM(A1:A9)", cell, "refused: number"],
    ["1234567890123456", cell, "refused: digits"],
    ["1e400", cell, "refused: number"],
    ["A:A", cell, "refused: wholeColumns"],
    ["3:9", cell, "refused: wholeColumns"],
    ["$B$2:C9", cell, { kind: "reference", reference: { address: "B2:C9" }, isText: false }],
    ['B2:B9&""', cell, { kind: "reference", reference: { address: "B2:B9" }, isText: true }],
    [
      "'My data'!B2",
      cell,
      { kind: "reference", reference: { sheet: "My data", address: "B2" }, isText: false },
    ],
    [
      "{1,2;3,4}",
      cell,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["{1,2;3}", cell, "refused: number"],
    // 22 November 2026 is day 46348 by the serial numbers of spreadsheets.
    ["2026-11-22", { takes: "date", shape: "cell" }, 46348],
    ["2026年11月22日", { takes: "date", shape: "cell" }, 46348],
    ["2026/2/30", { takes: "date", shape: "cell" }, "refused: date"],
    ["soon", { takes: "date", shape: "cell" }, "refused: date"],
    ["是", { takes: "flag", shape: "column" }, true],
    ["No", { takes: "flag", shape: "column" }, false],
    ["maybe", { takes: "flag", shape: "column" }, "refused: flag"],
    ["east", { takes: "key", shape: "cell" }, "east"],
    ["east", { takes: "key", shape: "column" }, "refused: range"],
    ['"east"', { takes: "key", shape: "column" }, "east"],
    ['say "no"', { takes: "key", shape: "cell" }, "refused: quotes"],
    ['"say ""no"""', { takes: "key", shape: "cell" }, 'say "no"'],
  ] as const)("%s for %o", (text, parameter, expected) => {
    expect(told(readTypedArgument(text, parameter))).toEqual(expected);
  });
});

describe("a formula", () => {
  const compose = (texts: readonly string[], takes: "number" | "date" | "key" = "number"): string =>
    composeFormula({
      namespace: "TALLY_DEV",
      id: "F",
      given: texts.map((text) => readTypedArgument(text, { takes, shape: "cell" })),
      sheet: "Here",
    });

  test("is written as people type it", () => {
    expect(compose(["1,999", "91.5%", ""])).toBe("=TALLY_DEV.F(1999,91.5%)");
    expect(compose(["", "", "3", "", ""])).toBe("=TALLY_DEV.F(,,3)");
    expect(compose(["Here!$B$2", "'My data'!B2:B9"])).toBe("=TALLY_DEV.F(B2,'My data'!B2:B9)");
    expect(compose(["2026-1-5"], "date")).toBe("=TALLY_DEV.F(DATE(2026,1,5))");
    expect(compose(["east", '"a ""b"""', 'B2&""'], "key")).toBe('=TALLY_DEV.F("east","a ""b""",B2&"")');
  });

  test("of every example holds the arguments that give the example's result", () => {
    for (const row of table) {
      for (const example of row.examples) {
        const { id, args } = callParts(exampleFormula(row, example, "TALLY_DEV")) ?? { id: "", args: [] };
        const given = args.map((text) => told(readFormulaArgument(text)));
        const values = given.map((value) =>
          typeof value === "object" && value && "kind" in value ? undefined : value,
        );
        expect(callFunction(id, values), formulaOf(row.id, example.arguments)).toEqual(example.result);
      }
    }
  });

  test.each([
    "=TALLY.COVERAGE_RATE(A1,2)*100",
    "=TALLY.COVERAGE_RATE(1,2)+TALLY.COVERAGE_RATE(1,2)",
    "=SUM(A1:A9)",
    "=1+TALLY.COVERAGE_RATE(1,2)",
    "TALLY.COVERAGE_RATE(1,2)",
    "=TALLY.COVERAGE_RATE(1,2",
  ])("%s is not one call of ours", (formula) => {
    expect(callParts(formula)).toBeUndefined();
  });

  test("is taken apart whatever its texts hold", () => {
    expect(callParts('= tally.score_band( 7 , {0;6} , {"a,b";"c)"} )')).toEqual({
      id: "SCORE_BAND",
      args: ["7", "{0;6}", '{"a,b";"c)"}'],
    });
    expect(findFunction("SCORE_BAND")).toBeDefined();
  });
});
