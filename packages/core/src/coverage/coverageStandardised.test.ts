import { describe, expect, test } from "vitest";
import { weight } from "../exact/weight.ts";
import { coverageStandardised, type CoverageStandardisedInput } from "./coverageStandardised.ts";

type Row = readonly [covered: number | undefined, eligible: number | undefined, standard: number | string];

const columns = (...rows: readonly Row[]): CoverageStandardisedInput =>
  Object.freeze({
    covered: Object.freeze(rows.map(([covered]) => covered)),
    eligible: Object.freeze(rows.map(([, eligible]) => eligible)),
    standard: Object.freeze(rows.map(([, , standard]) => weight(standard))),
  });

// UK Health Security Agency, PHEindicatormethods, tests/testthat/testdata_DSR_ISR.xlsx (commit 093fd28 and later), sheets
// testdata_1976, testdata_multiarea and testresults_DSR; the standards are the European Standard Populations.
const standard1976: readonly Row[] = [
  [127, 636, 8000],
  [25, 558, 7000],
  [18, 609, 7000],
  [21, 543, 7000],
  [12, 384, 7000],
  [27, 594, 7000],
  [48, 669, 7000],
  [27, 843, 7000],
  [29, 660, 7000],
  [32, 576, 7000],
  [32, 606, 7000],
  [34, 522, 6000],
  [45, 426, 5000],
  [65, 273, 4000],
  [38, 300, 3000],
  [68, 288, 2000],
  [74, 153, 1000],
  [82, 123, 1000],
];
const standard2013 = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500,
  1000,
];
const populations = [
  636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207,
];
const big = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91];
const small = [12, 4, 3, 2, 3, 4, 8, 2, 2, 3, 4, 5, 6, 8, 5, 6, 5, 5, 4];
const rowsOf = (counts: readonly number[]): readonly Row[] =>
  counts.map((count, row) => [count, populations[row], standard2013[row]!]);

describe("coverageStandardised", () => {
  test.each([
    ["testdata_1976", standard1976, 8592.0975850223658],
    ["testdata_big", rowsOf(big), 10430.247991469423],
    ["testdata_small", rowsOf(small), 1103.212025300104],
  ])("gives the published rate of 100,000 for %s", (_, rows, published) => {
    expect(100_000 * coverageStandardised(columns(...rows))).toBeCloseTo(published, 9);
  });

  test("weights rates by the standard, not by the groups' sizes", () => {
    // (1 x 0.9 + 3 x 0.2)/4, by hand.
    expect(coverageStandardised(columns([90, 100, 1], [10, 50, 3]))).toBe(0.375);
  });

  test("takes a standard in any scale", () => {
    expect(coverageStandardised(columns([90, 100, "0.25"], [10, 50, "0.75"]))).toBe(0.375);
  });

  test("keeps a rate of more than all", () => {
    expect(coverageStandardised(columns([2257, 919, 1]))).toBe(2257 / 919);
  });

  test("is exact beyond 2^53", () => {
    expect(coverageStandardised(columns([9007199254740991, 9007199254740991, 1], [1, 3, 2]))).toBe(5 / 9);
  });

  test("lets a group be empty that weighs nothing, and no other", () => {
    expect(coverageStandardised(columns([1, 2, 1], [0, 0, 0]))).toBe(0.5);
    expect(() => coverageStandardised(columns([1, 2, 1], [0, 0, 1]))).toThrow(
      "coverageStandardised requires eligible, row 2 above zero",
    );
  });

  test("refuses a standard of nothing", () => {
    expect(() => coverageStandardised(columns([1, 2, 0]))).toThrow(
      "coverageStandardised requires at least one value above zero in standard",
    );
  });

  test.each<[Row, string]>([
    [[undefined, 2, 1], "a value in covered, row 2"],
    [[1, undefined, 1], "a value in eligible, row 2"],
    [[1, undefined, 0], "a value in eligible, row 2"],
    [[-1, 2, 1], "covered, row 2 to be a whole number from 0 to 2^53-1; found -1"],
    [[1, 2.5, 1], "eligible, row 2 to be a whole number from 0 to 2^53-1; found 2.5"],
  ])("refuses the row %o, naming it", (row, words) => {
    expect(() => coverageStandardised(columns([1, 2, 1], row))).toThrow(
      `coverageStandardised requires ${words}`,
    );
  });

  test("refuses no rows, and columns of another length", () => {
    expect(() => coverageStandardised(columns())).toThrow(expect.objectContaining({ code: "emptyInput" }));
    expect(() => coverageStandardised({ ...columns([1, 2, 1]), standard: [] })).toThrow(
      "coverageStandardised requires standard to have as many values as there are rows (1); found 0",
    );
  });
});
