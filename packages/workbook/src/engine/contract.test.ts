import { type Argument, isCellError, type Result } from "@tallykit/sheet";
import { beforeAll, describe, expect, test } from "vitest";

import type { BookCell, BookValue, ComputedCell } from "@tallykit/sheet/book";
import { calculate } from "./engine.ts";
import { patchIndex } from "./fasterIndex.ts";
import { loadUniver, type Univer } from "./univer.ts";

/** What the engine hands to a function and makes of its result. */
async function hosted(
  formula: string,
  answer: (...given: readonly Argument[]) => Result,
  data: Readonly<Record<string, BookValue>> = {},
): Promise<{
  readonly given: readonly unknown[] | undefined;
  readonly result: ComputedCell;
  readonly beside: ComputedCell;
}> {
  let seen: readonly unknown[] | undefined;
  const call = (given: readonly unknown[]): Result => {
    seen = given;
    return answer(...(given as readonly Argument[]));
  };
  const cells = new Map<string, BookCell>(
    Object.entries(data).map(([address, value]) => [address, { value }]),
  );
  cells.set("Z1", { formula }).set("Y1", { formula: "1+1" });
  const { sheets } = await calculate(
    { names: [], sheets: [{ name: "S", cells }] },
    { functions: [{ id: "F", call }] },
  );
  return { given: seen, result: sheets.get("S")!.get("Z1")!, beside: sheets.get("S")!.get("Y1")! };
}

describe("a function of ours in the engine", () => {
  const given = async (formula: string, data?: Readonly<Record<string, BookValue>>): Promise<unknown> =>
    (await hosted(formula, () => 1, data)).given;

  test("is given ranges as rows, and a range of one cell as that cell", async () => {
    const data = { A1: 1, B1: "x", A2: true, B2: 0.5 };
    expect(await given("TALLY.F(A1:B2,A1,A1:A1,B1:B2)", data)).toEqual([
      [
        [1, "x"],
        [true, 0.5],
      ],
      1,
      1,
      [["x"], [0.5]],
    ]);
    expect(await given("TALLY.F({1,2;3,4},SEQUENCE(2))")).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [[1], [2]],
    ]);
  });

  test("is given blanks as null, and so what is left out in the middle", async () => {
    expect(await given("TALLY.F(A1,A1:A2,,C5)", { A2: 2 })).toEqual([null, [[null], [2]], null, null]);
    expect(await given("TALLY.F(1)")).toEqual([1]);
    expect(await given("TALLY.F()")).toEqual([]);
    expect(await given("LET(b,A1,TALLY.F(b))")).toEqual([null]);
    expect(await given("LAMBDA(b,TALLY.F(b))(A1)")).toEqual([null]);
    expect(await given("MAP(A1:A1,LAMBDA(b,TALLY.F(b)))")).toEqual([null]);
  });

  test("is given text as text, TRUE and FALSE as such", async () => {
    const data = { A1: "1-2", A2: "50%", A3: "TRUE", A4: "12", A5: false };
    expect(await given("TALLY.F(A1:A5,A1,A5)", data)).toEqual([
      [["1-2"], ["50%"], ["TRUE"], ["12"], [false]],
      "1-2",
      false,
    ]);
    expect(await given('TALLY.F("50%",TRUE)')).toEqual(["50%", true]);
  });

  test("is given errors as error cells, in ranges too", async () => {
    const data = { A1: { error: "#N/A" }, A2: 2 } as const;
    expect(await given("TALLY.F(A1,A1:A2,1/0)", data)).toEqual([
      { error: "#N/A" },
      [[{ error: "#N/A" }], [2]],
      { error: "#DIV/0!" },
    ]);
  });

  test.each(["1-2", "50%", "TRUE", "{1,2}", "=1+1", "", "007", "2026-01-01", "'x"])(
    "gives the text %j as it is, alone and in a range",
    async (text) => {
      expect((await hosted("TALLY.F()", () => text)).result).toEqual({ value: text });
      const { result } = await hosted("TALLY.F()", () => [[text, 1]]);
      expect(result).toEqual({ value: text, spill: [[text, 1]] });
    },
  );

  test.each([1 / 3, 0.1 + 0.2, 9_007_199_254_740_991, 1e-300, true, false])(
    "gives %j exactly",
    async (value) => {
      expect((await hosted("TALLY.F()", () => value)).result).toEqual({ value });
      expect((await hosted("TALLY.F()", () => [[value], [value]])).result.spill).toEqual([[value], [value]]);
    },
  );

  test("keeps the words of errors, however long and alike", async () => {
    const message = `${"x".repeat(200)}1`;
    const error = { error: "#VALUE!", message } as const;
    const other = { error: "#VALUE!", message: `${message}2` } as const;
    expect((await hosted("TALLY.F()", () => error)).result.value).toEqual(error);
    expect(
      (
        await hosted("TALLY.F()", () => [
          [1, error],
          [other, 2],
        ])
      ).result.spill,
    ).toEqual([
      [1, error],
      [other, 2],
    ]);
    expect((await hosted("TALLY.F()*2", () => [[error], [1]])).result.spill).toEqual([[error], [2]]);
  });

  test("stops nothing when it throws", async () => {
    const { result, beside } = await hosted("TALLY.F()", () => {
      throw new Error("boom");
    });
    expect(result.value).toEqual({ error: "#VALUE!", message: "F failed: boom." });
    expect(beside.value).toBe(2);
  });

  test("is called once a calculation where nothing is filled anew", async () => {
    let calls = 0;
    await hosted("SUM(TALLY.F())", () => [[(calls += 1)], [1]]);
    expect(calls).toBe(1);
  });
});

describe("the engine's index of cell values", () => {
  let univer: Univer;
  beforeAll(async () => {
    univer = await loadUniver();
  });

  type Index = Univer["formula"]["CELL_INVERTED_INDEX_CACHE"];
  const freshIndex = (): Index =>
    new (univer.formula.CELL_INVERTED_INDEX_CACHE.constructor as new () => Index)();

  const contentOf = (index: Index): unknown[] =>
    [...(index.getCellValuePositions("unit", "sheet", 1) ?? [])].map(([value, rows]) => [
      typeof value,
      String(value),
      ...rows,
    ]);

  test("holds the same when patched", () => {
    const [own, patched] = [freshIndex(), freshIndex()];
    patchIndex(univer, patched);
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const values = [1, 2, "1", "a", "A", "", null, true, "#N/A", 0, -0, 0.5];
    for (let step = 0; step < 3000; step++) {
      const [value, row, isForced] = [values[random(values.length)], random(20), random(3) > 0];
      const isWritten = isForced || own.shouldContinueBuildingCache("unit", "sheet", 1, row);
      // The patched index replaces the value of a row where the engine might leave it in two places.
      if (isWritten) own.set("unit", "sheet", 1, value, row, true);
      patched.set("unit", "sheet", 1, value, row, isForced);
      for (const index of [own, patched]) {
        if (step % 500 === 250) index.setContinueBuildingCache("unit", "sheet", 1, 0, 5);
        if (step % 1000 === 999) index.clear();
      }
      expect(contentOf(patched)).toEqual(contentOf(own));
    }
  });

  test("writes 50,000 values in less than a second when patched", () => {
    const index = freshIndex();
    patchIndex(univer, index);
    const start = performance.now();
    for (const pass of [1, 2]) {
      for (let row = 0; row < 50_000; row++) index.set("unit", "sheet", 1, row * pass, row, true);
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test("a spill of 100,000 rows is calculated in less than 15 seconds", { timeout: 60_000 }, async () => {
  const rows = 100_000;
  const cells = new Map<string, BookCell>();
  for (let row = 1; row <= rows; row++) cells.set(`A${row}`, { value: (row % 97) + row / rows });
  cells.set("B1", { formula: `TALLY.FUNDING_SPLIT(1000000,A1:A${rows},1)` });
  cells.set("C1", { formula: `SUM(B2:B${rows})+B1` });
  const start = performance.now();
  const { sheets } = await calculate({ names: [], sheets: [{ name: "S", cells }] });
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(sheets.get("S")!.get("B1")!.spill).toHaveLength(rows);
  expect(sheets.get("S")!.get("C1")!.value).toBe(1_000_000);
});

test("formulas that the engine's hash takes for one another are told apart", async () => {
  const { core } = await loadUniver();
  const [one, other] = ["UxYkuXz", "EELQiyw"].map((end) => "x".repeat(70) + end) as [string, string];
  expect(core.hashAlgorithm(one)).toBe(core.hashAlgorithm(other));
  const cells = new Map<string, BookCell>([
    ["A1", { formula: `"${one}"` }],
    ["A2", { formula: `"${other}"` }],
  ]);
  const { sheets } = await calculate({ names: [], sheets: [{ name: "S", cells }] });
  expect(sheets.get("S")!.get("A1")!.value).toBe(one);
  expect(sheets.get("S")!.get("A2")!.value).toBe(other);
});

test("EDATE ends at the end of a month, as in Excel", async () => {
  const { result } = await hosted("EDATE({45322;45322;45351;45382;45322},{1;-2;12;-1;0})", () => 1);
  // From 2024-01-31: 2024-02-29, 2023-11-30; from 2024-02-29: 2025-02-28; from 2024-03-31: 2024-02-29.
  expect(result.spill).toEqual([[45351], [45260], [45716], [45351], [45322]]);
  expect((await hosted("EDATE(45322,1)+1", () => 1)).result.value).toBe(45352);
  expect((await hosted('EDATE("x",1)', () => 1)).result.value).toMatchObject({ error: "#VALUE!" });
});

test("no error of a calculation is a bare text", async () => {
  const { result } = await hosted("A1", () => 1, { A1: { error: "#NULL!" } });
  expect(isCellError(result.value)).toBe(true);
});
