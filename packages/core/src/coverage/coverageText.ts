import { CalculationError } from "../errors.ts";
import { rateText } from "../exact/rate.ts";
import { type CoverageInput, coverageRate } from "./coverageRate.ts";

/** Two counts and how many decimals their percentage shows. */
export interface CoverageTextInput extends CoverageInput {
  /** Decimals of the percentage, 0 to 15; 1 unless told. */
  readonly decimals?: number | undefined;
}

/**
 * The coverage rate as a percentage that never says 100 when it is not all.
 *
 * Half away from zero, with exactly the decimals asked for. The one surprise: where rounding would reach 0 or 100, or
 * fall back to 100 from above, the nearest printable value on the true side stands instead, so 1,999 of 2,000 is 99.9%.
 *
 * **Units.** Text in per cent with its sign.
 *
 * **Errors.** `divisionByZero` where nothing is eligible; `outOfRange` for decimals outside 0 to 15.
 *
 * **Source.** The rule that code-coverage tools arrived at: 100 only when every unit is covered, 0 only when none is.
 *
 * @throws CalculationError `divisionByZero` where nothing is eligible
 * @throws CalculationError `outOfRange` for decimals outside 0 to 15
 *
 * @example
 * coverageText({ covered: count(6015), eligible: count(6573) }) //=> "91.5%"
 * coverageText({ covered: count(3769), eligible: count(4295) }) //=> "87.8%"
 * coverageText({ covered: count(1999), eligible: count(2000) }) //=> "99.9%"
 * coverageText({ covered: count(1), eligible: count(2001), decimals: 0 }) //=> "1%"
 * coverageText({ covered: count(1), eligible: count(0) }) //=> throws divisionByZero
 */
export function coverageText({ covered, eligible, decimals = 1 }: CoverageTextInput): string {
  if (eligible === 0) throw new CalculationError("coverageText", "divisionByZero", { name: "eligible" });
  return rateText(coverageRate({ covered, eligible }), decimals);
}
