import type { Amount } from "../exact/amount.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import type { Fraction } from "../exact/fraction.ts";
import { type Margin, marginOf } from "./margin.ts";

/** A split, and the row that is asked about. */
export interface FundingSplitMarginInput extends FundingSplitInput {
  /** The row, by its place from 0. */
  readonly row: number;
  /** What changes of its weight are counted in; unless told, the largest unit of which all weights are multiples. */
  readonly unit?: Fraction | undefined;
}

/**
 * Says how little another weight of one row would have changed its part of a split.
 *
 * The split is made anew with other weights of that row, everything else staying, until the nearest is found that brings
 * more, and the nearest that brings less: at either the part is another, one unit before it is not. The one surprise: what
 * the row would get may be more than one step away, where a single unit of weight is worth many steps.
 *
 * **Units.** Whole weights change by ones, weights with two decimals by 0.01; `unit` makes it finer or coarser.
 * Of a negative total, "more" is a larger absolute value.
 *
 * **Errors.** Those of {@link fundingSplit}; `outOfRange` for a row that is not there, or a unit not above zero.
 *
 * **Source.** U.S. Census Bureau, news conference of 26 April 2021: how many more people, all other states as they were,
 * would have brought New York one more seat; here for the steps of a split.
 *
 * @throws CalculationError as {@link fundingSplit} throws
 * @throws CalculationError `outOfRange` for a row that is not there, or a unit not above zero
 *
 * @example
 * const weights = [2, 3, 1].map((value) => weight(value));
 * const { more, less } = fundingSplitMargin({ total: amount(10, 1), weights, row: 0 });
 * more && [toNumber(more.weight), amountText(more.part)] //=> [3, "4"]
 * less && [toNumber(less.weight), amountText(less.part)] //=> [1, "2"]
 * const cents = { total: amount("1.00", "0.01"), weights, row: 0, unit: exact("0.001") };
 * fundingSplitMargin(cents).more?.weight //=> exact("2.025")
 * fundingSplitMargin({ total: amount(10, 1), weights, row: 3 }) //=> throws outOfRange
 */
export function fundingSplitMargin({ row, unit, ...split }: FundingSplitMarginInput): Margin<Amount> {
  const size = sizeOf(split.total);
  return marginOf({
    calculator: "fundingSplitMargin",
    weights: split.weights,
    row,
    unit,
    mostTimes: 4n * (size + 1n),
    isNearest: true,
    partWith: (weights) => fundingSplit({ ...split, weights }).parts[row] ?? split.total,
    sizeOf,
  });
}

function sizeOf({ units }: Amount): bigint {
  return units < 0n ? -units : units;
}
