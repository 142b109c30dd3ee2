import { describe, expect, test } from "vitest";
import { exact } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import { percentageText } from "../exact/percentage.ts";
import { weight } from "../exact/weight.ts";
import type { GradingPolicy } from "./policy.ts";
import { type ScoreGrades, scoreGrades } from "./scoreGrades.ts";

const _ = undefined;
const policy: GradingPolicy = Object.freeze({
  name: "two dimensions",
  dimensions: [
    { name: "cohesion", weight: weight(60) },
    { name: "cultural support", weight: weight(40) },
  ],
  bands: [
    { name: "one star", lowerBound: exact(20) },
    { name: "two stars", lowerBound: exact(80) },
  ],
  tiers: [
    { name: "demonstrate", share: weight(1) },
    { name: "improve", share: weight(1) },
  ],
});
const gradesOf = (scores: readonly (readonly (number | undefined)[])[], given = policy): ScoreGrades =>
  scoreGrades({
    policy: given,
    scores: scores.map((unit) => unit.map((score) => (score === undefined ? undefined : exact(score)))),
  });

describe("scoreGrades", () => {
  test("weighs, bands, ranks and puts into tiers, and counts the shares", () => {
    // 82, 80, 80, 10 by hand; the fifth has no score.
    expect(
      gradesOf([
        [90, 70],
        [80, 80],
        [100, 50],
        [10, 10],
        [_, _],
      ]),
    ).toEqual({
      units: [
        { score: exact(82), band: "two stars", rank: 1, tier: "demonstrate" },
        { score: exact(80), band: "two stars", rank: 2, tier: "demonstrate" },
        { score: exact(80), band: "two stars", rank: 2, tier: "demonstrate" },
        { score: exact(10), band: _, rank: 4, tier: "improve" },
        { score: _, band: _, rank: _, tier: _ },
      ],
      bands: [
        { name: "one star", rate: { numerator: 0, denominator: 4, status: "ok" } },
        { name: "two stars", rate: { numerator: 3, denominator: 4, status: "ok" } },
      ],
      tiers: [
        { name: "demonstrate", rate: { numerator: 3, denominator: 4, status: "ok" } },
        { name: "improve", rate: { numerator: 1, denominator: 4, status: "ok" } },
      ],
      graded: 4,
      ungraded: 1,
      belowBands: 1,
    });
  });

  test("shows 112 of 1,873 as 6.0 %, and 16 as 0.9 %", () => {
    const scores = Array.from({ length: 1873 }, (__, unit) => [unit < 112 ? 80 : 79, unit < 112 ? 80 : 79]);
    const five = gradesOf(scores).bands.at(-1)?.rate;
    expect(five).toEqual({ numerator: 112, denominator: 1873, status: "ok" });
    expect(percentageText({ numerator: 112n, denominator: 1873n, decimals: 1 })).toBe("6.0%");
    const places = {
      ...policy,
      tiers: [16, 1857].map((share) => ({ name: `${share}`, share: weight(share) })),
    };
    const apart = Array.from({ length: 1873 }, (__, unit) => [unit, unit]);
    expect(gradesOf(apart, places).tiers[0]?.rate.numerator).toBe(16);
    expect(percentageText({ numerator: 16n, denominator: 1873n, decimals: 1 })).toBe("0.9%");
  });

  test("treats a unit with some of its scores as the policy says", () => {
    const missing = [
      [90, 90],
      [90, _],
    ] as const;
    expect(() => gradesOf(missing)).toThrow(
      expect.objectContaining({
        code: "missingValue",
        message: "scoreGrades requires a value in scores, row 2, dimension 2",
      }),
    );
    const score = (rule: "reweight" | "zero"): unknown =>
      gradesOf(missing, { ...policy, missing: rule }).units[1]?.score;
    expect(score("reweight")).toEqual(exact(90));
    expect(score("zero")).toEqual(fraction(54n));
  });

  test("keeps a unit without any score ungraded under every rule", () => {
    const { units, ungraded } = gradesOf(
      [
        [90, 90],
        [_, _],
      ],
      { ...policy, missing: "zero" },
    );
    expect(units[1]?.score).toBeUndefined();
    expect(ungraded).toBe(1);
  });

  test("refuses weights that are all zero, also where no unit has a score yet", () => {
    const dimensions = policy.dimensions.map(({ name }) => ({ name, weight: weight(0) }));
    expect(() => gradesOf([[_, _]], { ...policy, dimensions })).toThrow(
      expect.objectContaining({ code: "allZero" }),
    );
  });

  test.each<[string, readonly (readonly number[])[], Partial<GradingPolicy>, string]>([
    ["no units", [], {}, "emptyInput"],
    ["no dimensions", [[]], { dimensions: [] }, "emptyInput"],
    ["no bands", [[1, 1]], { bands: [] }, "emptyInput"],
    ["no tiers", [[1, 1]], { tiers: [] }, "emptyInput"],
    [
      "a unit with a score too many",
      [
        [1, 1],
        [1, 1, 1],
      ],
      {},
      "sizeMismatch",
    ],
    ["bounds that fall", [[1, 1]], { bands: [...policy.bands].reverse() }, "conflict"],
  ])("refuses %s", (__, scores, change, code) => {
    expect(() => gradesOf(scores, { ...policy, ...change })).toThrow(expect.objectContaining({ code }));
  });
});
