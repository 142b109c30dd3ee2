import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import { type ScoreTiers, scoreTiers } from "./scoreTiers.ts";
import type { RankOrder } from "./tieRanks.ts";

const tiersOf = (
  scores: readonly (number | undefined)[],
  shares: readonly (number | string)[],
  order?: RankOrder,
): ScoreTiers =>
  scoreTiers({
    scores: scores.map((score) => (score === undefined ? undefined : exact(score))),
    tiers: shares.map((share, index) => ({ name: "ABCD".charAt(index), share: weight(share) })),
    order,
  });
const letters = (...given: Parameters<typeof tiersOf>): string =>
  tiersOf(...given)
    .tiers.map((tier) => tier ?? "-")
    .join("");

describe("scoreTiers", () => {
  test.each([
    ["four equal tiers of eight", [8, 7, 6, 5, 4, 3, 2, 1], [1, 1, 1, 1], "AABBCCDD"],
    ["in whatever order the units come", [1, 8, 3, 6, 5, 4, 7, 2], [25, 25, 25, 25], "DACBBCAD"],
    ["a tie at the cut-off enlarges the better tier, and the next shrinks", [8, 7, 7, 5], [1, 1], "AAAB"],
    ["a tie for all places puts all into the best tier", [7, 7, 7, 7], [1, 1], "AAAA"],
    ["a tie behind the cut-off leaves it alone", [8, 7, 6, 6], [1, 1], "AABB"],
    ["2.5 places are places 1 and 2", [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], ["0.25", "0.5", "0.25"], "AABBBBBCCC"],
    ["a third of three is one place, not a hair less", [3, 2, 1], ["0.1", "0.1", "0.1"], "ABC"],
    ["a share of 0 gets nobody", [3, 2, 1], [0, 1, 0], "BBB"],
    ["one unit is beyond every share but the last", [5], [1, 1], "B"],
  ])("%s", (_, scores, shares, tiers) => {
    expect(letters(scores, shares)).toBe(tiers);
  });

  test("begins with the lowest where that is best", () => {
    expect(letters([1, 2, 2, 4], [1, 1], "ascending")).toBe("AAAB");
    expect(letters([1, 2, 2, 4], [1, 1])).toBe("BAAA");
  });

  test("leaves units without a score out of the shares", () => {
    expect(letters([undefined, 4, 3, undefined, 2, 1], [1, 1])).toBe("-AA-BB");
    expect(tiersOf([undefined, 4], [1, 1])).toMatchObject({ ranked: 1, unranked: 1 });
    expect(letters([undefined], [1, 1])).toBe("-");
  });

  test("shows its cut-offs and what each tier got", () => {
    expect(tiersOf([8, 7, 7, 5, 4], [1, 2]).cutOffs).toEqual([
      { name: "A", lastPlace: fraction(5n, 3n), units: 1 },
      { name: "B", lastPlace: fraction(5n), units: 4 },
    ]);
  });

  test.each([
    ["no units", [], [1], "emptyInput", "scoreTiers requires at least one value in scores"],
    ["no tiers", [1], [], "emptyInput", "scoreTiers requires at least one value in tiers"],
    [
      "shares of 0 only",
      [1],
      [0, 0],
      "allZero",
      "scoreTiers requires at least one value above zero in shares",
    ],
  ])("refuses %s", (_, scores, shares, code, message) => {
    expect(() => tiersOf(scores, shares)).toThrow(expect.objectContaining({ code, message }));
  });
});
