import { CalculationError } from "../errors.ts";
import { fraction, toNumber } from "../exact/fraction.ts";
import type { Weight } from "../exact/weight.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { sumOfFractions } from "./fractionSum.ts";
import { requireCount } from "./requireCount.ts";
import type { Reported } from "./tally.ts";

/** Rows as columns: a group a row, its counts, and its weight in the standard. */
export interface CoverageStandardisedInput {
  /** Covered units of each group. */
  readonly covered: readonly Reported[];
  /** Eligible units of each group. */
  readonly eligible: readonly Reported[];
  /** The size of each group in the standard population; only the ratios matter. */
  readonly standard: readonly Weight[];
}

/**
 * The rate that the groups' own rates would give in a standard structure.
 *
 * Direct standardisation: the mean of the groups' rates, weighted by the standard and not by the groups' own sizes, in
 * exact fractions. The one surprise: a group that weighs something in the standard must have a rate, so one without
 * eligible units is refused; a group of weight zero may be empty.
 *
 * **Units.** The result is a fraction, 0.915 for 91.5 %; it is no quotient of counts, so it is never pooled further.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `missingValue` and `outOfRange`
 * for a count that is missing or none; `allZero` for a standard of nothing; `divisionByZero` for a group of the
 * standard without eligible units.
 *
 * **Source.** UK Health Security Agency, PHEindicatormethods: directly standardised rates; P. Das Gupta,
 * Standardization and Decomposition of Rates: A User's Manual, U.S. Bureau of the Census, P23-186 (1993).
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `missingValue` for a count that is missing
 * @throws CalculationError `outOfRange` for a value that is no count
 * @throws CalculationError `allZero` for a standard of nothing
 * @throws CalculationError `divisionByZero` for a group of the standard without eligible units
 *
 * @example
 * const rows = { covered: [90, 10], eligible: [100, 50] };
 * coverageStandardised({ ...rows, standard: [weight(1), weight(1)] }) //=> 0.55
 * coverageStandardised({ ...rows, standard: [weight(0), weight(0)] }) //=> throws allZero
 */
export function coverageStandardised({ covered, eligible, standard }: CoverageStandardisedInput): number {
  requireColumns("coverageStandardised", { covered, eligible, standard });
  const terms = standard.map((size, row) => {
    const c = requireCount("coverageStandardised", covered[row], { name: "covered", row });
    const e = requireCount("coverageStandardised", eligible[row], { name: "eligible", row });
    if (size.numerator === 0n) return size;
    if (e > 0) return fraction(size.numerator * BigInt(c), size.denominator * BigInt(e));
    throw new CalculationError("coverageStandardised", "divisionByZero", {
      name: `eligible, row ${row + 1}`,
    });
  });
  const sum = sumOfFractions(terms);
  const all = sumOfFractions(standard);
  if (all.numerator === 0n) {
    throw new CalculationError("coverageStandardised", "allZero", { name: "standard" });
  }
  return toNumber({
    numerator: sum.numerator * all.denominator,
    denominator: sum.denominator * all.numerator,
  });
}
