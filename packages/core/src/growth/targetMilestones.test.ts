import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { calendarDate } from "../periods/calendarDate.ts";
import { refusal } from "./refusal.laws.ts";
import { targetMilestones, type TargetMilestones, type TargetMilestonesInput } from "./targetMilestones.ts";

type Row = readonly [kind: string | undefined, goal?: number | string, reached?: number | string];

const milestones = (rows: readonly Row[], options: Partial<TargetMilestonesInput> = {}): TargetMilestones =>
  targetMilestones({
    kind: rows.map(([kind]) => kind),
    goal: rows.map(([, goal]) => (goal === undefined ? undefined : exact(goal))),
    reached: rows.map(([, , reached]) => (reached === undefined ? undefined : exact(reached))),
    ...options,
  });
const statuses = ({ milestones: rows, total }: TargetMilestones): string[] => [
  ...rows.map(({ status }) => status),
  total.status,
];

// The published targets: 10 parks, 20 buildings and business districts, 100 organisations; 7, 9 and 40 reached.
const published: readonly Row[] = [
  ["parks", 10, 7],
  ["buildings and business districts", 20, 9],
  ["organisations", 100, 40],
];

describe("targetMilestones", () => {
  test("gives 70 %, 45 %, 40 % and together 56 of 130, which is not their mean", () => {
    const { milestones: rows, total } = milestones(published);
    expect(rows.map(({ rate }) => rate)).toEqual([0.7, 0.45, 0.4]);
    expect(rows.map(({ shortfall }) => shortfall)).toEqual([3, 11, 60]);
    expect(total).toEqual({ goal: 130, reached: 56, rate: 56 / 130, shortfall: 74, status: "open" });
  });

  test("does not let a surplus of one kind make up for another", () => {
    const { total } = milestones([
      ["parks", 10, 19],
      ["buildings", 20, 11],
    ]);
    expect(total).toEqual({ goal: 30, reached: 30, rate: 1, shortfall: 9, status: "open" });
  });

  test("is missed from its day on, unless it is met", () => {
    const due = ["2026-12-31", "2027-01-01", "2026-06-30"].map((day) => calendarDate(day));
    const rows: readonly Row[] = [
      ["a", 10, 9],
      ["b", 10, 9],
      ["c", 10, 10],
    ];
    expect(statuses(milestones(rows, { due, asOf: calendarDate("2026-12-30") }))).toEqual([
      "open",
      "open",
      "met",
      "open",
    ]);
    expect(statuses(milestones(rows, { due, asOf: calendarDate("2026-12-31") }))).toEqual([
      "missed",
      "open",
      "met",
      "missed",
    ]);
    expect(statuses(milestones(rows, { due }))).toEqual(["open", "open", "met", "open"]);
    expect(statuses(milestones(rows, { asOf: calendarDate("2026-12-31") }))[0]).toBe("open");
  });

  test("has no rate for a goal of 0, and leaves it out of the verdict", () => {
    const { milestones: rows, total } = milestones([
      ["a", 0, 3],
      ["b", 5, 5],
    ]);
    expect(rows[0]).toEqual({
      kind: "a",
      goal: 0,
      reached: 3,
      rate: undefined,
      shortfall: 0,
      status: "no goal",
    });
    expect(total).toMatchObject({ reached: 8, rate: 1.6, status: "met" });
    expect(milestones([["a", 0, 0]]).total).toMatchObject({ rate: undefined, status: "no goal" });
  });

  test("leaves out what is missing or below 0, and counts it", () => {
    const result = milestones([
      ["a", 10, 5],
      ["b", 10],
      [undefined, 10, 5],
      ["d", -1, 5],
      ["e", 5, -1],
    ]);
    expect(statuses(result)).toEqual(["open", "missing", "missing", "invalid", "invalid", "open"]);
    expect([result.total.rate, result.leftOut]).toEqual([0.5, 4]);
    expect(result.milestones[1]).toMatchObject({ goal: 10, reached: undefined, rate: undefined });
  });

  test("has no total where nothing counts", () => {
    const nothing = { goal: undefined, reached: undefined, rate: undefined, shortfall: undefined };
    expect(milestones([["a", -1, 5], ["b"]]).total).toEqual({ ...nothing, status: "missing" });
    expect(milestones([["a", -1, 5]]).total).toEqual({ ...nothing, status: "invalid" });
  });

  test("adds up amounts exactly", () => {
    const { total } = milestones([
      ["a", "0.1", "0.1"],
      ["b", "0.2", "0.2"],
    ]);
    expect(total).toEqual({ goal: 0.3, reached: 0.3, rate: 1, shortfall: 0, status: "met" });
  });

  test.each([
    ["no rows", () => milestones([]), "emptyInput", "at least one value in kind"],
    [
      "a column too short",
      () => milestones(published, { reached: [] }),
      "sizeMismatch",
      "reached to have as many values as there are rows (3); found 0",
    ],
    [
      "a due column too short",
      () => milestones(published, { due: [] }),
      "sizeMismatch",
      "due to have as many values as there are rows (3); found 0",
    ],
    [
      "a goal column too short",
      () => milestones(published, { goal: [] }),
      "sizeMismatch",
      "goal to have as many values as there are rows (3); found 0",
    ],
  ])("refuses %s", (_, run, code, words) => {
    expect(refusal(run)).toBe(`${code}: targetMilestones requires ${words}`);
  });

  test.each<[string, readonly Row[], string]>([
    ["a goal", [["a", "1e309", 1]], "a goal"],
    ["a value reached", [["a", 1, "1e309"]], "a value reached"],
    ["a rate", [["a", "1e-300", "1e300"]], "a rate"],
    ["such a goal in a row left out", [["a", "1e309"]], "a value"],
    ["such a value reached in a row left out", [[undefined, 1, "1e309"]], "a value"],
    [
      "goals together",
      [
        ["a", "1e308", "1e308"],
        ["b", "1e308", 1],
      ],
      "a goal",
    ],
  ])("refuses %s beyond the largest double", (_, rows, name) => {
    expect(refusal(() => milestones(rows))).toBe(
      `outOfRange: targetMilestones requires ${name} to be at most 1.7976931348623157e308; found more`,
    );
  });
});
