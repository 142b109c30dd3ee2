import { exact } from "../exact/decimal.ts";
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  times,
  toNumber,
} from "../exact/fraction.ts";
import type { Rate } from "../exact/rate.ts";

/** Where a rate lies: within both pairs of limits, or beyond the 95 % or even the 99.8 % limit. */
export type FunnelFlag = "in limits" | "high 95" | "high 99.8" | "low 95" | "low 99.8";

/** The rates between which a group of this size lies by chance alone. */
export interface FunnelLimits {
  /** The lower 95 % limit. */
  readonly low95: number;
  /** The upper 95 % limit. */
  readonly high95: number;
  /** The lower 99.8 % limit. */
  readonly low998: number;
  /** The upper 99.8 % limit. */
  readonly high998: number;
}

/** A group's limits and where its rate lies. */
export interface FunnelPlace {
  /** Its limits; `undefined` where nothing is eligible or there is no baseline. */
  readonly limits: FunnelLimits | undefined;
  /** Where its rate lies; `undefined` without limits, and for a rate over 1, which no chance explains. */
  readonly flag: FunnelFlag | undefined;
}

/** The squares of the distances at which the limits stand from the baseline. */
interface Squares {
  readonly within95: Fraction;
  readonly within998: Fraction;
}

const one = fraction(1n);
const squared = (value: Fraction): Fraction => times(value, value);
const squaredDeviates: Squares = {
  within95: squared(exact("1.959964")),
  within998: squared(exact("3.090232")),
};

/** Places a rate in the funnel around a baseline from 0 to 1. */
export function funnelPlace(rate: Rate | undefined, baseline: Fraction | undefined): FunnelPlace {
  if (rate === undefined || rate.denominator === 0 || baseline === undefined) {
    return { limits: undefined, flag: undefined };
  }
  const variance = over(times(baseline, minus(one, baseline)), fraction(BigInt(rate.denominator)));
  const squares = {
    within95: times(squaredDeviates.within95, variance),
    within998: times(squaredDeviates.within998, variance),
  };
  const [low95, high95] = limitsAround(baseline, squares.within95);
  const [low998, high998] = limitsAround(baseline, squares.within998);
  const share = shareOf(rate);
  return {
    limits: { low95, high95, low998, high998 },
    flag: share && flagOf(minus(share, baseline), squares),
  };
}

/** A rate as an exact fraction, if it is one from 0 to 1. */
export function shareOf(rate: Rate | undefined): Fraction | undefined {
  return rate?.status === "ok" ? fraction(BigInt(rate.numerator), BigInt(rate.denominator)) : undefined;
}

function flagOf(distance: Fraction, { within95, within998 }: Squares): FunnelFlag {
  const square = squared(distance);
  if (compareFractions(square, within95) <= 0) return "in limits";
  const side = distance.numerator > 0n ? "high" : "low";
  return compareFractions(square, within998) <= 0 ? `${side} 95` : `${side} 99.8`;
}

/** The limits around a baseline, cut to 0 to 1, from the square of their distance to it. */
function limitsAround(baseline: Fraction, square: Fraction): readonly [number, number] {
  const [middle, distance] = [toNumber(baseline), Math.sqrt(toNumber(square))];
  // b - d as (b² - d²)/(b + d), since close to zero the plain difference would lose digits.
  const product = toNumber(minus(squared(baseline), square));
  return [product <= 0 ? 0 : product / (middle + distance), Math.min(1, middle + distance)];
}
