import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { fraction, plus } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import type { GradingPolicy } from "./policy.ts";
import { scoreGrades } from "./scoreGrades.ts";
import { bandLists, orderings, positiveWeights, reordered, scoresOrMissing } from "./scores.laws.ts";

const policies: fc.Arbitrary<GradingPolicy> = fc.record({
  name: fc.constant("any"),
  dimensions: fc
    .array(positiveWeights, { minLength: 3, maxLength: 3 })
    .map((weights) => weights.map((weight, index) => ({ name: `dimension ${index + 1}`, weight }))),
  bands: bandLists,
  tiers: fc
    .array(positiveWeights, { minLength: 1, maxLength: 4 })
    .map((shares) => shares.map((share, index) => ({ name: `tier ${index + 1}`, share }))),
  missing: fc.constantFrom("reweight", "zero"),
});
const units = fc.array(fc.array(scoresOrMissing, { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const belowIsLowest: typeof scoreGrades = (input) => ({ ...scoreGrades(input), belowBands: count(0) });
const reversedWeights: typeof scoreGrades = ({ policy, scores }) =>
  scoreGrades({ policy, scores: scores.map((unit) => [...unit].reverse()) });
const lowestBest: typeof scoreGrades = ({ policy, scores }) =>
  scoreGrades({
    policy,
    scores: scores.map((unit) => unit.map((score) => score && fraction(-score.numerator, score.denominator))),
  });

export const scoreGradesLaws: readonly Law<typeof scoreGrades>[] = [
  {
    name: "the units in all bands and below them are the graded ones; graded and ungraded are all; so are the tiers",
    property: (calculator) =>
      fc.property(policies, units, (policy, scores) => {
        const { bands, tiers, graded, ungraded, belowBands, units: found } = calculator({ policy, scores });
        return (
          sum(bands.map(({ rate }) => rate.numerator)) + belowBands === graded &&
          sum(tiers.map(({ rate }) => rate.numerator)) === graded &&
          graded + ungraded === scores.length &&
          bands.every(({ rate }) => rate.denominator === graded) &&
          bands.every(({ name, rate }) => rate.numerator === found.filter(({ band }) => band === name).length)
        );
      }),
    broken: belowIsLowest,
  },
  {
    name: "raising one dimension of one unit, the others as they are, lowers neither its band nor its rank nor its tier",
    property: (calculator) =>
      fc.property(
        policies,
        units,
        fc.nat(7),
        fc.nat(2),
        positiveWeights,
        (policy, scores, place, dimension, rise) => {
          const row = place % scores.length;
          const raised = scores.map((unit, index) =>
            unit.map((score, item) =>
              score && index === row && item === dimension ? plus(score, rise) : score,
            ),
          );
          const [before, after] = [scores, raised].map(
            (given) => calculator({ policy, scores: given }).units[row],
          );
          const placeIn = (list: readonly { name: string }[], name: string | undefined): number =>
            list.findIndex((each) => each.name === name);
          return (
            placeIn(policy.bands, after?.band) >= placeIn(policy.bands, before?.band) &&
            (after?.rank ?? 0) <= (before?.rank ?? 0) &&
            placeIn(policy.tiers, after?.tier) <= placeIn(policy.tiers, before?.tier)
          );
        },
      ),
    broken: lowestBest,
  },
  {
    name: "the order of the dimensions, each with its weight, does not matter",
    property: (calculator) =>
      fc.property(policies, units, orderings, (policy, scores, by) => {
        const moved = { ...policy, dimensions: reordered(policy.dimensions, by) };
        const one = calculator({ policy, scores }).units;
        const other = calculator({ policy: moved, scores: scores.map((unit) => reordered(unit, by)) }).units;
        return one.every(({ band, rank }, row) => band === other[row]?.band && rank === other[row]?.rank);
      }),
    broken: ({ policy, scores }) =>
      policy.dimensions[0]?.name === "dimension 1"
        ? scoreGrades({ policy, scores })
        : reversedWeights({ policy, scores }),
  },
  {
    name: "a unit that is behind another in no dimension, and ahead in one, never ranks behind it",
    property: (calculator) =>
      fc.property(policies, units, fc.nat(2), positiveWeights, (policy, scores, dimension, rise) => {
        const full = scores.map((unit) => unit.map((score) => score ?? fraction(0n)));
        const dominator = (full[0] ?? []).map((score, item) =>
          item === dimension ? plus(score, rise) : score,
        );
        const found = calculator({ policy, scores: [...full, dominator] }).units;
        return (found.at(-1)?.rank ?? 0) < (found[0]?.rank ?? 0);
      }),
    broken: lowestBest,
  },
];
