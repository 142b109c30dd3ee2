import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { calendarDate } from "./calendarDate.ts";
import { type TermCounts, termSummary } from "./termSummary.ts";

const asOf = calendarDate("2026-11-22");
const overdue = calendarDate("2020-05-01");
const dueSoon = calendarDate("2022-03-15");
const inTerm = calendarDate("2024-05-01");

/** In term, due soon, overdue, missing, and the share overdue as it is counted. */
const line = ({
  inTerm: first,
  dueSoon: second,
  overdue: third,
  missing,
  shareOverdue,
}: TermCounts): string =>
  `${first} ${second} ${third} ${missing}, ${shareOverdue.numerator}/${shareOverdue.denominator}`;

describe("termSummary", () => {
  test("counts terms by group and in all, groups in order of first appearance", () => {
    const { groups, total } = termSummary(
      Object.freeze({
        lastElection: Object.freeze([inTerm, overdue, dueSoon, overdue, undefined, inTerm]),
        termYears: 5,
        asOf,
        group: Object.freeze(["west", "east", "west", "west", "east", "west"]),
      }),
    );
    expect(groups.map((each) => `${each.group}: ${line(each)}`)).toEqual([
      "west: 2 1 1 0, 1/4",
      "east: 0 0 1 1, 1/1",
    ]);
    expect(line(total)).toBe("2 1 2 1, 2/5");
  });

  test("recomputes 274 overdue of 1,873, if the share is of those scored", () => {
    // Figure F12 of the project's list: 274/1873 = 14.6 %.
    const lastElection = Array.from({ length: 1873 }, (_, row) => (row < 274 ? overdue : inTerm));
    const { total } = termSummary({ lastElection, termYears: 5, asOf });
    expect(total.shareOverdue).toEqual({ numerator: 274, denominator: 1873, status: "ok" });
  });

  test("has only the total without groups", () => {
    const { groups, total } = termSummary({ lastElection: [overdue, inTerm], termYears: 5, asOf });
    expect(groups).toEqual([]);
    expect(line(total)).toBe("1 0 1 0, 1/2");
  });

  test("counts a row without a group as missing in the total alone", () => {
    const input = { lastElection: [overdue, overdue], termYears: 5, asOf, group: [undefined, "east"] };
    const { groups, total } = termSummary(input);
    expect(groups.map(line)).toEqual(["0 0 1 0, 1/1"]);
    expect(line(total)).toBe("0 0 1 1, 1/1");
  });

  test("has an empty share where nothing is known", () => {
    const { total } = termSummary({ lastElection: [undefined], termYears: 5, asOf });
    expect(total.shareOverdue.status).toBe("empty");
  });

  test("takes a term a row, and the months to look ahead", () => {
    const columns = { lastElection: [inTerm, inTerm, inTerm], termYears: [2, 3, undefined], asOf };
    expect(line(termSummary(columns).total)).toBe("0 1 1 1, 1/2");
    expect(line(termSummary({ ...columns, soonMonths: count(5) }).total)).toBe("1 0 1 1, 1/2");
  });

  test("refuses no rows, and columns of different length", () => {
    expect(() => termSummary({ lastElection: [], termYears: 5, asOf })).toThrow(
      "termSummary requires at least one value in lastElection",
    );
    expect(() => termSummary({ lastElection: [inTerm], termYears: [5, 5], asOf })).toThrow(
      "termSummary requires termYears to have as many values as there are rows (1); found 2",
    );
    expect(() => termSummary({ lastElection: [inTerm], termYears: 5, asOf, group: [] })).toThrow(
      "termSummary requires group to have as many values as there are rows (1); found 0",
    );
  });

  test("names the row of a term that cannot be", () => {
    expect(() => termSummary({ lastElection: [inTerm, inTerm], termYears: [5, 0], asOf })).toThrow(
      "termSummary requires termYears, row 2, to be above 0 and whole months; found 0",
    );
  });
});
