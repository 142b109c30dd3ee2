import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { earlyWarning } from "../coverage/earlyWarning.ts";
import { hierarchyAt } from "../coverage/hierarchyAt.ts";
import { fraction } from "../exact/fraction.ts";
import { elapsedShare } from "../periods/elapsedShare.ts";
import { periodsBetween } from "../periods/periodsBetween.ts";
import { termStatus } from "../periods/termStatus.ts";
import { termSummary } from "../periods/termSummary.ts";
import {
  CalendarDateModel,
  EarlyWarningModel,
  HierarchyAtModel,
  PeriodAtDayModel,
  PeriodsBetweenModel,
  TermStatusModel,
  TermSummaryModel,
} from "./index.ts";

/** What a model says of data that it refuses: where, and why. */
function issuesOf(model: z.ZodType, data: unknown): readonly string[] {
  const { error } = model.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const asOf = "2026-11-22";

describe("CalendarDateModel", () => {
  test("reads a day as text", () => {
    expect(CalendarDateModel.parse("2024-02-29")).toBe("2024-02-29");
  });

  test("refuses other text in the words of the core", () => {
    expect(issuesOf(CalendarDateModel, "2026-02-30")).toEqual([
      ': value to be a day from 1900-01-01 to 9999-12-31, such as 2026-03-01; found "2026-02-30"',
    ]);
  });

  test.each([[46348], [null], [undefined], [new Date(0)]])("refuses %o, which is no text", (value) => {
    expect(CalendarDateModel.safeParse(value).success).toBe(false);
  });
});

describe("the models of dates and terms read plain data", () => {
  test("PeriodAtDayModel", () => {
    const data = { startDate: "2026-01-01", endDate: "2026-12-31", asOf: "2026-03-14" };
    expect(elapsedShare(PeriodAtDayModel.parse(data))).toEqual(fraction(1n, 5n));
  });

  test("TermStatusModel, with null for what is missing", () => {
    const data = { lastElection: "2020-05-01", termYears: 5, asOf, soonMonths: 3 };
    expect(termStatus(TermStatusModel.parse(data))).toMatchObject({ status: "overdue", daysOverdue: 570 });
    expect(termStatus(TermStatusModel.parse({ ...data, lastElection: null })).status).toBe("missing");
    expect(termStatus(TermStatusModel.parse({ ...data, termYears: null })).status).toBe("missing");
  });

  test("TermSummaryModel, with one term for all or one a row", () => {
    const data = { lastElection: ["2020-05-01", null, "2024-05-01"], termYears: 5, asOf };
    expect(termSummary(TermSummaryModel.parse(data)).total).toMatchObject({ overdue: 1, missing: 1 });
    const byRow = { ...data, termYears: [10, 5, null], group: ["east", null, "west"] };
    expect(termSummary(TermSummaryModel.parse(byRow)).total).toMatchObject({ inTerm: 1, missing: 2 });
  });

  test("PeriodsBetweenModel", () => {
    const data = { startDate: "2026-02-10", endDate: "2026-05-20", unit: "half", yearStartMonth: 4 };
    expect(periodsBetween(PeriodsBetweenModel.parse(data)).map(({ label }) => label)).toEqual([
      "2025/26 H2",
      "2026/27 H1",
    ]);
  });

  test("EarlyWarningModel, with null for what is missing", () => {
    const data = {
      unit: ["A", null],
      members: [2, null],
      form: ["own", null],
      lastElection: ["2024-05-01", "2020-05-01"],
      termYears: 5,
      asOf,
      policy: { ownFrom: 3, jointFrom: 1 },
      history: {
        rates: [
          [0.9, 0.8],
          [0.9, null],
        ],
        fallingFor: 1,
      },
    };
    expect(earlyWarning(EarlyWarningModel.parse(data)).map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      "1 too-few-members",
      "1 rate-falling",
      "2 term-overdue",
    ]);
  });

  test("HierarchyAtModel, with null for the top and for open ends", () => {
    const data = {
      unit: ["mill", "mill", "east"],
      parent: ["east", "west", null],
      from: [null, "2020-07-01", null],
      until: ["2020-06-30", null, null],
      date: "2020-06-30",
      units: ["mill", null],
    };
    expect(hierarchyAt(HierarchyAtModel.parse(data))).toEqual([
      ["east", undefined],
      ["mill", undefined],
    ]);
  });
});

describe("the models of terms refuse", () => {
  test.each([
    [
      "a day that is none",
      TermStatusModel,
      { lastElection: "2026-02-30", termYears: 5, asOf },
      "lastElection",
    ],
    ["a length as text", TermStatusModel, { lastElection: asOf, termYears: "5", asOf }, "termYears"],
    [
      "half a month ahead",
      TermStatusModel,
      { lastElection: asOf, termYears: 5, asOf, soonMonths: 0.5 },
      "soonMonths",
    ],
    ["an unknown unit", PeriodsBetweenModel, { startDate: asOf, endDate: asOf, unit: "week" }, "unit"],
    ["no day to ask on", TermSummaryModel, { lastElection: [asOf], termYears: 5 }, "asOf"],
  ])("%s", (_, model, data, place) => {
    expect(issuesOf(model, data).map((issue) => issue.split(":")[0])).toEqual([place]);
  });

  test("a key that they do not know", () => {
    expect(TermStatusModel.safeParse({ lastElection: asOf, termYears: 5, asOf, today: asOf }).success).toBe(
      false,
    );
  });
});
