import { CalculationError } from "../errors.ts";
import { type Fraction, fraction, toNumber } from "../exact/fraction.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { sumOfFractions } from "./fractionSum.ts";
import { requireCount } from "./requireCount.ts";
import type { Reported } from "./tally.ts";

/** Rows as columns: a group a row, its counts, and those of the same group in the reference population. */
export interface CoverageStandardisedRatioInput {
  /** Covered units of each group. */
  readonly covered: readonly Reported[];
  /** Eligible units of each group. */
  readonly eligible: readonly Reported[];
  /** Covered units of each group in the reference population. */
  readonly referenceCovered: readonly Reported[];
  /** Eligible units of each group in the reference population. */
  readonly referenceEligible: readonly Reported[];
}

/** How many units are covered beside how many would be at the reference rates. */
export interface StandardisedRatio {
  /** Covered units of all groups. */
  readonly observed: number;
  /** Covered units of all groups if each had the reference's rate. */
  readonly expected: number;
  /** Observed over expected. */
  readonly ratio: number;
}

/**
 * How many units are covered for each that would be at the reference rates of the groups.
 *
 * Indirect standardisation, in exact fractions: 1 is as many as expected, 1.1 a tenth more. The one surprise: ratios of
 * two places are not comparable with one another, because each is weighted by its own structure.
 *
 * **Units.** `observed` and `expected` count units, `expected` not whole; `ratio` has no unit.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `missingValue` and `outOfRange`
 * for a count that is missing or none; `divisionByZero` where a reference rate is needed and nothing is eligible in the
 * reference, and where none are expected.
 *
 * **Source.** UK Health Security Agency, PHEindicatormethods: indirectly standardised ratios.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `missingValue` for a count that is missing
 * @throws CalculationError `outOfRange` for a value that is no count
 * @throws CalculationError `divisionByZero` where a needed reference rate has no eligible units, or none are expected
 *
 * @example
 * const reference = { referenceCovered: [50, 80], referenceEligible: [100, 100] };
 * coverageStandardisedRatio({ covered: [6, 9], eligible: [10, 10], ...reference }) //=> { observed: 15, expected: 13, ratio: 15 / 13 }
 * coverageStandardisedRatio({ covered: [0, 0], eligible: [0, 0], ...reference }) //=> throws divisionByZero
 */
export function coverageStandardisedRatio(input: CoverageStandardisedRatioInput): StandardisedRatio {
  const { covered, eligible, referenceCovered, referenceEligible } = input;
  requireColumns("coverageStandardisedRatio", { covered, eligible, referenceCovered, referenceEligible });
  const rows = covered.map((value, row) => ({
    covered: take("covered", value, row),
    eligible: take("eligible", eligible[row], row),
    referenceCovered: take("referenceCovered", referenceCovered[row], row),
    referenceEligible: take("referenceEligible", referenceEligible[row], row),
  }));
  const observed = rows.reduce((sum, { covered }) => sum + covered, 0n);
  const expected = sumOfFractions(rows.map(expectedOf));
  if (expected.numerator === 0n) throw withoutAny("the number of units expected");
  return {
    observed: toNumber(fraction(observed)),
    expected: toNumber(expected),
    ratio: toNumber({ numerator: observed * expected.denominator, denominator: expected.numerator }),
  };
}

type Counts = Readonly<Record<keyof CoverageStandardisedRatioInput, bigint>>;

function take(name: keyof Counts, value: Reported, row: number): bigint {
  return BigInt(requireCount("coverageStandardisedRatio", value, { name, row }));
}

function expectedOf({ eligible, referenceCovered, referenceEligible }: Counts, row: number): Fraction {
  if (eligible === 0n) return fraction(0n);
  if (referenceEligible === 0n) throw withoutAny(`referenceEligible, row ${row + 1}`);
  return fraction(eligible * referenceCovered, referenceEligible);
}

function withoutAny(name: string): CalculationError {
  return new CalculationError("coverageStandardisedRatio", "divisionByZero", { name });
}
