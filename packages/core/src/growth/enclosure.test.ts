import { describe, expect, test } from "vitest";
import { type Enclosure, enclosed, power, product, quotientBounds, scaled } from "./enclosure.ts";

describe("enclosed", () => {
  test("is the whole number itself, between itself and itself", () => {
    expect(enclosed(7n)).toEqual({ low: 7n, high: 7n, exponent: 0 });
  });
});

describe("scaled", () => {
  test.each([
    [0, 3n, 5n],
    [2, 12n, 5n],
    [-2, 3n, 20n],
  ])(
    "3/5 times 2 to the power of %d keeps whole numbers on both sides of the line",
    (exponent, top, bottom) => {
      expect(scaled(3n, 5n, exponent)).toEqual({ numerator: top, denominator: bottom });
    },
  );
});

describe("product", () => {
  test("is exact as long as it has at most twice so many bits", () => {
    // 15 x 17 = 255 = 2^8 - 1.
    expect(product(enclosed(15n), enclosed(17n), 4n)).toEqual({ low: 255n, high: 255n, exponent: 0 });
  });

  test("adds the exponents", () => {
    const two = { low: 2n, high: 3n, exponent: -5 };
    const six = { low: 6n, high: 7n, exponent: 2 };
    expect(product(two, six, 64n)).toEqual({ low: 12n, high: 21n, exponent: -3 });
  });

  test("is cut back by so many bits when it is longer, down below and up above", () => {
    // 16 x 17 = 272 = 17 x 2^4, without a rest; 17 x 19 = 323 = 20.1875 x 2^4.
    expect(product(enclosed(16n), enclosed(17n), 4n)).toEqual({ low: 17n, high: 17n, exponent: 4 });
    expect(product(enclosed(17n), enclosed(19n), 4n)).toEqual({ low: 20n, high: 21n, exponent: 4 });
  });

  test("is cut back again until it fits", () => {
    // 255 x 255 = 65025 = 4064.0625 x 2^4; between 254 x 2^8 and, from the upper bound 4065, 255 x 2^8.
    expect(product(enclosed(255n), enclosed(255n), 4n)).toEqual({ low: 254n, high: 255n, exponent: 8 });
  });
});

describe("power", () => {
  const exactly = (base: bigint, exponent: number): Enclosure => power(enclosed(base), exponent, 256n);

  test.each([
    [3n, 0, 1n],
    [3n, 1, 3n],
    [3n, 2, 9n],
    [3n, 5, 243n],
    [2n, 100, 1267650600228229401496703205376n],
    [7n, 22, 3909821048582988049n],
  ])("%s to the power of %i is exact while it is short", (base, exponent, value) => {
    expect(exactly(base, exponent)).toEqual({ low: value, high: value, exponent: 0 });
  });

  test("holds a power that is too long between two bounds, not far apart", () => {
    const { low, high, exponent } = power(enclosed(3n), 1000, 64n);
    const [least, most] = [low << BigInt(exponent), high << BigInt(exponent)];
    expect(least < 3n ** 1000n && 3n ** 1000n < most).toBe(true);
    expect((most - least) * 2n ** 48n < least).toBe(true);
  });

  test("raises the exponent with the number", () => {
    expect(power({ low: 3n, high: 5n, exponent: -2 }, 3, 64n)).toEqual({
      low: 27n,
      high: 125n,
      exponent: -6,
    });
  });
});

describe("quotientBounds", () => {
  test("are the least over the greatest and the greatest over the least, with the difference of the exponents", () => {
    const top = { low: 6n, high: 7n, exponent: 3 };
    const bottom = { low: 2n, high: 3n, exponent: 1 };
    expect(quotientBounds(top, bottom, 64n)).toEqual({
      low: { numerator: 24n, denominator: 3n },
      high: { numerator: 28n, denominator: 2n },
    });
    expect(quotientBounds(bottom, top, 64n)).toEqual({
      low: { numerator: 2n, denominator: 28n },
      high: { numerator: 3n, denominator: 24n },
    });
  });

  test("have denominators of bounded length, however far a path has shrunk", () => {
    const shrunk = { low: 6n, high: 7n, exponent: -1_000_000 };
    // 2,000 orders below one, and as many as two lengths of a product.
    const floor = 2n ** 2016n;
    expect(quotientBounds(shrunk, enclosed(1n), 8n)).toEqual({
      low: { numerator: 6n, denominator: floor },
      high: { numerator: 7n, denominator: floor },
    });
  });
});
