import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, plus, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { scoreRank } from "./scoreRank.ts";
import {
  fullScoreColumns,
  isSameScore,
  orderings,
  positiveWeights,
  reordered,
  scoreColumns,
} from "./scores.laws.ts";
import type { RankOrder, TieRule } from "./tieRanks.ts";

const orders = fc.constantFrom<RankOrder>("descending", "ascending");
const shared = fc.constantFrom<TieRule>("competition", "modified-competition", "dense", "average");
const known = (ranks: readonly (number | undefined)[]): number[] => ranks.flatMap((rank) => rank ?? []);

// Mistakes that are made: ties broken by row, scores rounded to doubles first, missing taken for zero.

const always =
  (ties: TieRule): typeof scoreRank =>
  (input) =>
    scoreRank({ ...input, ties });
const inDoubles: typeof scoreRank = (input) =>
  scoreRank({
    ...input,
    scores: input.scores.map((score) => score && fraction(BigInt(Math.round(toNumber(score) * 10)), 10n)),
  });
const missingAsZero: typeof scoreRank = (input) =>
  scoreRank({ ...input, scores: input.scores.map((score) => score ?? fraction(0n)) });
const lowestFirst: typeof scoreRank = (input) => scoreRank({ ...input, order: "ascending" });

export const scoreRankLaws: readonly Law<typeof scoreRank>[] = [
  {
    name: "competition is at most average, average at most modified competition, dense at most competition",
    property: (calculator) =>
      fc.property(scoreColumns, orders, (scores, order) => {
        const by = (ties: TieRule): readonly number[] => known(calculator({ scores, ties, order }).ranks);
        const [dense, low, middle, high] = [
          by("dense"),
          by("competition"),
          by("average"),
          by("modified-competition"),
        ];
        return low.every((rank, row) => {
          const [average = 0, highest = 0, least = 0] = [middle[row], high[row], dense[row]];
          return least <= rank && rank <= average && average <= highest && 2 * average === rank + highest;
        });
      }),
    broken: (input) => scoreRank(input.ties === "average" ? { ...input, ties: "ordinal" } : input),
  },
  {
    name: "dense ranks are consecutive from 1, and so are ordinal ones, each of which comes once",
    property: (calculator) =>
      fc.property(scoreColumns, orders, (scores, order) => {
        const isConsecutive = (ranks: readonly number[]): boolean =>
          [...ranks].sort((a, b) => a - b).every((rank, index) => rank === index + 1);
        const dense = known(calculator({ scores, ties: "dense", order }).ranks);
        const ordinal = known(calculator({ scores, ties: "ordinal", order }).ranks);
        return isConsecutive([...new Set(dense)]) && isConsecutive(ordinal);
      }),
    broken: always("competition"),
  },
  {
    name: "average ranks of n units add up to n(n+1)/2, and a competition rank is one more than the units ahead",
    property: (calculator) =>
      fc.property(fullScoreColumns, (scores) => {
        const sum = known(calculator({ scores, ties: "average" }).ranks).reduce((all, rank) => all + rank, 0);
        const { ranks } = calculator({ scores });
        const isAhead = (score: Fraction) => (other: Fraction) => compareFractions(other, score) > 0;
        return (
          2 * sum === scores.length * (scores.length + 1) &&
          scores.every((score, row) => ranks[row] === scores.filter(isAhead(score)).length + 1)
        );
      }),
    broken: always("dense"),
  },
  {
    name: "ranks tie if and only if the scores are equal, to the last digit",
    property: (calculator) =>
      fc.property(scoreColumns, shared, orders, (scores, ties, order) => {
        const { ranks } = calculator({ scores, ties, order });
        return scores.every((score, row) =>
          scores.every(
            (other, place) =>
              score === undefined ||
              other === undefined ||
              isSameScore(score, other) === (ranks[row] === ranks[place]),
          ),
        );
      }),
    broken: inDoubles,
  },
  {
    name: "the order of the rows does not matter, unless ties are broken by it",
    property: (calculator) =>
      fc.property(scoreColumns, shared, orderings, (scores, ties, by) => {
        const { ranks } = calculator({ scores, ties });
        const moved = calculator({ scores: reordered(scores, by), ties }).ranks;
        return reordered(ranks, by).every((rank, row) => rank === moved[row]);
      }),
    broken: always("ordinal"),
  },
  {
    name: "a unit without a score has no rank, and the others rank as if it were not there",
    property: (calculator) =>
      fc.property(scoreColumns, shared, orders, (scores, ties, order) => {
        const { ranks, ranked, unranked } = calculator({ scores, ties, order });
        const there = scores.filter((score) => score !== undefined);
        const alone = there.length === 0 ? [] : scoreRank({ scores: there, ties, order }).ranks;
        return (
          ranked === there.length &&
          ranked + unranked === scores.length &&
          scores.every((score, row) => (score === undefined) === (ranks[row] === undefined)) &&
          known(ranks).every((rank, row) => rank === alone[row])
        );
      }),
    broken: missingAsZero,
  },
  {
    name: "a score that rises, the others as they are, never ranks behind where it was",
    property: (calculator) =>
      fc.property(fullScoreColumns, fc.nat(11), positiveWeights, (scores, place, rise) => {
        const row = place % scores.length;
        const raised = scores.map((score, index) => (index === row ? plus(score, rise) : score));
        return (calculator({ scores: raised }).ranks[row] ?? 0) <= (calculator({ scores }).ranks[row] ?? 0);
      }),
    broken: lowestFirst,
  },
];
