import { describe, expect, test } from "vitest";

import type { Book, BookCell, BookName, BookValue, ComputedCell } from "@tallykit/sheet/book";
import { calculate, RecursiveNameError } from "./engine.ts";

interface Given {
  readonly last?: Readonly<Record<string, BookValue>>;
  readonly names?: readonly BookName[];
}

interface Found {
  readonly results: Readonly<Record<string, ComputedCell>>;
  readonly kept: readonly string[];
}

/** Calculates the sheet S, whose formulas last came to what is given; texts that start with = are formulas. */
async function calculated(cells: Readonly<Record<string, BookValue>>, given: Given = {}): Promise<Found> {
  const typed = Object.entries(cells).map(([address, value]): [string, BookCell] => {
    if (typeof value !== "string" || !value.startsWith("=")) return [address, { value }];
    const [formula = "", array] = value.slice(1).split(" in ");
    return [address, array === undefined ? { formula } : { formula, array }];
  });
  const book: Book = { names: given.names ?? [], sheets: [{ name: "S", cells: new Map(typed) }] };
  const kept: string[] = [];
  const last = given.last && new Map([["S", new Map(Object.entries(given.last))]]);
  const { sheets } = await calculate(book, {
    ...(last && { last }),
    onKept: (sheet, address) => kept.push(`${sheet}!${address}`),
  });
  return { results: Object.fromEntries(sheets.get("S") ?? []), kept };
}

/** Formulas that only another program calculates, and why. */
const beyond: readonly (readonly [string, string])[] = [
  ["[1]S!A1*2", "another workbook"],
  ["SUM('[Book 2.xlsx]She''et'!A1:A2)", "another workbook"],
  ["[1]!Rate", "another workbook"],
  ["SUM(S:T!A1)", "several sheets"],
  ["SUM('S 1:S 2'!A1)", "several sheets"],
  ["Gone[covered]", "table that is not in the workbook"],
  ["SUM(A1:INDEX(A1:A3,2))", "a range out of functions"],
  ["SUM(OFFSET(A1,0,0):A3)", "a range out of functions"],
  ["A1:A3 A2:C2", "where ranges cross"],
  ["@SUM(A1:A3)", "# or @"],
  ["LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1)", "may be left out"],
  ["Elsewhere+1", "the name Elsewhere: it refers to another workbook"],
  ["Through+1", "the name Through: it uses the name Elsewhere"],
];
const told: readonly (readonly [string, string])[] = [
  ["OWN_FUNCTION(A1)", "it calls OWN_FUNCTION"],
  ["_xldudf_OTHER_PRICE(A1)", "it calls OTHER_PRICE"],
  ["GETPIVOTDATA(1,A1)", "it calls GETPIVOTDATA"],
  ["CUBEVALUE(1)", "it calls CUBEVALUE"],
  ["GROUPBY(A1:A3,A1:A3,SUM)", "it calls GROUPBY"],
  ["LET(f,LAMBDA(x,x+1),f(2))", "it calls f"],
  ["MAP(A1:A3,ABS)", "hands a function over"],
  ["SUM((A1,A3))", "only Excel reads"],
];
const names = [
  { name: "Through", formula: "Elsewhere*2" },
  { name: "Elsewhere", formula: "[1]S!$A$1" },
];
const data = { A1: 1, A2: 2, A3: 3 };

describe("a formula that only another program calculates", () => {
  test.each([...beyond, ...told])(
    "%s keeps its last value, also for those that read it",
    async (formula, words) => {
      const cells = { ...data, Z1: `=${formula}`, Z2: "=Z1+1" };
      const { results, kept } = await calculated(cells, { last: { Z1: 41, Z2: 0 }, names });
      expect(kept).toEqual(["S!Z1"]);
      expect(results["Z2"]?.value).toBe(42);
      expect(results["Z1"]?.value).toMatchObject({
        error: "#NAME?",
        message: expect.stringContaining(words) as string,
      });
    },
  );

  test.each(beyond)(
    "%s without a last value is an error in words, never a number",
    async (formula, words) => {
      const { results, kept } = await calculated({ ...data, Z1: `=${formula}` }, { names });
      expect(kept).toEqual([]);
      expect(results["Z1"]?.value).toMatchObject({
        error: "#NAME?",
        message: expect.stringContaining(words) as string,
      });
    },
  );

  test("keeps the whole range it filled", async () => {
    const cells = { Z1: "=OTHER(1) in Z1:AA2", Y1: "=SUM(Z1:AA2)" };
    const { results } = await calculated(cells, { last: { Z1: 1, AA1: 2, Z2: 3, AA2: 4 } });
    expect(results["Y1"]?.value).toBe(10);
  });

  test("that uses a name which refers to itself is kept, and without a last value the book is refused", async () => {
    const fact = [{ name: "Fact", formula: "LAMBDA(n,IF(n<2,1,n*Fact(n-1)))" }];
    const cells = { Z1: "=Fact(3)", Z2: "=Z1*2" };
    const { results, kept } = await calculated(cells, { last: { Z1: 6 }, names: fact });
    expect([kept, results["Z2"]?.value]).toEqual([["S!Z1"], 12]);
    await expect(calculated(cells, { names: fact })).rejects.toThrow(RecursiveNameError);
  });
});

test("a function of dates is left to Excel in a workbook that counts days from 1904", async () => {
  const formulas = [
    "DATE(2026,1,1)",
    "YEAR(A1)",
    "A1-TODAY()",
    'TEXT(A1,"yyyy-mm")',
    'TEXT(A1,"0%")',
    "A1+1",
  ];
  const cells = new Map<string, BookCell>([["A1", { value: 44_561 }]]);
  formulas.forEach((formula, row) => cells.set(`B${row + 1}`, { formula }));
  const kept: string[] = [];
  const { sheets } = await calculate(
    { names: [], sheets: [{ name: "S", cells }] },
    {
      from1904: true,
      last: new Map([["S", new Map([["B1", 44_561]])]]),
      onKept: (_, address) => kept.push(address),
    },
  );
  const values = formulas.map((_, row) => sheets.get("S")?.get(`B${row + 1}`)?.value);
  expect(kept).toEqual(["B1"]);
  for (const value of values.slice(0, 4)) {
    expect(value).toMatchObject({ message: expect.stringContaining("from 1904") as string });
  }
  expect(values.slice(4)).toEqual(["4456100%", 44_562]);
});

describe("a formula of the time before results filled other cells", () => {
  test("keeps the value of its own row instead of filling what stands below", async () => {
    const cells = { ...data, B2: "=A1:A3*10", B3: "note", C1: "=B2+1" };
    const { results, kept } = await calculated(cells, { last: { B2: 20, C1: 0 } });
    expect(kept).toEqual(["S!B2"]);
    expect(results["C1"]?.value).toBe(21);
  });

  test("is told from one that fills a range by design", async () => {
    for (const formula of ["SEQUENCE(3)", "TALLY.COVERAGE_RATE(A1:A3,4)", "A1:A3*2 in B1:B3"]) {
      const { results, kept } = await calculated({ ...data, B1: `=${formula}` }, { last: { B1: 1, B2: 2 } });
      expect([kept, results["B1"]?.spill?.length]).toEqual([[], 3]);
    }
  });
});

test.each([
  "SUM(A1:A2+A2:A3)",
  "IF(A1>0,A1:A3,A2)",
  "LET(n,5,MAP(A1:A3,LAMBDA(x,x+n)))",
  'COUNTIF(A1:A3,"[1]S!A1")',
  "TALLY.COVERAGE_RATE(1,2)",
  "1E+3+#REF!",
  "LAMBDA(max,A1,max)",
])("%s is left to the engine", async (formula) => {
  const { results } = await calculated({ ...data, Z1: `=${formula}` });
  expect(JSON.stringify(results["Z1"]?.value)).not.toContain("The engine cannot read this formula:");
});
