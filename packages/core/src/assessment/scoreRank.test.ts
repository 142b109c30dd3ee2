import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { scoreRank } from "./scoreRank.ts";
import { scoreRankTyped } from "./scoreRankTyped.ts";
import type { RankOrder, TieRule } from "./tieRanks.ts";

type Published = readonly [TieRule, readonly number[]];

/** The example of R's help page for `rank` ("sample ranks"), and SciPy 1.17.1's `rankdata` of the same numbers. */
const ofR = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
const ascendingOfR: readonly Published[] = [
  // R's ties.method "average", SciPy's method "average".
  ["average", [4.5, 1.5, 6, 1.5, 8, 11, 3, 10, 8, 4.5, 8]],
  // R's "first", SciPy's "ordinal".
  ["ordinal", [4, 1, 6, 2, 7, 11, 3, 10, 8, 5, 9]],
  // R's "min", SciPy's "min".
  ["competition", [4, 1, 6, 1, 7, 11, 3, 10, 7, 4, 7]],
  // R's "max", SciPy's "max".
  ["modified-competition", [5, 2, 6, 2, 9, 11, 3, 10, 9, 5, 9]],
  // SciPy's "dense".
  ["dense", [3, 1, 4, 1, 5, 7, 2, 6, 5, 3, 5]],
];
/** SciPy's ranks of the numbers with their signs turned: the highest first. */
const descendingOfR: readonly Published[] = [
  ["average", [7.5, 10.5, 6, 10.5, 4, 1, 9, 2, 4, 7.5, 4]],
  ["ordinal", [7, 10, 6, 11, 3, 1, 9, 2, 4, 8, 5]],
  ["competition", [7, 10, 6, 10, 3, 1, 9, 2, 3, 7, 3]],
  ["modified-competition", [8, 11, 6, 11, 5, 1, 9, 2, 5, 8, 5]],
  ["dense", [5, 7, 4, 7, 3, 1, 6, 2, 3, 5, 3]],
];
/** The documented example of `rankdata`. */
const ofSciPy = [0, 2, 3, 2];
const ascendingOfSciPy: readonly Published[] = [
  ["average", [1, 2.5, 4, 2.5]],
  ["competition", [1, 2, 4, 2]],
  ["modified-competition", [1, 3, 4, 3]],
  ["dense", [1, 2, 3, 2]],
  ["ordinal", [1, 2, 4, 3]],
];
/** The ranks that the table of functions shows for one tie in four. */
const ofContract = [90, 80, 80, 70];
const descendingOfContract: readonly Published[] = [
  ["competition", [1, 2, 2, 4]],
  ["modified-competition", [1, 3, 3, 4]],
  ["dense", [1, 2, 2, 3]],
  ["average", [1, 2.5, 2.5, 4]],
  ["ordinal", [1, 2, 3, 4]],
];

const published = (
  [
    ["R", "ascending", ofR, ascendingOfR],
    ["R", "descending", ofR, descendingOfR],
    ["SciPy", "ascending", ofSciPy, ascendingOfSciPy],
    ["the contract", "descending", ofContract, descendingOfContract],
  ] satisfies readonly (readonly [string, RankOrder, readonly number[], readonly Published[]])[]
).flatMap(([source, order, scores, rules]) =>
  rules.map(([ties, ranks]) => [source, order, ties, scores, ranks] as const),
);

describe("the ranks that others publish", () => {
  test.each(published)("%s, %s, %s", (_, order, ties, scores, ranks) => {
    expect(scoreRank({ scores: scores.map((score) => exact(score)), ties, order }).ranks).toEqual(ranks);
    expect([...scoreRankTyped({ scores: Float64Array.from(scores), ties, order })]).toEqual(ranks);
  });
});

describe("scoreRank", () => {
  test("ranks competition ties from the highest score where nothing else is asked for", () => {
    const scores = Object.freeze([70, 80, 90, 80].map((score) => exact(score)));
    expect(scoreRank({ scores })).toEqual({ ranks: [4, 2, 1, 2], ranked: 4, unranked: 0 });
  });

  test("tells scores apart that print alike, and even that doubles take for the same", () => {
    const rates = [exact("0.91496"), exact("0.91504")];
    expect(scoreRank({ scores: rates }).ranks).toEqual([2, 1]);
    const third = fraction(1n, 3n);
    const hair = fraction(10n ** 20n + 1n, 3n * 10n ** 20n);
    expect(scoreRank({ scores: [third, hair, fraction(2n, 6n)] }).ranks).toEqual([2, 1, 2]);
  });

  test("gives a unit without a score no rank, and counts it", () => {
    const scores = [undefined, exact(70), exact(90), undefined];
    expect(scoreRank({ scores })).toEqual({
      ranks: [undefined, 2, 1, undefined],
      ranked: 2,
      unranked: 2,
    });
    expect(scoreRank({ scores, order: "ascending" }).ranks).toEqual([undefined, 1, 2, undefined]);
    expect(scoreRank({ scores: [undefined] })).toEqual({ ranks: [undefined], ranked: 0, unranked: 1 });
  });

  test("refuses to rank nobody", () => {
    expect(() => scoreRank({ scores: [] })).toThrow(
      expect.objectContaining({
        code: "emptyInput",
        message: "scoreRank requires at least one value in scores",
      }),
    );
  });
});
