import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { type Fraction, fraction, plus, toNumber } from "./fraction.ts";
import { absolute, roundables, wholes } from "./numbers.laws.ts";
import { round, type RoundingRule } from "./rounding.ts";

// Rounding. Each law says all that there is to a rule, so that only one whole number keeps it.

/** How far the rounded number lies above the number, in parts of the number's denominator. */
const riseOf = (value: Fraction, rounded: bigint): bigint => rounded * value.denominator - value.numerator;
const isJustAbove = (value: Fraction, rounded: bigint): boolean =>
  0n <= riseOf(value, rounded) && riseOf(value, rounded) < value.denominator;
const isJustBelow = (value: Fraction, rounded: bigint): boolean =>
  -value.denominator < riseOf(value, rounded) && riseOf(value, rounded) <= 0n;

const inDoubles = (value: Fraction): bigint => BigInt(Math.round(toNumber(value)));
const mirrorRules: Readonly<Record<RoundingRule, RoundingRule>> = {
  "half-away-from-zero": "half-away-from-zero",
  "half-to-even": "half-to-even",
  ceiling: "floor",
  floor: "ceiling",
  "toward-zero": "toward-zero",
  "away-from-zero": "away-from-zero",
};
const rules = fc.constantFrom(...(Object.keys(mirrorRules) as RoundingRule[]));

/** The law that one rule gives the one whole number of which a statement is true. */
function ruleLaw(
  name: string,
  rule: RoundingRule,
  isRight: (value: Fraction, rounded: bigint) => boolean,
  broken: (value: Fraction) => bigint,
): Law<typeof round> {
  return {
    name: `${rule} gives ${name}`,
    property: (calculator) => fc.property(roundables, (value) => isRight(value, calculator(value, rule))),
    broken,
  };
}

export const roundLaws: readonly Law<typeof round>[] = [
  ruleLaw("the smallest whole number from there up", "ceiling", isJustAbove, (value) =>
    round(value, "away-from-zero"),
  ),
  ruleLaw("the largest whole number from there down", "floor", isJustBelow, (value) =>
    round(value, "toward-zero"),
  ),
  ruleLaw(
    "the last whole number on the way to zero",
    "toward-zero",
    (value, rounded) => (value.numerator < 0n ? isJustAbove : isJustBelow)(value, rounded),
    (value) => round(value, "floor"),
  ),
  ruleLaw(
    "the first whole number on the way from zero",
    "away-from-zero",
    (value, rounded) => (value.numerator < 0n ? isJustBelow : isJustAbove)(value, rounded),
    (value) => round(value, "ceiling"),
  ),
  ruleLaw(
    "the nearest whole number, of two the one farther from zero",
    "half-away-from-zero",
    (value, rounded) => {
      const twiceRise = 2n * riseOf(value, rounded);
      const isFarther = absolute(rounded) * value.denominator > absolute(value.numerator);
      return (
        absolute(twiceRise) < value.denominator || (absolute(twiceRise) === value.denominator && isFarther)
      );
    },
    inDoubles,
  ),
  ruleLaw(
    "the nearest whole number, of two the even one",
    "half-to-even",
    (value, rounded) => {
      const twiceRise = absolute(2n * riseOf(value, rounded));
      return twiceRise < value.denominator || (twiceRise === value.denominator && rounded % 2n === 0n);
    },
    (value) => round(value, "half-away-from-zero"),
  ),
  {
    name: "the opposite number rounds to the opposite, ceiling and floor changing places",
    property: (calculator) =>
      fc.property(roundables, rules, (value, rule) => {
        const opposite = fraction(-value.numerator, value.denominator);
        return calculator(opposite, mirrorRules[rule]) === -calculator(value, rule);
      }),
    broken: (value) => round(plus(value, fraction(1n, 2n)), "floor"),
  },
  {
    name: "a whole number stays, by every rule",
    property: (calculator) =>
      fc.property(wholes, rules, (value, rule) => calculator(fraction(value), rule) === value),
    broken: inDoubles,
  },
];
