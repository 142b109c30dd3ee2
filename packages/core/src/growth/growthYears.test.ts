import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { growthYears, type GrowthYearsInput, requireYear } from "./growthYears.ts";
import { refusal } from "./refusal.laws.ts";

const plan: GrowthYearsInput = {
  base: exact(650),
  rate: exact("0.2"),
  baseYear: 2021,
  lastYear: 2026,
  rounding: "nearest",
};
const valuesOf = (input: GrowthYearsInput): number[] => growthYears(input).map(({ value }) => value);

describe("growthYears", () => {
  test("puts the years beside the values", () => {
    expect(growthYears({ ...plan, lastYear: 2023 })).toEqual([
      { year: 2021, value: 650 },
      { year: 2022, value: 780 },
      { year: 2023, value: 936 },
    ]);
  });

  test("differs by one person in 2026 between the two places of rounding", () => {
    expect(valuesOf({ ...plan, place: "end" })).toEqual([650, 780, 936, 1123, 1348, 1617]);
    expect(valuesOf({ ...plan, place: "each" })).toEqual([650, 780, 936, 1123, 1348, 1618]);
  });

  test("tells the two readings of growth from 2020 apart, both with 650 in 2021", () => {
    const asBase = growthYears({ ...plan, base: exact("541.67"), baseYear: 2020, lastYear: 2021 });
    const asFirst = growthYears({ ...plan, base: exact("451.39"), baseYear: 2019, lastYear: 2021 });
    expect([asBase, asFirst].map((years) => years.at(-1))).toEqual([
      { year: 2021, value: 650 },
      { year: 2021, value: 650 },
    ]);
    expect(asFirst[1]).toEqual({ year: 2020, value: 542 });
  });

  test("keeps the base until the first year of growth", () => {
    expect(valuesOf({ ...plan, firstGrowthYear: 2024, lastYear: 2025 })).toEqual([650, 650, 650, 780, 936]);
    expect(valuesOf({ ...plan, firstGrowthYear: 2050, lastYear: 2023 })).toEqual([650, 650, 650]);
  });

  test("is the base alone in the base year", () => {
    expect(growthYears({ ...plan, lastYear: 2021 })).toEqual([{ year: 2021, value: 650 }]);
  });

  test.each([
    [
      { lastYear: 2020 },
      "growthYears requires lastYear to be a whole number from 2021 to 1050596; found 2020",
    ],
    [
      { firstGrowthYear: 2021 },
      "growthYears requires firstGrowthYear to be a whole number from 2022 to 1000000000; found 2021",
    ],
    [
      { baseYear: 2021.5 },
      "growthYears requires baseYear to be a whole number from -1000000000 to 1000000000; found 2021.5",
    ],
    [
      { baseYear: -1_000_000_001 },
      "growthYears requires baseYear to be a whole number from -1000000000 to 1000000000; found -1000000001",
    ],
    [
      { lastYear: 2_000_000 },
      "growthYears requires lastYear to be a whole number from 2021 to 1050596; found 2000000",
    ],
    [{ base: exact(-1) }, "growthPath requires base to be 0 or more; found -1"],
  ])("refuses %o", (wrong, words) => {
    expect(refusal(() => growthYears({ ...plan, ...wrong }))).toBe(`outOfRange: ${words}`);
  });
});

describe("requireYear", () => {
  const from2020 = (year: number): string =>
    refusal(() => {
      requireYear("growthYears", { name: "lastYear", year, from: 2020, to: 2030 });
    });

  test.each([2020, 2025, 2030])("takes %d, from 2020 to 2030", (year) => {
    expect(from2020(year)).toBe("no refusal");
  });

  test.each([2019, 2031, 2020.5, Number.NaN, Infinity])("refuses %d", (year) => {
    expect(from2020(year)).toBe(
      `outOfRange: growthYears requires lastYear to be a whole number from 2020 to 2030; found ${year}`,
    );
  });

  test("takes a thousand million years before and after where no bounds are given", () => {
    const at = (year: number): string =>
      refusal(() => {
        requireYear("growthYears", { name: "baseYear", year });
      });
    expect([at(-1e9), at(0), at(1e9)]).toEqual(["no refusal", "no refusal", "no refusal"]);
    const words =
      "outOfRange: growthYears requires baseYear to be a whole number from -1000000000 to 1000000000";
    expect(at(1e9 + 1)).toBe(`${words}; found 1000000001`);
    expect(at(-1e9 - 1)).toBe(`${words}; found -1000000001`);
  });
});
