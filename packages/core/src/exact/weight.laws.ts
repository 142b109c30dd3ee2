import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { fraction, times } from "./fraction.ts";
import { absolute, fractions } from "./numbers.laws.ts";
import { round } from "./rounding.ts";
import { type Weight, weightOf, type wholeWeights } from "./weight.ts";

const weights = fractions.map(({ numerator, denominator }) =>
  weightOf(fraction(absolute(numerator), denominator)),
);

/** Whether every whole number is to every other as their weights are. */
const keepsRatios = (weighed: readonly Weight[], whole: readonly bigint[]): boolean =>
  weighed.every((a, i) =>
    weighed.every(
      (b, j) => whole[i]! * b.numerator * a.denominator === whole[j]! * a.numerator * b.denominator,
    ),
  );

export const wholeWeightsLaws: readonly Law<typeof wholeWeights>[] = [
  {
    name: "whole weights are to each other as the weights are",
    property: (calculator) =>
      fc.property(fc.array(weights, { maxLength: 5 }), (weighed) =>
        keepsRatios(weighed, calculator(weighed)),
      ),
    broken: (weighed) =>
      weighed.map((value) => round(times(value, fraction(10n ** 15n)), "half-away-from-zero")),
  },
  {
    name: "a weight of zero, and no other, is a whole weight of zero",
    property: (calculator) =>
      fc.property(fc.array(weights, { maxLength: 5 }), (weighed) =>
        calculator(weighed).every((whole, index) => (whole === 0n) === (weighed[index]?.numerator === 0n)),
      ),
    broken: (weighed) =>
      weighed.map((value) => round(times(value, fraction(10n ** 15n)), "half-away-from-zero")),
  },
];
