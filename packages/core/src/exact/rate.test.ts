import { describe, expect, test } from "vitest";
import { count } from "./count.ts";
import { compareRates, type Rate, rate, rateText, rateValue } from "./rate.ts";

const rateOf = (numerator: number, denominator: number): Rate =>
  rate({ numerator: count(numerator), denominator: count(denominator) });

describe("rate", () => {
  test("keeps its two counts, not reduced", () => {
    expect(rateOf(6015, 6573)).toEqual({ numerator: 6015, denominator: 6573, status: "ok" });
  });

  test.each([
    [0, 4, "ok"],
    [4, 4, "ok"],
    [5, 4, "over"],
    [0, 0, "empty"],
    [1, 0, "invalid"],
  ])("%i of %i is %s", (numerator, denominator, status) => {
    expect(rateOf(numerator, denominator).status).toBe(status);
  });
});

describe("rateValue", () => {
  test("is a fraction of one", () => {
    expect(rateValue(rateOf(1, 4))).toBe(0.25);
    expect(rateValue(rateOf(0, 3))).toBe(0);
    expect(rateValue(rateOf(6015, 6573))).toBe(0.9151072569602922);
  });

  test("clips nothing", () => {
    expect(rateValue(rateOf(5, 4))).toBe(1.25);
  });

  test.each([
    [0, 0],
    [1, 0],
  ])("refuses %i of %i", (numerator, denominator) => {
    expect(() => rateValue(rateOf(numerator, denominator))).toThrow(
      expect.objectContaining({
        code: "divisionByZero",
        message: "rateValue requires denominator above zero",
      }),
    );
  });
});

describe("compareRates", () => {
  test("is negative, zero or positive, as sorting asks", () => {
    expect(compareRates(rateOf(1, 3), rateOf(1, 2))).toBe(-1);
    expect(compareRates(rateOf(1, 3), rateOf(2, 6))).toBe(0);
    expect(compareRates(rateOf(5, 4), rateOf(1, 1))).toBe(1);
  });

  test("tells apart rates that print the same: 0.91504 and 0.91496", () => {
    expect(compareRates(rateOf(91504, 100000), rateOf(91496, 100000))).toBe(1);
  });

  test("tells apart rates whose doubles are equal", () => {
    const [nearly, nearer] = [
      rateOf(9007199254740989, 9007199254740990),
      rateOf(9007199254740990, 9007199254740991),
    ];
    expect(rateValue(nearly)).toBe(rateValue(nearer));
    expect(compareRates(nearly, nearer)).toBe(-1);
  });

  test("refuses a denominator of zero on either side", () => {
    const refusal = expect.objectContaining({
      code: "divisionByZero",
      message: "compareRates requires denominator above zero",
    }) as unknown;
    expect(() => compareRates(rateOf(0, 0), rateOf(1, 2))).toThrow(refusal);
    expect(() => compareRates(rateOf(1, 2), rateOf(1, 0))).toThrow(refusal);
  });
});

describe("rateText", () => {
  test("is an honest percentage with one decimal unless told", () => {
    expect(rateText(rateOf(6015, 6573))).toBe("91.5%");
    expect(rateText(rateOf(1999, 2000))).toBe("99.9%");
    expect(rateText(rateOf(6015, 6573), 3)).toBe("91.511%");
  });

  test("refuses a denominator of zero", () => {
    expect(() => rateText(rateOf(0, 0))).toThrow(expect.objectContaining({ code: "divisionByZero" }));
  });

  test("refuses decimals that cannot be", () => {
    expect(() => rateText(rateOf(1, 2), 16)).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });
});
