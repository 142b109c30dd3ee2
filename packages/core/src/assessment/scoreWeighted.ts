import { CalculationError } from "../errors.ts";
import { type Fraction, fraction, over, plus, times } from "../exact/fraction.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";

/**
 * What a missing score does: `error` refuses; `reweight` leaves its dimension out, so that the others weigh more; `zero`
 * counts it as 0.
 */
export type MissingScoreRule = "error" | "reweight" | "zero";

/** The scores of one unit, a value a dimension. */
export interface ScoreWeightedInput {
  /** The score in each dimension; `undefined` where it is missing. */
  readonly scores: readonly (Fraction | undefined)[];
  /** The weight of each dimension. */
  readonly weights: readonly Weight[];
  /** What a missing score does; `error` unless another rule is given. */
  readonly missing?: MissingScoreRule | undefined;
}

/** A score made of several, and how much of what it is made of was there. */
export interface WeightedScore {
  /** The exact score, for bands and ranks to compare; `undefined` where no score that counts is there. */
  readonly score: Fraction | undefined;
  /** The share of the weight whose scores are there: 1 where none is missing. */
  readonly completeness: Fraction;
}

/**
 * The weighted mean of several scores, with a named rule for missing ones.
 *
 * Exact, so that a score on a boundary is on it. The one surprise: a dimension of weight 0 is no dimension, so its score
 * may be missing under any rule.
 *
 * **Units.** That of the scores; of the weights only the ratio counts. One organisation's scores.
 *
 * **Errors.** `emptyInput` without dimensions; `sizeMismatch` where a dimension lacks its weight; `allZero` where all
 * weights are 0; `missingValue` for the first missing score, with `missing: "error"`.
 *
 * **Source.** OECD and European Commission Joint Research Centre, Handbook on Constructing Composite Indicators, 2008:
 * step 6, weighting and linear aggregation.
 *
 * @throws CalculationError `emptyInput` without dimensions
 * @throws CalculationError `sizeMismatch` where a dimension lacks its weight
 * @throws CalculationError `allZero` where all weights are 0
 * @throws CalculationError `missingValue` where a score is missing, with `missing: "error"`
 *
 * @example
 * const weights = [50, 30, 20].map((each) => weight(each));
 * const scores = [exact(90), exact(80), undefined];
 * scoreWeighted({ scores: [90, 80, 70].map((score) => exact(score)), weights }).score //=> exact(83)
 * scoreWeighted({ scores, weights, missing: "reweight" }) //=> { score: exact("86.25"), completeness: exact("0.8") }
 * scoreWeighted({ scores, weights, missing: "zero" }).score //=> exact(69)
 * scoreWeighted({ scores, weights }) //=> throws missingValue
 */
export function scoreWeighted({ scores, weights, missing = "error" }: ScoreWeightedInput): WeightedScore {
  return weightedScore("scoreWeighted", scores, { weights, missing, item: "dimension" });
}

interface Weighing {
  readonly weights: readonly Weight[];
  readonly missing: MissingScoreRule;
  /** What has a weight, for the words of a refusal. */
  readonly item: string;
  /** What the weights are called there; weights unless told. */
  readonly name?: string;
}

/** The weighted mean of scores, in the name of a calculator. */
export function weightedScore(
  calculator: string,
  scores: readonly (Fraction | undefined)[],
  { weights, missing, item, name = "weights" }: Weighing,
): WeightedScore {
  requireSameSize(calculator, scores, { name, values: weights });
  const whole = wholeWeights(weights);
  const all = whole.reduce((sum, each) => sum + each, 0n);
  if (all === 0n) throw new CalculationError(calculator, "allZero", { name });
  let present = 0n;
  let sum = fraction(0n);
  scores.forEach((score, index) => {
    const each = whole[index] ?? 0n;
    if (each === 0n) return;
    if (score === undefined) {
      if (missing !== "error") return;
      throw new CalculationError(calculator, "missingValue", { name: `scores, ${item} ${index + 1}` });
    }
    present += each;
    sum = plus(sum, times(score, fraction(each)));
  });
  const divisor = missing === "zero" ? all : present;
  return {
    score: divisor === 0n ? undefined : over(sum, fraction(divisor)),
    completeness: fraction(present, all),
  };
}

/** Refuses scores that are none, and values that are not as many. */
export function requireSameSize(
  calculator: string,
  scores: readonly unknown[],
  { name, values }: { readonly name: string; readonly values: readonly unknown[] },
): void {
  const [expected, found] = [scores.length, values.length];
  if (expected === 0) throw new CalculationError(calculator, "emptyInput", { name: "scores" });
  if (expected !== found) throw new CalculationError(calculator, "sizeMismatch", { name, expected, found });
}
