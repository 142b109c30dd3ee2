import { describe, expect, test } from "vitest";
import { crossClassifiedChange, type CrossClassifiedChangeInput } from "./crossClassifiedChange.ts";

type Value = number | undefined;
type Row = readonly [
  first: string | undefined,
  second: string | undefined,
  c1: Value,
  e1: Value,
  c2: Value,
  e2: Value,
];

const columns = (...rows: readonly Row[]): CrossClassifiedChangeInput =>
  Object.freeze({
    first: Object.freeze(rows.map(([first]) => first)),
    second: Object.freeze(rows.map(([, second]) => second)),
    coveredBefore: Object.freeze(rows.map(([, , covered]) => covered)),
    eligibleBefore: Object.freeze(rows.map(([, , , eligible]) => eligible)),
    coveredAfter: Object.freeze(rows.map(([, , , , covered]) => covered)),
    eligibleAfter: Object.freeze(rows.map(([, , , , , eligible]) => eligible)),
  });

describe("crossClassifiedChange", () => {
  test("gives the published parts of age, race and rates in deaths, United States 1970 and 1985", () => {
    // P. Das Gupta, Standardization and Decomposition of Rates: A User's Manual, U.S. Bureau of the Census, P23-186 (1993),
    // example 5.3, as printed in the README of the R package DasGuptR 2.1.0 (github.com/josiahpjking/DasGuptR): people in
    // thousands by race and eleven ages, deaths a thousand with three decimals.
    const size1985 = [
      3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841, 6547,
      4352, 3034, 2540, 1749, 804, 236,
    ];
    const size1970 = [
      2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781, 3096,
      2718, 2363, 1767, 1149, 448, 117,
    ];
    const rate1985 = [
      9163, 462, 248, 929, 1084, 1810, 4715, 12187, 27728, 64068, 157570, 17208, 738, 328, 1103, 2045, 3724,
      8052, 17812, 34128, 68276, 125161,
    ];
    const rate1970 = [
      18469, 751, 391, 1146, 1287, 2672, 6636, 15691, 34723, 79763, 176837, 36993, 1352, 541, 2040, 3523,
      6746, 12967, 24471, 45091, 74902, 123205,
    ];
    const rows = size1970.map((size, cell): Row => {
      const later = size1985[cell]!;
      const covered = [size * rate1970[cell]!, later * rate1985[cell]!] as const;
      const [age, race] = [`age ${cell % 11}`, cell < 11 ? "1" : "2"];
      return [age, race, covered[0], size * 1_000_000, covered[1], later * 1_000_000];
    });
    const { fromFirst, fromSecond, fromRates, points } = crossClassifiedChange(columns(...rows));
    const parts = [fromFirst, fromSecond, fromRates, points];
    expect(parts.map((part) => (10 * part!).toFixed(7))).toEqual([
      "1.5217347",
      "0.0197749",
      "-2.2277254",
      "-0.6862158",
    ]);
    expect(parts.map((part) => ((100 * part!) / points!).toFixed(2))).toEqual([
      "-221.76",
      "-2.88",
      "324.64",
      "100.00",
    ]);
  });

  test("gives all of the structure to one where the other has a single class", () => {
    const change = crossClassifiedChange(
      columns(["east", "small", 10, 50, 30, 100], ["west", "small", 80, 100, 80, 100]),
    );
    expect(change).toEqual({
      before: { numerator: 90, denominator: 150, status: "ok" },
      after: { numerator: 110, denominator: 200, status: "ok" },
      points: -5,
      fromRates: 25 / 6,
      fromFirst: -55 / 6,
      fromSecond: 0,
      status: "ok",
      leftOut: { missing: 0, invalid: 0 },
    });
  });

  test("gives nothing to a structure whose shares stay, the other being independent of it", () => {
    // Sizes are half and half at both dates in each area; only the areas' shares change.
    const cells = (["small", "large"] as const).flatMap((size): Row[] => [
      ["east", size, 10, 50, 20, 100],
      ["west", size, 80, 100, 40, 50],
    ]);
    expect(crossClassifiedChange(columns(...cells))).toMatchObject({
      points: -20,
      fromRates: 0,
      fromFirst: -20,
      fromSecond: 0,
    });
  });

  test("halves what a cell that appears or vanishes brings", () => {
    // A new cell of 5 in 10: both of its factors came from nothing.
    const rows = columns(["east", "small", 0, 90, 0, 90], ["west", "large", 0, 0, 5, 10]);
    expect(crossClassifiedChange(rows)).toMatchObject({
      points: 5,
      fromRates: 0,
      fromFirst: 2.5,
      fromSecond: 2.5,
    });
    const gone = columns(["east", "small", 0, 90, 0, 90], ["west", "large", 5, 10, 0, 0]);
    expect(crossClassifiedChange(gone)).toMatchObject({
      points: -5,
      fromRates: 0,
      fromFirst: -2.5,
      fromSecond: -2.5,
    });
  });

  test("sums the rows of a cell, and tells pairs of names apart", () => {
    const apart = columns(["a", "b,c", 1, 4, 1, 2], ["a,b", "c", 1, 2, 2, 2], ["a", "b,c", 0, 4, 2, 2]);
    const summed = columns(["a", "b,c", 1, 8, 3, 4], ["a,b", "c", 1, 2, 2, 2]);
    expect(crossClassifiedChange(apart)).toEqual(crossClassifiedChange(summed));
    expect(crossClassifiedChange(apart).fromFirst).not.toBe(0);
  });

  test("leaves out rows with something missing or impossible, and cells with some of none, and counts them", () => {
    const good: readonly Row[] = [
      ["a", "x", 1, 4, 2, 4],
      ["b", "y", 1, 2, 1, 4],
    ];
    const bad: readonly Row[] = [
      ["a", undefined, 1, 1, 1, 1],
      [undefined, "x", 1, 1, 1, 1],
      ["a", "x", 1, undefined, 1, 1],
      ["b", "x", 1, -1, 1, 1],
      ["c", "x", 1, 0, 1, 1],
    ];
    expect(crossClassifiedChange(columns(...good, ...bad))).toEqual({
      ...crossClassifiedChange(columns(...good)),
      leftOut: { missing: 3, invalid: 2 },
    });
  });

  test("gives no parts without a rate at both dates", () => {
    expect(crossClassifiedChange(columns(["a", "x", 0, 0, 1, 2]))).toMatchObject({
      points: undefined,
      fromFirst: undefined,
      status: "new",
    });
    expect(crossClassifiedChange(columns(["a", "x", undefined, 0, 1, 2])).status).toBe("missing");
  });

  test("refuses no rows, columns of another length and sums beyond 2^53-1", () => {
    expect(() => crossClassifiedChange(columns())).toThrow(
      "crossClassifiedChange requires at least one value in first",
    );
    expect(() => crossClassifiedChange({ ...columns(["a", "x", 1, 2, 1, 2]), second: [] })).toThrow(
      "crossClassifiedChange requires second to have as many values as there are rows (1); found 0",
    );
    const large: Row = ["a", "x", 0, 9007199254740991, 0, 1];
    expect(() => crossClassifiedChange(columns(large, large))).toThrow(
      "crossClassifiedChange requires the sum of eligible to be at most 2^53-1",
    );
  });
});
