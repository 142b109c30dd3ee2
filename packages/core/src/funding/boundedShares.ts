import { compareFractions } from "../exact/fraction.ts";
import type { Ratio } from "./divisors.ts";

/** What is shared, by which whole weights, and how little or much each row may get. */
export interface BoundedSharesInput {
  /** Whole units to share; 0 or more, between the sums of the bounds. */
  readonly total: bigint;
  /** Whole weights from 0, at least one above 0. */
  readonly weights: readonly bigint[];
  /** The least each row gets; whole units from 0. */
  readonly minimum: readonly bigint[];
  /** The most each row gets; not below its minimum. Rows of weight zero stay at their minimum. */
  readonly maximum: readonly (bigint | undefined)[];
}

/** Exact shares over one denominator, and the multiplier that made them. */
export interface BoundedShares {
  /** The share of row i is `numerators[i] / denominator`. */
  readonly numerators: readonly bigint[];
  /** Common to all shares and to the multiplier; above zero. */
  readonly denominator: bigint;
  /** The share of a row between its bounds is its weight times `multiplier / denominator`. */
  readonly multiplier: bigint;
}

/** The multiplier at which a row leaves its minimum or arrives at its maximum: that bound over its weight. */
interface Breakpoint extends Ratio {
  readonly leavesMinimum: boolean;
}

/**
 * The exact shares clamp(multiplier x weight, minimum, maximum) that add up to a total.
 *
 * The sum of the shares grows with the multiplier, in straight pieces between the breakpoints at which rows leave their
 * minimum or arrive at their maximum; the pieces are walked in order until the total lies inside one.
 */
export function boundedShares({ total, weights, minimum, maximum }: BoundedSharesInput): BoundedShares {
  let slope = sum(weights.filter((_, row) => minimum[row] === 0n));
  let fixed = sum(minimum);
  let [multiplier, denominator] = [0n, 1n];
  const points = breakpoints(weights, minimum, maximum);
  for (const { numerator: bound, denominator: weight, leavesMinimum } of points) {
    if (fixed * weight + slope * bound >= total * weight) {
      // Where nothing grows up to here, the multiplier may as well be the one at which this row is next to move.
      [multiplier, denominator] = [bound, weight];
      break;
    }
    fixed += leavesMinimum ? -bound : bound;
    slope += leavesMinimum ? weight : -weight;
  }
  if (slope > 0n) [multiplier, denominator] = [total - fixed, slope];
  const numerators = weights.map((weight, row) => {
    const low = (minimum[row] ?? 0n) * denominator;
    const high = maximum[row];
    const share = weight * multiplier;
    if (share <= low) return low;
    return high !== undefined && share > high * denominator ? high * denominator : share;
  });
  return { numerators, denominator, multiplier };
}

function breakpoints(
  weights: readonly bigint[],
  minimum: readonly bigint[],
  maximum: readonly (bigint | undefined)[],
): Breakpoint[] {
  const found: Breakpoint[] = [];
  weights.forEach((weight, row) => {
    if (weight === 0n) return;
    const [low, high] = [minimum[row] ?? 0n, maximum[row]];
    if (low > 0n) found.push({ numerator: low, denominator: weight, leavesMinimum: true });
    if (high !== undefined) found.push({ numerator: high, denominator: weight, leavesMinimum: false });
  });
  return found.sort(compareFractions);
}

/** The sum of whole numbers. */
export function sum(values: readonly bigint[]): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}
