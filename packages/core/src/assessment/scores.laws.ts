import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction } from "../exact/fraction.ts";
import { fractions } from "../exact/numbers.laws.ts";
import { type Weight, weightOf } from "../exact/weight.ts";

// Generators. Scores come as registers have them, with ties and boundaries, and as exact numbers of any size.

export const scores: fc.Arbitrary<Fraction> = fc.oneof(
  fc.bigInt({ min: 0n, max: 5n }).map((stars) => fraction(stars)),
  fc.bigInt({ min: 0n, max: 10_000n }).map((hundredths) => fraction(hundredths, 100n)),
  fractions,
);
export const scoresOrMissing: fc.Arbitrary<Fraction | undefined> = fc.oneof(
  { weight: 4, arbitrary: scores },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
export const scoreColumns = fc.array(scoresOrMissing, { minLength: 1, maxLength: 12 });
export const fullScoreColumns = fc.array(scores, { minLength: 1, maxLength: 12 });

export const positiveWeights: fc.Arbitrary<Weight> = fc.oneof(
  fc.bigInt({ min: 1n, max: 10n }).map((whole) => weightOf(fraction(whole))),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
    .map(([numerator, denominator]) => weightOf(fraction(numerator, denominator))),
);

/** Dimensions: a score that may be missing, and a weight above zero. */
export const dimensionsOrMissing = fc.array(fc.record({ score: scoresOrMissing, weight: positiveWeights }), {
  minLength: 1,
  maxLength: 6,
});
/** Dimensions with a score each. */
export const dimensions = fc.array(fc.record({ score: scores, weight: positiveWeights }), {
  minLength: 1,
  maxLength: 6,
});

export const noWeight = weightOf(fraction(0n));
export const isSameScore = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
  a?.numerator === b?.numerator && a?.denominator === b?.denominator;
export const isAtLeast = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) >= 0;

/** Bounds that rise strictly, as bands with names. */
export const bandLists = fc
  .uniqueArray(scores, { minLength: 1, maxLength: 6, comparator: isSameScore })
  .map((bounds) =>
    [...bounds]
      .sort(compareFractions)
      .map((lowerBound, index) => ({ name: `band ${index + 1}`, lowerBound })),
  );

/** The same values in another order: those that a list of numbers sorts. */
export function reordered<Value>(values: readonly Value[], by: readonly number[]): Value[] {
  return values
    .map((value, index) => ({ value, by: by[index] ?? 0 }))
    .sort((a, b) => a.by - b.by)
    .map(({ value }) => value);
}
export const orderings = fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 });
