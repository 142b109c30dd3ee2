import { describe, expect, test } from "vitest";
import { exact } from "./decimal.ts";
import { compareFractions, type Fraction, fraction, toNumber } from "./fraction.ts";
import { rationalRoot, squareRoot } from "./squareRoot.ts";

describe("rationalRoot", () => {
  test.each([
    [fraction(0n), fraction(0n)],
    [fraction(1n), fraction(1n)],
    [fraction(49n), fraction(7n)],
    [fraction(1n, 4n), fraction(1n, 2n)],
    [fraction(49n, 64n), fraction(7n, 8n)],
    [fraction((10n ** 40n + 1n) ** 2n, 9n), fraction(10n ** 40n + 1n, 3n)],
  ])("case %#: the root of %o", (square, root) => {
    expect(rationalRoot(square)).toEqual(root);
  });

  test.each([
    ["a whole number that is no square", fraction(2n)],
    ["a square over no square", fraction(4n, 3n)],
    ["no square over a square", fraction(3n, 4n)],
    ["a whole number just above a square", fraction(10n ** 80n + 1n)],
    ["a whole number just below a square", fraction(10n ** 80n - 1n)],
  ])("is no fraction for %s", (_, square) => {
    expect(rationalRoot(square)).toBeUndefined();
  });
});

describe("squareRoot", () => {
  test("is exact where the root is a fraction, in lowest terms or not", () => {
    expect(squareRoot(fraction(49n, 64n))).toEqual(fraction(7n, 8n));
    expect(squareRoot({ numerator: 8n, denominator: 18n })).toEqual(fraction(2n, 3n));
    expect(squareRoot(exact("0.0625"))).toEqual(exact("0.25"));
    expect(squareRoot(fraction(0n))).toEqual(fraction(0n));
  });

  // By Python's decimal with 90 digits, of which the first fifty stand here.
  test.each<[string, Fraction, string, string]>([
    [
      "2",
      fraction(2n),
      "1.4142135623730950488016887242096980785696718753769",
      "1.4142135623730950488016887242096980785696718753770",
    ],
    [
      "1/3",
      fraction(1n, 3n),
      "0.57735026918962576450914878050195745564760175127012",
      "0.57735026918962576450914878050195745564760175127013",
    ],
    [
      "7 x 10^-301",
      fraction(7n, 10n ** 301n),
      "8.3666002653407554797817202578518748939281536929867e-151",
      "8.3666002653407554797817202578518748939281536929868e-151",
    ],
    [
      "a whole number beyond 2^53",
      fraction(12_345_678_901_234_567_890_123n),
      "111111110611.11110993610905026804627554892950209121",
      "111111110611.11110993610905026804627554892950209122",
    ],
    [
      "(10^40 + 1) / 9",
      fraction(10n ** 40n + 1n, 9n),
      "33333333333333333333.333333333333333333334999999999999",
      "33333333333333333333.333333333333333333335",
    ],
  ])("of %s has fifty digits and more", (_, square, least, beyond) => {
    const root = squareRoot(square);
    expect(compareFractions(root, exact(least))).toBe(1);
    expect(compareFractions(root, exact(beyond))).toBe(-1);
  });

  test("is cut, never above the true root", () => {
    for (const square of [fraction(2n), fraction(1n, 3n), fraction(7n, 10n ** 301n)]) {
      const { numerator, denominator } = squareRoot(square);
      expect(numerator ** 2n * square.denominator < square.numerator * denominator ** 2n).toBe(true);
    }
  });

  // By mpmath at 2,000 bits, rounded to 53.
  test("becomes the double nearest to the true root", () => {
    expect(toNumber(squareRoot(fraction(2n)))).toBe(1.4142135623730951);
    expect(toNumber(squareRoot(fraction(1n, 3n)))).toBe(0.5773502691896257);
    expect(toNumber(squareRoot(fraction(7n, 10n ** 301n)))).toBe(8.366600265340756e-151);
    expect(toNumber(squareRoot(fraction(12_345_678_901_234_567_890_123n)))).toBe(111111110611.11111);
  });
});
