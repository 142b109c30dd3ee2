import { callFunction } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import type { BookCell, BookName, BookValue, ComputedCell } from "@tallykit/sheet/book";
import { calculate, RecursiveNameError } from "./engine.ts";

type Cells = Readonly<Record<string, BookValue>>;

/** Cells as people type them: text that begins with an equals sign is a formula. */
function typed(cells: Cells): ReadonlyMap<string, BookCell> {
  return new Map(
    Object.entries(cells).map(([address, value]) => [
      address,
      typeof value === "string" && value.startsWith("=") ? { formula: value.slice(1) } : { value },
    ]),
  );
}

/** Calculates sheets and gives what the formulas of the first came to. */
async function calculated(
  sheets: Readonly<Record<string, Cells>>,
  names: readonly BookName[] = [],
): Promise<Readonly<Record<string, ComputedCell>>> {
  const book = {
    names,
    sheets: Object.entries(sheets).map(([name, cells]) => ({ name, cells: typed(cells) })),
  };
  const { sheets: computed } = await calculate(book);
  expect([...computed.keys()]).toEqual(Object.keys(sheets));
  return Object.fromEntries(computed.get(book.sheets[0]!.name)!);
}

async function sheet(cells: Cells, names: readonly BookName[] = []): ReturnType<typeof calculated> {
  return calculated({ Sheet1: cells }, names);
}

/** The value of one formula beside some data. */
async function valueOf(
  formula: string,
  data: Cells = {},
  names: readonly BookName[] = [],
): Promise<BookValue> {
  return (await sheet({ ...data, Z99: formula }, names))["Z99"]!.value;
}

/** The words of an error of ours, as a direct call says them. */
function wordsOf(...call: Parameters<typeof callFunction>): BookValue {
  return callFunction(...call) as BookValue;
}

describe("our functions in a book", () => {
  test("go by their names in either case", async () => {
    expect(await valueOf("=TALLY.COVERAGE_RATE(3,4)")).toBe(0.75);
    expect(await valueOf("=tally.coverage_rate(3,4)")).toBe(0.75);
  });

  test("fill the range of their result", async () => {
    const data = { A1: 2, A2: 3, A3: 1, B1: "=TALLY.FUNDING_SPLIT(100,A1:A3,1)" };
    expect(await sheet(data)).toEqual({ B1: { value: 33, spill: [[33], [50], [17]] } });
  });

  test("may stand inside other functions, and other functions inside them", async () => {
    expect(await valueOf("=SUM(TALLY.FUNDING_SPLIT(100,{2;3;1},1))")).toBe(100);
    expect(await valueOf("=INDEX(TALLY.FUNDING_SPLIT(100,{2;3;1},1),2)")).toBe(50);
    expect(await valueOf("=TALLY.COVERAGE_RATE(SUM(1,2),TALLY.COVERAGE_RATE(8,2))")).toBe(0.75);
    expect(await valueOf("=LET(c,3,n,4,TALLY.COVERAGE_RATE(c,n))")).toBe(0.75);
    expect(await valueOf("=LAMBDA(x,TALLY.COVERAGE_RATE(x,4))(3)")).toBe(0.75);
    const mapped = await sheet({ A1: 1, A2: 2, A3: 3, B1: "=MAP(A1:A3,LAMBDA(v,TALLY.COVERAGE_RATE(v,4)))" });
    expect(mapped["B1"]!.spill).toEqual([[0.25], [0.5], [0.75]]);
    expect(await valueOf("=REDUCE(0,{1,2},LAMBDA(a,v,a+TALLY.COVERAGE_RATE(v,4)))")).toBe(0.75);
  });

  test("read a range that another formula fills, whole or in part", async () => {
    const split = { A1: "=TALLY.FUNDING_SPLIT(100,{2;3;1},1)" };
    expect(await valueOf("=SUM(TALLY.FUNDING_SPLIT(60,A1:A3,1))", split)).toBe(60);
    expect(await valueOf("=TALLY.COVERAGE_RATE(A3,A2)", split)).toBe(0.34);
  });

  test("keep their words when they err", async () => {
    const words = wordsOf("COVERAGE_RATE", [1, 0]);
    expect(words).toHaveProperty("message");
    expect(await valueOf("=TALLY.COVERAGE_RATE(1,0)")).toEqual(words);
    expect(await valueOf("=SUM(TALLY.COVERAGE_RATE(1,0),1)")).toEqual(words);
    expect(await valueOf("=1+TALLY.COVERAGE_RATE(1,0)")).toEqual(words);
    expect(await valueOf("=TALLY.COVERAGE_RATE(TALLY.COVERAGE_RATE(1,0),4)")).toEqual(words);
    expect(await valueOf("=IFERROR(TALLY.COVERAGE_RATE(1,0),7)")).toBe(7);
    const rows = await sheet({ A1: 1, A2: "x", B1: "=TALLY.COVERAGE_RATE(A1:A2,4)" });
    expect(rows["B1"]!.spill).toEqual([
      [0.25],
      [(callFunction("COVERAGE_RATE", [[[1], ["x"]], 4]) as unknown[][])[1]![0]],
    ]);
  });

  test("pass an error on that a cell holds", async () => {
    expect(await valueOf("=TALLY.COVERAGE_RATE(A1,4)", { A1: { error: "#N/A" } })).toEqual({ error: "#N/A" });
    expect(await valueOf("=TALLY.COVERAGE_RATE(A1,4)", { A1: "=1/0" })).toEqual({ error: "#DIV/0!" });
  });

  test("say which arguments are missing or too many", async () => {
    expect(await valueOf("=TALLY.COVERAGE_RATE()")).toEqual(wordsOf("COVERAGE_RATE", []));
    expect(await valueOf("=TALLY.COVERAGE_RATE(1,2,3)")).toEqual(wordsOf("COVERAGE_RATE", [1, 2, 3]));
  });

  test("take an optional argument left out, at the end or in the middle", async () => {
    expect(await valueOf("=TALLY.FUNDING_SPLIT(1,{1,1})")).toBe(0.5);
    expect(await valueOf('=TALLY.FUNDING_SPLIT(1,{1,1},,"first")')).toBe(0.5);
  });
});

describe("a book", () => {
  test("gives numbers to the last digit", async () => {
    expect(await valueOf("=1/3")).toBe(1 / 3);
    expect(await valueOf("=A1", { A1: 0.1234567890123456 })).toBe(0.1234567890123456);
    expect(await valueOf("=A1", { A1: 9_007_199_254_740_991 })).toBe(9_007_199_254_740_991);
  });

  test("keeps text, TRUE and FALSE as they are", async () => {
    for (const text of ["1-2", "50%", "TRUE", "{1,2}", "007", "'x"])
      expect(await valueOf("=A1", { A1: text })).toBe(text);
    expect(await valueOf("=A1", { A1: true })).toBe(true);
    expect(await valueOf("=NOT(A1)", { A1: true })).toBe(false);
    expect(await valueOf("=A1")).toBe(0);
  });

  test("reads and writes Chinese", async () => {
    expect(await valueOf('=A1&"区"', { A1: "西部" })).toBe("西部区");
    const data = { A1: 1, B1: "=总表!A1+名称" };
    const names = [{ name: "名称", formula: "总表!$A$1" }];
    expect((await calculated({ Sheet1: data, 总表: { A1: 5 } }, names))["B1"]!.value).toBe(10);
  });

  test("refers across sheets, whatever their names", async () => {
    const books = {
      One: { A1: "=Two!A1+'my sheet'!A1+'it''s'!A2", A2: "=SUM(Two!A1:A2)" },
      Two: { A1: 1, A2: "=A1+1" },
      "my sheet": { A1: 10 },
      "it's": { A2: "=One!A2*100" },
    };
    expect(await calculated(books)).toEqual({ A1: { value: 311 }, A2: { value: 3 } });
  });

  test("says #SPILL! where a cell or another filled range is in the way", async () => {
    const spill = { value: { error: "#SPILL!" } };
    expect((await sheet({ A1: "=SEQUENCE(3)", A3: "x" }))["A1"]).toEqual(spill);
    expect((await sheet({ A1: "=SEQUENCE(3)", A3: "=1+1" }))["A1"]).toEqual(spill);
    expect((await sheet({ A1048576: "={1;2}" }))["A1048576"]).toEqual(spill);
    const { B1, A2 } = await sheet({ B1: "=SEQUENCE(3)", A2: "=SEQUENCE(1,3)" });
    expect([B1!.spill, A2!.spill].filter((filled) => filled !== undefined)).toHaveLength(1);
  });

  test("calculates a chain of ranges that fill each other's arguments", async () => {
    const cells = { E1: "=SUM(D2:D3)", D2: "=C2:C3*2", C1: "=SUM(E1)*0+B2:B4", B1: "=SEQUENCE(4)" };
    expect((await sheet({ ...cells, C1: "=B2:B4" }))["E1"]!.value).toBe(14);
    const long = Object.fromEntries(
      Array.from({ length: 20 }, (_, link) => [
        `A${1 + 3 * link}`,
        link === 0 ? "=SEQUENCE(2)" : `=SEQUENCE(2)+A${3 * link - 1}`,
      ]),
    );
    expect((await sheet(long))["A58"]!.spill).toEqual([[39], [40]]);
  });

  test("reads whole columns and references made on the way", async () => {
    const data = { A1: 1, A5000: 2, C1: "=SEQUENCE(3000)" };
    expect(await valueOf("=SUM(A:A)", data)).toBe(3);
    expect(await valueOf("=SUM(C:C)", data)).toBe(4_501_500);
    expect(await valueOf('=SUM(INDIRECT("C2:C3"))', data)).toBe(5);
    expect(await valueOf("=SUM(OFFSET(C1,2999,0))", data)).toBe(3000);
  });

  test("makes an error of a circle, and of what depends on it", async () => {
    const { A1, A2, A3, B1, C1, D4 } = await sheet({
      A1: "=A2+1",
      A2: "=A1+1",
      A3: "=A1",
      B1: "=B1",
      C1: "=SEQUENCE(3)+SUM(C2)",
      D4: "=ROWS(D$1:D4)",
    });
    for (const circular of [A1, A2, B1, C1]) {
      expect(circular!.value).toMatchObject({
        error: "#REF!",
        message: expect.stringContaining("own cell") as string,
      });
    }
    expect(A3!.value).toEqual({ error: "#REF!" });
    expect(D4!.value).toBe(4);
  });

  test("says #NAME? to what the engine does not know, in words where it cannot read it", async () => {
    expect(await valueOf("=NO_SUCH(1)")).toEqual({ error: "#NAME?" });
    expect(await valueOf("=TALLY.NO_SUCH(1)")).toEqual({ error: "#NAME?" });
    for (const formula of ["=1+", "=(", "=SUM(", "=1%%", '="a', "="]) {
      expect(await valueOf(formula)).toMatchObject({
        error: "#NAME?",
        message: expect.any(String) as string,
      });
    }
    expect((await sheet({ A1: "=SUM(", A2: "=1+1" }))["A2"]!.value).toBe(2);
  });

  test("refuses an address that is none", async () => {
    await expect(sheet({ A0: 1 })).rejects.toThrow("no address");
  });
});

describe("defined names", () => {
  test("stand for ranges, formulas and functions", async () => {
    const names = [
      { name: "total", formula: "Sheet1!$A$1+Sheet1!$A$2" },
      { name: "both", formula: "Sheet1!$A$1:$A$2" },
      { name: "Half.Rate", formula: "LAMBDA(c,n,TALLY.COVERAGE_RATE(c,n)/2)" },
    ];
    const data = { A1: 1, A2: 2 };
    expect(await valueOf("=total*2", data, names)).toBe(6);
    expect(await valueOf("=SUM(Both)", data, names)).toBe(3);
    expect(await valueOf("=half.rate(1,4)", data, names)).toBe(0.125);
  });

  test("of one book are forgotten in the next", async () => {
    expect(await valueOf("=total*2", {}, [{ name: "total", formula: "1" }])).toBe(2);
    expect(await valueOf("=total*2", {}, [{ name: "total", formula: "2" }])).toBe(4);
    expect(await valueOf("=total*2")).toEqual({ error: "#NAME?" });
  });

  test("that stand for nothing are left out, as #NAME? tells", async () => {
    expect(await valueOf("=gone", {}, [{ name: "gone", formula: "Sheet1!#REF!" }])).toEqual({
      error: "#NAME?",
    });
  });

  test("that refer to themselves are refused where a formula uses them", async () => {
    const names = [
      { name: "Fact", formula: "LAMBDA(n,IF(n<2,1,n*Fact(n-1)))" },
      { name: "Uses", formula: "Fact(3)" },
    ];
    const refused = valueOf("=uses+1", {}, names);
    await expect(refused).rejects.toThrow(RecursiveNameError);
    await expect(refused).rejects.toMatchObject({ definedName: "Uses", cell: "Sheet1!Z99" });
    expect(await valueOf('="Fact"&1', {}, names)).toBe("Fact1");
  });
});

test("books calculated at the same time do not mix", async () => {
  const books = [1, 2, 3].map((value) => valueOf("=A1*10", { A1: value }));
  expect(await Promise.all(books)).toEqual([10, 20, 30]);
});

test("progress counts up to all formulas", async () => {
  const cells = typed(Object.fromEntries(Array.from({ length: 1000 }, (_, row) => [`A${row + 1}`, "=1+1"])));
  const told: [number, number][] = [];
  await calculate(
    { names: [], sheets: [{ name: "S", cells }] },
    { onProgress: (done, all) => told.push([done, all]) },
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told[0]).toEqual([0, 1000]);
  expect(told.at(-1)).toEqual([1000, 1000]);
  expect(told).toEqual([...told].sort(([one], [other]) => one - other));
});
