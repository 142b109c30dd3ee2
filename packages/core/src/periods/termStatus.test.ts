import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { calendarDate } from "./calendarDate.ts";
import type { TermState } from "./termState.ts";
import { termStatus } from "./termStatus.ts";

const statusOf = (lastElection: string, termYears: number, asOf: string, soonMonths?: number): TermState =>
  termStatus(
    Object.freeze({
      lastElection: calendarDate(lastElection),
      termYears,
      asOf: calendarDate(asOf),
      soonMonths: soonMonths === undefined ? undefined : count(soonMonths),
    }),
  );

describe("termStatus", () => {
  test.each([
    // An election of 22 November 2021 for five years: the term ends on 22 November 2026.
    ["2026-05-21", "in-term", 0],
    ["2026-05-22", "due-soon", 0],
    ["2026-11-21", "due-soon", 0],
    ["2026-11-22", "due-soon", 0],
    ["2026-11-23", "overdue", 1],
    ["2027-11-22", "overdue", 365],
    ["2021-11-22", "in-term", 0],
    ["2000-01-01", "in-term", 0],
  ])("on %s is %s", (asOf, status, daysOverdue) => {
    expect(statusOf("2021-11-22", 5, asOf)).toEqual({ status, dueDate: "2026-11-22", daysOverdue });
  });

  test("looks as far ahead as it is told, by calendar months", () => {
    expect(statusOf("2021-11-22", 5, "2026-11-21", 0).status).toBe("in-term");
    expect(statusOf("2021-11-22", 5, "2026-11-22", 0).status).toBe("due-soon");
    expect(statusOf("2021-02-28", 5, "2026-01-31", 1).status).toBe("due-soon");
    expect(statusOf("2021-03-01", 5, "2026-01-31", 1).status).toBe("in-term");
    expect(statusOf("2021-11-22", 5, "2022-01-01", 9007199254740991).status).toBe("due-soon");
  });

  test.each([
    ["2024-02-29", 3, "2027-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2026-08-31", 2.5, "2029-02-28"],
    ["2026-08-30", 0.5, "2027-02-28"],
    ["2026-01-15", 1 / 12, "2026-02-15"],
    ["2021-11-22", 7973, "9994-11-22"],
  ])("elected on %s for %d years is due on %s", (lastElection, termYears, dueDate) => {
    expect(statusOf(lastElection, termYears, "2026-01-01").dueDate).toBe(dueDate);
  });

  test("is missing where the election or the term is not known", () => {
    const asOf = calendarDate("2026-11-22");
    expect(termStatus({ lastElection: undefined, termYears: 5, asOf })).toEqual({ status: "missing" });
    expect(termStatus({ lastElection: asOf, termYears: undefined, asOf })).toEqual({ status: "missing" });
  });

  test.each([
    [0, "above 0 and whole months"],
    [-5, "above 0 and whole months"],
    [0.3, "above 0 and whole months"],
    [NaN, "above 0 and whole months"],
    [Infinity, "above 0 and whole months"],
    [8000, "such that the term ends by the year 9999"],
  ])("refuses a term of %d years", (termYears, requirement) => {
    expect(() => statusOf("2021-11-22", termYears, "2026-11-22")).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `termStatus requires termYears to be ${requirement}; found ${termYears}`,
      }),
    );
  });
});
