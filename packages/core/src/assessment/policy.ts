import type { Weight } from "../exact/weight.ts";
import type { ScoreBand } from "./scoreBand.ts";
import type { ScoreTier } from "./scoreTiers.ts";
import type { MissingScoreRule } from "./scoreWeighted.ts";

/** A dimension that organisations are scored on. */
export interface GradingDimension {
  /** Its name. */
  readonly name: string;
  /** How much it counts; only the ratio to the others does. */
  readonly weight: Weight;
}

/**
 * How organisations are graded: what they are scored on, the bands of the score, and the tiers by rank.
 *
 * A policy is data with names, published before it is applied; the calculators hold no number of any policy. It grades
 * organisations: nothing here takes the record of a person.
 */
export interface GradingPolicy {
  /** Its name. */
  readonly name: string;
  /** What each organisation is scored on. */
  readonly dimensions: readonly GradingDimension[];
  /** The bands of the weighted score, such as stars, from the lowest to the highest. */
  readonly bands: readonly ScoreBand[];
  /** The tiers by shares of all that have a score, the best first. */
  readonly tiers: readonly ScoreTier[];
  /** What a missing score does to the weighted score; `error` unless another rule is given. */
  readonly missing?: MissingScoreRule | undefined;
}
