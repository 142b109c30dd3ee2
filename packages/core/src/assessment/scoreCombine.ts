import { CalculationError } from "../errors.ts";
import { type Fraction, fraction, over, plus, times } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import {
  type MissingScoreRule,
  requireSameSize,
  type WeightedScore,
  weightedScore,
} from "./scoreWeighted.ts";

/** The scores of one unit's reviews. */
export interface ScoreCombineInput {
  /** The score of each review; `undefined` where it is missing. */
  readonly scores: readonly (Fraction | undefined)[];
  /** The share of each kind of review, in order of first appearance; without kinds, of each review. */
  readonly shares: readonly Weight[];
  /** The kind of each review, such as quarterly; without it every review is a kind of its own. */
  readonly kind?: readonly string[] | undefined;
  /** What a missing score does; `error` unless another rule is given. */
  readonly missing?: MissingScoreRule | undefined;
}

/**
 * One score out of several periodic reviews, each kind of review with its share.
 *
 * Reviews of one kind are averaged first, and the kinds are weighed then; so four quarterly reviews with a share of 40
 * weigh 10 each. The one surprise: with `reweight` a missing review weighs on its own kind only, unless all of the kind
 * are missing, when the other kinds take over its share.
 *
 * **Units.** That of the scores; of the shares only the ratio counts. One organisation's reviews.
 *
 * **Errors.** `emptyInput` without reviews; `sizeMismatch` where a review lacks its kind or a kind its share; `allZero`
 * where all shares are 0; `missingValue` for the first missing score, with `missing: "error"`.
 *
 * **Source.** OECD and European Commission Joint Research Centre, Handbook on Constructing Composite Indicators, 2008:
 * linear aggregation, level by level.
 *
 * @throws CalculationError `emptyInput` without reviews
 * @throws CalculationError `sizeMismatch` where a review lacks its kind or a kind its share
 * @throws CalculationError `allZero` where all shares are 0
 * @throws CalculationError `missingValue` where a score is missing, with `missing: "error"`
 *
 * @example
 * const kind = ["quarter", "quarter", "year-end"];
 * const shares = [40, 60].map((share) => weight(share));
 * scoreCombine({ scores: [exact(80), exact(90), exact(70)], shares, kind }).score //=> exact(76)
 * scoreCombine({ scores: [exact(80), undefined, exact(70)], shares, kind, missing: "reweight" }).score //=> exact(74)
 * scoreCombine({ scores: [exact(80), undefined, exact(70)], shares, kind }) //=> throws missingValue
 */
export function scoreCombine({ scores, shares, kind, missing = "error" }: ScoreCombineInput): WeightedScore {
  const kinds = kind ?? scores.map((_, index) => String(index));
  requireSameSize("scoreCombine", scores, { name: "kind", values: kinds });
  const names = [...new Set(kinds)];
  if (names.length !== shares.length) {
    const sizes = { expected: names.length, found: shares.length };
    throw new CalculationError("scoreCombine", "sizeMismatch", { name: "shares", ...sizes });
  }
  const reviews = names.map((name, index) => ({
    reviews: scores.flatMap((score, review) => (kinds[review] === name ? [{ score, review }] : [])),
    share: shares[index] ?? weightOf(fraction(0n)),
  }));
  const means = reviews.map((each) => meanOf(each, missing));
  const { score } = weightedScore(
    "scoreCombine",
    means.map(({ mean }) => mean),
    { weights: shares, missing, item: "kind", name: "shares" },
  );
  return { score, completeness: completenessOf(means) };
}

interface KindOfReview {
  readonly reviews: readonly { readonly score: Fraction | undefined; readonly review: number }[];
  readonly share: Weight;
}

interface KindMean {
  readonly mean: Fraction | undefined;
  /** How many of its reviews are there, of how many. */
  readonly present: Fraction;
  readonly share: Weight;
}

/** The plain mean of one kind; a kind without a share may lack scores under any rule. */
function meanOf({ reviews, share }: KindOfReview, missing: MissingScoreRule): KindMean {
  const absent = reviews.find(({ score }) => score === undefined);
  if (absent !== undefined && missing === "error" && share.numerator > 0n) {
    const name = `scores, review ${absent.review + 1}`;
    throw new CalculationError("scoreCombine", "missingValue", { name });
  }
  const known = reviews.flatMap(({ score }) => score ?? []);
  const sum = known.reduce(plus, fraction(0n));
  const divisor = BigInt(missing === "zero" ? reviews.length : known.length);
  return {
    mean: divisor === 0n ? undefined : over(sum, fraction(divisor)),
    present: fraction(BigInt(known.length), BigInt(reviews.length)),
    share,
  };
}

/** The share of the weight whose reviews are there. */
function completenessOf(kinds: readonly KindMean[]): Fraction {
  const all = kinds.map(({ share }): Fraction => share).reduce(plus);
  const there = kinds.map(({ present, share }) => times(present, share)).reduce(plus);
  return over(there, all);
}
