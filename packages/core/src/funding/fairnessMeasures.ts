import { type Fraction, fraction, toNumber } from "../exact/fraction.ts";
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
      const squares = sum(deviations(rows, all).map((deviation) => deviation ** 2n));
      return nearestRoot(fraction(squares, 2n * (all.part * all.weight) ** 2n));
    },
    "loosemore-hanby": (rows, all) =>
      toNumber(fraction(sum(deviations(rows, all).map(size)), 2n * all.part * all.weight)),
    "largest-deviation": (rows, all) => {
      const largest = deviations(rows, all)
        .map(size)
        .reduce((a, b) => (a > b ? a : b));
      return toNumber(fraction(largest, all.part * all.weight));
    },
    "sainte-lague": (rows, all) => {
      const ratios = deviations(rows, all).map((deviation, row): Fraction => {
        return { numerator: deviation ** 2n, denominator: rows[row]?.weight ?? 1n };
      });
      const { numerator, denominator } = ratioSum(ratios);
      return toNumber(fraction(numerator, denominator * all.part ** 2n * all.weight));
    },
    gini: (rows, all) => {
      const poorestFirst = [...rows].sort((a, b) => Number(signOf(a.part * b.weight - b.part * a.weight)));
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
      const first = ratioSum(rows.map(({ part, weight }) => ({ numerator: part, denominator: weight })));
      const second = ratioSum(
        rows.map(({ part, weight }) => ({ numerator: part ** 2n, denominator: weight ** 2n })),
      );
      const numerator = first.numerator ** 2n * second.denominator;
      return toNumber(fraction(numerator, BigInt(rows.length) * second.numerator * first.denominator ** 2n));
    },
  };

/** The deviation s - v of each row, times all parts and all weight. */
function deviations(rows: readonly Holding[], all: Holding): bigint[] {
  return rows.map(({ part, weight }) => part * all.weight - weight * all.part);
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function signOf(value: bigint): bigint {
  return value === 0n ? 0n : value / size(value);
}

/** The sum of ratios, in halves: one by one the denominators would grow under every addition. */
function ratioSum(ratios: readonly Fraction[]): Fraction {
  const [only = { numerator: 0n, denominator: 1n }] = ratios;
  if (ratios.length <= 1) return only;
  const half = Math.ceil(ratios.length / 2);
  const [left, right] = [ratioSum(ratios.slice(0, half)), ratioSum(ratios.slice(half))];
  const numerator = left.numerator * right.denominator + right.numerator * left.denominator;
  return fraction(numerator, left.denominator * right.denominator);
}
