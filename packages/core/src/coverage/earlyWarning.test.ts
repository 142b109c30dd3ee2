import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { calendarDate } from "../periods/calendarDate.ts";
import { earlyWarning, type EarlyWarningInput } from "./earlyWarning.ts";
import type { Warning } from "./warning.ts";

const policy = Object.freeze({ ownFrom: count(3), jointFrom: count(1) });
const asOf = calendarDate("2026-11-22");
const inTerm = calendarDate("2024-05-01");
const overdue = calendarDate("2020-05-01");
const dueSoon = calendarDate("2022-03-15");

type Columns = Pick<EarlyWarningInput, "members" | "form"> & Partial<EarlyWarningInput>;

/** Warnings of units A, B, C ... of which all that is not given is in order. */
const warningsOf = ({ members, form, ...given }: Columns): readonly Warning[] =>
  earlyWarning(
    Object.freeze({
      unit: Object.freeze(members.map((_, index) => "ABCDEFGH".charAt(index))),
      members: Object.freeze(members),
      form: Object.freeze(form),
      lastElection: members.map(() => inTerm),
      termYears: 5,
      asOf,
      policy,
      ...given,
    }),
  );
const listed = (warnings: readonly Warning[]): readonly string[] =>
  warnings.map(({ unit, reason }) => `${unit}: ${reason}`);

describe("earlyWarning", () => {
  test("lists a unit with fewer members than its form requires, and says how many", () => {
    expect(warningsOf({ members: [2, 3, 0, 1], form: ["own", "own", "joint", "joint"] })).toEqual([
      { row: 1, unit: "A", reason: "too-few-members", form: "own", members: 2, required: 3 },
      { row: 3, unit: "C", reason: "too-few-members", form: "joint", members: 0, required: 1 },
    ]);
  });

  test("requires no members of a unit with work coverage, or with none", () => {
    expect(warningsOf({ members: [0, 0], form: ["work", "none"] })).toEqual([]);
  });

  test("lists a term that is overdue or due soon, with its dates", () => {
    const lastElection = [overdue, dueSoon, inTerm];
    expect(warningsOf({ members: [3, 3, 3], form: ["own", "own", "own"], lastElection })).toEqual([
      {
        row: 1,
        unit: "A",
        reason: "term-overdue",
        term: { status: "overdue", dueDate: "2025-05-01", daysOverdue: 570 },
      },
      {
        row: 2,
        unit: "B",
        reason: "term-due-soon",
        term: { status: "due-soon", dueDate: "2027-03-15", daysOverdue: 0 },
      },
    ]);
  });

  test("takes a term a row, and the months to look ahead", () => {
    const units = { members: [3, 3], form: ["own", "own"] as const, termYears: [3, 2] };
    expect(listed(warningsOf(units))).toEqual(["A: term-due-soon", "B: term-overdue"]);
    expect(listed(warningsOf({ ...units, soonMonths: count(5) }))).toEqual(["B: term-overdue"]);
  });

  test("gives the reasons of a unit in one order, and units in theirs", () => {
    const warnings = warningsOf({
      members: [5, 0, 2],
      form: ["own", "none", "own"],
      lastElection: [inTerm, dueSoon, overdue],
      history: {
        rates: [
          [4, 3, 2, 1],
          [1, 1, 1, 1],
          [0.9, 0.8, 0.7, 0.6],
        ],
      },
    });
    expect(listed(warnings)).toEqual([
      "A: rate-falling",
      "B: term-due-soon",
      "C: too-few-members",
      "C: term-overdue",
      "C: rate-falling",
    ]);
  });

  test("never warns of what is missing", () => {
    const warnings = warningsOf({
      members: [undefined, 0, 3, 3],
      form: ["own", undefined, "own", "own"],
      lastElection: [inTerm, inTerm, undefined, overdue],
      termYears: [5, 5, 5, undefined],
    });
    expect(warnings).toEqual([]);
  });

  test("warns of a unit without a name by its row", () => {
    const unit = ["A", undefined];
    const [warning] = warningsOf({ members: [3, 2], form: ["own", "own"], unit });
    expect(warning).toMatchObject({ row: 2, unit: undefined });
  });

  test("refuses members that are no count, terms that cannot be, columns of different length and a torn policy", () => {
    const own = ["own", "own"] as const;
    expect(() => warningsOf({ members: [3, 2.5], form: own })).toThrow(
      "earlyWarning requires members, row 2, to be a whole number from 0 to 2^53-1; found 2.5",
    );
    expect(() => warningsOf({ members: [3, 3], form: own, termYears: [5, 0] })).toThrow(
      "earlyWarning requires termYears, row 2, to be above 0 and whole months; found 0",
    );
    expect(() => warningsOf({ members: [3, 3], form: own, termYears: [5] })).toThrow(
      "earlyWarning requires termYears to have as many values as there are rows (2); found 1",
    );
    expect(() => warningsOf({ members: [3], form: ["own"], history: { rates: [] } })).toThrow(
      "earlyWarning requires rates to have as many values as there are rows (1); found 0",
    );
    expect(() => warningsOf({ members: [], form: [] })).toThrow(
      expect.objectContaining({ code: "emptyInput" }),
    );
    const torn = { ownFrom: count(1), jointFrom: count(3) };
    expect(() => warningsOf({ members: [3], form: ["own"], policy: torn })).toThrow(
      expect.objectContaining({
        code: "conflict",
        message: "earlyWarning requires ownFrom (1) not to be below jointFrom (3)",
      }),
    );
  });
});

describe("a falling rate", () => {
  const fallsOf = (rates: readonly (readonly (number | undefined)[])[], fallingFor?: number): unknown =>
    warningsOf({
      members: rates.map(() => 3),
      form: rates.map(() => "own"),
      history: { rates, fallingFor: fallingFor === undefined ? undefined : count(fallingFor) },
    }).map((warning) => [warning.unit, "rates" in warning ? warning.rates : undefined]);

  test("falls in each of the last three changes, unless told", () => {
    expect(
      fallsOf([
        [0.5, 0.9, 0.8, 0.7, 0.6],
        [0.9, 0.8, 0.7, 0.6, 0.6],
        [0.9, 0.8, 0.9, 0.7, 0.6],
        [0.9, 0.8, 0.7, 0.6, 0.61],
      ]),
    ).toEqual([["A", [0.9, 0.8, 0.7, 0.6]]]);
  });

  test("needs as many changes as it is told", () => {
    expect(fallsOf([[0.9, 0.8]], 1)).toEqual([["A", [0.9, 0.8]]]);
    expect(fallsOf([[0.9, 0.8]], 2)).toEqual([]);
    expect(fallsOf([[0.9]], 1)).toEqual([]);
    expect(fallsOf([[]], 1)).toEqual([]);
  });

  test("is not known where a rate in the run is missing", () => {
    expect(
      fallsOf(
        [
          [0.9, undefined, 0.8, 0.7],
          [undefined, 0.9, 0.8, 0.7],
          [0.9, 0.8, 0.7, undefined],
        ],
        2,
      ),
    ).toEqual([["B", [0.9, 0.8, 0.7]]]);
  });

  test("does not wait for periods that nobody has reported yet", () => {
    expect(
      fallsOf(
        [
          [0.9, 0.8, 0.7, undefined, undefined],
          [0.9, 0.8, undefined, undefined, undefined],
        ],
        2,
      ),
    ).toEqual([["A", [0.9, 0.8, 0.7]]]);
  });

  test("keeps rates above one, and the smallest fall", () => {
    expect(fallsOf([[2.25, 1.25, 1.2499999999999998]], 2)).toEqual([["A", [2.25, 1.25, 1.2499999999999998]]]);
  });

  test("refuses rates that cannot be, ragged rows, and a run of nothing", () => {
    expect(() => fallsOf([[0.9], [-0.1]])).toThrow(
      "earlyWarning requires rates, row 2, to be finite and not negative; found -0.1",
    );
    expect(() => fallsOf([[NaN]])).toThrow(expect.objectContaining({ code: "outOfRange" }));
    expect(() => fallsOf([[0.9, 0.8, 0.7], [0.9]])).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message: "earlyWarning requires rates, row 2, to have as many values as there are rows (3); found 1",
      }),
    );
    expect(() => fallsOf([[0.9]], 0)).toThrow(
      "earlyWarning requires fallingFor to be a whole number from 1; found 0",
    );
  });
});
