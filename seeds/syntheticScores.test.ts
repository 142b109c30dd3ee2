import { exact, type Fraction, rateText, scoreGrades, type ScoreGrades, scoreMoves } from "@tallykit/core";
import { describe, expect, it } from "vitest";

import { gradingPolicy } from "./gradingPolicy.ts";
import { syntheticScores } from "./syntheticScores.ts";

const policy = gradingPolicy("en");
const units = syntheticScores(policy);
const gradesOf = (scores: readonly (readonly (number | undefined)[])[]): ScoreGrades =>
  scoreGrades({
    policy,
    scores: scores.map((unit) =>
      unit.map((score): Fraction | undefined => (score === undefined ? undefined : exact(score))),
    ),
  });
const thisYear = gradesOf(units.map((unit) => unit.thisYear));
const lastYear = gradesOf(units.map((unit) => unit.lastYear));

describe("the example of a grading policy", () => {
  it("has five dimensions, five stars and four rungs in both languages, and calls its numbers placeholders", () => {
    for (const language of ["en", "zh"] as const) {
      const { name, dimensions, bands, tiers } = gradingPolicy(language);
      expect([dimensions.length, bands.length, tiers.length]).toEqual([5, 5, 4]);
      expect(name).toMatch(/placeholder|占位/);
    }
    expect(gradingPolicy("zh").tiers.map(({ name }) => name)).toEqual(["示范", "巩固", "提高", "预警"]);
  });
});

describe("the synthetic register", () => {
  it("has 1,873 units that are plainly made up, and is the same every time", () => {
    expect(units).toHaveLength(1873);
    expect(units.every(({ unit }, index) => unit === `unit ${String(index + 1).padStart(4, "0")}`)).toBe(
      true,
    );
    expect(syntheticScores(policy)).toEqual(units);
    expect(syntheticScores(policy, 7)).not.toEqual(units);
  });

  it("scores every dimension from 0 to 100 in whole points", () => {
    const scores = units.flatMap((unit) => [
      ...unit.thisYear,
      ...unit.lastYear.flatMap((score) => score ?? []),
    ]);
    expect(scores.every((score) => Number.isInteger(score) && score >= 0 && score <= 100)).toBe(true);
  });

  it("has 112 five-star units, 6.0 %, and 16 on the first rung, 0.9 %", () => {
    const five = thisYear.bands.at(-1);
    expect(five).toEqual({ name: "five stars", rate: { numerator: 112, denominator: 1873, status: "ok" } });
    const first = thisYear.tiers[0];
    expect(first).toEqual({ name: "demonstrate", rate: { numerator: 16, denominator: 1873, status: "ok" } });
    expect([five, first].map((share) => share && rateText(share.rate))).toEqual(["6.0%", "0.9%"]);
    expect(thisYear).toMatchObject({ graded: 1873, ungraded: 0, belowBands: 0 });
  });

  it("has ties", () => {
    const ranks = thisYear.units.map(({ rank }) => rank);
    expect(new Set(ranks).size).toBeLessThan(ranks.length);
  });

  it("has units that rose, fell, stayed and came in since last year", () => {
    const moves = scoreMoves({
      before: lastYear.units.map(({ band }) => band),
      after: thisYear.units.map(({ band }) => band),
      order: policy.bands.map(({ name }) => name),
    });
    const appeared = moves.new.reduce<number>((all, each) => all + each, 0);
    expect(Math.min(moves.promotions, moves.demotions, moves.unchanged, appeared)).toBeGreaterThan(10);
    expect(appeared).toBe(lastYear.ungraded);
  });
});
