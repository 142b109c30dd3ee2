import { CalculationError } from "../errors.ts";
import { type Fraction, fraction, times, toNumber } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";

/** A rate as it was printed: its value, and with how many decimals of the percentage. */
export interface PrintedRate {
  /** The printed rate as a fraction of one: 0.915 for 91.5 %. */
  readonly printed: Fraction;
  /** Decimals of the percentage, 0 to 15; 1 unless told. */
  readonly decimals?: number | undefined;
}

/** The most decimals a percentage is printed with. */
const mostDecimals = 15;

/** Refuses decimals that no percentage is printed with. */
export function requireDecimals(calculator: string, decimals: number): void {
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= mostDecimals) return;
  throw new CalculationError(calculator, "outOfRange", {
    name: "decimals",
    requirement: `a whole number from 0 to ${mostDecimals}`,
    found: String(decimals),
  });
}

/** Whether a figure has more decimals than are printed: then it can only be the rate itself, not rounded. */
export function isUnrounded(printed: Fraction, decimals: number): boolean {
  return times(printed, fraction(unitsOfAll(decimals))).denominator !== 1n;
}

/** Whether a figure is the rate of two counts to the fifteen digits that a cell keeps. */
export function isRateItself(
  printed: Fraction,
  { covered, eligible }: { readonly covered: number; readonly eligible: number },
): boolean {
  return toNumber(printed).toPrecision(15) === (covered / eligible).toPrecision(15);
}

/** How many units of the last printed decimal the whole, 100 %, has. */
export function unitsOfAll(decimals: number): bigint {
  return 100n * 10n ** BigInt(decimals);
}

/** A rate in units of the last printed decimal of its percentage, half away from zero. */
export function unitsOf(rate: Fraction, decimals: number): bigint {
  return round(times(rate, fraction(unitsOfAll(decimals))), "half-away-from-zero");
}
