import type { Fraction } from "../exact/fraction.ts";
import { type Weight, weightOf, wholeWeights } from "../exact/weight.ts";
import { exactText } from "../exact/decimal.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { type FairnessMeasure, type Holding, measures } from "./fairnessMeasures.ts";

/** What each row received, and what it was due by. */
export interface SplitFairnessInput {
  /** What each row received, from 0 on. */
  readonly received: readonly Fraction[];
  /** The weight of each row: votes, heads, need. */
  readonly weights: readonly Weight[];
  /** The measure; `gallagher` unless told. */
  readonly measure?: FairnessMeasure | undefined;
}

/**
 * Measures how far parts are from proportion to their weights, by one of seven measures.
 *
 * Every measure is 0 at exact proportion but `jain`, which is 1 there. The one surprise: `jain` counts rows alike, however
 * small; the others count them by their weight. Rows without weight that received nothing are left out.
 *
 * **Units.** Fractions: a Gallagher index printed as 12.0 is 0.12 here. Rational measures are the double nearest to the
 * exact value; so are `gallagher`, an exact root, and `theil`.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch`; `outOfRange` for anything received below zero; `allZero` where no
 * weight is above zero; `divisionByZero` where nothing was received, or, by `sainte-lague`, `gini`, `theil` and `jain`,
 * where a row without weight received something.
 *
 * **Source.** M. Gallagher, Electoral Studies 10 (1991), 33-51; J. Loosemore and V. J. Hanby, British Journal of Political
 * Science 1 (1971), 467-477; R. Jain, D. Chiu and W. Hawe, DEC-TR-301 (1984); H. Theil, Economics and Information Theory
 * (1967), chapter 4; R. Taagepera and B. Grofman, Party Politics 9 (2003), 659-677, for these among nineteen indices.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for anything received below zero
 * @throws CalculationError `allZero` where no weight is above zero
 * @throws CalculationError `divisionByZero` where nothing was received, or a row without weight received something and the
 * measure divides by weight
 *
 * @example
 * const weights = [60, 30, 10].map((value) => weight(value));
 * const received = [7, 3, 0].map((value) => exact(value));
 * splitFairness({ received, weights }) //=> 0.1
 * splitFairness({ received, weights, measure: "loosemore-hanby" }) //=> 0.1
 * splitFairness({ received, weights, measure: "jain" }) //=> 169 / 255
 * splitFairness({ received: weights, weights, measure: "gini" }) //=> 0
 * splitFairness({ received: [exact(1)], weights: [weight(0)] }) //=> throws allZero
 */
export function splitFairness({ received, weights, measure = "gallagher" }: SplitFairnessInput): number {
  const rows = rowsOf({ received, weights });
  const all = { part: sum(rows.map(({ part }) => part)), weight: sum(rows.map(({ weight }) => weight)) };
  if (all.weight === 0n) throw new CalculationError("splitFairness", "allZero", { name: "weights" });
  if (all.part === 0n) throw divisionByZero("the sum of received");
  const divides =
    measure === "sainte-lague" || measure === "gini" || measure === "theil" || measure === "jain";
  if (divides && rows.some(({ weight }) => weight === 0n)) {
    throw divisionByZero("the weight of every row that received something");
  }
  return measures[measure](rows, all);
}

/** The rows that count, in whole numbers: all but those without weight that received nothing. */
function rowsOf({ received, weights }: Pick<SplitFairnessInput, "received" | "weights">): Holding[] {
  if (received.length === 0) throw new CalculationError("splitFairness", "emptyInput", { name: "received" });
  if (weights.length !== received.length) {
    const details = { name: "weights", expected: received.length, found: weights.length };
    throw new CalculationError("splitFairness", "sizeMismatch", details);
  }
  const negative = received.find(({ numerator }) => numerator < 0n);
  if (negative !== undefined) {
    const details = { name: "received", requirement: "0 or more in every row", found: exactText(negative) };
    throw new CalculationError("splitFairness", "outOfRange", details);
  }
  const whole = wholeWeights(weights);
  return wholeWeights(received.map(weightOf))
    .map((part, row) => ({ part, weight: whole[row] ?? 0n }))
    .filter(({ part, weight }) => part > 0n || weight > 0n);
}

function divisionByZero(name: string): CalculationError {
  return new CalculationError("splitFairness", "divisionByZero", { name });
}
