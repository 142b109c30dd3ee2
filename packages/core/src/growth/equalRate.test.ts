import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { equalRate } from "./equalRate.ts";
import { refusal } from "./refusal.laws.ts";

const rate = (ratio: Fraction, periods: number | string): number =>
  equalRate("growthRate", ratio, exact(periods));

describe("equalRate", () => {
  test("is the nearest double where the rate is a fraction", () => {
    expect(rate(fraction(64n, 27n), 3)).toBe(1 / 3);
    expect(rate(fraction(9n), "0.5")).toBe(80);
    expect(rate(fraction(27n, 8n), "1.5")).toBe(1.25);
    // (2/3)^8 = 256 / 6561, over an eighth of a period.
    expect(rate(fraction(2n, 3n), "0.125")).toBe(256 / 6561 - 1);
  });

  // By mpmath at 400 bits.
  test("comes from the logarithm where it is not", () => {
    expect(rate(fraction(2n), 2)).toBeCloseTo(0.41421356237309503, 15);
    expect(rate(fraction(2n), 12)).toBeCloseTo(0.05946309435929526, 16);
    expect(rate(fraction(1n, 2n), 12)).toBeCloseTo(-0.05612568731830653, 16);
  });

  test("is 0 where nothing changes, whatever the periods", () => {
    expect(["1", "12", "0.5", "1e-400", "1e400"].map((periods) => rate(fraction(1n), periods))).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  test("takes parts of a period so small that no power of them could be written down", () => {
    // (1/2)^(10^15) is nothing; powers of 1 -+ 2^-60 by mpmath at 400 bits.
    expect(rate(fraction(1n, 2n), "1e-15")).toBe(-1);
    expect(rate(fraction(2n ** 60n - 1n, 2n ** 60n), "1e-15")).toBeCloseTo(-0.0008669856885276365, 17);
    expect(rate(fraction(2n ** 60n + 1n, 2n ** 60n), "1e-15")).toBeCloseTo(0.0008677380049593277, 17);
  });

  test("refuses a rate beyond every double, whoever asks", () => {
    const words = "the rate to be at most 1.7976931348623157e308; found more";
    expect(refusal(() => rate(fraction(2n), "1e-15"))).toBe(`outOfRange: growthRate requires ${words}`);
    expect(refusal(() => equalRate("targetCatchUp", exact("1e400"), exact(1)))).toBe(
      `outOfRange: targetCatchUp requires ${words}`,
    );
  });
});
