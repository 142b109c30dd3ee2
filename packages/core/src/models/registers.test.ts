import { describe, expect, test } from "vitest";
import { fraction } from "../exact/fraction.ts";
import { ledgerCompleteness } from "../coverage/ledgerCompleteness.ts";
import { staffingCheck } from "../coverage/staffingCheck.ts";
import { tasksProgress } from "../coverage/tasksProgress.ts";
import { LedgerCompletenessModel, StaffingCheckModel, TasksProgressModel } from "./index.ts";

describe("the models of registers take null for what is missing", () => {
  test("ledgerCompleteness, with values of any kind", () => {
    const facts = [
      { fact: "staff", values: [12, null, 0] },
      { fact: "owner", values: ["state", "private", null] },
      { fact: "listed", values: [false, true, false] },
    ];
    const { allCells } = ledgerCompleteness(LedgerCompletenessModel.parse({ facts }));
    expect(allCells).toEqual({ numerator: 7, denominator: 9, status: "ok" });
    const strict = ledgerCompleteness(LedgerCompletenessModel.parse({ facts, zero: "missing" }));
    expect(strict.allCells).toEqual({ numerator: 6, denominator: 9, status: "ok" });
  });

  test("staffingCheck, with units and maximum or without", () => {
    const rows = { unit: ["A", null], staff: [3, 1], required: [1, null] };
    expect(staffingCheck(StaffingCheckModel.parse(rows)).total).toMatchObject({ staff: 3, status: "ok" });
    const bounded = { ...rows, required: [1, 2], unit: ["A", "B"], units: [5, 2], maximum: [2, null] };
    expect(staffingCheck(StaffingCheckModel.parse(bounded)).total).toMatchObject({
      shortfall: 1,
      surplus: 1,
      unitsPerStaff: fraction(7n, 4n),
    });
  });

  test("staffingCheck, and let a number through that is no count, which the calculator reports", () => {
    const rows = { unit: ["A"], staff: [-1], required: [1] };
    expect(staffingCheck(StaffingCheckModel.parse(rows)).total.leftOut).toEqual({ missing: 0, invalid: 1 });
  });

  test("tasksProgress", () => {
    const tasks = { owner: ["A;B", null], category: ["x", "x"], done: [true, null] };
    expect(tasksProgress(TasksProgressModel.parse(tasks)).total).toEqual({
      rate: { numerator: 1, denominator: 1, status: "ok" },
      leftOut: { missing: 1, invalid: 0 },
    });
  });
});

describe("the models of registers refuse", () => {
  test.each([
    ["text for a number", StaffingCheckModel, { unit: ["A"], staff: ["1"], required: [1] }],
    ["a number for yes or no", TasksProgressModel, { owner: ["A"], category: ["x"], done: [1] }],
    ["a choice that is not on the list", LedgerCompletenessModel, { facts: [], zero: "blank" }],
    ["a fact without a name", LedgerCompletenessModel, { facts: [{ fact: null, values: [1] }] }],
    ["a property that they do not know", LedgerCompletenessModel, { facts: [], units: 3 }],
  ])("%s", (_, model, data) => {
    expect(model.safeParse(data).success).toBe(false);
  });
});
