import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { naturalLog } from "./logarithm.ts";

describe("naturalLog", () => {
  // By mpmath at 4,000 bits, rounded to 53.
  test.each<[string, Fraction, number]>([
    ["3", exact(3), 1.0986122886681098],
    ["1/3", fraction(1n, 3n), -1.0986122886681098],
    ["3/2, half above one", exact("1.5"), 0.4054651081081644],
    ["1/2, half below one", exact("0.5"), -0.6931471805599453],
    ["a little more than half above one", exact("1.51"), 0.412109650826833],
    ["a little more than half below one", exact("0.49"), -0.7133498878774648],
    ["1 + 10^-30, which no double tells from one", fraction(10n ** 30n + 1n, 10n ** 30n), 1e-30],
    ["1 - 10^-30", fraction(10n ** 30n - 1n, 10n ** 30n), -1e-30],
    ["the first power of 2 beyond every double", exact(2n ** 1024n), 709.782712893384],
    ["10^400", exact(10n ** 400n), 921.0340371976183],
    ["10^-400", fraction(1n, 10n ** 400n), -921.0340371976183],
    ["7 x 10^-330", fraction(7n, 10n ** 330n), -757.9071705389798],
  ])("of %s is within a few units of the last digit", (_, value, logarithm) => {
    expect(Math.abs(naturalLog(value) / logarithm - 1)).toBeLessThan(1e-15);
  });

  test("of one is zero", () => {
    expect(naturalLog(exact(1))).toBe(0);
  });
});
