import type { Count } from "../exact/count.ts";
import type { Weight } from "../exact/weight.ts";
import type { Bound } from "./bounds.ts";
import { quotaApportion } from "./quotaApportion.ts";
import type { Tie } from "./tie.ts";

/** A goal in whole numbers, and how much of it is due to each row. */
export interface TargetShareOutInput {
  /** What all rows together are to reach. */
  readonly goal: Count;
  /** One weight a row; only their ratio matters. */
  readonly weights: readonly Weight[];
  /** The least a row is asked for. */
  readonly minimum?: Bound<Count> | undefined;
  /** The most a row is asked for. */
  readonly maximum?: Bound<Count> | undefined;
}

/** The goal of each row, in the order of the weights. */
export interface TargetShares {
  /** Goals of each row; together exactly the goal shared out. */
  readonly goals: readonly Count[];
  /** Rows whose claim to the last one was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Shares a goal out in whole numbers that add up to it, by weights and within bounds.
 *
 * Largest remainder, as `quotaApportion`: each row gets the whole part of its exact share, and what is left goes to the
 * largest remainders, so that without bounds no row is a whole unit off its share. Ties go to the earlier row and are
 * reported. Rounding each share by itself would lose or invent a few.
 *
 * **Units.** Whole numbers. A weight of zero gets nothing unless its minimum says so.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where no weight is above zero; `sizeMismatch` for a column of
 * bounds of another length; `infeasibleBounds` for bounds between which no answer lies.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001): Hamilton's method.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` where no weight is above zero and there is something to share
 * @throws CalculationError `sizeMismatch` for a column of bounds of another length
 * @throws CalculationError `infeasibleBounds` for bounds that no shares can keep
 *
 * @example
 * const weights = [3, 3, 1].map((value) => weight(value));
 * targetShareOut({ goal: count(100), weights }).goals //=> [43, 43, 14].map((value) => count(value))
 * targetShareOut({ goal: count(100), weights, minimum: count(20) }).goals //=> [40, 40, 20].map((value) => count(value))
 * targetShareOut({ goal: count(100), weights, minimum: count(40) }) //=> throws infeasibleBounds
 */
export function targetShareOut({ goal, weights, minimum, maximum }: TargetShareOutInput): TargetShares {
  const { places, ties } = quotaApportion({ places: goal, weights, minimum, maximum });
  return { goals: places, ties };
}
