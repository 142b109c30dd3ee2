import { describe, expect, test } from "vitest";
import {
  coverageStandardisedRatio,
  type CoverageStandardisedRatioInput,
} from "./coverageStandardisedRatio.ts";

type Row = readonly [
  covered: number | undefined,
  eligible: number | undefined,
  referenceCovered: number | undefined,
  referenceEligible: number | undefined,
];

const columns = (...rows: readonly Row[]): CoverageStandardisedRatioInput =>
  Object.freeze({
    covered: Object.freeze(rows.map(([covered]) => covered)),
    eligible: Object.freeze(rows.map(([, eligible]) => eligible)),
    referenceCovered: Object.freeze(rows.map(([, , covered]) => covered)),
    referenceEligible: Object.freeze(rows.map(([, , , eligible]) => eligible)),
  });

// UK Health Security Agency, PHEindicatormethods, tests/testthat/testdata_DSR_ISR.xlsx, sheets testdata_multiarea_isr,
// refdata and testresults_ISR.
const eligible = [
  636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207,
];
const referenceCovered = [
  10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514, 7125, 5694, 6210,
  5757,
];
const referenceEligible = [
  50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140, 40888, 37239,
  30819, 18136, 15325, 13918,
];
const published = { eligible, referenceCovered, referenceEligible };
const big = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91];
const small = [12, 4, 3, 2, 3, 4, 8, 2, 2, 3, 4, 5, 6, 8, 5, 6, 5, 5, 4];
const tiny = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 2, 3];

describe("coverageStandardisedRatio", () => {
  test.each([
    ["testdata_big", big, 895, 1.0707232939020275],
    ["testdata_small", small, 91, 0.10886683770400503],
    ["testdata_tiny", tiny, 9, 1.0767049882813684e-2],
  ])("gives the published ratio for %s", (_, covered, observed, ratio) => {
    const result = coverageStandardisedRatio({ ...published, covered });
    expect(result.observed).toBe(observed);
    expect(result.expected).toBeCloseTo(835.88356123117433, 10);
    expect(result.ratio).toBeCloseTo(ratio, 14);
  });

  test("is exact beyond 2^53", () => {
    const result = coverageStandardisedRatio(
      columns([3, 9007199254740991, 1, 9007199254740991], [1, 1, 1, 3]),
    );
    expect(result).toEqual({ observed: 4, expected: 4 / 3, ratio: 3 });
  });

  test("lets a group without eligible units have no reference, and no other", () => {
    expect(coverageStandardisedRatio(columns([1, 2, 1, 2], [0, 0, 0, 0])).ratio).toBe(1);
    expect(() => coverageStandardisedRatio(columns([1, 2, 1, 2], [0, 1, 0, 0]))).toThrow(
      "coverageStandardisedRatio requires referenceEligible, row 2 above zero",
    );
  });

  test("refuses where none are expected", () => {
    expect(() => coverageStandardisedRatio(columns([1, 2, 0, 2]))).toThrow(
      "coverageStandardisedRatio requires the number of units expected above zero",
    );
  });

  test.each<[string, Row]>([
    ["covered", [undefined, 2, 1, 2]],
    ["eligible", [1, undefined, 1, 2]],
    ["referenceCovered", [1, 2, undefined, 2]],
    ["referenceEligible", [1, 2, 1, undefined]],
  ])("refuses a row without %s, naming it", (name, row) => {
    expect(() => coverageStandardisedRatio(columns([1, 2, 1, 2], row))).toThrow(
      expect.objectContaining({
        code: "missingValue",
        message: `coverageStandardisedRatio requires a value in ${name}, row 2`,
      }),
    );
  });

  test.each<[string, Row, string]>([
    ["covered", [-1, 2, 1, 2], "-1"],
    ["eligible", [1, 2.5, 1, 2], "2.5"],
    ["referenceCovered", [1, 2, NaN, 2], "NaN"],
    ["referenceEligible", [1, 2, 1, -2], "-2"],
  ])("refuses a row in which %s is no count, naming it", (name, row, found) => {
    expect(() => coverageStandardisedRatio(columns([1, 2, 1, 2], row))).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `coverageStandardisedRatio requires ${name}, row 2 to be a whole number from 0 to 2^53-1; found ${found}`,
      }),
    );
  });

  test("refuses no rows, and columns of another length", () => {
    expect(() => coverageStandardisedRatio(columns())).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "coverageStandardisedRatio requires at least one value in covered",
      }),
    );
    expect(() => coverageStandardisedRatio({ ...columns([1, 2, 1, 2]), eligible: [] })).toThrow(
      expect.objectContaining({
        code: "sizeMismatch",
        message:
          "coverageStandardisedRatio requires eligible to have as many values as there are rows (1); found 0",
      }),
    );
  });
});
