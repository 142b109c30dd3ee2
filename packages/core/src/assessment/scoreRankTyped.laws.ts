import * as fc from "fast-check";
import { bitsOf, finiteDoubles } from "../exact/numbers.laws.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { scoreRank } from "./scoreRank.ts";
import { scoreRankTyped } from "./scoreRankTyped.ts";
import type { RankOrder, TieRule } from "./tieRanks.ts";

const ties = fc.constantFrom<TieRule>("competition", "modified-competition", "dense", "average", "ordinal");
const orders = fc.constantFrom<RankOrder>("descending", "ascending");
/** Columns of scores with ties; of any doubles; and of doubles that differ in their last bits only, few or many. */
const columns = fc
  .oneof(
    fc.array(
      fc.nat(20).map((half) => half / 2 - 2),
      { minLength: 1, maxLength: 40 },
    ),
    fc.array(fc.oneof(finiteDoubles, fc.constantFrom(0, -0, 5e-324, -5e-324)), {
      minLength: 1,
      maxLength: 40,
    }),
    fc.array(
      fc.nat(9).map((bits) => 80 + bits * 2 ** -46),
      { minLength: 1, maxLength: 40 },
    ),
  )
  .map((scores) => Float64Array.from(scores));

const byText: typeof scoreRankTyped = ({ scores, ...how }) => {
  const sorted = [...scores].map(String).sort((a, b) => a.localeCompare(b));
  return scoreRankTyped({ scores: scores.map((score) => sorted.indexOf(String(score))), ...how });
};

export const scoreRankTypedLaws: readonly Law<typeof scoreRankTyped>[] = [
  {
    name: "the ranks are those of the exact calculator",
    property: (calculator) =>
      fc.property(columns, ties, orders, (scores, rule, order) => {
        const exactly = scoreRank({ scores: Array.from(scores, bitsOf), ties: rule, order }).ranks;
        const found = calculator({ scores, ties: rule, order });
        return exactly.every((rank, row) => rank === found[row]);
      }),
    broken: byText,
  },
  {
    name: "a score that is not finite is refused",
    property: (calculator) =>
      fc.property(columns, fc.constantFrom(NaN, Infinity, -Infinity), fc.nat(39), (scores, wrong, place) => {
        const given = scores.map((score, row) => (row === place % scores.length ? wrong : score));
        return refusesWith("outOfRange", () => calculator({ scores: given }));
      }),
    broken: byText,
  },
];
