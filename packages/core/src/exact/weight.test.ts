import { describe, expect, test } from "vitest";
import { fraction } from "./fraction.ts";
import { weight, weightOf, wholeWeights } from "./weight.ts";

describe("weight", () => {
  test("is an exact number from zero on", () => {
    expect(weight("0.1")).toEqual({ numerator: 1n, denominator: 10n });
    expect(weight(0)).toEqual({ numerator: 0n, denominator: 1n });
    expect(weight(10n ** 30n)).toEqual({ numerator: 10n ** 30n, denominator: 1n });
  });

  test.each([
    [-1, "-1"],
    ["-0.001", "-0.001"],
  ])("refuses %s", (value, found) => {
    expect(() => weight(value)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `weight requires weight to be 0 or more; found ${found}`,
      }),
    );
  });

  test("refuses a number that is not finite", () => {
    expect(() => weight(Infinity)).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });

  test("refuses text that is no decimal", () => {
    expect(() => weight("many")).toThrow(expect.objectContaining({ code: "invalidValue" }));
  });
});

describe("weightOf", () => {
  test("takes an exact number as it is", () => {
    expect(weightOf(fraction(1n, 3n))).toEqual({ numerator: 1n, denominator: 3n });
  });

  test("names a refused number exactly", () => {
    expect(() => weightOf(fraction(-1n, 3n))).toThrow("weight requires weight to be 0 or more; found -1/3");
  });
});

describe("wholeWeights", () => {
  const whole = (...values: readonly (number | string)[]): bigint[] =>
    wholeWeights(Object.freeze(values.map((value) => weight(value))));

  test("keeps the ratio of decimals", () => {
    expect(whole("0.1", "0.2", "0.25")).toEqual([2n, 4n, 5n]);
  });

  test("leaves whole numbers alone", () => {
    expect(whole(2, 3, 1)).toEqual([2n, 3n, 1n]);
  });

  test("keeps zero at zero", () => {
    expect(whole(0, "0.5")).toEqual([0n, 1n]);
  });

  test("takes thirds and quarters to twelfths", () => {
    expect(wholeWeights([weightOf(fraction(1n, 3n)), weightOf(fraction(1n, 4n))])).toEqual([4n, 3n]);
  });

  test("of none is none", () => {
    expect(whole()).toEqual([]);
  });
});
