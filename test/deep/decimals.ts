import { Refused } from "./compare.ts";
import { Fraction, fractionOf, type FractionLike } from "./fraction.ts";

/** Reads decimal text character by character: sign, digits, point, digits, exponent. */
export function readDecimal(text: string): Fraction {
  if (text.length > 1000) throw new Refused("outOfRange");
  const [mantissa = "", power, ...more] = text.trim().split(/[eE]/);
  const unsigned = /^[+-]/.test(mantissa) ? mantissa.slice(1) : mantissa;
  const [whole = "", part = "", ...points] = unsigned.split(".");
  const isNumber = allDigits(whole + part) && whole + part !== "" && points.length === 0 && more.length === 0;
  if (!isNumber || (power !== undefined && !/^[+-]?[0-9]+$/.test(power))) throw new Refused("invalidValue");
  const exponent = Number(power ?? 0);
  if (Math.abs(exponent) > 1000) throw new Refused("outOfRange");
  const size = new Fraction(BigInt(whole + part), 10n ** BigInt(part.length));
  const scaled = exponent < 0 ? size.over(tenTo(-exponent)) : size.times(tenTo(exponent));
  return mantissa.startsWith("-") ? scaled.negative() : scaled;
}

function allDigits(text: string): boolean {
  return Array.from(text).every((each) => "0123456789".includes(each));
}

export function tenTo(power: number): Fraction {
  return new Fraction(10n ** BigInt(power));
}

/** Writes whole units of the last decimal as text with a point. */
function pointed(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return `${units < 0n ? "-" : ""}${digits.slice(0, cut)}${decimals === 0 ? "" : `.${digits.slice(cut)}`}`;
}

export function decimalTextOf(value: FractionLike, decimals: number): string {
  return pointed(fractionOf(value).times(tenTo(decimals)).nearest(), decimals);
}

/** The fewest decimals that write a number in full, tried one after the other; a denominator tells when to give up. */
export function fewestDecimals(value: FractionLike): number | undefined {
  const tries = value.denominator.toString(2).length;
  for (let decimals = 0; decimals <= tries; decimals += 1) {
    if (fractionOf(value).times(tenTo(decimals)).denominator === 1n) return decimals;
  }
  return undefined;
}

export function briefText(value: FractionLike): string {
  const decimals = fewestDecimals(value);
  return decimals === undefined ? `${value.numerator}/${value.denominator}` : decimalTextOf(value, decimals);
}

/**
 * A percentage by its promise: of all that can be printed with so many decimals and do not lie about none and all, the
 * nearest, the one farther from zero of two that are as near.
 */
export function honestPercentage(part: bigint, whole: bigint, decimals: number): string {
  const exact = new Fraction(part, whole).times(tenTo(decimals + 2));
  const all = 100n * 10n ** BigInt(decimals);
  const isHonest = (units: bigint): boolean =>
    (units === 0n) === (part === 0n) && (units === all) === (part === whole) && units > all === part > whole;
  const around = [-2n, -1n, 0n, 1n, 2n].map((step) => exact.floor() + step);
  let best: bigint | undefined;
  for (const units of around.filter((each) => each >= 0n && isHonest(each))) {
    const apart = (each: bigint): Fraction => exact.minus(new Fraction(each)).absolute();
    if (best === undefined || apart(units).compare(apart(best)) <= 0) best = units;
  }
  if (best === undefined) throw new RangeError("nothing honest can be printed");
  return `${pointed(best, decimals)}%`;
}
