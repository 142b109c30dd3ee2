import { describe, expect, test } from "vitest";
import { exact } from "./decimal.ts";
import { fraction } from "./fraction.ts";
import { round, type RoundingRule } from "./rounding.ts";

type Row = readonly [
  rule: RoundingRule,
  ...rounded: readonly [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint],
];

const values = ["2.5", "-2.5", "3.5", "-3.5", "2.1", "-2.1", "2.9", "-2.9", "0"] as const;

// prettier-ignore
const table: readonly Row[] = [
  //                       2.5  -2.5  3.5  -3.5  2.1  -2.1  2.9  -2.9  0
  ["half-away-from-zero",   3n,  -3n,  4n,  -4n,  2n,  -2n,  3n,  -3n, 0n],
  ["half-to-even",          2n,  -2n,  4n,  -4n,  2n,  -2n,  3n,  -3n, 0n],
  ["ceiling",               3n,  -2n,  4n,  -3n,  3n,  -2n,  3n,  -2n, 0n],
  ["floor",                 2n,  -3n,  3n,  -4n,  2n,  -3n,  2n,  -3n, 0n],
  ["toward-zero",           2n,  -2n,  3n,  -3n,  2n,  -2n,  2n,  -2n, 0n],
  ["away-from-zero",        3n,  -3n,  4n,  -4n,  3n,  -3n,  3n,  -3n, 0n],
];

describe.each(table)("round %s", (rule, ...rounded) => {
  test.each(values.map((value, index) => [value, rounded[index]]))("%s to %d", (value, expected) => {
    expect(round(exact(value), rule)).toBe(expected);
  });

  test("leaves a whole number alone, past 2^53 too", () => {
    expect(round(fraction(-9007199254740993n), rule)).toBe(-9007199254740993n);
  });
});

describe("round sees what a double cannot", () => {
  test.each([
    ["1.005", 101n],
    ["-1.475", -148n],
    ["0.285", 29n],
    ["1.255", 126n],
    ["5.015", 502n],
  ])("%s to hundredths is %d", (text, hundredths) => {
    const { numerator, denominator } = exact(text);
    expect(round(fraction(numerator * 100n, denominator), "half-away-from-zero")).toBe(hundredths);
  });

  test("a hair below and above one half", () => {
    const hair = 10n ** 40n;
    expect(round(fraction(5n * hair - 1n, 10n * hair), "half-away-from-zero")).toBe(0n);
    expect(round(fraction(5n * hair + 1n, 10n * hair), "half-to-even")).toBe(1n);
    expect(round(fraction(1n, hair), "ceiling")).toBe(1n);
    expect(round(fraction(-1n, hair), "floor")).toBe(-1n);
  });
});
