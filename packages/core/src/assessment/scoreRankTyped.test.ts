import { describe, expect, test } from "vitest";
import { scoreRankTyped } from "./scoreRankTyped.ts";

const ranksOf = (...scores: readonly number[]): readonly number[] => [
  ...scoreRankTyped({ scores: Float64Array.from(scores) }),
];

/** A column of many scores in a scattered order: every row from 0 to below `rows` once. */
const scattered = (rows: number): number[] => Array.from({ length: rows }, (_, row) => (row * 7919) % rows);

describe("scoreRankTyped", () => {
  test("orders numbers of both signs and every size", () => {
    expect(ranksOf(-1, 1, -5e-324, 5e-324, 0, -1.7976931348623157e308, 1.7976931348623157e308)).toEqual([
      6, 2, 5, 3, 4, 7, 1,
    ]);
    const ascending = scoreRankTyped({ scores: Float64Array.of(-1, 1, -2, 0.5), order: "ascending" });
    expect([...ascending]).toEqual([2, 4, 1, 3]);
  });

  test("ties zero with negative zero", () => {
    expect(ranksOf(0, -0, 1)).toEqual([2, 2, 1]);
  });

  test("tells neighbouring doubles apart", () => {
    expect(ranksOf(80, 80.00000000000001, 79.99999999999999)).toEqual([2, 1, 3]);
  });

  test.each([
    ["few units", 40, 1],
    ["few units that differ in their last bits only", 40, 2 ** -52],
    ["a long column", 50_021, 0.01],
    ["a long column that differs in its last bits only", 50_021, 2 ** -52],
  ])("ranks %s", (_, rows, step) => {
    const places = scattered(rows);
    const scores = Float64Array.from(places, (place) => 1 + place * step);
    const expected = places.map((place) => rows - place);
    expect([...scoreRankTyped({ scores })]).toEqual(expected);
    expect([...scoreRankTyped({ scores, order: "ascending" })]).toEqual(places.map((place) => place + 1));
  });

  test("keeps the order of rows in ties that are long, by either path", () => {
    const scores = Float64Array.from({ length: 60 }, (_, row) => 1 + (row % 2) * 2 ** -52);
    const odd = Array.from({ length: 60 }, (_, row) => (row % 2 === 1 ? (row + 1) / 2 : 31 + row / 2));
    expect([...scoreRankTyped({ scores, ties: "ordinal" })]).toEqual(odd);
    const allTied = new Float64Array(60).fill(80);
    expect([...scoreRankTyped({ scores: allTied, ties: "ordinal" })]).toEqual(
      Array.from({ length: 60 }, (_, row) => row + 1),
    );
    expect(new Set(scoreRankTyped({ scores: allTied, ties: "average" }))).toEqual(new Set([30.5]));
  });

  test("tells a few dozen close scores apart among many others", () => {
    // Rows 0 to 29 are 80 or a last bit above it, by turns; behind them stand 970 whole scores that are all lower.
    const close = Array.from({ length: 30 }, (_, row) => (row % 2 === 0 ? 80 : 80.00000000000001));
    const scores = Float64Array.from([...close, ...scattered(970).map((place) => -place)]);
    const ranks = [...scoreRankTyped({ scores, ties: "ordinal" })];
    const expected = close.map((_, row) => (row % 2 === 0 ? 16 + row / 2 : (row + 1) / 2));
    expect(ranks.slice(0, 30)).toEqual(expected);
    expect(ranks.slice(30)).toEqual(scattered(970).map((place) => 31 + place));
    const rising = [...scoreRankTyped({ scores, ties: "ordinal", order: "ascending" })].slice(0, 30);
    expect(rising).toEqual(close.map((_, row) => 970 + (row % 2 === 0 ? 1 + row / 2 : 15 + (row + 1) / 2)));
  });

  test("leaves the scores as they are", () => {
    const scores = Float64Array.of(3, -0, 2);
    scoreRankTyped({ scores });
    expect(scores).toEqual(Float64Array.of(3, -0, 2));
  });

  test.each([[NaN], [Infinity], [-Infinity]])("refuses %d and names its row", (score) => {
    expect(() => ranksOf(1, score)).toThrow(
      expect.objectContaining({
        code: "outOfRange",
        message: `scoreRankTyped requires scores, row 2 to be a finite number; found ${score}`,
      }),
    );
  });

  test("refuses to rank nobody", () => {
    expect(() => ranksOf()).toThrow(expect.objectContaining({ code: "emptyInput" }));
  });
});
