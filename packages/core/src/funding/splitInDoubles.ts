import { upperHalf } from "../exact/upperHalf.ts";
import type { RemainderRule } from "./fundingSplit.ts";
import { nthLargest } from "./nthLargest.ts";
import { serveInOrder } from "./shortSplit.ts";
import type { Tie } from "./tie.ts";

/** A split of whole steps by whole weights, as doubles. */
export interface DoubleSplit {
  /** Whole steps to split, from 0. */
  readonly total: number;
  /** Whole weights from 0, at least one of them above 0. */
  readonly weights: Float64Array;
  /** Who gets the left-over steps. */
  readonly rule: RemainderRule;
}

/** The parts of a split, as doubles. */
export interface DoubleParts {
  /** One part a row; together exactly the total. */
  readonly parts: Float64Array;
  /** Rows whose claim to the last left-over step was equal. */
  readonly ties: readonly Tie[];
}

/**
 * The most that a total and a sum of weights may be.
 *
 * Up to here a share's whole part is known from doubles to within one, so that its remainder, even of that wrong whole
 * part, lies between -2^52 and 2^52, where doubles hold every whole number.
 */
const most = 2 ** 51;

/**
 * Splits in doubles, exactly, or answers `undefined` where that is not sure to be exact.
 *
 * `sum` is the sum of the weights, which doubles hold exactly as long as it is small enough.
 */
export function splitInDoubles({ total, weights, rule }: DoubleSplit, sum: number): DoubleParts | undefined {
  if (total > most || sum > most) return undefined;
  const { parts, remainders, oddSteps } = sharesOf(total, weights, sum);
  if (oddSteps === 0) return { parts, ties: [] };
  switch (rule) {
    case "largest-remainder":
      return { parts, ties: serveLargest(parts, remainders, oddSteps) };
    case "largest-weight":
      return { parts, ties: serveLargest(parts, weights, oddSteps) };
    case "first":
    case "last":
      serveInOrder(parts, weights, rule === "first" ? oddSteps : -oddSteps);
      return { parts, ties: [] };
  }
}

/** Shares rounded down, what that left of each (in parts of the sum of weights), and the steps left over in all. */
function sharesOf(
  total: number,
  weights: Float64Array,
  sum: number,
): { readonly parts: Float64Array; readonly remainders: Float64Array; readonly oddSteps: number } {
  const parts = new Float64Array(weights.length);
  const remainders = new Float64Array(weights.length);
  const ratio = total / sum;
  const [totalHigh, sumHigh] = [upperHalf(total), upperHalf(sum)];
  const [totalLow, sumLow] = [total - totalHigh, sum - sumHigh];
  let oddSteps = total;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    let part = Math.floor(weight * ratio);
    // total x weight - part x sum, each product as the double nearest to it and what that rounding took, both exact. The
    // products are near each other, so their difference is exact too (Sterbenz), and so is that of what rounding took.
    const due = total * weight;
    const weightHigh = upperHalf(weight);
    const weightLow = weight - weightHigh;
    const dueRest =
      totalLow * weightLow - (due - totalHigh * weightHigh - totalLow * weightHigh - totalHigh * weightLow);
    const paid = part * sum;
    const partHigh = upperHalf(part);
    const partLow = part - partHigh;
    const paidRest = sumLow * partLow - (paid - sumHigh * partHigh - sumLow * partHigh - sumHigh * partLow);
    let remainder = due - paid + (dueRest - paidRest);
    if (remainder < 0) {
      part -= 1;
      remainder += sum;
    } else if (remainder >= sum) {
      part += 1;
      remainder -= sum;
    }
    // Negative zero, the share of a weight of negative zero, becomes zero.
    parts[row] = part + 0;
    remainders[row] = remainder;
    oddSteps -= part;
  }
  return { parts, remainders, oddSteps };
}

/** One step more for so many rows with the largest claims, the earlier first where claims are equal. */
function serveLargest(parts: Float64Array, claims: Float64Array, count: number): readonly Tie[] {
  const cut = nthLargest(claims, count);
  let above = 0;
  let equal = 0;
  for (let row = 0; row < claims.length; row += 1) {
    const claim = claims[row] ?? 0;
    // Sums instead of branches: which claims are above is past guessing, and a wrong guess costs more than a sum.
    const isAbove = Number(claim > cut);
    parts[row] = (parts[row] ?? 0) + isAbove;
    above += isAbove;
    equal += Number(claim === cut);
  }
  const tied: number[] = [];
  for (let row = 0; tied.length < equal; row += 1) {
    if (claims[row] !== cut) continue;
    if (tied.length < count - above) parts[row] = (parts[row] ?? 0) + 1;
    tied.push(row);
  }
  return above + equal > count ? [{ rows: tied, served: tied.slice(0, count - above) }] : [];
}
