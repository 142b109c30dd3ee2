import { describe, expect, test } from "vitest";
import { amount, amountNumber, amountOf, amountText, amountValue } from "./amount.ts";
import { exact, type Numeric } from "./decimal.ts";
import { fraction } from "./fraction.ts";

describe("amount", () => {
  test.each<[Numeric, Numeric, bigint]>([
    ["100.00", "0.01", 10000n],
    [100, 0.01, 10000n],
    ["-2.50", "0.05", -50n],
    [0, 1, 0n],
    [30n, 10n, 3n],
    [0.3, 0.1, 3n],
    ["9007199254740993.01", "0.01", 900719925474099301n],
  ])("%s in steps of %s is %d steps", (value, step, units) => {
    expect(amount(value, step)).toEqual({ units, step: exact(step) });
  });

  test.each<[Numeric, Numeric, string, string]>([
    ["0.07", "0.05", "0.05", "0.07"],
    ["1.005", "0.01", "0.01", "1.005"],
    [5, 10, "10", "5"],
  ])("refuses %s between two steps of %s, rounding nothing", (value, step, stepText, found) => {
    expect(() => amount(value, step)).toThrow(
      expect.objectContaining({
        code: "notWholeSteps",
        message: `amount requires value to be a whole number of steps of ${stepText}; found ${found}`,
      }),
    );
  });

  test.each<[Numeric, string]>([
    [0, "0"],
    ["-0.01", "-0.01"],
  ])("refuses a step of %s", (step, found) => {
    expect(() => amount(1, step)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `amount requires step to be above zero; found ${found}`,
      }),
    );
  });

  test("refuses text that is no decimal, as value and as step", () => {
    for (const attempt of [() => amount("ten", 1), () => amount(1, "")]) {
      expect(attempt).toThrow(expect.objectContaining({ code: "invalidValue" }));
    }
  });

  test("refuses a number that is not finite", () => {
    expect(() => amount(NaN, 1)).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });
});

describe("amountOf", () => {
  test("takes exact numbers, thirds included", () => {
    expect(amountOf(fraction(4n, 3n), fraction(1n, 3n))).toEqual({
      units: 4n,
      step: { numerator: 1n, denominator: 3n },
    });
  });

  test("names a step that no decimal writes as a fraction", () => {
    expect(() => amountOf(fraction(1n, 2n), fraction(1n, 3n))).toThrow(
      "amount requires value to be a whole number of steps of 1/3; found 0.5",
    );
  });
});

describe("an amount is worth what it was made from", () => {
  test("exactly", () => {
    expect(amountValue(amount("100.05", "0.05"))).toEqual({ numerator: 2001n, denominator: 20n });
  });

  test("as the nearest double, for a cell", () => {
    expect(amountNumber(amount("33.33", "0.01"))).toBe(33.33);
    expect(amountNumber(amount("9007199254740993", 1))).toBe(9007199254740992);
  });
});

describe("amountText", () => {
  test.each<[Numeric, Numeric, string]>([
    ["100", "0.01", "100.00"],
    ["-2.5", "0.05", "-2.50"],
    ["-0.01", "0.01", "-0.01"],
    ["1200", "100", "1200"],
    ["0", "0.001", "0.000"],
  ])("%s in steps of %s is written %j, with the decimals of its step", (value, step, text) => {
    expect(amountText(amount(value, step))).toBe(text);
  });

  test("of a step that no decimal writes is written exactly", () => {
    const third = fraction(1n, 3n);
    expect(amountText(amountOf(fraction(4n, 3n), third))).toBe("4/3");
    expect(amountText(amountOf(fraction(2n), third))).toBe("2");
  });
});
