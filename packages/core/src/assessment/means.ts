import type { Fraction } from "../exact/fraction.ts";
import { geometricMean, type WeighedProduct } from "./geometricMean.ts";

/** How the items of an index are put together; the first is the usual one. */
export type IndexAggregation = "arithmetic" | "geometric" | "harmonic";

/** A value and what it counts. */
export interface WeighedValue {
  /** The value; above zero for a geometric or harmonic mean. */
  readonly value: Fraction;
  /** What it counts; above zero. */
  readonly weight: bigint;
}

/** The weighted mean of at least one value; not in lowest terms. */
export function weightedMean(aggregate: IndexAggregation, weighed: readonly WeighedValue[]): Fraction {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0n);
  switch (aggregate) {
    case "arithmetic": {
      const { numerator, denominator } = sumOf(weighed.map(({ value, weight }) => scaled(value, weight)));
      return { numerator, denominator: denominator * total };
    }
    case "harmonic": {
      const { numerator, denominator } = sumOf(
        weighed.map(({ value, weight }) => scaled(inverse(value), weight)),
      );
      return { numerator: denominator * total, denominator: numerator };
    }
    case "geometric":
      return geometricMean(productsByWeight(weighed), total);
  }
}

/** One product for all values of the same weight: its logarithm is taken once. */
function productsByWeight(weighed: readonly WeighedValue[]): WeighedProduct[] {
  const groups = new Map<bigint, Fraction[]>();
  for (const { value, weight } of weighed) {
    const group = groups.get(weight);
    if (group === undefined) groups.set(weight, [value]);
    else group.push(value);
  }
  return Array.from(groups, ([exponent, values]) => ({ exponent, product: productOf(values) }));
}

function scaled({ numerator, denominator }: Fraction, weight: bigint): Fraction {
  return { numerator: numerator * weight, denominator };
}

function inverse({ numerator, denominator }: Fraction): Fraction {
  return { numerator: denominator, denominator: numerator };
}

function sumOf(values: readonly Fraction[]): Fraction {
  return folded(values, (a, b) =>
    a.denominator === b.denominator
      ? { numerator: a.numerator + b.numerator, denominator: a.denominator }
      : {
          numerator: a.numerator * b.denominator + b.numerator * a.denominator,
          denominator: a.denominator * b.denominator,
        },
  );
}

function productOf(values: readonly Fraction[]): Fraction {
  return folded(values, (a, b) => ({
    numerator: a.numerator * b.numerator,
    denominator: a.denominator * b.denominator,
  }));
}

/** Puts values together in pairs: long numbers then meet long ones, and hundreds of items stay quick. */
function folded(values: readonly Fraction[], join: (a: Fraction, b: Fraction) => Fraction): Fraction {
  let layer = values;
  while (layer.length > 1) {
    const pairs: Fraction[] = [];
    for (let index = 0; index < layer.length; index += 2) {
      const [first, second] = layer.slice(index, index + 2);
      if (first !== undefined) pairs.push(second === undefined ? first : join(first, second));
    }
    layer = pairs;
  }
  return layer[0] ?? { numerator: 0n, denominator: 1n };
}
