import * as fc from "fast-check";
import { compareFractions, fraction, times } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { isSameScore, orderings, positiveWeights, reordered, scoreColumns } from "./scores.laws.ts";
import { type ScoreTier, scoreTiers } from "./scoreTiers.ts";
import { scoreRank } from "./scoreRank.ts";
import { count } from "../exact/count.ts";

const tierLists = fc
  .array(positiveWeights, { minLength: 1, maxLength: 5 })
  .map((shares) => shares.map((share, index): ScoreTier => ({ name: `tier ${index + 1}`, share })));
const placeOf = (tiers: readonly ScoreTier[], name: string | undefined): number =>
  tiers.findIndex((tier) => tier.name === name);

// Mistakes that are made: ties cut through by the order of rows, shares of all rows and not of those with a score.

const throughTies: typeof scoreTiers = (input) => {
  const { ranks } = scoreRank({ scores: input.scores, ties: "ordinal", order: input.order });
  return scoreTiers({
    ...input,
    order: "ascending",
    scores: ranks.map((rank) => (rank === undefined ? undefined : fraction(BigInt(rank)))),
  });
};
const ofAllRows: typeof scoreTiers = (input) =>
  scoreTiers({ ...input, scores: input.scores.map((score) => score ?? fraction(0n)) });
const lowestFirst: typeof scoreTiers = (input) => scoreTiers({ ...input, order: "ascending" });
const oneTooMany: typeof scoreTiers = (input) => {
  const { cutOffs, ...rest } = scoreTiers(input);
  return {
    ...rest,
    cutOffs: cutOffs.map((each, index) => ({ ...each, units: count(each.units + (index === 0 ? 1 : 0)) })),
  };
};

export const scoreTiersLaws: readonly Law<typeof scoreTiers>[] = [
  {
    name: "equal scores are in one tier, and a higher score in no lower one",
    property: (calculator) =>
      fc.property(scoreColumns, tierLists, (scores, tiers) => {
        const found = calculator({ scores, tiers }).tiers.map((tier) => placeOf(tiers, tier));
        return scores.every((score, row) =>
          scores.every((other, place) => {
            if (score === undefined || other === undefined) return true;
            const [mine = 0, theirs = 0] = [found[row], found[place]];
            return isSameScore(score, other)
              ? mine === theirs
              : compareFractions(score, other) < 0 || mine <= theirs;
          }),
        );
      }),
    broken: throughTies,
  },
  {
    name: "a tier ends at its last place unless a tie reaches over it: the unit's rank is within, and not within the tier above",
    property: (calculator) =>
      fc.property(scoreColumns, tierLists, (scores, tiers) => {
        const found = calculator({ scores, tiers });
        const { ranks, ranked } = scoreRank({ scores });
        return ranks.every((rank, row) => {
          const tier = placeOf(tiers, found.tiers[row]);
          if (rank === undefined) return tier === -1;
          const reaches = (index: number): boolean => {
            // rank / ranked against the cumulative share, in whole numbers only.
            const shares = tiers.map(({ share }) => share);
            const common = shares.reduce((all, share) => all * share.denominator, 1n);
            const whole = shares.map(({ numerator, denominator }) => numerator * (common / denominator));
            const sum = (upTo: number): bigint => whole.slice(0, upTo).reduce((all, each) => all + each, 0n);
            return BigInt(rank) * sum(whole.length) <= BigInt(ranked) * sum(index + 1);
          };
          return reaches(tier) && (tier === 0 || !reaches(tier - 1));
        });
      }),
    broken: lowestFirst,
  },
  {
    name: "the tiers' units add up to all that have a score; those without have no tier",
    property: (calculator) =>
      fc.property(scoreColumns, tierLists, (scores, tiers) => {
        const { cutOffs, ranked, unranked, tiers: found } = calculator({ scores, tiers });
        const inTiers = found.filter((tier) => tier !== undefined).length;
        return (
          cutOffs.reduce((all, { units }) => all + units, 0) === ranked &&
          inTiers === ranked &&
          ranked === scores.filter((score) => score !== undefined).length &&
          ranked + unranked === scores.length
        );
      }),
    broken: oneTooMany,
  },
  {
    name: "shares have no scale, units without a score do not count, and the order of the rows does not matter",
    property: (calculator) =>
      fc.property(scoreColumns, tierLists, positiveWeights, orderings, (scores, tiers, factor, by) => {
        const found = calculator({ scores, tiers }).tiers;
        const scaled = tiers.map(({ name, share }) => ({ name, share: weightOf(times(share, factor)) }));
        const again = calculator({ scores: [...reordered(scores, by), undefined], tiers: scaled }).tiers;
        return reordered(found, by).every((tier, row) => tier === again[row]);
      }),
    broken: ofAllRows,
  },
];
