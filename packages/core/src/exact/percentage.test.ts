import { describe, expect, test } from "vitest";
import { percentageText } from "./percentage.ts";

describe("percentageText", () => {
  test.each<[bigint, bigint, number, string]>([
    [6015n, 6573n, 1, "91.5%"],
    [7457n, 8015n, 1, "93.0%"],
    [2257n, 919n, 1, "245.6%"],
    [5n, 4n, 1, "125.0%"],
    [1n, 3n, 0, "33%"],
    [2n, 3n, 4, "66.6667%"],
    [1n, 7n, 15, "14.285714285714286%"],
  ])("%d of %d with %i decimals is %s", (numerator, denominator, decimals, text) => {
    expect(percentageText({ numerator, denominator, decimals })).toBe(text);
  });

  test.each<[bigint, bigint, number, string]>([
    [1n, 200n, 0, "1%"],
    [1n, 16n, 1, "6.3%"],
    [201n, 20000n, 2, "1.01%"],
    [57n, 20000n, 2, "0.29%"],
    [25n, 1000n, 0, "3%"],
  ])(
    "goes away from zero at a half: %d of %d with %i decimals is %s",
    (numerator, denominator, decimals, text) => {
      expect(percentageText({ numerator, denominator, decimals })).toBe(text);
    },
  );

  test.each<[bigint, bigint, number, string]>([
    [1999n, 2000n, 1, "99.9%"],
    [9996n, 10000n, 1, "99.9%"],
    [999n, 1000n, 0, "99%"],
    [10n ** 20n - 1n, 10n ** 20n, 15, "99.999999999999999%"],
  ])(
    "never says all when it is nearly all: %d of %d is %s at %i decimals",
    (numerator, denominator, decimals, text) => {
      expect(percentageText({ numerator, denominator, decimals })).toBe(text);
    },
  );

  test.each<[bigint, bigint, number, string]>([
    [1n, 2001n, 1, "0.1%"],
    [1n, 2001n, 0, "1%"],
    [1n, 10n ** 30n, 4, "0.0001%"],
  ])(
    "never says none when there is one: %d of %d at %i decimals is %s",
    (numerator, denominator, decimals, text) => {
      expect(percentageText({ numerator, denominator, decimals })).toBe(text);
    },
  );

  test.each<[bigint, bigint, number, string]>([
    [100001n, 100000n, 1, "100.1%"],
    [100001n, 100000n, 0, "101%"],
    [100001n, 100000n, 3, "100.001%"],
  ])(
    "never falls back to all from above: %d of %d at %i decimals is %s",
    (numerator, denominator, decimals, text) => {
      expect(percentageText({ numerator, denominator, decimals })).toBe(text);
    },
  );

  test("says all and none with every decimal asked for", () => {
    expect(percentageText({ numerator: 5n, denominator: 5n, decimals: 1 })).toBe("100.0%");
    expect(percentageText({ numerator: 5n, denominator: 5n, decimals: 0 })).toBe("100%");
    expect(percentageText({ numerator: 0n, denominator: 5n, decimals: 2 })).toBe("0.00%");
    expect(percentageText({ numerator: 0n, denominator: 5n, decimals: 0 })).toBe("0%");
  });

  test("refuses a denominator of zero", () => {
    expect(() => percentageText({ numerator: 0n, denominator: 0n, decimals: 1 })).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "percentageText requires denominator above zero",
      }),
    );
  });

  test.each([
    [-1, "-1"],
    [16, "16"],
    [1.5, "1.5"],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
  ])("refuses %d decimals", (decimals, found) => {
    expect(() => percentageText({ numerator: 1n, denominator: 2n, decimals })).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `percentageText requires decimals to be a whole number from 0 to 15; found ${found}`,
      }),
    );
  });
});

describe("percentageText outside its domain", () => {
  test.each([
    [-1n, 2001n, "numerator", "-1"],
    [1n, -2001n, "denominator", "-2001"],
    [0n, -2001n, "denominator", "-2001"],
    [-1n, -2001n, "numerator", "-1"],
  ])("refuses %s of %s", (numerator, denominator, name, found) => {
    expect(() => percentageText({ numerator, denominator, decimals: 1 })).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `percentageText requires ${name} to be 0 or more; found ${found}`,
      }),
    );
  });
});
