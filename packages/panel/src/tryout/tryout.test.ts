import { describe, expect, test } from "vitest";

import { evaluateCall } from "../form/evaluateCall.ts";
import { exampleFields, onSheet, readFields } from "../form/formFields.ts";
import { insertFormula } from "../form/insertFormula.ts";
import { callFunction, type FunctionRow, table } from "@tallykit/sheet";
import { fromClipboardText, toClipboardText } from "./clipboardText.ts";
import { areaOfSelection, movedSelection, selectionOf } from "./gridKeys.ts";
import { TryoutHost } from "./tryoutHost.ts";
import { typedValue } from "./typedValue.ts";

function rowOf(id: string): FunctionRow {
  return table.find((row) => row.id === id)!;
}

/** A grid with texts typed into it from A1 on. */
function gridOf(rows: readonly (readonly string[])[]): TryoutHost {
  const host = new TryoutHost("en");
  host.type({ row: 1, column: 1 }, rows);
  return host;
}

/** What a range of a grid shows: values, and the codes of errors. */
async function shown(host: TryoutHost, address: string): Promise<unknown[][]> {
  const { values } = await host.readRange({ address });
  return values.map((row) =>
    row.map((cell) => (typeof cell === "object" && cell !== null ? cell.error : cell)),
  );
}

describe("the try-out grid", () => {
  test("calculates our functions from cells, ranges and constants", async () => {
    // The published figures of 1,442 own and 6,015 of 6,573 joint: 7,457 of 8,015 together.
    const host = gridOf([
      ["own", "1442", "1442"],
      ["joint", "6,015", "6573"],
      ['=TALLY.COVERAGE_BY_GROUP(A1:A2,B1:B2,$C$1:C2,"none")'],
      [],
      [],
      ["=TALLY.COVERAGE_TEXT(B5,C5)", "=tally.coverage_rate(1,4)"],
    ]);
    expect(await shown(host, "A5:C5")).toEqual([["total", 7457, 8015]]);
    expect(await shown(host, "A6:B6")).toEqual([["93.0%", 0.25]]);
    expect(host.shownAt("B5")?.from).toBe("A3");
  });

  test("follows a change through formulas that read what others spill", async () => {
    const host = gridOf([["=TALLY.COVERAGE_GAP(C1,C2,1)", "", "=TALLY.QUOTA_APPORTION(10,{4;6})"]]);
    // 4 covered of 6: 2 to go.
    expect(await shown(host, "A1")).toEqual([[2]]);
    host.type({ row: 1, column: 3 }, [["=TALLY.QUOTA_APPORTION(10,{1;9})"]]);
    expect(await shown(host, "A1")).toEqual([[8]]);
  });

  test("says #SPILL! where there is no room, and spills once there is", async () => {
    const host = gridOf([["=TALLY.QUOTA_APPORTION(3,{1;1;1})"], [], ["7"]]);
    expect(await shown(host, "A1:A3")).toEqual([["#SPILL!"], [null], [7]]);
    host.clear({ first: { row: 3, column: 1 }, last: { row: 3, column: 1 } });
    expect(await shown(host, "A1:A3")).toEqual([[1], [1], [1]]);
    host.type({ row: 200, column: 1 }, [["=TALLY.QUOTA_APPORTION(3,{1;1;1})"]]);
    expect(await shown(host, "A200")).toEqual([["#SPILL!"]]);
  });

  test("never gives a number for a formula that reads itself, straight or by another", async () => {
    const host = gridOf([
      ["=TALLY.COVERAGE_GAP(A1,10,1)", "=TALLY.COVERAGE_GAP(C1,10,1)", "=TALLY.COVERAGE_GAP(B1,10,1)"],
      ["=TALLY.SCORE_RANK(A2:A4)"],
    ]);
    expect(await shown(host, "A1:C1")).toEqual([["#VALUE!", "#VALUE!", "#VALUE!"]]);
    expect(await shown(host, "A2:A4")).toEqual([["#VALUE!"], [null], [null]]);
  });

  test.each([
    "=SUM(A1:A2)",
    "=A1",
    "=1+1",
    "=TALLY.NO_SUCH(1)",
    "=TALLY.COVERAGE_RATE(A1+1,2)",
    "=TALLY.COVERAGE_RATE(A:A,2)",
  ])("has words for %s, which it does not calculate", (formula) => {
    const cell = gridOf([["", formula]]).shownAt("B1")?.value;
    expect(cell).toEqual({
      error: "#NAME?",
      message: expect.stringContaining("only TALLY functions here") as string,
    });
  });

  test("takes typed values as a spreadsheet does", () => {
    expect(
      ["12.5", "1,234", "91.5%", "2026-11-22", "true", "'12", " east", "2026-13-01", ""].map(typedValue),
    ).toEqual([12.5, 1234, 0.915, 46348, true, "12", " east", "2026-13-01", null]);
  });

  test("grows with what is in it, and refuses what is beyond its end", () => {
    const host = new TryoutHost("en");
    expect(host.size).toEqual({ rows: 12, columns: 6 });
    host.type({ row: 30, column: 8 }, [["1"]]);
    expect(host.size).toEqual({ rows: 31, columns: 9 });
    expect(() => host.type({ row: 200, column: 1 }, [["1"], ["2"]])).toThrow("The grid ends at Z200");
  });

  test("begins with data that its formula reads", async () => {
    const host = new TryoutHost("zh");
    host.putSample("zh");
    expect(await shown(host, "A8:E8")).toEqual([["合计", 7457, 8015, 7457 / 8015, "正常"]]);
  });
});

describe("a form on a grid", () => {
  const row = rowOf("COVERAGE_BY_GROUP");
  const fields = { group: "A1:A2", covered: "B1:B2", eligible: "C1:C2" };

  test("comes to what the function gives for the cells", async () => {
    const host = gridOf([
      ["x", "3", "4"],
      ["y", "1", "4"],
    ]);
    const evaluation = await evaluateCall(row, readFields(row, fields), host);
    expect(evaluation).toMatchObject({
      kind: "result",
      result: [
        ["group", "covered", "eligible", "rate", "status"],
        ["x", 3, 4, 0.75, "ok"],
        ["y", 1, 4, 0.25, "ok"],
        ["total", 4, 8, 0.5, "ok"],
      ],
    });
  });

  test("comes to nothing while a field is empty, refused or unreadable", async () => {
    const host = gridOf([["x", "3", "4"]]);
    const kindOf = async (changed: Record<string, string>): Promise<string> =>
      (await evaluateCall(row, readFields(row, { ...fields, ...changed }), host)).kind;
    expect(await kindOf({ covered: "" })).toBe("incomplete");
    expect(await kindOf({ covered: "six" })).toBe("refused");
    expect(await kindOf({ covered: "Elsewhere!B1:B2" })).toBe("failed");
    expect(await kindOf({ covered: "B1:C99999" })).toBe("tooLarge");
  });

  test("of every function is filled in by its example, to the example's result", async () => {
    const host = new TryoutHost("en");
    for (const each of table) {
      const evaluation = await evaluateCall(each, readFields(each, exampleFields(each)), host);
      expect(evaluation, each.id).toMatchObject({ kind: "result", result: each.examples[0].result });
    }
  });

  test("counts typed dates as a workbook of the other system does", async () => {
    const target = rowOf("TARGET_PRO_RATA");
    const texts = {
      goal: "365",
      startDate: "2026-01-01",
      endDate: "2026-12-31",
      asOf: "2026-01-31",
      dateSystem: "1904",
    };
    const evaluation = await evaluateCall(target, readFields(target, texts), new TryoutHost("en"));
    expect(evaluation).toMatchObject({ kind: "result", result: 31 });
    // 1 January 2026 is 46023 from 1900 and 44561 from 1904.
    expect(evaluation.kind === "result" && evaluation.given[1]).toBe(44561);
  });

  test("keeps the cells that it means when another sheet comes to the front", () => {
    const moved = onSheet(row, { ...fields, covered: "Other!B1:B2", headers: "zh" }, "My data");
    expect(moved).toEqual({
      group: "'My data'!A1:A2",
      covered: "Other!B1:B2",
      eligible: "'My data'!C1:C2",
      headers: "zh",
    });
  });

  test("writes nothing into the cells that its formula reads, nor over others unasked", async () => {
    const host = gridOf([["1"], ["2"], [], ["9"]]);
    const result = callFunction("QUOTA_APPORTION", [3, [[1], [2]]]);
    const insertion = {
      formulaOn: () => "=TALLY.QUOTA_APPORTION(3,A1:A2)",
      references: [{ address: "A1:A2" }],
    };
    const insertAt = async (address: string, confirmed?: string): Promise<string> => {
      await host.select({ address });
      return (await insertFormula(host, insertion, { confirmed, result })).kind;
    };
    expect(await insertAt("A1", "Grid!A1:A2")).toBe("inside");
    // From A3 the result reaches A4, which holds something.
    expect(await insertAt("A3")).toBe("occupied");
    expect(host.contentOf("A3")).toBe("");
    expect(await insertAt("B1")).toBe("written");
    expect(await shown(host, "B1:B2")).toEqual([[1], [2]]);
    // What was allowed for other cells is not allowed here.
    expect(await insertAt("A4", "Grid!A3:A4")).toBe("occupied");
    expect(await insertAt("A4", "Grid!A4:A5")).toBe("written");
  });
});

describe("the keys of the grid", () => {
  const size = { rows: 12, columns: 6 };
  const at = (
    row: number,
    column: number,
  ): { anchor: { row: number; column: number }; focus: { row: number; column: number } } => ({
    anchor: { row, column },
    focus: { row, column },
  });
  const press = (key: string, shiftKey = false, ctrlKey = false): unknown =>
    movedSelection(at(2, 2), { key, shiftKey, ctrlKey }, size);

  test("move within it, and extend with Shift", () => {
    expect(press("ArrowDown")).toEqual(at(3, 2));
    expect(press("ArrowRight", true)).toEqual({
      anchor: { row: 2, column: 2 },
      focus: { row: 2, column: 3 },
    });
    expect(press("PageUp")).toEqual(at(1, 2));
    expect(press("End", false, true)).toEqual(at(12, 6));
    expect(press("x")).toBeUndefined();
  });

  test("keep the cell that a selection began at until something else is selected", () => {
    const chosen = { anchor: { row: 3, column: 3 }, focus: { row: 1, column: 1 } };
    const area = areaOfSelection(chosen);
    expect(area).toEqual({ first: { row: 1, column: 1 }, last: { row: 3, column: 3 } });
    expect(selectionOf(chosen, area)).toBe(chosen);
    expect(selectionOf(chosen, { first: area.first, last: area.first })).toEqual(at(1, 1));
  });
});

test("the clipboard carries breaks, tabs and quotes as spreadsheets write them", () => {
  // As Excel puts A1: a"b, B1: two lines, A2: c, B2 blank on the clipboard.
  const text = '"a""b"\t"one\ntwo"\r\nc\t\r\n';
  expect(fromClipboardText(text)).toEqual([
    ['a"b', "one\ntwo"],
    ["c", ""],
  ]);
  expect(
    toClipboardText([
      ['a"b', "one\ntwo"],
      ["c", ""],
    ]),
  ).toBe('"a""b"\t"one\ntwo"\nc\t');
  expect(fromClipboardText("1")).toEqual([["1"]]);
});
