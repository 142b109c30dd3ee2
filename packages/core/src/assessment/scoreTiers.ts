import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";
import { scoreRank } from "./scoreRank.ts";
import type { RankOrder } from "./tieRanks.ts";

/** A tier, such as the rung for demonstration, and its share of the units. */
export interface ScoreTier {
  /** Its name. */
  readonly name: string;
  /** How much of the units it is for; only the ratio to the others counts. */
  readonly share: Weight;
}

/** Scores to be put into tiers. */
export interface ScoreTiersInput {
  /** The score of each unit, not rounded; `undefined` where it is missing. */
  readonly scores: readonly (Fraction | undefined)[];
  /** The tiers, the best first. */
  readonly tiers: readonly ScoreTier[];
  /** Whether the highest score is the best or the lowest; `descending`, the highest, unless another is given. */
  readonly order?: RankOrder | undefined;
}

/** A tier as it came out. */
export interface TierCutOff {
  /** The tier's name. */
  readonly name: string;
  /** The last place that belongs to it, before ties: the units times its share and those of all better tiers. */
  readonly lastPlace: Fraction;
  /** How many units it got: more than its share where a tie reaches over the cut-off, else at most its share. */
  readonly units: Count;
}

/** The tier of each unit, and the cut-offs. */
export interface ScoreTiers {
  /** The tier of each unit in the order given; `undefined` where the score is missing. */
  readonly tiers: readonly (string | undefined)[];
  /** The tiers from the best on. */
  readonly cutOffs: readonly TierCutOff[];
  /** Units with a tier. */
  readonly ranked: Count;
  /** Units without one, since their score is missing. */
  readonly unranked: Count;
}

/**
 * The tier of each score, by shares of all units that never cut through a tie.
 *
 * A unit belongs to the first tier whose last place its competition rank does not exceed; of ten units the best quarter
 * is places 1 and 2, since place 3 lies beyond 2.5. The one surprise: equal scores share a rank, so a tie at a cut-off
 * goes to the better tier as a whole, and the next tier has fewer.
 *
 * **Units.** Of the shares only the ratio counts: 10, 40, 50 or 1, 4, 5. Scores of organisations.
 *
 * **Errors.** `emptyInput` without units or tiers; `allZero` where all shares are 0.
 *
 * **Source.** The PostgreSQL Global Development Group, PostgreSQL documentation, Window Functions: rank, "with gaps",
 * unlike ntile, which divides into groups of equal size through ties.
 *
 * @throws CalculationError `emptyInput` without units or tiers
 * @throws CalculationError `allZero` where all shares are 0
 *
 * @example
 * const tiers = [{ name: "demonstrate", share: weight(1) }, { name: "consolidate", share: weight(1) }];
 * const scores = [90, 80, 80, 70].map((score) => exact(score));
 * scoreTiers({ scores, tiers }).tiers //=> ["demonstrate", "demonstrate", "demonstrate", "consolidate"]
 * scoreTiers({ scores, tiers }).cutOffs[0] //=> { name: "demonstrate", lastPlace: exact(2), units: 3 }
 * scoreTiers({ scores, tiers: [] }) //=> throws emptyInput
 */
export function scoreTiers({ scores, tiers, order }: ScoreTiersInput): ScoreTiers {
  if (scores.length === 0) throw new CalculationError("scoreTiers", "emptyInput", { name: "scores" });
  if (tiers.length === 0) throw new CalculationError("scoreTiers", "emptyInput", { name: "tiers" });
  const { ranks, ranked, unranked } = scoreRank({ scores, order });
  const lastPlaces = lastPlacesOf(tiers, ranked);
  const tierOfPlace = tiersByPlace(lastPlaces, ranked);
  const units = tiers.map(() => 0);
  const placed = ranks.map((rank) => {
    const tier = rank === undefined ? undefined : tierOfPlace[rank - 1];
    if (tier === undefined) return undefined;
    units[tier] = (units[tier] ?? 0) + 1;
    return tiers[tier]?.name;
  });
  const cutOffs = lastPlaces.map((lastPlace, index) => ({
    name: tiers[index]?.name ?? "",
    lastPlace,
    units: count(units[index] ?? 0),
  }));
  return { tiers: placed, cutOffs, ranked, unranked };
}

/** The last place of each tier: cumulative, and not rounded. */
function lastPlacesOf(tiers: readonly ScoreTier[], ranked: Count): readonly Fraction[] {
  const shares = wholeWeights(tiers.map(({ share }) => share));
  const all = shares.reduce((sum, share) => sum + share, 0n);
  if (all === 0n) throw new CalculationError("scoreTiers", "allZero", { name: "shares" });
  let sum = 0n;
  return shares.map((share) => fraction(BigInt(ranked) * (sum += share), all));
}

/** The first tier that each place belongs to, from the best place on. */
function tiersByPlace(lastPlaces: readonly Fraction[], places: number): readonly number[] {
  const wholePlaces = lastPlaces.map(({ numerator, denominator }) => Number(numerator / denominator));
  let tier = 0;
  return Array.from({ length: places }, (_, index) => {
    while (index >= (wholePlaces[tier] ?? places)) tier += 1;
    return tier;
  });
}
