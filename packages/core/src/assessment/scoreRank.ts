import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { compareFractions, type Fraction } from "../exact/fraction.ts";
import { type RankOrder, type TieRule, writeRanks } from "./tieRanks.ts";

/** Scores to be ranked, and how. */
export interface ScoreRankInput {
  /** The score of each unit, not rounded; `undefined` where it is missing. */
  readonly scores: readonly (Fraction | undefined)[];
  /** What rank equal scores get; `competition` unless another is given. */
  readonly ties?: TieRule | undefined;
  /** Whether rank 1 is the highest score or the lowest; `descending`, the highest, unless another is given. */
  readonly order?: RankOrder | undefined;
}

/** The rank of each unit, and how many have one. */
export interface ScoreRanks {
  /** The rank of each unit in the order given; `undefined` where the score is missing. */
  readonly ranks: readonly (number | undefined)[];
  /** Units with a rank. */
  readonly ranked: Count;
  /** Units without one, since their score is missing. */
  readonly unranked: Count;
}

/**
 * The rank of each score, with a named rule for ties.
 *
 * Scores are compared exactly and not rounded, so that 0.91504 ranks before 0.91496 though both print as 91.5 %. The one
 * surprise: a unit without a score has no rank and takes no place, whichever way the ranks run.
 *
 * **Units.** Ranks count from 1; with `average` they may be halves. Scores of organisations, in any unit.
 *
 * **Errors.** `emptyInput` without units.
 *
 * **Source.** The SciPy community, scipy.stats.rankdata: min, max, dense, average and ordinal; R Core Team, base::rank:
 * min is "the typical sports ranking".
 *
 * @throws CalculationError `emptyInput` without units
 *
 * @example
 * const scores = [80, 90, 80, 70].map((score) => exact(score));
 * scoreRank({ scores }).ranks //=> [2, 1, 2, 4]
 * scoreRank({ scores, ties: "average" }).ranks //=> [2.5, 1, 2.5, 4]
 * scoreRank({ scores, ties: "dense", order: "ascending" }).ranks //=> [2, 3, 2, 1]
 * scoreRank({ scores: [exact(1), undefined] }) //=> { ranks: [1, undefined], ranked: 1, unranked: 1 }
 * scoreRank({ scores: [] }) //=> throws emptyInput
 */
export function scoreRank({
  scores,
  ties = "competition",
  order = "descending",
}: ScoreRankInput): ScoreRanks {
  if (scores.length === 0) throw new CalculationError("scoreRank", "emptyInput", { name: "scores" });
  const known = scores.flatMap((score, row) => (score === undefined ? [] : [{ row, score }]));
  // Sorting keeps the order of equal rows, which is what `ordinal` goes by.
  known.sort((a, b) =>
    order === "ascending" ? compareFractions(a.score, b.score) : compareFractions(b.score, a.score),
  );
  const isTied = (place: number): boolean => isSame(known[place - 1]?.score, known[place]?.score);
  const ranks = Array.from(scores, (): number | undefined => undefined);
  writeRanks(ranks, { rows: known.map(({ row }) => row), isTied }, ties);
  return { ranks, ranked: count(known.length), unranked: count(scores.length - known.length) };
}

/** Whether two scores are equal; fractions are in lowest terms, so equal ones are written alike. */
function isSame(a: Fraction | undefined, b: Fraction | undefined): boolean {
  return a?.numerator === b?.numerator && a?.denominator === b?.denominator;
}
