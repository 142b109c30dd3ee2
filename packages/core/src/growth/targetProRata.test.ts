import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { calendarDate } from "../periods/calendarDate.ts";
import { refusal } from "./refusal.laws.ts";
import { targetProRata } from "./targetProRata.ts";

const dueBy = (asOf: string, goal: number | string = 730): number =>
  targetProRata({
    goal: exact(goal),
    startDate: calendarDate("2026-01-01"),
    endDate: calendarDate("2026-12-31"),
    asOf: calendarDate(asOf),
  });

describe("targetProRata", () => {
  test("is due by the days gone, the first and the last among them", () => {
    expect(
      ["2025-12-31", "2026-01-01", "2026-03-31", "2026-12-30", "2026-12-31", "2027-01-01"].map((day) =>
        dueBy(day),
      ),
    ).toEqual([0, 2, 180, 728, 730, 730]);
  });

  test("is the double nearest to the exact part", () => {
    expect(dueBy("2026-01-01", 1)).toBe(1 / 365);
    expect(dueBy("2026-03-14", "0.3")).toBe(0.06);
  });

  test("takes a goal below 0 as it is", () => {
    expect(dueBy("2026-03-14", -730)).toBe(-146);
  });

  test("refuses a result beyond the largest double", () => {
    expect(refusal(() => dueBy("2026-12-31", "1e309"))).toBe(
      "outOfRange: targetProRata requires the result to be at most 1.7976931348623157e308; found more",
    );
  });
});
