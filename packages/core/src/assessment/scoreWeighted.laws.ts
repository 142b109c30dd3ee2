import * as fc from "fast-check";
import { exact } from "../exact/decimal.ts";
import { compareFractions, type Fraction, fraction, over, plus, times, toNumber } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  dimensions,
  dimensionsOrMissing,
  isAtLeast,
  isSameScore,
  noWeight,
  orderings,
  positiveWeights,
  reordered,
  scores,
  scoresOrMissing,
} from "./scores.laws.ts";
import { type ScoreWeightedInput, scoreWeighted } from "./scoreWeighted.ts";

type Dimension = Pick<ScoreWeightedInput, "missing"> & {
  readonly score: Fraction | undefined;
  readonly weight: ScoreWeightedInput["weights"][number];
};
const rules = fc.constantFrom("reweight", "zero");
const inputOf = (
  given: readonly Dimension[],
  missing?: ScoreWeightedInput["missing"],
): ScoreWeightedInput => ({
  scores: given.map(({ score }) => score),
  weights: given.map(({ weight }) => weight),
  missing,
});

// Mistakes that are made: weights taken for shares, doubles, weight 0 counted, zeros for what is missing, the plain mean.

const asIfShares: typeof scoreWeighted = (input) => ({
  score: input.scores.reduce<Fraction>(
    (sum, score, index) => plus(sum, times(score ?? fraction(0n), input.weights[index] ?? noWeight)),
    fraction(0n),
  ),
  completeness: fraction(1n),
});
const inDoubles: typeof scoreWeighted = (input) => {
  const weights = input.weights.map(toNumber);
  const sum = input.scores.reduce((all, score, index) => {
    return all + (score === undefined ? 0 : toNumber(score)) * (weights[index] ?? 0);
  }, 0);
  const { completeness } = scoreWeighted({ ...input, missing: input.missing ?? "zero" });
  const score = sum / weights.reduce((all, each) => all + each, 0);
  return { score: Number.isFinite(score) ? exact(score) : undefined, completeness };
};
const plainMean: typeof scoreWeighted = (input) =>
  scoreWeighted({ ...input, weights: input.weights.map(() => weightOf(fraction(1n))) });
const zeroForMissing: typeof scoreWeighted = (input) => ({
  ...scoreWeighted({ ...input, missing: "zero" }),
  completeness: fraction(1n),
});
const firstWeighsTwice: typeof scoreWeighted = ({ weights, ...input }) =>
  scoreWeighted({
    ...input,
    weights: weights.map((each, index) => (index === 0 ? weightOf(plus(each, each)) : each)),
  });
const lowerIsBetter: typeof scoreWeighted = (input) => {
  const { score, completeness } = scoreWeighted(input);
  return { score: score && times(score, fraction(-1n)), completeness };
};

export const scoreWeightedLaws: readonly Law<typeof scoreWeighted>[] = [
  {
    name: "weights have no scale",
    property: (calculator) =>
      fc.property(dimensions, positiveWeights, (given, factor) => {
        const scaled = given.map(({ score, weight }) => ({ score, weight: weightOf(times(weight, factor)) }));
        return isSameScore(calculator(inputOf(given)).score, calculator(inputOf(scaled)).score);
      }),
    broken: asIfShares,
  },
  {
    name: "a dimension of weight 0 is as good as none, whether its score is missing or not",
    property: (calculator) =>
      fc.property(dimensionsOrMissing, scoresOrMissing, rules, (given, score, missing) => {
        const without = calculator(inputOf(given, missing));
        const found = calculator(inputOf([...given, { score, weight: noWeight }], missing));
        return (
          isSameScore(without.score, found.score) && isSameScore(without.completeness, found.completeness)
        );
      }),
    broken: plainMean,
  },
  {
    name: "the score lies between the lowest and the highest of its parts, and on both where they are one",
    property: (calculator) =>
      fc.property(dimensions, (given) => {
        const { score } = calculator(inputOf(given));
        const sorted = given.map((each) => each.score).sort(compareFractions);
        const [low, high] = [sorted[0], sorted.at(-1)];
        return (
          score !== undefined &&
          low !== undefined &&
          high !== undefined &&
          isAtLeast(score, low) &&
          isAtLeast(high, score)
        );
      }),
    broken: inDoubles,
  },
  {
    name: "raising one dimension never lowers the score",
    property: (calculator) =>
      fc.property(dimensions, fc.nat(5), positiveWeights, (given, place, rise) => {
        const raised = given.map(({ score, weight }, index) => ({
          score: index === place % given.length ? plus(score, rise) : score,
          weight,
        }));
        const [before, after] = [calculator(inputOf(given)).score, calculator(inputOf(raised)).score];
        return before !== undefined && after !== undefined && compareFractions(after, before) > 0;
      }),
    broken: lowerIsBetter,
  },
  {
    name: "with reweighting the score is that of the dimensions that are there, and says what share they are",
    property: (calculator) =>
      fc.property(dimensionsOrMissing, (given) => {
        const there = given.filter(({ score }) => score !== undefined);
        const { score, completeness } = calculator(inputOf(given, "reweight"));
        const sum = (parts: readonly Dimension[]): Fraction =>
          parts.reduce<Fraction>((all, { weight }) => plus(all, weight), fraction(0n));
        const expected = there.length === 0 ? undefined : scoreWeighted(inputOf(there)).score;
        return isSameScore(score, expected) && isSameScore(completeness, over(sum(there), sum(given)));
      }),
    broken: zeroForMissing,
  },
  {
    name: "the order of the dimensions does not matter",
    property: (calculator) =>
      fc.property(dimensionsOrMissing, orderings, rules, (given, by, missing) => {
        const found = calculator(inputOf(reordered(given, by), missing)).score;
        return isSameScore(calculator(inputOf(given, missing)).score, found);
      }),
    broken: firstWeighsTwice,
  },
  {
    name: "a unit that is nowhere behind another, and ahead in one dimension, has the higher score",
    property: (calculator) =>
      fc.property(
        dimensions,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        scores,
        (given, ahead, by) => {
          const rise = by.numerator === 0n ? fraction(1n) : times(by, by);
          const leads = ahead.map((leading, index) => leading || index === 0);
          const dominator = given.map(({ score, weight }, index) => ({
            score: leads[index] === true ? plus(score, rise) : score,
            weight,
          }));
          const [lower, higher] = [calculator(inputOf(given)).score, calculator(inputOf(dominator)).score];
          return lower !== undefined && higher !== undefined && compareFractions(higher, lower) > 0;
        },
      ),
    broken: inDoubles,
  },
];
