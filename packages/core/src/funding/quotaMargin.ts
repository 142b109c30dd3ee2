import { type Count, count } from "../exact/count.ts";
import type { Fraction } from "../exact/fraction.ts";
import { type Margin, marginOf } from "./margin.ts";
import { isBound, quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";

/** An apportionment, and the row that is asked about. */
export interface QuotaMarginInput extends QuotaApportionInput {
  /** The row, by its place from 0. */
  readonly row: number;
  /** What changes of its weight are counted in; unless told, the largest unit of which all weights are multiples. */
  readonly unit?: Fraction | undefined;
}

/**
 * Says how little another weight of one row would have changed its places.
 *
 * The places are shared anew with other weights of that row, everything else staying, until one is found that brings more,
 * and one that brings less: at either the places are others, one unit before they are not. The one surprise: by `quota`,
 * `droop`, `hagenbach-bischoff`, and by `largest-remainder` with bounds, a row may lose a place by growing, so that a still
 * nearer weight might do, as it might with a threshold and bounds; `isNearest` says where that is ruled out.
 *
 * **Units.** Whole weights change by ones, weights with two decimals by 0.01; `unit` makes it finer or coarser.
 *
 * **Errors.** Those of {@link quotaApportion}; `outOfRange` for a row that is not there, or a unit not above zero.
 *
 * **Source.** U.S. Census Bureau, news conference of 26 April 2021: with 89 more people, all other states as they were, New
 * York would have had one more seat.
 *
 * @throws CalculationError as {@link quotaApportion} throws
 * @throws CalculationError `outOfRange` for a row that is not there, or a unit not above zero
 *
 * @example
 * const weights = [100, 80, 30, 20].map((value) => weight(value));
 * const { more, less } = quotaMargin({ places: count(8), weights, method: "jefferson", row: 2 });
 * more && [toNumber(more.weight), more.part] //=> [51, count(2)]
 * less && [toNumber(less.weight), less.part] //=> [20, count(0)]
 * quotaMargin({ places: count(8), weights, row: 4 }) //=> throws outOfRange
 */
export function quotaMargin({ row, unit, ...contest }: QuotaMarginInput): Margin<Count> {
  const { places, weights, method = "largest-remainder", threshold, firstDivisor } = contest;
  const isRemainder = method === "droop" || method === "hagenbach-bischoff";
  const isBounded = isBound(contest.minimum) || isBound(contest.maximum);
  const isCut = threshold !== undefined && threshold.numerator > 0n;
  // A small first divisor lets a row of little weight in, so that another must be so much the heavier.
  const first = firstDivisor === undefined ? 1n : 1n + firstDivisor.denominator / firstDivisor.numerator;
  // A threshold lets the others fall out, but only of a weight that is so many times theirs.
  const alone = isCut ? 1n + threshold.denominator / threshold.numerator : 0n;
  return marginOf({
    calculator: "quotaMargin",
    weights,
    row,
    unit,
    mostTimes: 4n * (BigInt(places) + 1n) * first + alone,
    isNearest:
      !isRemainder && method !== "quota" && !(isBounded && (isCut || method === "largest-remainder")),
    partWith: (tried) => quotaApportion({ ...contest, weights: tried }).places[row] ?? count(0),
    sizeOf: BigInt,
  });
}
