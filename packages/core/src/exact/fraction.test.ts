import { describe, expect, test } from "vitest";
import {
  bitLength,
  compareFractions,
  comparePowers,
  type Fraction,
  fraction,
  greatestCommonDivisor,
  minus,
  over,
  plus,
  times,
  toNumber,
} from "./fraction.ts";

describe("greatestCommonDivisor", () => {
  test("is the largest whole number that divides both", () => {
    expect(greatestCommonDivisor(12n, 18n)).toBe(6n);
    expect(greatestCommonDivisor(6573n, 6015n)).toBe(3n);
    expect(greatestCommonDivisor(17n, 31n)).toBe(1n);
  });

  test("is never negative, whatever the signs", () => {
    expect(greatestCommonDivisor(-12n, 18n)).toBe(6n);
    expect(greatestCommonDivisor(12n, -18n)).toBe(6n);
    expect(greatestCommonDivisor(-12n, -18n)).toBe(6n);
  });

  test("with zero is the other number", () => {
    expect(greatestCommonDivisor(0n, 5n)).toBe(5n);
    expect(greatestCommonDivisor(-5n, 0n)).toBe(5n);
    expect(greatestCommonDivisor(0n, 0n)).toBe(0n);
  });
});

describe("fraction", () => {
  test("is in lowest terms", () => {
    expect(fraction(6015n, 6573n)).toEqual({ numerator: 2005n, denominator: 2191n });
  });

  test("carries its sign above the line", () => {
    expect(fraction(10n, -4n)).toEqual({ numerator: -5n, denominator: 2n });
    expect(fraction(-10n, -4n)).toEqual({ numerator: 5n, denominator: 2n });
  });

  test("of one number is that whole number", () => {
    expect(fraction(-7n)).toEqual({ numerator: -7n, denominator: 1n });
  });

  test("writes zero in one way only", () => {
    expect(fraction(0n, -9n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  test("stays exact far past 2^53", () => {
    expect(fraction(36893488147419103232n, 110680464442257309696n)).toEqual({
      numerator: 1n,
      denominator: 3n,
    });
  });

  test("refuses a denominator of zero", () => {
    expect(() => fraction(1n, 0n)).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "fraction requires denominator above zero",
      }),
    );
  });
});

describe("arithmetic is exact", () => {
  const tenth = fraction(1n, 10n);
  const fifth = fraction(1n, 5n);

  test("0.1 + 0.2 is 0.3", () => {
    expect(plus(tenth, fifth)).toEqual({ numerator: 3n, denominator: 10n });
  });

  test("0.3 - 0.1 is 0.2", () => {
    expect(minus(fraction(3n, 10n), tenth)).toEqual({ numerator: 1n, denominator: 5n });
  });

  test("1.1 x 1.1 is 1.21", () => {
    expect(times(fraction(11n, 10n), fraction(11n, 10n))).toEqual({ numerator: 121n, denominator: 100n });
  });

  test("2 over -6 is minus a third", () => {
    expect(over(fraction(2n), fraction(-6n))).toEqual({ numerator: -1n, denominator: 3n });
  });

  test("a quotient refuses a divisor of zero", () => {
    expect(() => over(tenth, fraction(0n))).toThrow(expect.objectContaining({ code: "divisionByZero" }));
  });
});

describe("compareFractions", () => {
  test("is negative, zero or positive, as sorting asks", () => {
    expect(compareFractions(fraction(1n, 3n), fraction(1n, 2n))).toBe(-1);
    expect(compareFractions(fraction(2n, 6n), fraction(1n, 3n))).toBe(0);
    expect(compareFractions(fraction(-1n, 3n), fraction(-1n, 2n))).toBe(1);
  });

  test("tells apart what doubles cannot: 1/3 is above eighteen threes", () => {
    expect(compareFractions(fraction(1n, 3n), fraction(333333333333333333n, 10n ** 18n))).toBe(1);
  });

  test("sorts", () => {
    const sorted = [fraction(1n), fraction(-1n, 2n), fraction(3n, 4n), fraction(0n)].sort(compareFractions);
    expect(sorted).toEqual([fraction(-1n, 2n), fraction(0n), fraction(3n, 4n), fraction(1n)]);
  });
});

describe("comparePowers", () => {
  test("compares a^p with b^q", () => {
    expect(comparePowers(fraction(4n), 1, fraction(2n), 2)).toBe(0);
    expect(comparePowers(fraction(3n), 2, fraction(2n), 3)).toBe(1);
    expect(comparePowers(fraction(2n, 3n), 3, fraction(1n, 3n), 1)).toBe(-1);
  });

  test("decides on which side of the root of two a decimal lies", () => {
    expect(comparePowers(fraction(14142135623730950488n, 10n ** 19n), 2, fraction(2n), 1)).toBe(-1);
    expect(comparePowers(fraction(14142135623730950489n, 10n ** 19n), 2, fraction(2n), 1)).toBe(1);
  });

  test("takes anything to the power of zero as one", () => {
    expect(comparePowers(fraction(7n, 9n), 0, fraction(5n), 0)).toBe(0);
  });
});

describe("bitLength", () => {
  test.each([
    [0n, 0],
    [1n, 1],
    [255n, 8],
    [256n, 9],
    [-256n, 9],
    [2n ** 100n - 1n, 100],
    [2n ** 100n, 101],
  ])("of %d is %i", (whole, bits) => {
    expect(bitLength(whole)).toBe(bits);
  });
});

describe("toNumber", () => {
  const whole = (value: bigint): Fraction => fraction(value);

  test.each<[string, Fraction, number]>([
    ["zero", whole(0n), 0],
    ["one third", fraction(1n, 3n), 0.3333333333333333],
    ["minus two thirds", fraction(-2n, 3n), -0.6666666666666666],
    ["one tenth", fraction(1n, 10n), 0.1],
    ["6015 of 6573", fraction(6015n, 6573n), 0.9151072569602922],
    ["the largest whole number a cell keeps", whole(9007199254740991n), 9007199254740991],
    ["a tenth over lines far past 2^53", fraction(10n ** 40n + 1n, 10n ** 41n), 0.1],
    ["pi to 30 decimals", fraction(3141592653589793238462643383279n, 10n ** 30n), 3.141592653589793],
    ["ten to the 308th", whole(10n ** 308n), 1e308],
    ["a ten-to-the-307th", fraction(1n, 10n ** 307n), 1e-307],
    ["the smallest normal double", fraction(1n, 2n ** 1022n), 2.2250738585072014e-308],
    ["the largest double", whole(2n ** 1024n - 2n ** 971n), 1.7976931348623157e308],
  ])("%s", (_, value, expected) => {
    expect(toNumber(value)).toBe(expected);
  });

  test.each<[string, Fraction, number]>([
    ["2^53 + 1 goes down to 2^53", whole(9007199254740993n), 9007199254740992],
    ["2^53 + 3 goes up to 2^53 + 4", whole(9007199254740995n), 9007199254740996],
    ["-(2^53 + 1) goes to -2^53", whole(-9007199254740993n), -9007199254740992],
    ["1 + 2^-53 goes down to 1", fraction(2n ** 53n + 1n, 2n ** 53n), 1],
    ["1 + 3 x 2^-53 goes up", fraction(2n ** 53n + 3n, 2n ** 53n), 1.0000000000000004],
  ])("goes to even from halfway: %s", (_, value, expected) => {
    expect(toNumber(value)).toBe(expected);
  });

  test("takes nothing just above halfway for halfway", () => {
    expect(toNumber(fraction((2n ** 53n + 1n) * 10n ** 60n + 1n, 2n ** 53n * 10n ** 60n))).toBe(
      1.0000000000000002,
    );
    expect(toNumber(fraction(9007199254740993n * 10n ** 60n + 1n, 10n ** 60n))).toBe(9007199254740994);
  });

  test("takes nothing just below halfway for halfway", () => {
    expect(toNumber(fraction(9007199254740995n * 10n ** 60n - 1n, 10n ** 60n))).toBe(9007199254740994);
  });

  test("agrees with long decimal text read by JavaScript", () => {
    expect(toNumber(fraction(123456789012345678901234567890n, 10n ** 25n))).toBe(
      Number("12345.6789012345678901234567890"),
    );
    expect(toNumber(fraction(-999999999999999999999999999999n, 10n ** 300n))).toBe(
      Number("-999999999999999999999999999999e-300"),
    );
  });

  test("is infinite beyond the largest double, from halfway to the next on", () => {
    expect(toNumber(whole(2n ** 1024n - 2n ** 970n - 1n))).toBe(1.7976931348623157e308);
    expect(toNumber(whole(2n ** 1024n - 2n ** 970n))).toBe(Infinity);
    expect(toNumber(whole(-(10n ** 1000n)))).toBe(-Infinity);
  });

  test("is rounded once below the smallest normal double, where bits run out", () => {
    expect(toNumber(fraction(1n, 2n ** 1074n))).toBe(5e-324);
    expect(toNumber(fraction(5n, 2n ** 1075n))).toBe(1e-323);
    expect(toNumber(fraction(5n * 2n ** 100n + 1n, 2n ** 1175n))).toBe(1.5e-323);
  });

  test("is zero, without a sign, far below the smallest double", () => {
    expect(toNumber(fraction(1n, 10n ** 1000n))).toBe(0);
    expect(toNumber(fraction(-1n, 10n ** 1000n))).toBe(0);
  });
});
