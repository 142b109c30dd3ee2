import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { growthRate } from "./growthRate.ts";
import { refusal } from "./refusal.laws.ts";

const rri = (periods: number | string, start: number | string, end: number | string): number =>
  growthRate({ start: exact(start), end: exact(end), periods: exact(periods) });

describe("growthRate", () => {
  test("is Excel's RRI on its documented example", () => {
    expect(rri(96, 10_000, 11_000)).toBeCloseTo(0.0009933, 7);
  });

  // Google Sheets, help on RRI; Microsoft, DAX function reference, RRI; LibreOffice 7.4, run.
  test.each([
    ["Google Sheets", "10.5", 10, 3, -0.1083343751, 10],
    ["Google Sheets", 3, 2, 4, 0.2599210499, 10],
    ["DAX", 48, 10_000, 21_000, 0.0155771057566627, 15],
    ["LibreOffice", 96, 10_000, 11_000, 0.00099330737629133, 15],
    ["LibreOffice", 12, 5000, 7500, 0.0343660831319166, 15],
    ["LibreOffice", 21, 100, "383.41", 0.0660890850826092, 15],
  ])("is RRI of %s: %s, %s, %s", (_, periods, start, end, rate, digits) => {
    expect(rri(periods, start, end)).toBeCloseTo(rate, digits);
  });

  // LibreOffice 7.4: RATE(10;0;-1000;2000) and RATE(2;0;-541.67;780), which it finds by iteration.
  test("is RATE without payments", () => {
    expect(rri(10, 1000, 2000)).toBeCloseTo(0.0717734625362932, 13);
    expect(rri(2, "541.67", 780)).toBeCloseTo(0.199996307709349, 13);
  });

  test.each([
    [1, -1, -1, 0],
    [2, -100, -121, 0.1],
    [2, 100, 0, -1],
    [2, -100, 0, -1],
  ])("RRI(%d, %d, %d) is %d as in Excel", (periods, start, end, rate) => {
    expect(rri(periods, start, end)).toBe(rate);
  });

  test("is the decimal itself where the rate is one", () => {
    expect(rri(2, 100, 121)).toBe(0.1);
    expect(rri(2, "541.67", "780.0048")).toBe(0.2);
    expect(rri(3, 64, 27)).toBe(-0.25);
    expect(rri(1, 0.1, 0.3)).toBe(2);
  });

  test("is the nearest double where the rate is another fraction", () => {
    expect(rri(3, 27, 64)).toBe(1 / 3);
  });

  test("is so where the periods are not whole", () => {
    expect(rri("0.5", 1, 9)).toBe(80);
    expect(rri("1.5", 8, 27)).toBe(1.25);
    expect(rri("0.125", 8, 4)).toBe(1 / 256 - 1);
  });

  test("counts intervals, not labels: 100 to 383.41 from 1998 to 2019 is 6.61 %", () => {
    expect(rri(21, 100, "383.41")).toBeCloseTo(0.0661, 4);
  });

  test("takes parts of a period", () => {
    expect(rri("0.5", 100, 110)).toBeCloseTo(0.21, 15);
    expect(growthRate({ start: exact(1), end: exact(8), periods: fraction(3n, 2n) })).toBeCloseTo(3, 14);
  });

  test("keeps its digits near zero, where a power of doubles has none left", () => {
    // One part in 10^20, over 4 periods.
    expect(rri(4, "1", "1.00000000000000000001")).toBeCloseTo(2.5e-21, 33);
    // ln 2 / 10^15 = 6.931471805599453e-16
    expect(rri(1e15, 1, 2) / 6.931471805599453e-16).toBeCloseTo(1, 14);
  });

  test("is 0 where nothing changes, in whole periods or parts", () => {
    expect([rri(7, 3, 3), rri("0.5", 3, 3)]).toEqual([0, 0]);
  });

  test("is the loss of everything where nothing is left, in however many periods", () => {
    expect([rri("1", 5, 0), rri("1e-400", 5, 0), rri("1e400", 5, 0)]).toEqual([-1, -1, -1]);
  });

  test("reaches across more than the range of doubles", () => {
    // From 10^-300 to 10^300 in 600 periods is tenfold each.
    expect(rri(600, "1e-300", "1e300")).toBe(9);
  });

  test.each([
    ["no period", () => rri(0, 100, 121), "periods to be above 0; found 0"],
    ["negative periods", () => rri(-2, 100, 121), "periods to be above 0; found -2"],
    ["from nothing", () => rri(2, 0, 121), "start to be other than 0; found 0"],
    ["nothing from nothing", () => rri(2, 0, 0), "start to be other than 0; found 0"],
    ["a change of sign", () => rri(2, 100, -121), "end to be of the same sign as start; found -121"],
    [
      "a leap beyond every double",
      () => rri(1, "1e-300", "1e300"),
      "the rate to be at most 1.7976931348623157e308; found more",
    ],
    ["a change of sign back", () => rri(2, -100, 121), "end to be of the same sign as start; found 121"],
    [
      "a day annualised",
      () => rri("0.0001", 1, 2),
      "the rate to be at most 1.7976931348623157e308; found more",
    ],
  ])("refuses %s, as Excel's #NUM!", (_, run, words) => {
    expect(refusal(run)).toBe(`outOfRange: growthRate requires ${words}`);
  });
});
