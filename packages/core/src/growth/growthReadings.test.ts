import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { growthReadings, type GrowthReadingsInput } from "./growthReadings.ts";
import { refusal } from "./refusal.laws.ts";

// The published plan: 650 in 2021 after growth of 20 % a year from 2020.
const plan: GrowthReadingsInput = { end: exact(650), rate: exact("0.2"), year: 2021, from: 2020 };

describe("growthReadings", () => {
  test("shows both readings of the published plan", () => {
    expect(growthReadings(plan)).toEqual({
      asBaseYear: { baseYear: 2020, firstGrowthYear: 2021, base: 1625 / 3, lowest: 542, highest: 542 },
      asFirstGrowthYear: {
        baseYear: 2019,
        firstGrowthYear: 2020,
        base: 8125 / 18,
        lowest: undefined,
        highest: undefined,
      },
    });
  });

  test("finds the whole base of 2019 where every year is rounded", () => {
    expect(growthReadings({ ...plan, place: "each" }).asFirstGrowthYear).toMatchObject({
      lowest: 452,
      highest: 452,
    });
  });

  test("takes a value of the very year that growth runs from", () => {
    const { asBaseYear, asFirstGrowthYear } = growthReadings({ ...plan, year: 2020 });
    expect([asBaseYear.base, asFirstGrowthYear.base]).toEqual([650, 1625 / 3]);
  });

  test.each([
    [{ year: 2019 }, "year to be a whole number from 2020 to 1050594; found 2019"],
    [{ from: 2020.5 }, "from to be a whole number from -1000000000 to 1000000000; found 2020.5"],
    [{ year: Number.NaN }, "year to be a whole number from 2020 to 1050594; found NaN"],
  ])("refuses %o", (wrong, words) => {
    expect(refusal(() => growthReadings({ ...plan, ...wrong }))).toBe(
      `outOfRange: growthReadings requires ${words}`,
    );
  });
});
