import { describe, expect, test } from "vitest";
import { exact } from "./decimal.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { nearestLogSum } from "./nearestLogSum.ts";

const log = (of: Fraction): number => nearestLogSum([{ factor: exact(1), of }]);

describe("nearestLogSum", () => {
  // By mpmath at 400 bits.
  test.each([
    [exact(1), 0],
    [exact(2), 0.6931471805599453],
    [exact(3), 1.0986122886681098],
    [fraction(1n, 3n), -1.0986122886681098],
    [fraction(7n, 6n), 0.1541506798272583],
    [fraction(10n ** 40n + 1n, 10n ** 40n), 1e-40],
    [fraction(10n ** 300n, 7n), 688.8296177491584],
  ])("case %#: the logarithm of %o", (of, value) => {
    expect(log(of)).toBe(value);
  });

  test("adds terms by their factors, and keeps what is left when nearly all cancels", () => {
    const half = exact("0.5");
    const above = fraction(10n ** 30n + 1n, 10n ** 30n);
    const below = fraction(10n ** 30n - 1n, 10n ** 30n);
    // ln(1 + x) + ln(1 - x) = ln(1 - x^2), and half of that with x = 10^-30 is -5e-61.
    const left = nearestLogSum([
      { factor: half, of: above },
      { factor: half, of: below },
    ]);
    expect(left).toBe(-5e-61);
  });

  test("is nothing where logarithms cancel altogether", () => {
    const left = nearestLogSum([
      { factor: exact(1), of: exact(2) },
      { factor: exact(1), of: fraction(1n, 2n) },
    ]);
    expect(left).toBeCloseTo(0, 300);
  });
});
