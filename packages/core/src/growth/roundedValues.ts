import type { Fraction } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import type { GrowthRounding } from "./growthRounding.ts";

/** An interval of values, 0 or more, and whether its ends belong to it. */
export interface Interval {
  /** Its lower end; may be below 0, where no value is. */
  readonly low: Fraction;
  /** Whether the lower end belongs to it. */
  readonly hasLow: boolean;
  /** Its upper end. */
  readonly high: Fraction;
  /** Whether the upper end belongs to it. */
  readonly hasHigh: boolean;
}

/** The values that become one of the whole numbers from lowest to highest, from 0 on. */
export function valuesRoundedTo(
  { lowest, highest }: { readonly lowest: bigint; readonly highest: bigint },
  rounding: Exclude<GrowthRounding, "none">,
): Interval {
  switch (rounding) {
    case "nearest":
      return { low: halves(2n * lowest - 1n), hasLow: true, high: halves(2n * highest + 1n), hasHigh: false };
    case "up":
      return { low: whole(lowest - 1n), hasLow: false, high: whole(highest), hasHigh: true };
    case "down":
      return { low: whole(lowest), hasLow: true, high: whole(highest + 1n), hasHigh: false };
  }
}

const halves = (numerator: bigint): Fraction => ({ numerator, denominator: 2n });
const whole = (numerator: bigint): Fraction => ({ numerator, denominator: 1n });

/** The least whole number from 0 on that is not below an interval with this lower end. */
export function leastWhole(low: Fraction, hasLow: boolean): bigint {
  if (low.numerator < 0n) return 0n;
  return hasLow ? round(low, "ceiling") : round(low, "floor") + 1n;
}

/** The greatest whole number that is not above an interval with this upper end. */
export function greatestWhole(high: Fraction, hasHigh: boolean): bigint {
  return hasHigh ? round(high, "floor") : round(high, "ceiling") - 1n;
}
