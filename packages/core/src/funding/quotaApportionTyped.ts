import { CalculationError } from "../errors.ts";
import { count, isCount } from "../exact/count.ts";
import { fraction } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import { apportionInDoubles } from "./apportionInDoubles.ts";
import { apportion, type ApportionmentMethod, prepareContest } from "./quotaApportion.ts";
import { requireWholeWeights } from "./requireWholeWeights.ts";
import type { Tie } from "./tie.ts";

/** Which places are shared by a long column of whole weights, and how. */
export interface QuotaApportionTypedInput {
  /** Places to share, from 0. */
  readonly places: number;
  /** One whole weight a row: votes, people. */
  readonly weights: Float64Array;
  /** The method; `largest-remainder` unless told. */
  readonly method?: ApportionmentMethod | undefined;
}

/** The places of each row as doubles, in the order of the weights. */
export interface QuotaApportionmentTyped {
  /** Places of each row; together exactly the places shared. */
  readonly places: Float64Array;
  /** Rows whose claim to the last place was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Shares whole places by a long column of whole weights, at a few passes over it.
 *
 * Places and ties are those of `quotaApportion`. The cut is found by selection among the few claims near it, and claims that
 * doubles cannot tell apart are compared exactly. The one surprise: methods `droop`, `hagenbach-bischoff` and `quota`, more
 * than 2^40 places, and fewer places than rows with a method that gives each row one, take the ordinary, slower way.
 *
 * **Units.** Places are whole. A weight of zero gets nothing. The quota method serves at most 10,000,000 places times rows.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where no weight is above zero and there are places to share;
 * `outOfRange` for a weight or number of places that is not whole, below zero or beyond 2^53-1, and for more places left
 * than rows.
 *
 * **Source.** R. Reitzig and S. Wild, A practical and worst-case efficient algorithm for divisor methods of apportionment,
 * Mathematical Programming (2023). M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001).
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` where no weight is above zero and there are places to share
 * @throws CalculationError `outOfRange` for a weight or number of places that is not whole, below zero or beyond 2^53-1
 *
 * @example
 * const weights = Float64Array.of(21878, 9713, 4167, 3252, 1065);
 * [...quotaApportionTyped({ places: 43, weights, method: "webster" }).places] //=> [24, 10, 4, 4, 1]
 * [...quotaApportionTyped({ places: 43, weights, method: "jefferson" }).places] //=> [24, 11, 4, 3, 1]
 * quotaApportionTyped({ places: 1, weights: Float64Array.of(1, 1) }).ties //=> [{ rows: [0, 1], served: [0] }]
 * quotaApportionTyped({ places: -1, weights }) //=> throws outOfRange
 */
export function quotaApportionTyped({
  places,
  weights,
  method = "largest-remainder",
}: QuotaApportionTypedInput): QuotaApportionmentTyped {
  if (!isCount(places)) {
    throw new CalculationError("quotaApportionTyped", "outOfRange", {
      name: "places",
      requirement: "a whole number from 0 to 2^53-1",
      found: String(places),
    });
  }
  const sum = requireWholeWeights("quotaApportionTyped", weights);
  if (places === 0) return { places: new Float64Array(weights.length), ties: [] };
  if (sum === 0) throw new CalculationError("quotaApportionTyped", "allZero", { name: "weights" });
  const quick = apportionInDoubles({ places, weights, method }, sum);
  if (quick !== undefined) return { places: quick.parts, ties: quick.ties };
  const exactly = {
    places: count(places),
    weights: Array.from(weights, (weight) => weightOf(fraction(BigInt(weight)))),
    method,
  };
  const outcome = apportion(prepareContest(exactly), exactly);
  return { places: Float64Array.from(outcome.places, Number), ties: outcome.ties };
}
