import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { growthPeriods } from "./growthPeriods.ts";
import { refusal } from "./refusal.laws.ts";

const pduration = (rate: number | string, start: number | string, end: number | string): number =>
  growthPeriods({ start: exact(start), end: exact(end), rate: exact(rate) });

describe("growthPeriods", () => {
  test("is Excel's PDURATION on its documented examples", () => {
    expect(pduration("0.025", 2000, 2200)).toBeCloseTo(3.86, 2);
    // 0.025/12 a month for 1000 to 1200 is 87.6 months.
    expect(growthPeriods({ start: exact(1000), end: exact(1200), rate: fraction(1n, 480n) })).toBeCloseTo(
      87.6,
      1,
    );
  });

  // Google Sheets, help on PDURATION; LibreOffice 7.4, run, and its NPER without payments.
  test.each([
    ["Google Sheets", "0.25", 10, 15, 1.817059493, 9],
    ["Google Sheets", "0.75", 2, 15, 3.600511394, 9],
    ["LibreOffice", "0.025", 2000, 2200, 3.85986616262265, 13],
    ["LibreOffice", "0.12", 500, 5000, 20.3177605630598, 12],
    ["LibreOffice", "0.1", 2000, 1000, -7.27254089734172, 13],
    ["LibreOffice NPER", "0.2", 650, 1300, 3.80178401692393, 13],
  ])("is PDURATION of %s: %s, %d, %d", (_, rate, start, end, periods, digits) => {
    expect(pduration(rate, start, end)).toBeCloseTo(periods, digits);
  });

  test("doubles in 3.80 years at 20 % a year", () => {
    expect(pduration("0.2", 650, 1300)).toBeCloseTo(3.8, 2);
  });

  test("is negative for an end below the start, as in Excel", () => {
    expect(pduration("0.1", 2000, 1000)).toBeCloseTo(-7.27, 2);
  });

  test("is exactly whole where it is whole, there and back", () => {
    expect(pduration("0.1", 100, 121)).toBe(2);
    expect(pduration("0.1", 121, 100)).toBe(-2);
    expect(pduration(1, 1, 2 ** 100)).toBe(100);
    expect(pduration("0.2", 650, "1617.408")).toBe(5);
    expect(pduration("0.2", 650, 650)).toBe(0);
  });

  test("does not take almost whole for whole", () => {
    expect(pduration("0.1", 100, "121.00000001")).toBeGreaterThan(2);
    expect(pduration("0.1", 100, "120.99999999")).toBeLessThan(2);
  });

  test("keeps its digits for the smallest rates and changes", () => {
    // ln(1 + 10^-20) / ln(1 + 10^-18) is 0.01 to eighteen digits.
    expect(pduration("1e-18", 1, "1.00000000000000000001")).toBeCloseTo(0.01, 17);
    // ln 2 / ln(1 + 10^-12) = 693147180560.29188...
    expect(pduration(1e-12, 1, 2) / 693_147_180_560.2919).toBeCloseTo(1, 14);
  });

  test.each([
    ["a rate of 0", () => pduration(0, 2000, 2200), "rate to be above 0; found 0"],
    ["a falling rate", () => pduration("-0.1", 2000, 1000), "rate to be above 0; found -0.1"],
    ["a start of 0", () => pduration("0.1", 0, 2200), "start to be above 0; found 0"],
    ["negative values", () => pduration("0.1", -1000, -2000), "start to be above 0; found -1000"],
    ["an end of 0", () => pduration("0.1", 1000, 0), "end to be above 0; found 0"],
    [
      "an answer beyond every double",
      () => pduration("1e-308", 1, 1e300),
      "the answer to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s, as Excel's #NUM!", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: growthPeriods requires ${words}`);
  });
});
