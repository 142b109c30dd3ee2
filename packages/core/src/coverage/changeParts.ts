import { type Fraction, fraction, toNumber } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { controlledRounding } from "./controlledRounding.ts";
import { sumOfFractions } from "./fractionSum.ts";
import type { Components } from "./kitagawa.ts";

/** What a group contributed to the change of the pooled rate, in percentage points. */
export interface Contribution {
  /** The part that came from changed rates. */
  readonly fromRates: number;
  /** The part that came from changed shares of the eligible units. */
  readonly fromStructure: number;
  /** Both parts together. */
  readonly contribution: number;
}

/** A contribution a group, and their total. */
interface Contributions {
  /** In the order of the groups. */
  readonly groups: readonly Contribution[];
  /** All groups together. */
  readonly total: Contribution;
}

/** Points as a number: the nearest double, or with decimals rounded to them first, half away from zero. */
export function pointsNumber(points: Fraction, decimals: number | undefined): number {
  if (decimals === undefined) return toNumber(points);
  return stepsNumber(round(scaled(points, decimals), "half-away-from-zero"), decimals);
}

/** The components of the groups as numbers: each the nearest double, or with decimals all rounded together. */
export function contributionsOf(
  components: readonly Components[],
  decimals: number | undefined,
): Contributions {
  if (decimals === undefined) {
    const total = {
      rates: sumOfFractions(components.map(({ rates }) => rates)),
      structure: sumOfFractions(components.map(({ structure }) => structure)),
    };
    return { groups: components.map(nearest), total: nearest(total) };
  }
  const table = components.map(({ rates, structure }) => ({
    first: scaled(rates, decimals),
    second: scaled(structure, decimals),
  }));
  const { rows, totals } = controlledRounding(table);
  const inSteps = ({ first, second }: { readonly first: bigint; readonly second: bigint }): Contribution => ({
    fromRates: stepsNumber(first, decimals),
    fromStructure: stepsNumber(second, decimals),
    contribution: stepsNumber(first + second, decimals),
  });
  return { groups: rows.map(inSteps), total: inSteps(totals) };
}

function nearest({ rates, structure }: Components): Contribution {
  return {
    fromRates: toNumber(rates),
    fromStructure: toNumber(structure),
    contribution: toNumber(sumOfFractions([rates, structure])),
  };
}

function scaled({ numerator, denominator }: Fraction, decimals: number): Fraction {
  return { numerator: numerator * 10n ** BigInt(decimals), denominator };
}

function stepsNumber(steps: bigint, decimals: number): number {
  return toNumber(fraction(steps, 10n ** BigInt(decimals)));
}
