import { CalculationError } from "../errors.ts";
import { isCount } from "../exact/count.ts";
import { fraction } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import { type RemainderRule, splitWorking } from "./fundingSplit.ts";
import { requireWholeWeights } from "./requireWholeWeights.ts";
import { splitInDoubles } from "./splitInDoubles.ts";
import type { Tie } from "./tie.ts";

/** How many steps are split by a long column of whole weights, and how. */
export interface FundingSplitTypedInput {
  /** The steps to split: whole cents, say; may be negative. */
  readonly total: number;
  /** One whole weight a row. */
  readonly weights: Float64Array;
  /** Who gets the left-over steps; `largest-remainder` unless told. */
  readonly rule?: RemainderRule | undefined;
}

/** The parts of a split as doubles, in the order of the weights. */
export interface FundingSplitTyped {
  /** One part a row, in whole steps; together exactly the total. */
  readonly parts: Float64Array;
  /** Rows whose claim to the last left-over step was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Splits whole steps by a long column of whole weights, at a few passes over it.
 *
 * Parts and ties are those of `fundingSplit`. The left-over steps are found by selection instead of sorting, and every
 * share is exact in doubles. The one surprise: where the total or the sum of the weights is above 2^51, it works with whole
 * numbers of any length, as exact and many times slower.
 *
 * **Units.** The total and the parts are whole steps: for money, cents. Weights have none.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where no weight is above zero, unless the total is zero;
 * `outOfRange` for a weight or total that is not whole, beyond 2^53-1, or a weight below zero.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001), appendix A: Hamilton's method.
 * T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18 (1971).
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` where no weight is above zero and the total is not zero
 * @throws CalculationError `outOfRange` for a weight or total that is not whole, beyond 2^53-1, or a weight below zero
 *
 * @example
 * const weights = Float64Array.of(2, 3, 1);
 * [...fundingSplitTyped({ total: 100, weights }).parts] //=> [33, 50, 17]
 * [...fundingSplitTyped({ total: 100, weights, rule: "largest-weight" }).parts] //=> [33, 51, 16]
 * fundingSplitTyped({ total: 1, weights: Float64Array.of(1, 1) }).ties //=> [{ rows: [0, 1], served: [0] }]
 * fundingSplitTyped({ total: 1, weights: Float64Array.of(0.5) }) //=> throws outOfRange
 */
export function fundingSplitTyped({
  total,
  weights,
  rule = "largest-remainder",
}: FundingSplitTypedInput): FundingSplitTyped {
  const size = Math.abs(total);
  if (!isCount(size)) {
    throw new CalculationError("fundingSplitTyped", "outOfRange", {
      name: "total",
      requirement: "a whole number from -(2^53-1) to 2^53-1",
      found: String(total),
    });
  }
  const sum = requireWholeWeights("fundingSplitTyped", weights);
  if (size === 0) return { parts: new Float64Array(weights.length), ties: [] };
  if (sum === 0) throw new CalculationError("fundingSplitTyped", "allZero", { name: "weights" });
  const split =
    splitInDoubles({ total: size, weights, rule }, sum) ?? splitExactly({ total: size, weights, rule });
  // Zero takes no sign: 0 - 0 is 0, where -0 would be another zero.
  return total > 0 ? split : { ...split, parts: split.parts.map((part) => 0 - part) };
}

function splitExactly({ total, weights, rule }: Required<FundingSplitTypedInput>): FundingSplitTyped {
  const { parts, ties } = splitWorking({
    total: { units: BigInt(total), step: fraction(1n) },
    weights: Array.from(weights, (weight) => weightOf(fraction(BigInt(weight)))),
    rule,
  });
  return { parts: Float64Array.from(parts, Number), ties };
}
