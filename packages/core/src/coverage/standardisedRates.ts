import { type Fraction, greatestCommonDivisor } from "../exact/fraction.ts";
import { sumOfFractions } from "./fractionSum.ts";

/** Values by factor, population and category. */
export type FactorValues = readonly (readonly (readonly Fraction[])[])[];

/** The standardised rate of a first population beside a second one: a row a first, a column a second. */
export type PairwiseRates = readonly (readonly Fraction[])[];

/** The rates of populations, and those with all factors but one averaged over each pair of populations. */
export interface StandardisedRates {
  /** The rate of each population. */
  readonly rates: readonly Fraction[];
  /** By factor and by category. */
  readonly standardised: readonly (readonly PairwiseRates[])[];
}

const zero: Fraction = { numerator: 0n, denominator: 1n };

/**
 * Das Gupta's averaging: of K factors, a mixture in which r of the other K-1 are the second population's weighs
 * 1/(K C(K-1,r)). As whole numbers over their sum.
 */
function mixtureWeights(factors: number): { readonly weights: readonly bigint[]; readonly sum: bigint } {
  const choices: bigint[] = [];
  for (let r = 0, choose = 1n; r < factors; r += 1) {
    choices.push(choose);
    choose = (choose * BigInt(factors - 1 - r)) / BigInt(r + 1);
  }
  const common = commonMultiple(choices);
  return { weights: choices.map((choose) => common / choose), sum: common * BigInt(factors) };
}

function commonMultiple(values: readonly bigint[]): bigint {
  return values.reduce((common, value) => (common / greatestCommonDivisor(common, value)) * value, 1n);
}

/** For every pair of populations but one with itself. */
function pairwise(populations: number, rateOf: (one: number, other: number) => Fraction): PairwiseRates {
  const all = Array.from({ length: populations }, (_, population) => population);
  return all.map((one) => all.map((other) => (one === other ? zero : rateOf(one, other))));
}

/**
 * For a rate that is the sum over categories of the product of the factors.
 *
 * The mixtures with r factors of the second population are the coefficients of the product of (a + bx) over the other
 * factors, so that 30 factors take no longer than a few. A value alone goes with every category.
 */
export function productStandardised(values: FactorValues): StandardisedRates {
  const populations = values[0]?.length ?? 0;
  const categories = Math.max(...values.flat().map((row) => row.length));
  const { weights, sum } = mixtureWeights(values.length);
  const products = Array.from({ length: categories }, (_, category) => {
    const factors = values.map((factor) =>
      wholeValues(factor.map((row) => row[row.length === 1 ? 0 : category] ?? zero)),
    );
    const denominator = factors.reduce((product, factor) => product * factor.denominator, 1n);
    return { factors: factors.map(({ numerators }) => numerators), denominator };
  });
  return {
    rates: Array.from({ length: populations }, (_, population) =>
      sumOfFractions(
        products.map(({ factors, denominator }) => ({
          numerator: factors.reduce((product, factor) => product * (factor[population] ?? 0n), 1n),
          denominator,
        })),
      ),
    ),
    standardised: values.map((_, factor) =>
      products.map(({ factors, denominator }) =>
        pairwise(populations, (one, other) => {
          const others = factors.filter((__, index) => index !== factor);
          const mixtures = coefficients(others, one, other);
          const average = mixtures.reduce((total, mixture, r) => total + mixture * (weights[r] ?? 0n), 0n);
          return {
            numerator: (factors[factor]?.[one] ?? 0n) * average,
            denominator: denominator * sum,
          };
        }),
      ),
    ),
  };
}

/** Fractions over one denominator. */
function wholeValues(values: readonly Fraction[]): {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
} {
  const denominator = commonMultiple(values.map((value) => value.denominator));
  return {
    numerators: values.map((value) => value.numerator * (denominator / value.denominator)),
    denominator,
  };
}

/** The coefficients of the product of (a + bx), a of the one population and b of the other. */
function coefficients(
  factors: readonly (readonly bigint[])[],
  one: number,
  other: number,
): readonly bigint[] {
  return factors.reduce<readonly bigint[]>(
    (product, factor) => {
      const [a, b] = [factor[one] ?? 0n, factor[other] ?? 0n];
      return Array.from(
        { length: product.length + 1 },
        (_, r) => (product[r] ?? 0n) * a + (product[r - 1] ?? 0n) * b,
      );
    },
    [1n],
  );
}

/** For any rate: it is calculated for every mixture of the factors of two populations. */
export function functionStandardised(
  values: FactorValues,
  rate: (values: readonly (readonly Fraction[])[]) => Fraction,
): StandardisedRates {
  const populations = values[0]?.length ?? 0;
  const { weights, sum } = mixtureWeights(values.length);
  const mixed = new Map<string, Fraction>();
  /** The rate with the factors whose bit is set from the other population. */
  const mixture = (one: number, other: number, bits: number): Fraction => {
    const key = `${one} ${other} ${bits}`;
    const known = mixed.get(key);
    if (known !== undefined) return known;
    const result = rate(values.map((factor, index) => factor[(bits >> index) & 1 ? other : one] ?? []));
    mixed.set(key, result);
    return result;
  };
  const standardised = values.map((_, factor) => [
    pairwise(populations, (one, other) => {
      const terms: Fraction[] = [];
      for (let bits = 0; bits < 2 ** values.length; bits += 1) {
        if ((bits >> factor) & 1) continue;
        const { numerator, denominator } = mixture(one, other, bits);
        terms.push({ numerator: numerator * (weights[ones(bits)] ?? 0n), denominator: denominator * sum });
      }
      return sumOfFractions(terms);
    }),
  ]);
  const rates = Array.from({ length: populations }, (_, population) => mixture(population, population, 0));
  return { rates, standardised };
}

function ones(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + ones(bits >> 1);
}
