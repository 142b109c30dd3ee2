import { describe, expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { exact } from "../exact/decimal.ts";
import { coverageImplied, type ImpliedDenominator } from "./coverageImplied.ts";

const impliedBy = (added: number, points: string, decimals?: number): ImpliedDenominator =>
  coverageImplied(Object.freeze({ added: count(added), points: exact(points), decimals }));

describe("coverageImplied", () => {
  test("finds about 17,840 units behind 1,677 new ones and 9.4 points, and not the 46,000 registered", () => {
    const { exactly, lowest, highest } = impliedBy(1677, "9.4");
    expect(exactly.toFixed(2)).toBe("17840.43");
    expect([lowest, highest]).toEqual([17747, 17935]);
  });

  test("would find the 46,000 registered behind the 3.6 points that 1,677 of them are", () => {
    const { lowest, highest } = impliedBy(1677, "3.6");
    expect([lowest, highest]).toEqual([45946, 47239]);
  });

  // Every denominator up to 300,000 tried in exact fractions (Python 3.11, fractions.Fraction).
  test.each([
    [1677, "9.40", 2, 17831, 17849],
    [1677, "9", 0, 17653, 19729],
    [85, "17.6", 1, 482, 484],
    [35, "9.43", 1, 371, 374],
    [1, "50", 0, 2, 2],
    [1, "12.5", 1, 8, 8],
  ])("for %i units and %s points with %i decimals, %i to %i", (added, points, decimals, lowest, highest) => {
    expect(impliedBy(added, points, decimals)).toMatchObject({ lowest, highest });
  });

  test("counts a half as the points above it: 2 of 16 are 12.5 points and print as 13", () => {
    expect(impliedBy(2, "13", 0)).toMatchObject({ lowest: 15, highest: 16 });
  });

  test("divides exactly, and gives the nearest double", () => {
    expect(impliedBy(1677, "9.4").exactly).toBe(838500 / 47);
    expect(impliedBy(1, "3").exactly).toBe(100 / 3);
    expect(impliedBy(9, "125", 0).exactly).toBe(7.2);
  });

  test.each([
    [1, "70", 1],
    [9, "125", 0],
    [0, "9.4", 1],
  ])("finds no whole denominator for %i units and %s points", (added, points, decimals) => {
    expect(impliedBy(added, points, decimals)).toMatchObject({ lowest: undefined, highest: undefined });
  });

  test("has no highest denominator where the points print as 0", () => {
    expect(impliedBy(5, "0.04")).toEqual({ exactly: 12500, lowest: 10001, highest: undefined });
    expect(impliedBy(0, "0.04")).toEqual({ exactly: 0, lowest: 1, highest: undefined });
  });

  test("is exact where doubles are not", () => {
    // Both ends, and the whole numbers beside them, tried in exact fractions (Python 3.11, fractions.Fraction).
    expect(impliedBy(9007199254740991, "125.0")).toEqual({
      exactly: 7205759403792793,
      lowest: 7202878252491797,
      highest: 7208642860937167,
    });
  });

  test.each([
    ["0", "divisionByZero", "coverageImplied requires points above zero"],
    ["-9.4", "outOfRange", "coverageImplied requires points to be above 0; found -9.4"],
  ])("refuses %s points", (points, code, message) => {
    expect(() => impliedBy(1677, points)).toThrow(expect.objectContaining({ code, message }));
  });

  test.each([
    [-1, "-1"],
    [16, "16"],
    [0.5, "0.5"],
    [NaN, "NaN"],
  ])("refuses %d decimals", (decimals, found) => {
    expect(() => impliedBy(1677, "9.4", decimals)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `coverageImplied requires decimals to be a whole number from 0 to 15; found ${found}`,
      }),
    );
  });

  test("refuses denominators beyond 2^53-1, naming the end that is", () => {
    expect(() => impliedBy(9007199254740991, "100")).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message:
          "coverageImplied requires the highest denominator to be at most 2^53-1; found 9011705107294638",
      }),
    );
    // 2000 (2^53-1) is 21 times 857828500451522952 and 8 more: at one less there are 1.05 points, printed as 1.1.
    expect(() => impliedBy(9007199254740991, "1")).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message:
          "coverageImplied requires the lowest denominator to be at most 2^53-1; found 857828500451522953",
      }),
    );
    // Printed as 0 are fewer than 0.5 points: of more than 200 times as many.
    expect(() => impliedBy(9007199254740991, "0.01", 0)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message:
          "coverageImplied requires the lowest denominator to be at most 2^53-1; found 1801439850948198201",
      }),
    );
  });

  test("refuses points so few that no cell holds the denominator", () => {
    expect(() => impliedBy(1, "1e-320")).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "coverageImplied requires the denominator to be a number that a cell can hold; found more",
      }),
    );
  });
});
