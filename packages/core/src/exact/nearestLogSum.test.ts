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
    [fraction(9n, 7n), 0.25131442828090605],
    [fraction(4n, 3n), 0.2876820724517809],
    [fraction(2n, 3n), -0.4054651081081644],
    [fraction(4n, 7n), -0.5596157879354227],
    [fraction(5n, 9n), -0.5877866649021191],
    [fraction(10n ** 40n + 1n, 10n ** 40n), 1e-40],
    [fraction(10n ** 300n, 7n), 688.8296177491584],
    [fraction(7n, 10n ** 300n), -688.8296177491584],
    [fraction(1n, 10n ** 1000n), -2302.5850929940457],
  ])("case %#: the logarithm of %o", (of, value) => {
    expect(log(of)).toBe(value);
  });

  test("is nothing for no logarithm, and for those of one alone", () => {
    expect(nearestLogSum([])).toBe(0);
    expect(nearestLogSum([{ factor: exact(1), of: fraction(7n, 7n) }])).toBe(0);
  });

  test("takes a logarithm as often as its factor says", () => {
    // ln 2 / 3 + ln(3/5) / 6, by mpmath at 800 bits.
    const sum = nearestLogSum([
      { factor: fraction(1n, 3n), of: exact(2) },
      { factor: fraction(1n, 6n), of: fraction(3n, 5n) },
    ]);
    expect(sum).toBe(0.14591145622565);
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
    expect(left).toBe(0);
  });
});
