import type { Fraction } from "./fraction.ts";

/**
 * Where a number between two whole numbers goes, named by its geometry.
 *
 * | rule | 2.5 | -2.5 | 3.5 | 2.1 |
 * | --- | --- | --- | --- | --- |
 * | `half-away-from-zero` | 3 | -3 | 4 | 2 |
 * | `half-to-even` | 2 | -2 | 4 | 2 |
 * | `ceiling` | 3 | -2 | 4 | 3 |
 * | `floor` | 2 | -3 | 3 | 2 |
 * | `toward-zero` | 2 | -2 | 3 | 2 |
 * | `away-from-zero` | 3 | -3 | 4 | 3 |
 */
export type RoundingRule =
  "half-away-from-zero" | "half-to-even" | "ceiling" | "floor" | "toward-zero" | "away-from-zero";

/**
 * Rounds an exact number to a whole one, by a named rule.
 *
 * The number is a fraction, so that 1.005 x 100 is 100.5 and rounds as written, which no double can promise.
 *
 * @example
 * round(exact("2.5"), "half-away-from-zero") //=> 3n
 * round(exact("-2.5"), "half-away-from-zero") //=> -3n
 * round(exact("2.5"), "half-to-even") //=> 2n
 * round(exact("-2.1"), "floor") //=> -3n
 */
export function round({ numerator, denominator }: Fraction, rule: RoundingRule): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const below = magnitude / denominator;
  const rest = magnitude % denominator;
  if (rest === 0n) return negative ? -below : below;
  const away = below + (goesAway(rule, negative, 2n * rest, denominator, below) ? 1n : 0n);
  return negative ? -away : away;
}

function goesAway(
  rule: RoundingRule,
  negative: boolean,
  twiceRest: bigint,
  denominator: bigint,
  below: bigint,
): boolean {
  switch (rule) {
    case "half-away-from-zero":
      return twiceRest >= denominator;
    case "half-to-even":
      return twiceRest > denominator || (twiceRest === denominator && below % 2n === 1n);
    case "ceiling":
      return !negative;
    case "floor":
      return negative;
    case "toward-zero":
      return false;
    case "away-from-zero":
      return true;
  }
}
