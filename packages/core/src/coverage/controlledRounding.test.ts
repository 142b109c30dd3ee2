import { describe, expect, test } from "vitest";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { controlledRounding } from "./controlledRounding.ts";

type Line = readonly [first: number, second: number];

/** A table in parts of a whole. */
const tableOf = (parts: number, lines: readonly Line[]) => {
  const value = (numerator: number): Fraction => fraction(BigInt(numerator), BigInt(parts));
  return lines.map(([first, second]) => ({ first: value(first), second: value(second) }));
};
const rounded = (parts: number, ...lines: readonly Line[]): readonly (readonly bigint[])[] => {
  const { rows, totals } = controlledRounding(tableOf(parts, lines));
  return [...rows, totals].map(({ first, second }) => [first, second]);
};

describe("controlledRounding", () => {
  test("leaves whole numbers as they are", () => {
    expect(rounded(1, [3, -2], [0, 5])).toEqual([
      [3n, -2n],
      [0n, 5n],
      [3n, 3n],
    ]);
  });

  test("sends up the largest fractions first, ties to the earlier row and there to the first column", () => {
    // Four quarters in each column: one of each goes up, and no row may have both.
    expect(rounded(4, [1, 1], [1, 1], [1, 1], [1, 1])).toEqual([
      [1n, 0n],
      [0n, 1n],
      [0n, 0n],
      [0n, 0n],
      [1n, 1n],
    ]);
    expect(rounded(4, [1, 0], [2, 0], [1, 0])).toEqual([
      [0n, 0n],
      [1n, 0n],
      [0n, 0n],
      [1n, 0n],
    ]);
  });

  test("keeps a row's total that is whole, whatever its values say", () => {
    // 0.5 and 0.5 make 1: one goes up, not both and not neither.
    expect(rounded(2, [1, 1], [1, -1])).toEqual([
      [1n, 0n],
      [0n, 0n],
      [1n, 0n],
    ]);
  });

  test("gives the column total with the larger fraction the step that is due", () => {
    // 0.4 and 0.3 make 0.7, which is printed as 1.
    expect(rounded(10, [4, 3])).toEqual([
      [1n, 0n],
      [1n, 0n],
    ]);
    expect(rounded(10, [3, 4])).toEqual([
      [0n, 1n],
      [0n, 1n],
    ]);
  });

  test("gives the first column total the step that is due between equal fractions", () => {
    // 0.4 and 0.4 make 0.8, which is printed as 1.
    expect(rounded(10, [4, 4])).toEqual([
      [1n, 0n],
      [1n, 0n],
    ]);
  });

  test("sends both values of a row up, whichever is the larger", () => {
    // 0.8 and 0.9 make 1.7, which is printed as 2.
    for (const line of [[8, 9] as const, [9, 8] as const]) {
      expect(rounded(10, line)).toEqual([
        [1n, 1n],
        [1n, 1n],
      ]);
    }
  });

  test("goes down below zero as it goes up above", () => {
    expect(rounded(10, [-4, -3])).toEqual([
      [-1n, 0n],
      [-1n, 0n],
    ]);
    expect(rounded(2, [-1, 0])).toEqual([
      [-1n, 0n],
      [-1n, 0n],
    ]);
  });

  test("finds a table among all small ones, each value on its lower or upper step", () => {
    const thirds = [-2, -1, 0, 1, 2, 4];
    const lines = thirds.flatMap((first) => thirds.map((second): Line => [first, second]));
    const isStep = (whole: bigint, third: number): boolean => Math.abs(3 * Number(whole) - third) < 3;
    let tables = 0;
    for (const one of lines) {
      for (const two of lines) {
        for (const three of lines) {
          const table = [one, two, three];
          const { rows, totals } = controlledRounding(tableOf(3, table));
          const sums = [0, 1].map((column) => table.reduce((sum, line) => sum + line[column as 0 | 1], 0));
          const holds =
            rows.every(
              ({ first, second }, row) =>
                isStep(first, table[row]![0]) &&
                isStep(second, table[row]![1]) &&
                isStep(first + second, table[row]![0] + table[row]![1]),
            ) &&
            isStep(totals.first, sums[0]!) &&
            isStep(totals.second, sums[1]!) &&
            rows.reduce((left, { first }) => left - first, totals.first) === 0n &&
            rows.reduce((left, { second }) => left - second, totals.second) === 0n &&
            2 * Math.abs(3 * Number(totals.first + totals.second) - sums[0]! - sums[1]!) <= 3;
          if (!holds) expect(table).toEqual("a table that can be rounded");
          tables += 1;
        }
      }
    }
    expect(tables).toBe(36 ** 3);
  });
});
