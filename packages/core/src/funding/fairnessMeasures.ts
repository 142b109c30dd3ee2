import { compareFractions, type Fraction, fraction, plus, toNumber } from "../exact/fraction.ts";
import { nearestLogSum } from "../exact/nearestLogSum.ts";
import { nearestRoot } from "../exact/nearestRoot.ts";
import { sum } from "./boundedShares.ts";

/**
 * A measure of how far parts are from proportion; s and v are a row's shares of all parts and of all weight, r = s / v.
 *
 * | measure | definition | at proportion | published by |
 * | --- | --- | --- | --- |
 * | `gallagher` | square root of half the sum of (s - v)^2 | 0 | M. Gallagher (1991) |
 * | `loosemore-hanby` | half the sum of \|s - v\| | 0 | J. Loosemore and V. J. Hanby (1971) |
 * | `sainte-lague` | sum of (s - v)^2 / v | 0 | A. Sainte-Laguë (1910) |
 * | `gini` | half the mean difference of r between rows, weighted by v | 0 | C. Gini (1914) |
 * | `theil` | sum of s ln(s / v) | 0 | H. Theil (1967) |
 * | `jain` | (sum of r)^2 / (n times the sum of r^2), rows alike | 1 | R. Jain, D. Chiu and W. Hawe (1984) |
 * | `largest-deviation` | the largest \|s - v\| | 0 | A. Lijphart (1994) |
 */
export type FairnessMeasure =
  "gallagher" | "loosemore-hanby" | "sainte-lague" | "gini" | "theil" | "jain" | "largest-deviation";

/** What a row, or all rows, received and weigh, in whole numbers. */
export interface Holding {
  /** What it received. */
  readonly part: bigint;
  /** Its weight. */
  readonly weight: bigint;
}

/** The measures, of rows that received something or have a weight. */
export const measures: Readonly<Record<FairnessMeasure, (rows: readonly Holding[], all: Holding) => number>> =
  {
    gallagher: (rows, all) => {
      const squares = sum(rows.map((row) => deviationOf(row, all) ** 2n));
      return nearestRoot(fraction(squares, 2n * (all.part * all.weight) ** 2n));
    },
    "loosemore-hanby": (rows, all) =>
      toNumber(fraction(sum(rows.map((row) => size(deviationOf(row, all)))), 2n * all.part * all.weight)),
    "largest-deviation": (rows, all) => {
      const largest = rows.map((row) => size(deviationOf(row, all))).reduce((a, b) => (a > b ? a : b));
      return toNumber(fraction(largest, all.part * all.weight));
    },
    "sainte-lague": (rows, all) => {
      const { numerator, denominator } = ratioSum(
        rows.map((row) => ({ numerator: deviationOf(row, all) ** 2n, denominator: row.weight })),
      );
      return toNumber(fraction(numerator, denominator * all.part ** 2n * all.weight));
    },
    gini: (rows, all) => {
      const poorestFirst = [...rows].sort((a, b) => compareFractions(ratioOf(a), ratioOf(b)));
      let [below, twiceArea] = [0n, 0n];
      for (const { part, weight } of poorestFirst) {
        twiceArea += weight * (2n * below + part);
        below += part;
      }
      return toNumber(fraction(all.part * all.weight - twiceArea, all.part * all.weight));
    },
    theil: (rows, all) =>
      nearestLogSum(
        rows
          .filter(({ part }) => part > 0n)
          .map(({ part, weight }) => ({
            factor: fraction(part, all.part),
            of: fraction(part * all.weight, weight * all.part),
          })),
      ),
    jain: (rows) => {
      const first = ratioSum(rows.map(ratioOf));
      const second = ratioSum(
        rows.map(({ part, weight }) => ({ numerator: part ** 2n, denominator: weight ** 2n })),
      );
      const numerator = first.numerator ** 2n * second.denominator;
      return toNumber(fraction(numerator, BigInt(rows.length) * second.numerator * first.denominator ** 2n));
    },
  };

/** The deviation s - v of a row, times all parts and all weight. */
function deviationOf({ part, weight }: Holding, all: Holding): bigint {
  return part * all.weight - weight * all.part;
}

function ratioOf({ part, weight }: Holding): Fraction {
  return { numerator: part, denominator: weight };
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The sum of ratios, in halves: one by one the denominators would grow under every addition. */
function ratioSum(ratios: readonly Fraction[]): Fraction {
  const half = Math.ceil(ratios.length / 2);
  const [left, right] = [ratios.slice(0, half), ratios.slice(half)];
  return right.length === 0 ? left.reduce(plus) : plus(ratioSum(left), ratioSum(right));
}
