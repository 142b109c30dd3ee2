import { CalculationError } from "../errors.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { round } from "./rounding.ts";

/** What may be read as an exact number: a number, a whole number of any size, or decimal text. */
export type Numeric = number | bigint | string;

const decimalSyntax = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** Longest text and farthest exponent that are read; beyond them a few bytes could cost minutes. */
const longestText = 1000;
const farthestExponent = 1000;
/** The most decimals that are written: more than any number that was read has. */
const mostDecimals = 10_000;

/**
 * Reads a number or decimal text as the exact decimal it shows.
 *
 * A whole number is read to its last digit; any other number is the decimal that JavaScript prints for it, so 0.1 is
 * one tenth and 1.005 is 1005 thousandths.
 *
 * **Errors.** `invalidValue` for text that is no decimal; `outOfRange` for NaN, infinities and absurd exponents.
 *
 * @throws CalculationError `invalidValue` for text that is no decimal
 * @throws CalculationError `outOfRange` for NaN, infinities, and text beyond 1,000 characters or exponents beyond 1,000
 *
 * @example
 * exact(0.1) //=> fraction(1n, 10n)
 * exact("-1.50e3") //=> fraction(-1500n)
 * exact(9007199254740991) //=> fraction(9007199254740991n)
 * exact("1,000") //=> throws invalidValue
 * exact(NaN) //=> throws outOfRange
 */
export function exact(value: Numeric): Fraction {
  if (typeof value === "bigint") return fraction(value);
  if (typeof value === "string") return readText(value);
  if (!Number.isFinite(value)) throw outOfRange("finite", String(value));
  return Number.isInteger(value) ? fraction(BigInt(value)) : readText(String(value));
}

function readText(text: string): Fraction {
  if (text.length > longestText)
    throw outOfRange(`text of at most ${longestText} characters`, `${text.slice(0, 20)}…`);
  const [, sign, whole = "", decimals = "", exponentText = "0"] = decimalSyntax.exec(text.trim()) ?? [];
  const digits = whole + decimals;
  if (digits === "") {
    throw new CalculationError("exact", "invalidValue", {
      name: "value",
      requirement: "a number or decimal text",
      found: JSON.stringify(text),
    });
  }
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > farthestExponent)
    throw outOfRange(`a decimal with an exponent within ${farthestExponent}`, text);
  const magnitude = BigInt(digits);
  const power = exponent - decimals.length;
  const signed = sign === "-" ? -magnitude : magnitude;
  return power < 0 ? fraction(signed, 10n ** BigInt(-power)) : fraction(signed * 10n ** BigInt(power));
}

function outOfRange(requirement: string, found: string): CalculationError {
  return new CalculationError("exact", "outOfRange", { name: "value", requirement, found });
}

/**
 * Writes an exact number with a fixed number of decimals, half away from zero.
 *
 * **Units.** `decimals` is a whole number from 0 to 10,000.
 *
 * **Errors.** `outOfRange` for other decimals.
 *
 * @throws CalculationError `outOfRange` for decimals that are not whole or not from 0 to 10,000
 *
 * @example
 * decimalText(exact("1.005"), 2) //=> "1.01"
 * decimalText(exact("-0.004"), 2) //=> "0.00"
 * decimalText(fraction(1n, 3n), 4) //=> "0.3333"
 */
export function decimalText({ numerator, denominator }: Fraction, decimals: number): string {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals) {
    throw new CalculationError("decimalText", "outOfRange", {
      name: "decimals",
      requirement: `a whole number from 0 to ${mostDecimals}`,
      found: String(decimals),
    });
  }
  const scaled = round(fraction(numerator * 10n ** BigInt(decimals), denominator), "half-away-from-zero");
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = scaled < 0n ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/**
 * How many decimals write a number in full, if any do.
 *
 * **Units.** `undefined` for a number such as 1/3, which no decimal writes in full.
 *
 * @example
 * decimalsOf(exact("0.05")) //=> 2
 * decimalsOf(exact(100)) //=> 0
 * decimalsOf(fraction(1n, 3n)) //=> undefined
 */
export function decimalsOf({ denominator }: Fraction): number | undefined {
  let rest = denominator;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/**
 * Writes an exact number as briefly as it can be written: a decimal if one writes it in full, else a fraction.
 *
 * @example
 * exactText(exact("1.50")) //=> "1.5"
 * exactText(fraction(100n, 3n)) //=> "100/3"
 */
export function exactText(value: Fraction): string {
  const decimals = decimalsOf(value);
  return decimals === undefined ? `${value.numerator}/${value.denominator}` : decimalText(value, decimals);
}
