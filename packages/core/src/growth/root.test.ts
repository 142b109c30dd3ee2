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

  test("takes the roots of both sides of the line", () => {
    expect(deepestRoot(fraction(1n, 4096n), 6)).toEqual({ root: fraction(1n, 4n), degree: 6 });
    expect(deepestRoot(fraction(4096n, 729n), 12)).toEqual({ root: fraction(4n, 3n), degree: 6 });
    // 4096 is 4^6 and 64^2; 25 is a square only.
    expect(deepestRoot(fraction(4096n, 25n), 6)).toEqual({ root: fraction(64n, 5n), degree: 2 });
    expect(deepestRoot(fraction(4096n, 5n), 6)).toEqual({ root: fraction(4096n, 5n), degree: 1 });
  });

  test("is the number itself for one period", () => {
    expect(deepestRoot(fraction(64n), 1)).toEqual({ root: fraction(64n), degree: 1 });
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

  test.each([
    ["a square root", fraction(2n), 2],
    ["a root of a million", fraction(3n), 1_000_000],
    ["a root of a small number", exact("1e-300"), 7],
    ["a root of a number beyond every double", fraction(10n ** 900n), 7],
    ["a root of a number close to one", exact("1.00000000000000000000000000000001"), 12],
    ["a root that is whole", fraction(2n ** 70n), 7],
  ])("holds %s nearly as closely as the bits allow, however many", (_, value, degree) => {
    for (const bits of [128n, 256n, 1000n]) {
      const { low, high } = enclosedRoot(value, degree, bits);
      expect((high - low) << (bits - 20n) <= high).toBe(true);
    }
  });
});
