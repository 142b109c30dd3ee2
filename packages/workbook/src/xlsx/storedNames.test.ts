import { table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { decodeFormula, encodeCalls } from "./storedNames.ts";

const noNames: ReadonlySet<string> = new Set();

describe("names of functions in a file", () => {
  test("come back as people type them, whatever the case", () => {
    expect(decodeFormula("_xldudf_TALLY_COVERAGE_RATE(A1,B1)")).toBe("TALLY.COVERAGE_RATE(A1,B1)");
    expect(decodeFormula("1+_xldudf_tally_coverage_rate (A1,B1)")).toBe("1+TALLY.COVERAGE_RATE (A1,B1)");
    expect(decodeFormula("_XLDUDF_TALLY_FUNDING_SPLIT_EXPLAIN(1,2)")).toBe(
      "TALLY.FUNDING_SPLIT_EXPLAIN(1,2)",
    );
  });

  test.each(table.map(({ id }) => id))("%s there and back", (id) => {
    const stored = encodeCalls(`TALLY.${id}(A1)`, noNames);
    expect(stored).toBe(`_xldudf_TALLY_${id}(A1)`);
    expect(decodeFormula(stored)).toBe(`TALLY.${id}(A1)`);
  });

  test("lose Excel's prefixes", () => {
    expect(decodeFormula("_xlfn.LET(_xlpm.x,_xlfn._xlws.FILTER(A1:A3,B1:B3),SUM(_xlpm.x))")).toBe(
      "LET(x,FILTER(A1:A3,B1:B3),SUM(x))",
    );
    expect(decodeFormula("_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a+_xlpm.b)")).toBe("LAMBDA(a,[b],a+b)");
    expect(decodeFormula("_xlfn.MAP(A1:A2,_xleta.SUM)")).toBe("MAP(A1:A2,SUM)");
  });

  test("stay in text, in sheet names and in others' functions", () => {
    const text = 'IF(A1="_xlfn.X ""_xldudf_TALLY_COVERAGE_RATE(""",\'_xlpm.s\'!A1,_xldudf_OTHER_RATE(1))';
    expect(decodeFormula(text)).toBe(text);
    expect(decodeFormula("my_xlfn.A+_xldudf_TALLY_NO_SUCH(1)")).toBe("my_xlfn.A+_xldudf_TALLY_NO_SUCH(1)");
    const typed = 'A1&"TALLY.COVERAGE_RATE("&MY.TALLY.COVERAGE_RATE(1)&TALLY.NO_SUCH(1)&TALLY.COVERAGE_RATE';
    expect(encodeCalls(typed, noNames)).toBe(typed);
    expect(encodeCalls("TALLY.COVERAGE_RATE(1,2)", new Set(["tally.coverage_rate"]))).toBe(
      "TALLY.COVERAGE_RATE(1,2)",
    );
  });

  test("are stored whatever the case they were typed in", () => {
    expect(encodeCalls('IF(B1=0,"TALLY.X(",tally.coverage_rate (A1,B1))', noNames)).toBe(
      'IF(B1=0,"TALLY.X(",_xldudf_TALLY_COVERAGE_RATE (A1,B1))',
    );
  });
});
