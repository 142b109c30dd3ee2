import type { Fraction } from "../exact/fraction.ts";
import { sumOfFractions } from "./fractionSum.ts";
import type { PairwiseRates } from "./standardisedRates.ts";

/**
 * One standardised rate a population from the pairwise ones, so that their differences chain.
 *
 * Das Gupta's equation 6.11: the mean of the population's own rates, and what the other pairs say of how far the others
 * stand from it. Of two populations it changes nothing.
 */
export function chainedRates(pairwise: PairwiseRates): readonly Fraction[] {
  const populations = pairwise.map((_, population) => population);
  const n = BigInt(populations.length);
  const rateOf = (one: number, other: number, times: bigint): Fraction => {
    const { numerator, denominator } = pairwise[one]?.[other] ?? { numerator: 0n, denominator: 1n };
    return { numerator: numerator * times, denominator: denominator * n * (n - 1n) };
  };
  return populations.map((population) => {
    const others = populations.filter((other) => other !== population);
    const own = others.map((other) => rateOf(population, other, n));
    const apart = others.flatMap((one) => [
      rateOf(one, population, 2n - n),
      ...others.filter((other) => other !== one).map((other) => rateOf(one, other, 1n)),
    ]);
    return sumOfFractions([...own, ...apart]);
  });
}
