import { describe, expect, test } from "vitest";
import { decimalsOf, decimalText, exact, exactText, type Numeric } from "./decimal.ts";
import { type Fraction, fraction } from "./fraction.ts";

describe("exact", () => {
  test.each<[Numeric, bigint, bigint]>([
    [0, 0n, 1n],
    [-0, 0n, 1n],
    [0.1, 1n, 10n],
    [1.005, 201n, 200n],
    [-2.5, -5n, 2n],
    [9007199254740991, 9007199254740991n, 1n],
    [1e21, 1000000000000000000000n, 1n],
    [1.5e-7, 3n, 20000000n],
    [5e-324, 1n, 2n * 10n ** 323n],
  ])("reads the number %d as the decimal it prints", (value, numerator, denominator) => {
    expect(exact(value)).toEqual({ numerator, denominator });
  });

  test("reads a whole number to the last digit that its double holds", () => {
    expect(exact(1e23)).toEqual({ numerator: 99999999999999991611392n, denominator: 1n });
  });

  test("reads a bigint of any size", () => {
    expect(exact(-(10n ** 40n))).toEqual({ numerator: -(10n ** 40n), denominator: 1n });
  });

  test.each<[string, bigint, bigint]>([
    ["0", 0n, 1n],
    ["-0", 0n, 1n],
    ["007", 7n, 1n],
    ["+1.50", 3n, 2n],
    [".5", 1n, 2n],
    ["5.", 5n, 1n],
    ["-1.50e3", -1500n, 1n],
    ["25E-1", 5n, 2n],
    ["1e+2", 100n, 1n],
    ["  1.25\t", 5n, 4n],
    ["0.1000000000000000055511151231257827", 1000000000000000055511151231257827n, 10n ** 34n],
    ["90071992547409930000000000000001", 90071992547409930000000000000001n, 1n],
  ])("reads the text %j to its last digit", (text, numerator, denominator) => {
    expect(exact(text)).toEqual({ numerator, denominator });
  });

  test.each([
    "",
    " ",
    ".",
    "-",
    "+.",
    "e5",
    ".e5",
    "1e",
    "1e1.5",
    "1,000",
    "1 000",
    "1.2.3",
    "--1",
    "0x10",
    "1n",
    "91.5%",
    "NaN",
    "Infinity",
    "１２",
    "half",
  ])("refuses the text %j, which is no decimal", (text) => {
    expect(() => exact(text)).toThrow(
      expect.objectContaining({
        code: "invalidValue",
        message: `exact requires value to be a number or decimal text; found ${JSON.stringify(text)}`,
      }),
    );
  });

  test.each([
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
  ])("refuses %d", (value, found) => {
    expect(() => exact(value)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `exact requires value to be finite; found ${found}`,
      }),
    );
  });

  test("reads exponents up to 1,000 and refuses those beyond", () => {
    expect(exact("1e1000")).toEqual({ numerator: 10n ** 1000n, denominator: 1n });
    expect(exact("1e-1000")).toEqual({ numerator: 1n, denominator: 10n ** 1000n });
    for (const text of ["1e1001", "1e-1001", "0e999999999999"]) {
      expect(() => exact(text)).toThrow(
        expect.objectContaining({
          code: "outOfRange",
          message: `exact requires value to be a decimal with an exponent within 1000; found ${text}`,
        }),
      );
    }
  });

  test("reads texts up to 1,000 characters and refuses longer ones, quoting only their beginning", () => {
    expect(exact("9".repeat(1000))).toEqual({ numerator: 10n ** 1000n - 1n, denominator: 1n });
    expect(() => exact("9".repeat(1001))).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: "exact requires value to be text of at most 1000 characters; found 99999999999999999999…",
      }),
    );
  });
});

describe("decimalText", () => {
  test.each<[string, number, string]>([
    ["1.005", 2, "1.01"],
    ["-1.475", 2, "-1.48"],
    ["0.285", 2, "0.29"],
    ["1.255", 2, "1.26"],
    ["5.015", 2, "5.02"],
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["0.05", 1, "0.1"],
    ["0.0499", 1, "0.0"],
    ["9.995", 2, "10.00"],
    ["1234567890123456789.125", 2, "1234567890123456789.13"],
    ["7", 0, "7"],
    ["7", 3, "7.000"],
    ["0", 2, "0.00"],
    ["0.001", 3, "0.001"],
  ])("writes %s with %i decimals, half away from zero, as %s", (value, decimals, text) => {
    expect(decimalText(exact(value), decimals)).toBe(text);
  });

  test("never writes a negative zero", () => {
    expect(decimalText(exact("-0.004"), 2)).toBe("0.00");
    expect(decimalText(exact("-0.4"), 0)).toBe("0");
  });

  test("writes as many decimals of 1/3 as are asked for, up to 10,000", () => {
    expect(decimalText(fraction(1n, 3n), 4)).toBe("0.3333");
    expect(decimalText(fraction(1n, 3n), 10_000)).toBe(`0.${"3".repeat(10_000)}`);
    expect(decimalText(fraction(-2n, 3n), 20)).toBe("-0.66666666666666666667");
  });
});

describe("decimalsOf", () => {
  test.each<[Fraction, number | undefined]>([
    [fraction(0n), 0],
    [fraction(100n), 0],
    [fraction(1n, 20n), 2],
    [fraction(-1n, 8n), 3],
    [fraction(1n, 625n), 4],
    [fraction(1n, 10n ** 30n), 30],
    [fraction(1n, 3n), undefined],
    [fraction(7n, 30n), undefined],
  ])("is how many decimals write it in full: %o", (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });
});

describe("exactText", () => {
  test("is the shortest decimal where one writes the number in full", () => {
    expect(exactText(exact("1.50"))).toBe("1.5");
    expect(exactText(exact("-0.0625"))).toBe("-0.0625");
    expect(exactText(exact(100))).toBe("100");
  });

  test("is a fraction in lowest terms elsewhere", () => {
    expect(exactText(fraction(200n, 6n))).toBe("100/3");
    expect(exactText(fraction(-1n, 7n))).toBe("-1/7");
  });
});

describe("decimalText outside its domain", () => {
  test.each([-1, 1.5, 10_001])("refuses %s decimals", (decimals) => {
    expect(() => decimalText(exact(1), decimals)).toThrow(
      "decimalText requires decimals to be a whole number",
    );
  });
});
