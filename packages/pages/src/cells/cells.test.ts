import { callFunction, findFunction } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { shownCell } from "./shownCell.ts";
import { shownGrid } from "./shownGrid.ts";
import { typedCell } from "./typedCell.ts";

describe("typedCell", () => {
  test.each([
    ["", "number", null],
    [" 12.50 ", "number", 12.5],
    ["-3e2", "number", -300],
    ["29%", "number", 0.29],
    ["1,000", "number", "1,000"],
    ["#n/a", "number", { error: "#N/A" }],
    ["true", "flag", true],
    ["007", "key", "007"],
    ["12", "word", "12"],
    ["'12", "number", "12"],
    ["91.5%", "anything", "91.5%"],
    ["2026-11-22", "date", 46_348],
    ["2026年3月1日", "date", 46_082],
    ["2026-02-30", "date", "2026-02-30"],
    ["46348", "date", 46_348],
  ] as const)("%j for %s is %j", (typed, takes, cell) => {
    expect(typedCell(typed, { takes })).toEqual(cell);
  });
});

test("a cell shows ten digits, as in its general format", () => {
  expect([6015 / 6573, 1 / 3, 247_000, 1_176_666.67, 1e21, -0].map(shownCell)).toEqual(
    ["0.9151072570", "0.3333333333", "247000", "1176666.67", "1e+21", "0"].map((text) =>
      text.replace(/(\.\d*?)0+$/, "$1"),
    ),
  );
  expect([true, "x", { error: "#N/A" } as const].map(shownCell)).toEqual(["TRUE", "x", "#N/A"]);
});

describe("shownGrid", () => {
  const shown = (id: string, given: readonly (number | string | null)[]) =>
    shownGrid(findFunction(id)!, given, callFunction(id, given)).rows.map((row) =>
      row.map(({ text }) => text),
    );

  test("shows days as dates, and other numbers as they are", () => {
    // 10 February and 20 May 2026: the quarters that the span touches.
    expect(shown("PERIODS_BETWEEN", [46_063, 46_162, "quarter"])).toEqual([
      ["period", "first day", "last day"],
      ["2026 Q1", "2026-02-10", "2026-03-31"],
      ["2026 Q2", "2026-04-01", "2026-05-20"],
    ]);
    expect(shown("TARGET_PRO_RATA", [46_063, 46_023, 46_387, 46_387])).toEqual([["46063"]]);
  });

  test("tells titles from texts, and an error's words", () => {
    const row = findFunction("PERIODS_BETWEEN")!;
    const given = [46_063, 46_162, "quarter", null, "none"];
    expect(shownGrid(row, given, callFunction(row.id, given)).rows[0]?.[0]?.kind).toBe("text");
    const wrong = shownGrid(row, [1], callFunction(row.id, [1]));
    expect(wrong).toEqual({
      rows: [[{ text: "#VALUE!", kind: "error" }]],
      message: "PERIODS_BETWEEN requires the argument endDate.",
    });
  });
});
