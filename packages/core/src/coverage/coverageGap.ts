import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import type { CoverageInput } from "./coverageRate.ts";

/** Two counts and the rate to reach. */
export interface CoverageGapInput extends CoverageInput {
  /** The rate to reach, as a fraction from 0 to 1. */
  readonly goal: Fraction;
}

/**
 * How many more units must be covered to reach a goal.
 *
 * The smallest whole number that brings the rate to the goal or above it, compared exactly; 0 when it is reached. The
 * one surprise: 95 % of 20 units needs 19 covered, not 19.5 rounded, and never 18.
 *
 * **Units.** `goal` is a fraction: 0.95, not 95. The result counts units.
 *
 * **Errors.** `divisionByZero` where nothing is eligible; `outOfRange` for a goal outside 0 to 1.
 *
 * **Source.** District Health Information Software 2, documentation: target counts, not target percentages, add up.
 *
 * @throws CalculationError `divisionByZero` where nothing is eligible
 * @throws CalculationError `outOfRange` for a goal outside 0 to 1
 *
 * @example
 * coverageGap({ covered: count(6015), eligible: count(6573), goal: exact("0.95") }) //=> 230
 * coverageGap({ covered: count(20), eligible: count(20), goal: exact(1) }) //=> 0
 * coverageGap({ covered: count(1), eligible: count(2), goal: exact(95) }) //=> throws outOfRange
 */
export function coverageGap({ covered, eligible, goal }: CoverageGapInput): Count {
  if (goal.numerator < 0n || goal.numerator > goal.denominator) {
    const found = exactText(goal);
    throw new CalculationError("coverageGap", "outOfRange", {
      name: "goal",
      requirement: "a fraction from 0 to 1",
      found,
    });
  }
  if (eligible === 0) throw new CalculationError("coverageGap", "divisionByZero", { name: "eligible" });
  const needed = round(fraction(goal.numerator * BigInt(eligible), goal.denominator), "ceiling");
  return count(Math.max(0, Number(needed) - covered));
}
