import { CalculationError } from "../errors.ts";
import { exact, exactText, type Numeric } from "./decimal.ts";
import { type Fraction, greatestCommonDivisor } from "./fraction.ts";

declare const brand: unique symbol;

/** An exact number from zero on that says how much of something is due; only the ratio to the others matters. */
export type Weight = Fraction & { readonly [brand]: "Weight" };

/**
 * Takes a number or decimal text as a weight.
 *
 * **Units.** None: 1, 2, 3 and 0.1, 0.2, 0.3 are the same weights.
 *
 * **Errors.** `outOfRange` below zero or not finite; `invalidValue` for text that is no decimal.
 *
 * @throws CalculationError `outOfRange` for a number below zero or not finite
 * @throws CalculationError `invalidValue` for text that is no decimal
 *
 * @example
 * weight("0.1") //=> { numerator: 1n, denominator: 10n }
 * weight(-1) //=> throws outOfRange
 */
export function weight(value: Numeric): Weight {
  return weightOf(exact(value));
}

/**
 * Takes an exact number as a weight.
 *
 * @throws CalculationError `outOfRange` below zero
 *
 * @example
 * weightOf(fraction(1n, 3n)) //=> { numerator: 1n, denominator: 3n }
 */
export function weightOf(value: Fraction): Weight {
  if (value.numerator < 0n) {
    throw new CalculationError("weight", "outOfRange", {
      name: "weight",
      requirement: "0 or more",
      found: exactText(value),
    });
  }
  return value as Weight;
}

/**
 * The same weights as whole numbers, in the same ratio.
 *
 * @example
 * wholeWeights(["0.1", "0.2", "0.25"].map((text) => weight(text))) //=> [2n, 4n, 5n]
 */
export function wholeWeights(weights: readonly Weight[]): bigint[] {
  let common = 1n;
  for (const { denominator } of weights) {
    if (common % denominator !== 0n) common *= denominator / greatestCommonDivisor(common, denominator);
  }
  return weights.map(({ numerator, denominator }) => numerator * (common / denominator));
}
