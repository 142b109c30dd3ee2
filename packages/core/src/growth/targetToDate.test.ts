import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { calendarDate, type CalendarDate } from "../periods/calendarDate.ts";
import { refusal } from "./refusal.laws.ts";
import { type PeriodToDate, targetToDate, type TargetToDateInput } from "./targetToDate.ts";

const days = (texts: readonly (string | undefined)[]): (CalendarDate | undefined)[] =>
  texts.map((text) => (text === undefined ? undefined : calendarDate(text)));

const quarterStarts = ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"];
const quarterEnds = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"];

const toDate = (
  actual: readonly (number | string | undefined)[],
  asOf: string,
  options: Partial<TargetToDateInput> = {},
): readonly PeriodToDate[] =>
  targetToDate({
    goal: exact(365),
    periodStart: days(quarterStarts),
    periodEnd: days(quarterEnds),
    actual: actual.map((value) => (value === undefined ? undefined : exact(value))),
    asOf: calendarDate(asOf),
    ...options,
  });

// The quarters of 2026 have 90, 91, 92 and 92 days, which a goal of 365 asks for one a day.
describe("targetToDate", () => {
  test("expects by days, so that a longer quarter asks for more", () => {
    const rows = toDate([90, 90, 95, 90], "2026-12-31");
    expect(rows.map(({ expected }) => expected)).toEqual([90, 181, 273, 365]);
    expect(rows.map(({ cumulative }) => cumulative)).toEqual([90, 180, 275, 365]);
    expect(rows.map(({ difference }) => difference)).toEqual([0, -1, 2, 0]);
    expect(rows.map(({ rate }) => rate)).toEqual([1, 180 / 181, 275 / 273, 1]);
    expect(rows.map(({ status }) => status)).toEqual(["on track", "behind", "on track", "met"]);
  });

  test("is missed on the last day of the last period, not before", () => {
    expect(toDate([90, 90, 90, 90], "2026-12-30").at(-1)?.status).toBe("behind");
    expect(toDate([90, 90, 90, 90], "2026-12-31").at(-1)?.status).toBe("missed");
    expect(toDate([90, 90, 90, 90], "2028-01-01").at(-1)).toMatchObject({ expected: 365, status: "missed" });
  });

  test("is met as soon as the whole goal is reached", () => {
    expect(toDate([365, 0, 0, 0], "2026-12-31").map(({ status }) => status)).toEqual([
      "met",
      "met",
      "met",
      "met",
    ]);
  });

  test("cuts the running period at the day, and has nothing for periods to come", () => {
    const rows = toDate([90, 40, 12, undefined], "2026-05-15");
    expect(rows[1]).toMatchObject({ cumulative: 130, expected: 135, difference: -5, status: "behind" });
    expect(rows[2]).toEqual({
      periodStart: "2026-07-01",
      periodEnd: "2026-09-30",
      actual: 12,
      cumulative: undefined,
      expected: undefined,
      difference: undefined,
      rate: undefined,
      status: "not started",
      leftOut: 0,
    });
    expect(rows[3]?.status).toBe("not started");
  });

  test("leaves out a period that is not known, and says so from then on", () => {
    const rows = toDate([90, undefined, 92, undefined], "2026-10-01");
    expect(rows[1]).toMatchObject({ cumulative: undefined, expected: 181, status: "missing", leftOut: 1 });
    expect(rows[2]).toMatchObject({ cumulative: 182, status: "behind", leftOut: 1 });
    expect(rows[3]).toMatchObject({ status: "missing", leftOut: 2 });
  });

  test("takes corrections below 0", () => {
    expect(toDate([100, -10, 0, 0], "2026-06-30")[1]?.cumulative).toBe(90);
  });

  test("has no rate where nothing is expected", () => {
    const [row] = toDate([5, 0, 0, 0], "2026-03-31", { goal: exact(0) });
    expect(row).toMatchObject({ expected: 0, rate: undefined, status: "met" });
  });

  test("takes the goal for the periods given, with the days between them", () => {
    const input = {
      periodStart: days(["2026-01-01", "2026-03-01"]),
      periodEnd: days(["2026-01-31", "2026-03-31"]),
    };
    const rows = toDate([30, 30], "2026-03-31", { ...input, goal: exact(90) });
    expect(rows.map(({ expected }) => expected)).toEqual([31, 90]);
  });

  test.each<[string, Partial<TargetToDateInput>, string]>([
    [
      "a goal below 0",
      { goal: exact(-1) },
      "outOfRange: targetToDate requires goal to be 0 or more; found -1",
    ],
    [
      "a missing last day",
      { periodEnd: days(["2026-03-31", undefined, "2026-09-30", "2026-12-31"]) },
      "missingValue: targetToDate requires a value in periodEnd, row 2",
    ],
    [
      "a missing first day",
      { periodStart: days(["2026-01-01", "2026-04-01", undefined, "2026-10-01"]) },
      "missingValue: targetToDate requires a value in periodStart, row 3",
    ],
    [
      "an overlap",
      { periodStart: days(["2026-01-01", "2026-03-31", "2026-07-01", "2026-10-01"]) },
      "conflict: targetToDate requires period 2 to start after period 1 ends, 2026-03-31",
    ],
    [
      "a period that ends before it starts",
      { periodEnd: days(quarterStarts), periodStart: days(quarterEnds) },
      "conflict: targetToDate requires period 1 not to end before it starts",
    ],
    [
      "no periods",
      { periodStart: [], periodEnd: [], actual: [] },
      "emptyInput: targetToDate requires at least one value in periodStart",
    ],
    [
      "a column too short",
      { actual: [] },
      "sizeMismatch: targetToDate requires actual to have as many values as there are rows (4); found 0",
    ],
    [
      "a column of last days too short",
      { periodEnd: days(["2026-03-31"]) },
      "sizeMismatch: targetToDate requires periodEnd to have as many values as there are rows (4); found 1",
    ],
  ])("refuses %s", (_, wrong, words) => {
    expect(refusal(() => toDate([0, 0, 0, 0], "2026-05-15", wrong))).toBe(words);
  });

  test("takes a period of one day", () => {
    const day = days(["2026-01-01"]);
    const [row] = toDate([3], "2026-01-01", { goal: exact(4), periodStart: day, periodEnd: day });
    expect(row).toMatchObject({ cumulative: 3, expected: 4, status: "missed" });
  });

  test.each<[string, readonly (number | string | undefined)[], string]>([
    ["an actual value", ["1e309", 0, 0, 0], "365"],
    ["the expected value", [undefined, 0, 0, 0], "1.8e309"],
    ["the expected value", [0, 0, 0, 0], "1.8e309"],
    ["the cumulative value", ["1e308", "1e308", 0, 0], "365"],
    ["the difference", ["-1.7e308", 0, 0, 0], "1.7e308"],
    ["the rate", ["1e300", 0, 0, 0], "1e-300"],
  ])("refuses %s beyond the largest double", (name, actual, goal) => {
    const ask = (): unknown => toDate(actual, "2026-12-31", { goal: exact(goal) });
    expect(refusal(ask)).toBe(
      `outOfRange: targetToDate requires ${name} to be at most 1.7976931348623157e308; found more`,
    );
  });
});
