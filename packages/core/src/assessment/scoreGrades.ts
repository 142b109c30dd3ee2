import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import type { Fraction } from "../exact/fraction.ts";
import { type Rate, rate } from "../exact/rate.ts";
import type { GradingPolicy } from "./policy.ts";
import { bandOf, requireRisingBounds, type ScoreBand } from "./scoreBand.ts";
import { scoreRank } from "./scoreRank.ts";
import { scoreTiers } from "./scoreTiers.ts";
import { weightedScore } from "./scoreWeighted.ts";

/** Units with their scores, and the policy that grades them. */
export interface ScoreGradesInput {
  /** The policy. */
  readonly policy: GradingPolicy;
  /** A row a unit, which is an organisation: its score in each dimension, `undefined` where it is missing. */
  readonly scores: readonly (readonly (Fraction | undefined)[])[];
}

/** What a unit's scores come to; everything is `undefined` for a unit without any score. */
export interface UnitGrade {
  /** The exact weighted score. */
  readonly score: Fraction | undefined;
  /** The band of the score; `undefined` below the lowest bound too. */
  readonly band: string | undefined;
  /** The competition rank of the score. */
  readonly rank: number | undefined;
  /** The tier of the rank. */
  readonly tier: string | undefined;
}

/** A band or a tier, and its share of all graded units. */
export interface GradeShare {
  /** Its name. */
  readonly name: string;
  /** The units in it, of those that have a score. */
  readonly rate: Rate;
}

/** What a policy makes of units. */
export interface ScoreGrades {
  /** Each unit in the order given. */
  readonly units: readonly UnitGrade[];
  /** Every band from the lowest to the highest. */
  readonly bands: readonly GradeShare[];
  /** Every tier from the best on. */
  readonly tiers: readonly GradeShare[];
  /** Units with a score. */
  readonly graded: Count;
  /** Units without one. */
  readonly ungraded: Count;
  /** Graded units below the lowest band. */
  readonly belowBands: Count;
}

/**
 * The grades that a policy gives to units: weighted score, band, rank and tier, with the share of each.
 *
 * The units in all bands and those below them make up all graded units; graded and ungraded make up all. The one
 * surprise: a unit without any score is ungraded whatever the policy says of missing scores; one with some of them falls
 * under its rule.
 *
 * **Units.** Organisations. Scores and bounds in one unit; shares are of the graded units.
 *
 * **Errors.** `emptyInput` without units, dimensions, bands or tiers; `sizeMismatch` where a unit has more or fewer
 * scores than there are dimensions; `missingValue` for a unit's first missing score, if the policy says `error`;
 * `allZero` where all weights or all shares are 0; `conflict` where the bounds do not rise.
 *
 * **Source.** OECD and European Commission Joint Research Centre, Handbook on Constructing Composite Indicators, 2008:
 * step 6, weighting and linear aggregation.
 *
 * @throws CalculationError `emptyInput` without units, dimensions, bands or tiers
 * @throws CalculationError `sizeMismatch` where a unit's scores are not as many as the dimensions
 * @throws CalculationError `missingValue` where a score is missing and the policy says `error`
 * @throws CalculationError `allZero` where all weights or all shares are 0
 * @throws CalculationError `conflict` where the lower bounds do not rise strictly
 *
 * @example
 * const policy = {
 *   name: "example",
 *   dimensions: [{ name: "cohesion", weight: weight(60) }, { name: "cultural support", weight: weight(40) }],
 *   bands: [{ name: "one star", lowerBound: exact(0) }, { name: "two stars", lowerBound: exact(80) }],
 *   tiers: [{ name: "demonstrate", share: weight(1) }, { name: "warn", share: weight(1) }],
 * };
 * const scores = [[exact(90), exact(70)], [exact(60), exact(60)], [undefined, undefined]];
 * scoreGrades({ policy, scores }).units[0] //=> { score: exact(82), band: "two stars", rank: 1, tier: "demonstrate" }
 * scoreGrades({ policy, scores }).bands[1] //=> { name: "two stars", rate: { numerator: 1, denominator: 2, status: "ok" } }
 * scoreGrades({ policy, scores }).ungraded //=> 1
 * scoreGrades({ policy, scores: [[exact(90), undefined]] }) //=> throws missingValue
 */
export function scoreGrades({ policy, scores }: ScoreGradesInput): ScoreGrades {
  if (scores.length === 0) throw new CalculationError("scoreGrades", "emptyInput", { name: "scores" });
  requireRisingBounds("scoreGrades", policy.bands);
  const weighted = scores.map((unit, row) => unitScore(policy, unit, row));
  const { ranks, ranked, unranked } = scoreRank({ scores: weighted });
  const { tiers, cutOffs } = scoreTiers({ scores: weighted, tiers: policy.tiers });
  const bands = weighted.map((score) => score && bandOf(score, policy.bands));
  const shareOf = (name: string, units: number): GradeShare => ({
    name,
    rate: rate({ numerator: count(units), denominator: ranked }),
  });
  const inBand = (band: ScoreBand): number => bands.filter((each) => each === band).length;
  return {
    units: weighted.map((score, row) => ({
      score,
      band: bands[row]?.name,
      rank: ranks[row],
      tier: tiers[row],
    })),
    bands: policy.bands.map((band) => shareOf(band.name, inBand(band))),
    tiers: cutOffs.map(({ name, units }) => shareOf(name, units)),
    graded: ranked,
    ungraded: unranked,
    belowBands: count(ranked - bands.filter((band) => band !== undefined).length),
  };
}

/** The weighted score of one unit; none for a unit without any score. */
function unitScore(
  { dimensions, missing = "error" }: GradingPolicy,
  scores: readonly (Fraction | undefined)[],
  row: number,
): Fraction | undefined {
  const expected = dimensions.length;
  if (expected === 0) throw new CalculationError("scoreGrades", "emptyInput", { name: "dimensions" });
  if (scores.length !== expected) {
    const sizes = { expected, found: scores.length };
    throw new CalculationError("scoreGrades", "sizeMismatch", {
      name: `the scores of row ${row + 1}`,
      ...sizes,
    });
  }
  const weights = dimensions.map(({ weight }) => weight);
  // A policy that weighs nothing is refused before anybody has a score.
  if (weights.every(({ numerator }) => numerator === 0n)) {
    throw new CalculationError("scoreGrades", "allZero", { name: "weights" });
  }
  if (scores.every((score) => score === undefined)) return undefined;
  return weightedScore("scoreGrades", scores, { weights, missing, item: `row ${row + 1}, dimension` }).score;
}
