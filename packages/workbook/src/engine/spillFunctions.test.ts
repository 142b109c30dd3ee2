import { expect, test } from "vitest";

import type { BookCell, BookName, BookValue, ComputedCell } from "@tallykit/sheet/book";
import { calculate } from "./engine.ts";
import { withoutSpillOperators } from "./spillOperators.ts";

/** What formulas beside a range come to that a formula fills: 1 to 5 in A1:A5 of Sheet1, 1 to 2 in A1:A2 of "a b". */
async function beside(
  formulas: Readonly<Record<string, string>>,
  names: readonly BookName[] = [],
): Promise<Readonly<Record<string, ComputedCell>>> {
  const cells = new Map<string, BookCell>([
    ["A1", { formula: "SEQUENCE(5)" }],
    ["B1", { value: 3 }],
    ["B2", { formula: "1+1" }],
    ...Object.entries(formulas).map(([address, formula]): [string, BookCell] => [address, { formula }]),
  ]);
  for (let row = 1; row <= 5; row += 1) cells.set(`C${row}`, { value: row * 10 });
  const other = new Map<string, BookCell>([["A1", { formula: "SEQUENCE(2)" }]]);
  const book = {
    names,
    sheets: [
      { name: "Sheet1", cells },
      { name: "a b", cells: other },
    ],
  };
  return Object.fromEntries((await calculate(book)).sheets.get("Sheet1") ?? []);
}

async function valueBeside(formula: string, address = "Z9"): Promise<BookValue | undefined> {
  return (await beside({ [address]: formula }))[address]?.value;
}

test("A1# is the range that the formula of A1 fills", async () => {
  const results = await beside({ F1: "A1#", G1: "A1#*2", H1: "'a b'!A1#", I1: "MAP(A1#,LAMBDA(x,x*2))" });
  expect(results["F1"]?.spill).toEqual([[1], [2], [3], [4], [5]]);
  expect(results["G1"]?.spill).toEqual([[2], [4], [6], [8], [10]]);
  expect(results["H1"]?.spill).toEqual([[1], [2]]);
  expect(results["I1"]?.spill).toEqual([[2], [4], [6], [8], [10]]);
  expect(await valueBeside("SUM(A1#)+ROWS($A$1#)")).toBe(20);
  expect(await valueBeside("SUM(ANCHORARRAY(A1))")).toBe(15);
  expect(await valueBeside("TALLY.COVERAGE_RATE(INDEX(A1#,3),4)")).toBe(0.75);
  expect(await valueBeside('"A1#"&A1')).toBe("A1#1");
});

test("A1# grows with a range that grows, in a chain", async () => {
  const chain = { D1: "SEQUENCE(SUM(E1#))", E1: "SEQUENCE(B1)", F1: "SUM(D1#)" };
  expect((await beside(chain))["F1"]?.value).toBe(21);
});

test("A1# of a formula with one value is that value, and of a cell without one a broken reference", async () => {
  expect(await valueBeside("B2#")).toBe(2);
  expect(await valueBeside("B1#")).toEqual({ error: "#REF!" });
  expect(await valueBeside("A2#")).toEqual({ error: "#REF!" });
});

test("@ takes the cell of the formula's own row or column", async () => {
  expect(await valueBeside("@C1:C5", "Z4")).toBe(40);
  expect(await valueBeside("SINGLE(C1:C5)+1", "Z2")).toBe(21);
  expect(await valueBeside("@B1:C1", "B9")).toBe(3);
  expect(await valueBeside("@C:C*2", "Z5")).toBe(100);
  expect(await valueBeside("@C1:C5", "Z9")).toEqual({ error: "#VALUE!" });
  expect(await valueBeside("@B1:C2", "Z9")).toEqual({ error: "#VALUE!" });
  expect(await valueBeside("SINGLE(A1:A3+1)", "Z9")).toBe(2);
  const named = await beside({ Z3: "@tens" }, [{ name: "tens", formula: "Sheet1!$C$1:$C$5" }]);
  expect(named["Z3"]?.value).toBe(30);
});

test("operators within texts and sheet names stay", () => {
  expect(withoutSpillOperators(`"A1#@B2"&'x#@y'!A1&'it''s'!B2#&#REF!`)).toBe(
    `"A1#@B2"&'x#@y'!A1&ANCHORARRAY('it''s'!B2)&#REF!`,
  );
});

test.each([
  ["MAP(A1:A5,LAMBDA(x,x+0))", 1, [[1], [2], [3], [4], [5]]],
  ["BYROW(A1:A5,LAMBDA(r,SUM(r)))", 1, [[1], [2], [3], [4], [5]]],
  ["SCAN(0,A1:A5,LAMBDA(a,x,a+x))", 1, [[1], [3], [6], [10], [15]]],
  ["REDUCE(0,A1:A5,LAMBDA(a,x,a+x))", 15, undefined],
  ["BYCOL(A1:A5,LAMBDA(c,SUM(c)))", 15, undefined],
  ["TAKE(A1:A5,-2)", 4, [[4], [5]]],
  ["INDEX(A1:A5,4)+SUM(OFFSET(A1,1,0,2,1))", 9, undefined],
])("%s reads what another formula fills", async (formula, value, spill) => {
  // Those after it found wrong values too: the engine remembers what it reads.
  const { Z1, Y1, X1 } = await beside({
    Z1: formula,
    Y1: 'SUMIF(A1:A5,">1")',
    X1: "XLOOKUP(3,A1:A5,C1:C5)",
  });
  expect([Z1?.value, Z1?.spill]).toEqual([value, spill]);
  expect([Y1?.value, X1?.value]).toEqual([14, 30]);
});
