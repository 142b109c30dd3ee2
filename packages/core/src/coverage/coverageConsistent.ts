import { CalculationError } from "../errors.ts";
import { decimalText } from "../exact/decimal.ts";
import { fraction } from "../exact/fraction.ts";
import type { CoverageInput } from "./coverageRate.ts";
import { coverageText } from "./coverageText.ts";
import {
  isRateItself,
  isUnrounded,
  type PrintedRate,
  requireDecimals,
  unitsOf,
  unitsOfAll,
} from "./printedRate.ts";

/** Two counts, and the rate that was printed for them. */
export interface CoverageConsistentInput extends CoverageInput, PrintedRate {}

/**
 * Whether a printed percentage can come from its two counts.
 *
 * It can if ordinary rounding, half away from zero, prints it, or if {@link coverageText} does: 1,999 of 2,000 may be
 * printed as 100.0 % and as 99.9 %. The one surprise: with one decimal nothing prints 91.48 %, so that figure fits no
 * counts at all; only the rate itself, not rounded, is taken for what it is, to fifteen digits. A negative rate never
 * comes from counts.
 *
 * **Units.** `printed` is a fraction of one: 0.915, not 91.5. `decimals` counts decimals of the percentage.
 *
 * **Errors.** `divisionByZero` where nothing is eligible; `outOfRange` for decimals outside 0 to 15.
 *
 * **Source.** N. J. L. Brown and J. A. J. Heathers, The GRIM Test, Social Psychological and Personality Science 8
 * (2017): whether a printed figure can come from whole numbers.
 *
 * @throws CalculationError `divisionByZero` where nothing is eligible
 * @throws CalculationError `outOfRange` for decimals outside 0 to 15
 *
 * @example
 * coverageConsistent({ covered: count(6015), eligible: count(6573), printed: exact("0.915") }) //=> true
 * coverageConsistent({ covered: count(2257), eligible: count(919), printed: exact("1") }) //=> false
 * coverageConsistent({ covered: count(6015), eligible: count(6573), printed: exact("0.9148") }) //=> false
 * coverageConsistent({ covered: count(1999), eligible: count(2000), printed: exact("1") }) //=> true
 * coverageConsistent({ covered: count(0), eligible: count(0), printed: exact("1") }) //=> throws divisionByZero
 */
export function coverageConsistent(input: CoverageConsistentInput): boolean {
  const { covered, eligible, printed, decimals = 1 } = input;
  requireDecimals("coverageConsistent", decimals);
  if (eligible === 0)
    throw new CalculationError("coverageConsistent", "divisionByZero", { name: "eligible" });
  if (printed.numerator < 0n) return false;
  if (isUnrounded(printed, decimals)) return isRateItself(printed, { covered, eligible });
  const units = unitsOf(printed, decimals);
  if (units === unitsOf(fraction(BigInt(covered), BigInt(eligible)), decimals)) return true;
  const percentage = fraction(100n * units, unitsOfAll(decimals));
  return `${decimalText(percentage, decimals)}%` === coverageText({ covered, eligible, decimals });
}
