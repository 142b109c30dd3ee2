import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, plus, times } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  dimensions,
  isSameScore,
  orderings,
  positiveWeights,
  reordered,
  scores,
  scoresOrMissing,
} from "./scores.laws.ts";
import { scoreCombine } from "./scoreCombine.ts";
import { scoreWeighted } from "./scoreWeighted.ts";

const rules = fc.constantFrom("reweight", "zero");
/** Kinds of reviews: how many scores each has, and its share. */
const kindLists = fc.array(
  fc.record({
    reviews: fc.array(scoresOrMissing, { minLength: 1, maxLength: 4 }),
    share: positiveWeights,
  }),
  { minLength: 1, maxLength: 3 },
);
interface Kind {
  readonly reviews: readonly (Fraction | undefined)[];
  readonly share: Weight;
}
interface Reviews {
  readonly scores: readonly (Fraction | undefined)[];
  readonly kind: readonly string[];
  readonly shares: readonly Weight[];
}
const inputOf = (kinds: readonly Kind[]): Reviews => ({
  scores: kinds.flatMap(({ reviews }) => reviews),
  kind: kinds.flatMap(({ reviews }, index) => reviews.map(() => `kind ${index + 1}`)),
  shares: kinds.map(({ share }) => share),
});

// Mistakes that are made: the share given to every review of a kind, shares taken as they are, weights left aside.

const shareEachReview: typeof scoreCombine = ({ scores: given, shares, kind, missing }) => {
  const names = [...new Set(kind ?? [])];
  const weights = given.map(
    (_, index) => shares[kind === undefined ? index : names.indexOf(kind[index] ?? "")],
  );
  return scoreWeighted({ scores: given, weights: weights.flatMap((each) => each ?? []), missing });
};
const equalShares: typeof scoreCombine = ({ shares, ...input }) =>
  scoreCombine({ ...input, shares: shares.map((_, index) => weightOf(fraction(index === 0 ? 2n : 1n))) });
const asTheyAre: typeof scoreCombine = (input) => {
  const { score, completeness } = scoreCombine(input);
  return { score: score && times(score, input.shares[0] ?? fraction(1n)), completeness };
};
const lastIsLost: typeof scoreCombine = (input) => {
  const { score, completeness } = scoreCombine(input);
  return { score: score && times(score, fraction(-1n)), completeness };
};

export const scoreCombineLaws: readonly Law<typeof scoreCombine>[] = [
  {
    name: "one review of each kind is a weighted mean",
    property: (calculator) =>
      fc.property(dimensions, (given) => {
        const reviews = given.map(({ score }) => score);
        const shares = given.map(({ weight }) => weight);
        const expected = scoreWeighted({ scores: reviews, weights: shares }).score;
        const kind = given.map((_, index) => `kind ${index + 1}`);
        return (
          isSameScore(calculator({ scores: reviews, shares }).score, expected) &&
          isSameScore(calculator({ scores: reviews, shares, kind }).score, expected)
        );
      }),
    broken: equalShares,
  },
  {
    name: "doing the same review twice, with the same score, changes nothing",
    property: (calculator) =>
      fc.property(kindLists, rules, (kinds, missing) => {
        const doubled = kinds.map(({ reviews, share }, index) => ({
          reviews: index === 0 ? [...reviews, ...reviews] : reviews,
          share,
        }));
        const [once, again] = [kinds, doubled].map((each) => calculator({ ...inputOf(each), missing }));
        return isSameScore(once?.score, again?.score) && isSameScore(once?.completeness, again?.completeness);
      }),
    broken: shareEachReview,
  },
  {
    name: "shares have no scale",
    property: (calculator) =>
      fc.property(kindLists, positiveWeights, rules, (kinds, factor, missing) => {
        const scaled = kinds.map(({ reviews, share }) => ({
          reviews,
          share: weightOf(times(share, factor)),
        }));
        const [one, other] = [kinds, scaled].map((each) => calculator({ ...inputOf(each), missing }).score);
        return isSameScore(one, other);
      }),
    broken: asTheyAre,
  },
  {
    name: "the order of the kinds, each with its share, does not matter",
    property: (calculator) =>
      fc.property(kindLists, orderings, rules, (kinds, by, missing) => {
        const [one, other] = [kinds, reordered(kinds, by)].map(
          (each) => calculator({ ...inputOf(each), missing }).score,
        );
        return isSameScore(one, other);
      }),
    broken: equalShares,
  },
  {
    name: "raising one review raises the score",
    property: (calculator) =>
      fc.property(kindLists, fc.nat(11), scores, positiveWeights, (kinds, place, score, rise) => {
        const input = inputOf(kinds);
        const at = place % input.scores.length;
        const withScore = (value: Fraction): Reviews => ({
          ...input,
          scores: input.scores.map((each, index) => (index === at ? value : each)),
        });
        const before = calculator({ ...withScore(score), missing: "reweight" }).score;
        const after = calculator({ ...withScore(plus(score, rise)), missing: "reweight" }).score;
        return before !== undefined && after !== undefined && compareFractions(after, before) > 0;
      }),
    broken: lastIsLost,
  },
];
