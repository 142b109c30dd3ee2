import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { decimalsOf, decimalText, exact, type exactText } from "./decimal.ts";
import { fraction, over, toNumber } from "./fraction.ts";
import { bitsOf, decimals, finiteDoubles, positives, roundables, same, wholes } from "./numbers.laws.ts";
import { round } from "./rounding.ts";

const decimalFractions = fc
  .tuple(wholes, fc.nat(40))
  .map(([digits, places]) => fraction(digits, 10n ** BigInt(places)));

const signs = fc.constantFrom("", "+", "-");
const digits = fc.stringMatching(/^\d{1,40}$/);

export const exactLaws: readonly Law<typeof exact>[] = [
  {
    name: "decimal text is its digits over a power of ten",
    property: (calculator) =>
      fc.property(signs, digits, digits, fc.integer({ min: -40, max: 40 }), (sign, whole, part, exponent) => {
        const value = calculator(`${sign}${whole}.${part}e${exponent}`);
        const magnitude = BigInt(whole + part) * 10n ** BigInt(exponent + 40);
        const expected = sign === "-" ? -magnitude : magnitude;
        return value.numerator * 10n ** BigInt(part.length + 40) === expected * value.denominator;
      }),
    broken: (value) => exact(Number(value)),
  },
  {
    name: "a number with a fraction is the decimal that it prints",
    property: (calculator) =>
      fc.property(finiteDoubles, (value) => {
        fc.pre(!Number.isInteger(value));
        return same(calculator(value), calculator(String(value)));
      }),
    broken: (value) => (typeof value === "number" ? bitsOf(value) : exact(value)),
  },
  {
    name: "a whole number is read to the last digit, as number, bigint and text",
    property: (calculator) =>
      fc.property(
        wholes,
        fc.oneof(fc.maxSafeInteger(), finiteDoubles.map(Math.trunc)),
        (whole, number) =>
          same(calculator(whole), { numerator: whole, denominator: 1n }) &&
          same(calculator(String(whole)), { numerator: whole, denominator: 1n }) &&
          same(calculator(number), { numerator: BigInt(number), denominator: 1n }),
      ),
    broken: (value) => exact(String(Number(value))),
  },
  {
    name: "a number that is read and made a number again is the same",
    property: (calculator) => fc.property(finiteDoubles, (value) => toNumber(calculator(value)) === value),
    broken: (value) => exact(Number(value).toPrecision(15)),
  },
];

export const exactTextLaws: readonly Law<typeof exactText>[] = [
  {
    name: "a decimal's text is read back as the same number",
    property: (calculator) => fc.property(decimalFractions, (value) => same(exact(calculator(value)), value)),
    broken: (value) => String(toNumber(value)),
  },
  {
    name: "any other number's text is a quotient that is read back as the same number",
    property: (calculator) =>
      fc.property(wholes, positives, (numerator, line) => {
        const value = fraction(3n * numerator + 1n, 3n * line);
        const [above = "", below = "1"] = calculator(value).split("/");
        return same(over(exact(above), exact(below)), value);
      }),
    broken: (value) => decimalText(value, 15),
  },
];

export const decimalsOfLaws: readonly Law<typeof decimalsOf>[] = [
  {
    name: "it is the fewest decimals that write the number in full",
    property: (calculator) =>
      fc.property(wholes, fc.nat(12), fc.nat(12), (numerator, twos, fives) => {
        const value = fraction(numerator, 2n ** BigInt(twos) * 5n ** BigInt(fives));
        let [fewest, scaled] = [0, value.numerator];
        for (; scaled % value.denominator !== 0n; scaled *= 10n) fewest += 1;
        return calculator(value) === fewest;
      }),
    broken: (value) => String(toNumber(value)).split(".")[1]?.length ?? 0,
  },
  {
    name: "no decimals write a number in full that has another prime below the line",
    property: (calculator) =>
      fc.property(
        wholes,
        positives,
        fc.constantFrom(3n, 7n, 11n, 9007199254740881n),
        (numerator, line, prime) => {
          return calculator(fraction(prime * numerator + 1n, prime * line)) === undefined;
        },
      ),
    broken: (value) => decimalsOf(exact(toNumber(value))),
  },
];

/** Doubles of the size that toFixed writes without an exponent, many of them halfway between two texts. */
const writableDoubles = fc.oneof(
  fc.double({ noNaN: true, min: -1e20, max: 1e20 }),
  fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((value) => value / 16),
);

export const decimalTextLaws: readonly Law<typeof decimalText>[] = [
  {
    name: "a double's bits are written as toFixed writes them, but for the minus of a zero",
    property: (calculator) =>
      fc.property(writableDoubles, decimals, (value, places) => {
        const expected = value.toFixed(places).replace(/^-(?=[0.]+$)/, "");
        return calculator(bitsOf(value), places) === expected;
      }),
    broken: (value, places) => {
      const scale = 10 ** places;
      return (Math.round(toNumber(value) * scale) / scale + 0).toFixed(places);
    },
  },
  {
    name: "it has exactly the decimals asked for, and is the number rounded half away from zero",
    property: (calculator) =>
      fc.property(roundables, decimals, (value, places) => {
        const scale = 10n ** BigInt(places);
        const text = calculator(fraction(value.numerator, value.denominator * scale), places);
        const [, sign, written] = /^(-?)(\d+(?:\.\d+)?)$/.exec(text) ?? [];
        const last = BigInt(written?.replace(".", "") ?? "");
        const rounded = sign === "-" ? -last : last;
        return (
          (text.split(".")[1]?.length ?? 0) === places && rounded === round(value, "half-away-from-zero")
        );
      }),
    broken: (value, places) => toNumber(value).toFixed(places),
  },
];
