import type { Fraction } from "../exact/fraction.ts";

/**
 * The exact sum of many fractions.
 *
 * Not in lowest terms: with a denominator a group, reducing such long numbers would take longer than all the rest. It
 * is summed in halves, so that most additions are of short numbers.
 */
export function sumOfFractions(terms: readonly Fraction[]): Fraction {
  const [first = { numerator: 0n, denominator: 1n }] = terms;
  if (terms.length <= 1) return first;
  const middle = Math.floor(terms.length / 2);
  const left = sumOfFractions(terms.slice(0, middle));
  const right = sumOfFractions(terms.slice(middle));
  if (left.denominator === right.denominator) {
    return { numerator: left.numerator + right.numerator, denominator: left.denominator };
  }
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}
