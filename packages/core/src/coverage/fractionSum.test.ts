import { describe, expect, test } from "vitest";
import { fraction } from "../exact/fraction.ts";
import { sumOfFractions } from "./fractionSum.ts";

describe("sumOfFractions", () => {
  test("gives zero for nothing, and one fraction as it is", () => {
    expect(sumOfFractions([])).toEqual({ numerator: 0n, denominator: 1n });
    expect(sumOfFractions([{ numerator: 2n, denominator: 4n }])).toEqual({ numerator: 2n, denominator: 4n });
  });

  test("adds fractions of different denominators exactly", () => {
    const sum = sumOfFractions([fraction(1n, 2n), fraction(1n, 3n), fraction(-1n, 7n)]);
    expect(fraction(sum.numerator, sum.denominator)).toEqual({ numerator: 29n, denominator: 42n });
  });

  test("keeps a denominator that all fractions share, so that long sums stay short", () => {
    const sixths = Array.from({ length: 5 }, () => fraction(1n, 6n));
    expect(sumOfFractions(sixths)).toEqual({ numerator: 5n, denominator: 6n });
  });
});
