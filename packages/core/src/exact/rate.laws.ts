import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { count } from "./count.ts";
import { decimalText, exact } from "./decimal.ts";
import { compareFractions, fraction, over } from "./fraction.ts";
import { counts } from "./numbers.laws.ts";
import { type compareRates, rate, rateValue } from "./rate.ts";

const positiveCounts = counts.filter((value) => value > 0);
const rates = fc.oneof(
  fc.tuple(counts, positiveCounts).map(([numerator, denominator]) => rate({ numerator, denominator })),
  // So near to one that many of them share a double.
  fc
    .integer({ min: 9007199254740000, max: 9007199254740990 })
    .map((value) => rate({ numerator: count(value), denominator: count(value + 1) })),
);

export const compareRatesLaws: readonly Law<typeof compareRates>[] = [
  {
    name: "rates compare as the exact fractions that they are",
    property: (calculator) =>
      fc.property(rates, rates, (a, b) => {
        const [left, right] = [a, b].map(({ numerator, denominator }) =>
          over(exact(numerator), exact(denominator)),
        );
        return calculator(a, b) === compareFractions(left!, right!);
      }),
    broken: (a, b) => Math.sign(rateValue(a) - rateValue(b)),
  },
];

export const rateValueLaws: readonly Law<typeof rateValue>[] = [
  {
    name: "the value is the double nearest to the exact quotient",
    property: (calculator) =>
      fc.property(rates, (value) => {
        const quotient = fraction(BigInt(value.numerator), BigInt(value.denominator));
        // Two counts make no quotient so near to halfway that sixty digits could not tell.
        return calculator(value) === Number(decimalText(quotient, 80));
      }),
    broken: ({ numerator, denominator }) => numerator * (1 / denominator),
  },
];
