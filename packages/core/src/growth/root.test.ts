import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { compareFractions, fraction } from "../exact/fraction.ts";
import { power, scaled } from "./enclosure.ts";
import { deepestRoot, enclosedRoot, rationalRoot } from "./root.ts";

describe("rationalRoot", () => {
  test("is the root where it is a fraction", () => {
    expect(rationalRoot(fraction(64n, 27n), 3)).toEqual(fraction(4n, 3n));
    expect(rationalRoot(fraction(10n ** 600n), 600)).toEqual(fraction(10n));
    expect(rationalRoot(fraction(1n), 1_000_000)).toEqual(fraction(1n));
    expect(rationalRoot(fraction(5n, 7n), 1)).toEqual(fraction(5n, 7n));
  });

  test("is nothing where it is not", () => {
    expect(rationalRoot(fraction(10n ** 600n + 1n), 600)).toBeUndefined();
    expect(rationalRoot(fraction(4n, 3n), 2)).toBeUndefined();
    expect(rationalRoot(fraction(2n), 1_000_000)).toBeUndefined();
  });
});

describe("deepestRoot", () => {
  test("takes the highest degree that divides the periods", () => {
    expect(deepestRoot(fraction(4096n), 6)).toEqual({ root: fraction(4n), degree: 6 });
    expect(deepestRoot(fraction(4096n), 8)).toEqual({ root: fraction(8n), degree: 4 });
    expect(deepestRoot(fraction(4096n), 7)).toEqual({ root: fraction(4096n), degree: 1 });
    expect(deepestRoot(fraction(1n), 1000)).toEqual({ root: fraction(1n), degree: 1000 });
  });
});

describe("enclosedRoot", () => {
  test("holds the square root of 2 between bounds that agree to 70 digits", () => {
    const digits = "1.4142135623730950488016887242096980785696718753769480731766797379907324";
    const { low, high, exponent } = enclosedRoot(fraction(2n), 2, 256n);
    expect(compareFractions(scaled(low, 1n, exponent), exact(`${digits}8`))).toBe(-1);
    expect(compareFractions(scaled(high, 1n, exponent), exact(`${digits}7`))).toBe(1);
    expect((high - low) * 10n ** 70n < high).toBe(true);
  });

  test.each([
    ["a root of a million", fraction(3n), 1_000_000, 256n],
    ["a number below one", exact("1e-300"), 7, 256n],
    ["a number beyond every double", fraction(10n ** 900n), 7, 256n],
    ["a number just above one", exact("1.00000000000000000000000000000001"), 12, 256n],
    ["bits too few for the first bounds", fraction(3n), 1_000_000, 24n],
  ])("holds %s", (_, value, degree, bits) => {
    const { low, high, exponent } = enclosedRoot(value, degree, bits);
    const least = power({ low, high: low, exponent }, degree, 1024n);
    const most = power({ low: high, high, exponent }, degree, 1024n);
    expect(compareFractions(scaled(least.low, 1n, least.exponent), value)).toBe(-1);
    expect(compareFractions(scaled(most.high, 1n, most.exponent), value)).toBe(1);
  });
});
