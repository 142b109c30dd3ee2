import { CalculationError } from "../errors.ts";
import { type Fraction, toNumber } from "../exact/fraction.ts";
import { chainedRates } from "./chainedRates.ts";
import { sumOfFractions } from "./fractionSum.ts";
import { functionStandardised, productStandardised } from "./standardisedRates.ts";

/** One factor of a rate, in every population. */
export interface RateFactor {
  /** What it is called in the result. */
  readonly name: string;
  /** A row a population, with a value a category; one value alone goes with every category. */
  readonly values: readonly (readonly Fraction[])[];
}

/** The factors of a rate in two populations or more. */
export interface RateDecompositionInput {
  /** The factors; their order changes nothing. */
  readonly factors: readonly RateFactor[];
  /**
   * The rate of one population from the values of its factors, in their order; without it the sum over the categories
   * of the product of the factors.
   */
  readonly rate?: ((values: readonly (readonly Fraction[])[]) => Fraction) | undefined;
}

/** What a factor contributes to the difference between any two populations: a row a first one, a column a second one. */
export type Contributions = readonly (readonly number[])[];

/** One factor's standardised rates and contributions. */
export interface FactorContribution {
  /** The factor's name. */
  readonly name: string;
  /** The rate of each population if all other factors were alike everywhere. */
  readonly standardised: readonly number[];
  /** What the factor contributes to the change from one population to another. */
  readonly contributions: Contributions;
  /** The contributions of each category, which add up to those of the factor; `undefined` with a rate of one's own. */
  readonly categories: readonly Contributions[] | undefined;
}

/** Rates of populations, and what each factor contributes to their differences. */
export interface RateDecomposition {
  /** The rate of each population. */
  readonly rates: readonly number[];
  /** In the order of the factors. */
  readonly factors: readonly FactorContribution[];
}

/** The most factors of a product: their work grows with the third power of their number. */
const mostFactors = 100;
/** The most factors of a rate of one's own, which is calculated for every mixture of two populations. */
const mostFactorsOfOwnRate = 12;

/**
 * What each factor of a rate contributes to its differences between populations.
 *
 * Das Gupta's standardisation: a factor changes while the others are averaged over every order in which they could change,
 * so that the contributions add up to the difference, without a remainder and whatever the order. With three populations or
 * more the pairwise rates are adjusted to one another (equation 6.11), so that the contributions from one to a second and
 * on to a third are those from the first to the third; the one surprise is that they then differ from those of two
 * populations alone. Everything is exact and rounded once, since differences of nearly equal doubles would lose digits. A
 * contribution is arithmetic; it names no cause.
 *
 * **Units.** Those of the rate: with shares and rates in per cent, percentage points.
 *
 * **Errors.** `emptyInput` without factors or categories; `sizeMismatch` for factors with different numbers of populations
 * or categories; `outOfRange` for fewer than two populations, and for more than 100 factors, or 12 with a rate of one's own.
 *
 * **Source.** P. Das Gupta, Standardization and Decomposition of Rates: A User's Manual, U.S. Bureau of the Census, Current
 * Population Reports P23-186 (1993).
 *
 * @throws CalculationError `emptyInput` without factors, or without categories
 * @throws CalculationError `sizeMismatch` for factors with different numbers of populations or of categories
 * @throws CalculationError `outOfRange` for fewer than two populations, or more than 100 factors
 * @throws CalculationError `outOfRange` for more than 12 factors with a rate of one's own
 *
 * @example
 * const alpha = { name: "alpha", values: [[exact(0.6)], [exact(0.3)]] };
 * const beta = { name: "beta", values: [[exact(0.5)], [exact(0.45)]] };
 * const { rates, factors } = rateDecomposition({ factors: [alpha, beta] });
 * rates //=> [0.3, 0.135]
 * factors.map(({ name, standardised }) => [name, ...standardised]) //=> [["alpha", 0.285, 0.1425], ["beta", 0.225, 0.2025]]
 * factors.map(({ contributions }) => contributions[0]?.[1]) //=> [-0.1425, -0.0225]
 * rateDecomposition({ factors: [] }) //=> throws emptyInput
 */
export function rateDecomposition({ factors, rate }: RateDecompositionInput): RateDecomposition {
  requireFactors(factors);
  if (factors.length > mostFactors) {
    throw outOfRange("the number of factors", `at most ${mostFactors}`, factors.length);
  }
  if (rate && factors.length > mostFactorsOfOwnRate) {
    const requirement = `at most ${mostFactorsOfOwnRate} with a rate of one's own`;
    throw outOfRange("the number of factors", requirement, factors.length);
  }
  const values = factors.map((factor) => factor.values);
  const { rates, standardised } = rate ? functionStandardised(values, rate) : productStandardised(values);
  return {
    rates: rates.map(toNumber),
    factors: factors.map(({ name }, factor) => {
      const categories = (standardised[factor] ?? []).map(chainedRates);
      const whole = rates.map((_, population) =>
        sumOfFractions(categories.map((category) => category[population] ?? zero)),
      );
      return {
        name,
        standardised: whole.map(toNumber),
        contributions: differences(whole),
        categories: rate ? undefined : categories.map(differences),
      };
    }),
  };
}

const zero: Fraction = { numerator: 0n, denominator: 1n };

/** The second population's rate less the first one's, for every pair. */
function differences(rates: readonly Fraction[]): Contributions {
  return rates.map(({ numerator, denominator }) =>
    rates.map((to) => toNumber(sumOfFractions([to, { numerator: -numerator, denominator }]))),
  );
}

function requireFactors(factors: readonly RateFactor[]): void {
  const populations = factors[0]?.values.length;
  if (populations === undefined) {
    throw new CalculationError("rateDecomposition", "emptyInput", { name: "factors" });
  }
  if (populations < 2) throw outOfRange("the number of populations", "at least 2", populations);
  const lengths = factors.map(({ values }) => values[0]?.length ?? 0);
  const categories = Math.max(...lengths);
  for (const [index, { name, values }] of factors.entries()) {
    if (values.length !== populations) throw sizeMismatch(name, populations, values.length);
    const expected = lengths[index] === 1 ? 1 : categories;
    for (const { length } of values) {
      if (length === 0) throw new CalculationError("rateDecomposition", "emptyInput", { name });
      if (length !== expected) throw sizeMismatch(name, expected, length);
    }
  }
}

function outOfRange(name: string, requirement: string, found: number): CalculationError {
  return new CalculationError("rateDecomposition", "outOfRange", { name, requirement, found: String(found) });
}

function sizeMismatch(name: string, expected: number, found: number): CalculationError {
  return new CalculationError("rateDecomposition", "sizeMismatch", { name, expected, found });
}
