import { CalculationError } from "../errors.ts";
import { firstNotFinite, radixOrder } from "./radixOrder.ts";
import { type RankOrder, type TieRule, writeRanks } from "./tieRanks.ts";

/** A long column of scores as doubles, and how they are ranked. */
export interface ScoreRankTypedInput {
  /** The score of each unit; a column of doubles has no way to say that one is missing. */
  readonly scores: Float64Array;
  /** What rank equal scores get; `competition` unless another is given. */
  readonly ties?: TieRule | undefined;
  /** Whether rank 1 is the highest score or the lowest; `descending`, the highest, unless another is given. */
  readonly order?: RankOrder | undefined;
}

/**
 * The ranks of a long column of doubles, at the cost of sorting it.
 *
 * The ranks are those of `scoreRank`; scores tie if they are the same double. The one surprise: doubles that came out of
 * a calculation may differ in their last bit where the exact scores tie, so this is for scores as they were entered.
 *
 * **Units.** Ranks count from 1; with `average` they may be halves. Scores of organisations, in any unit.
 *
 * **Errors.** `emptyInput` without units; `outOfRange` for a score that is NaN or infinite.
 *
 * **Source.** Knuth, The Art of Computer Programming, volume 3, section 5.2.5: sorting by distribution.
 *
 * @throws CalculationError `emptyInput` without units
 * @throws CalculationError `outOfRange` for a score that is NaN or infinite
 *
 * @example
 * [...scoreRankTyped({ scores: Float64Array.of(80, 90, 80, 70) })] //=> [2, 1, 2, 4]
 * scoreRankTyped({ scores: Float64Array.of(80, NaN) }) //=> throws outOfRange
 * scoreRankTyped({ scores: new Float64Array(0) }) //=> throws emptyInput
 */
export function scoreRankTyped({
  scores,
  ties = "competition",
  order = "descending",
}: ScoreRankTypedInput): Float64Array {
  if (scores.length === 0) throw new CalculationError("scoreRankTyped", "emptyInput", { name: "scores" });
  const wrong = firstNotFinite(scores);
  if (wrong >= 0) {
    throw new CalculationError("scoreRankTyped", "outOfRange", {
      name: `scores, row ${wrong + 1}`,
      requirement: "a finite number",
      found: String(scores[wrong]),
    });
  }
  const ranks = new Float64Array(scores.length);
  const { rows, keys } = radixOrder(scores, order);
  // Keys lie in order and scores do not: nearly always the key alone tells neighbours apart, without a look far away.
  const isTied = (place: number): boolean =>
    keys[place - 1] === keys[place] && scores[rows[place - 1] ?? 0] === scores[rows[place] ?? 0];
  writeRanks(ranks, { rows, isTied }, ties);
  return ranks;
}
