import { type Tie, type Weight } from "@tallykit/core";

import { Refused } from "./compare.ts";
import { Fraction, fractionOf, sumOf, wholeSum, zero } from "./fraction.ts";

/** Bounds of a row in whole units. */
export interface Bounds {
  readonly low: bigint;
  readonly high: bigint | undefined;
}

/** What a row gets if its share is the multiplier times its weight, kept between its bounds. */
function clamped(multiplier: Fraction, weight: Fraction, { low, high }: Bounds): Fraction {
  const share = multiplier.times(weight);
  if (share.compare(new Fraction(low)) < 0) return new Fraction(low);
  return high !== undefined && share.compare(new Fraction(high)) > 0 ? new Fraction(high) : share;
}

/** Refuses bounds between which no answer lies. */
export function requireRoom(total: bigint, weights: readonly Fraction[], bounds: readonly Bounds[]): void {
  const isCrossed = bounds.some(({ low, high }) => high !== undefined && low > high);
  const least = wholeSum(bounds.map(({ low }) => low));
  const most = bounds.map(({ low, high }, row) => (weights[row]?.numerator === 0n ? low : high));
  const isShort = most.every((each) => each !== undefined) && wholeSum(most) < total;
  if (isCrossed || least > total || isShort) throw new Refused("infeasibleBounds");
}

/**
 * The shares clamp(multiplier x weight) that add up to a total.
 *
 * The sum rises with the multiplier and bends only where a row meets a bound: every bend is tried, and between the last
 * one that gives too little and the first that gives enough the rows that are free share what the others leave.
 */
export function boundedShares(
  total: bigint,
  weights: readonly Fraction[],
  bounds: readonly Bounds[],
): Fraction[] {
  if (bounds.every(({ low, high }) => low === 0n && high === undefined)) {
    const all = sumOf(weights);
    return weights.map((weight) =>
      all.numerator === 0n ? zero : weight.times(new Fraction(total)).over(all),
    );
  }
  const sharesAt = (multiplier: Fraction): Fraction[] =>
    weights.map((weight, row) => clamped(multiplier, weight, bounds[row] ?? { low: 0n, high: undefined }));
  const bends = weights.flatMap((weight, row) => {
    const { low, high } = bounds[row] ?? { low: 0n, high: undefined };
    return weight.numerator === 0n ? [] : [low, high ?? low].map((bound) => new Fraction(bound).over(weight));
  });
  bends.push(zero);
  const wanted = new Fraction(total);
  const enough = bends.filter((bend) => sumOf(sharesAt(bend)).compare(wanted) >= 0);
  const short = bends.filter((bend) => sumOf(sharesAt(bend)).compare(wanted) <= 0);
  const from = short.reduce((most, bend) => (bend.compare(most) > 0 ? bend : most), zero);
  const exact = enough.find((bend) => sumOf(sharesAt(bend)).compare(wanted) === 0);
  if (exact !== undefined) return sharesAt(exact);
  const atFrom = sharesAt(from);
  // Free is who gets more as soon as the multiplier rises, up to the next bend.
  const next = enough.reduce<Fraction | undefined>(
    (least, bend) => (least === undefined || bend.compare(least) < 0 ? bend : least),
    undefined,
  );
  const beyond = next === undefined ? from.plus(new Fraction(1n)) : from.plus(next).over(new Fraction(2n));
  const atBeyond = sharesAt(beyond);
  const free = weights.filter((_, row) => atBeyond[row]?.compare(atFrom[row] ?? zero) !== 0);
  const missing = wanted.minus(sumOf(atFrom));
  return sharesAt(from.plus(missing.over(sumOf(free))));
}

export const plainFractions = (weights: readonly Weight[]): Fraction[] => weights.map(fractionOf);

/** The rows whose claim equals that of the last row served, if some of them were not served. */
export function tieAt(
  queue: readonly number[],
  served: number,
  sameClaim: (row: number, other: number) => boolean,
): Tie[] {
  const last = queue[served - 1];
  if (last === undefined) return [];
  const tied = queue.filter((row) => sameClaim(row, last));
  const winners = queue.slice(0, served).filter((row) => sameClaim(row, last));
  const ascending = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b);
  return tied.length === winners.length ? [] : [{ rows: ascending(tied), served: ascending(winners) }];
}

/** Rows by a value, the largest first, equal ones in the order given. */
export function byLargest(rows: readonly number[], valueOf: (row: number) => Fraction): number[] {
  return [...rows].sort((a, b) => valueOf(b).compare(valueOf(a)) || a - b);
}
