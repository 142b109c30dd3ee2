import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { normalQuantile } from "./normalQuantile.ts";

/** The relative error that a result of full double accuracy may have. */
const tiny = 1e-15;

describe("normalQuantile", () => {
  // scipy.special.ndtri of SciPy 1.17.1; where its argument as a double loses the tail, mpmath 1.3.0 with 40 digits.
  test.each([
    ["0.75", 0.6744897501960817],
    ["0.9", 1.2815515655446004],
    ["0.92", 1.4050715603096329],
    ["0.93", 1.475791028179171],
    ["0.95", 1.6448536269514722],
    ["0.975", 1.959963984540054],
    ["0.995", 2.5758293035489004],
    ["0.999", 3.090232306167813],
    ["0.9999995", 4.89163847569859],
    ["0.5000001", 2.506628274631027e-7],
    ["0.025", -1.9599639845400545],
    ["1e-9", -5.9978070150076865],
    ["1e-30", -11.464024688443613],
    ["1e-300", -37.0470962993612],
  ])("of %s is %f", (probability, deviate) => {
    expect(Math.abs(normalQuantile(exact(probability)) / deviate - 1)).toBeLessThan(tiny);
  });

  test("of one half is 0", () => {
    expect(normalQuantile(exact("0.5"))).toBe(0);
  });

  test("keeps a tail that no double between 0 and 1 keeps", () => {
    const oneInSextillion = fraction(10n ** 21n - 1n, 10n ** 21n);
    expect(normalQuantile(oneInSextillion)).toBe(-normalQuantile(exact("1e-21")));
  });
});
