import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { calendarDate } from "../periods/calendarDate.ts";
import { refusal } from "./refusal.laws.ts";
import { targetStatus, type TargetStatus } from "./targetStatus.ts";

/** A target over the year 2026 unless told otherwise. */
const status = (
  [start, goal, actual]: readonly [number | string, number | string, number | string],
  asOf: string,
  [startDate, endDate]: readonly [string, string] = ["2026-01-01", "2026-12-31"],
): TargetStatus =>
  targetStatus({
    start: exact(start),
    goal: exact(goal),
    actual: exact(actual),
    startDate: calendarDate(startDate),
    endDate: calendarDate(endDate),
    asOf: calendarDate(asOf),
  });

describe("targetStatus", () => {
  // 14 March is the 73rd day of the year, a fifth of 365.
  test("expects a fifth of the way when a fifth of the days are gone, the day itself included", () => {
    expect(status([650, 780, 676], "2026-03-14")).toEqual({
      expected: 676,
      attainment: 0.2,
      gap: 104,
      requiredPerMonth: 10.4,
      status: "on track",
    });
  });

  test("is behind by the least that is missing to the expected value", () => {
    expect(status([650, 780, "675.999999999999"], "2026-03-14").status).toBe("behind");
    // A third of the way has no decimal: 1/3 of 10 in a period of three days.
    const period = ["2026-01-01", "2026-01-03"] as const;
    expect(status([0, 10, "3.33333333333333"], "2026-01-01", period).status).toBe("behind");
    expect(status([0, 10, "3.33333333333334"], "2026-01-01", period).status).toBe("on track");
  });

  test("is missed on and after the last day, met before that or after", () => {
    expect(status([0, 100, 99], "2026-12-30").status).toBe("behind");
    expect(status([0, 100, 99], "2026-12-31").status).toBe("missed");
    expect(status([0, 100, 99], "2027-06-30").status).toBe("missed");
    expect(status([0, 100, 100], "2026-12-31").status).toBe("met");
    expect(status([0, 100, 100], "2025-12-31").status).toBe("met");
  });

  test("has not started before the first day, which counts already", () => {
    expect(status([0, 365, 0], "2025-12-31")).toMatchObject({ expected: 0, status: "not started" });
    expect(status([0, 365, 0], "2026-01-01")).toMatchObject({ expected: 1, status: "behind" });
    expect(status([0, 365, 1], "2026-01-01").status).toBe("on track");
  });

  test("does not take almost for met: 99.96 % of a target is not the target", () => {
    expect(status([0, 100, "99.96"], "2026-12-31")).toMatchObject({ attainment: 0.9996, status: "missed" });
    expect(status([0, 1, "0.9999999999999999999"], "2026-12-31").status).toBe("missed");
  });

  test("takes a goal below the start as lower is better", () => {
    // 274 overdue units to bring to 0; a fifth of the year is gone, so 219.2 may be left.
    expect(status([274, 0, 219], "2026-03-14")).toMatchObject({
      expected: 219.2,
      attainment: 55 / 274,
      gap: 219,
      status: "on track",
    });
    expect(status([274, 0, 220], "2026-03-14").status).toBe("behind");
    expect(status([274, 0, 300], "2026-03-14").attainment).toBe(-26 / 274);
    expect(status([274, 100, 90], "2026-03-14")).toMatchObject({ gap: 0, status: "met" });
  });

  test("keeps what goes beyond the goal, and asks for nothing more", () => {
    expect(status([0, 100, 125], "2026-03-14")).toMatchObject({
      attainment: 1.25,
      gap: 0,
      requiredPerMonth: 0,
      status: "met",
    });
  });

  test("spreads the gap over the calendar months left, a begun one too, and at least one", () => {
    expect(status([0, 120, 50], "2026-06-15").requiredPerMonth).toBe(10);
    expect(status([0, 120, 60], "2026-06-30").requiredPerMonth).toBe(10);
    expect(status([0, 120, 110], "2026-12-31").requiredPerMonth).toBe(10);
    expect(status([0, 120, 0], "2025-06-30").requiredPerMonth).toBe(10);
  });

  test("has no attainment where there is no way to go, but a status", () => {
    expect(status([5, 5, 4], "2026-03-14")).toMatchObject({
      attainment: undefined,
      gap: 1,
      status: "behind",
    });
    expect(status([5, 5, 5], "2026-03-14")).toMatchObject({ attainment: undefined, status: "met" });
  });

  test("counts the leap day", () => {
    const leapYear = ["2024-01-01", "2024-12-31"] as const;
    expect(status([0, 366, 0], "2024-02-29", leapYear).expected).toBe(60);
    expect(status([0, 366, 0], "2024-03-01", leapYear).expected).toBe(61);
  });

  test("refuses a period that ends before it starts", () => {
    expect(() => status([0, 1, 0], "2026-03-14", ["2026-12-31", "2026-01-01"])).toThrow(
      "requires endDate to be on or after startDate, 2026-12-31; found 2026-01-01",
    );
  });

  test.each([
    // Halfway from 0 to 4 x 10^308.
    ["the expected value", ["0", "4e308", "0"], "2026-07-02"],
    ["the attainment", ["0", "1e-300", "1e300"], "2026-03-14"],
    ["the gap", ["0", "1e308", "-1e308"], "2026-01-01"],
  ] as const)("refuses %s beyond the largest double", (name, values, asOf) => {
    expect(refusal(() => status(values, asOf))).toBe(
      `outOfRange: targetStatus requires ${name} to be at most 1.7976931348623157e308; found more`,
    );
  });
});
