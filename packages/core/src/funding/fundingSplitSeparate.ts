import { type Amount } from "../exact/amount.ts";
import { greatestCommonDivisor } from "../exact/fraction.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";

/**
 * What is kept apart.
 *
 * The same example by both, 1.00 by weights 2, 3, 1:
 *
 * | keep | parts | left over |
 * | --- | --- | --- |
 * | `odd-steps` | 0.33, 0.50, 0.16 | 0.01 |
 * | `odd-blocks` | 0.32, 0.48, 0.16 | 0.04 |
 */
export type SeparateRule = "odd-steps" | "odd-blocks";

/** What is split, by which weights, and what is kept apart. */
export interface FundingSplitSeparateInput {
  /** The amount to split, in whole steps; may be negative. */
  readonly total: Amount;
  /** One weight a row; only their ratio matters. */
  readonly weights: readonly Weight[];
  /** What is kept apart; `odd-steps` unless told. */
  readonly keep?: SeparateRule | undefined;
}

/** The parts of a split, and what was kept apart. */
export interface SeparateSplit {
  /** One part a row, in the order of the weights. */
  readonly parts: readonly Amount[];
  /** What is left over; with the parts exactly the total. */
  readonly left: Amount;
}

/**
 * Splits an amount by weights and keeps apart what does not come out even.
 *
 * By `odd-steps` every row gets its exact share rounded down to the step. By `odd-blocks` the parts stand in exactly the
 * ratio of the weights: only whole blocks of as many steps as the weights, in lowest terms, add up to are given out. The
 * one surprise: with weights such as 33.34 and 66.66 a block is large, so `odd-blocks` may keep much apart, or all.
 *
 * **Units.** Parts and left-over have the total's step; by `odd-steps` fewer steps are left over than there are rows. A
 * negative total is split as its absolute value and the sign put back.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where no weight is above zero, unless the total is zero.
 *
 * **Source.** brick/money 0.13.0 (2026), `AllocationMode`: FloorSeparate and BlockSeparate.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` where no weight is above zero and the total is not zero
 *
 * @example
 * const total = amount("1.00", "0.01");
 * const weights = [2, 3, 1].map((value) => weight(value));
 * const floors = fundingSplitSeparate({ total, weights });
 * [...floors.parts, floors.left].map(amountText) //=> ["0.33", "0.50", "0.16", "0.01"]
 * const blocks = fundingSplitSeparate({ total, weights, keep: "odd-blocks" });
 * [...blocks.parts, blocks.left].map(amountText) //=> ["0.32", "0.48", "0.16", "0.04"]
 * fundingSplitSeparate({ total, weights: [] }) //=> throws emptyInput
 */
export function fundingSplitSeparate({
  total,
  weights: given,
  keep = "odd-steps",
}: FundingSplitSeparateInput): SeparateSplit {
  if (given.length === 0) {
    throw new CalculationError("fundingSplitSeparate", "emptyInput", { name: "weights" });
  }
  const parts = partsOf(total.units, wholeWeights(given), keep);
  const stepsOf = (units: bigint): Amount => ({ units, step: total.step });
  return { parts: parts.map(stepsOf), left: stepsOf(total.units - sum(parts)) };
}

/** The parts in steps; division cuts toward zero, so a negative total mirrors the positive one. */
function partsOf(units: bigint, weights: readonly bigint[], keep: SeparateRule): bigint[] {
  if (units === 0n) return weights.map(() => 0n);
  const whole = sum(weights);
  if (whole === 0n) throw new CalculationError("fundingSplitSeparate", "allZero", { name: "weights" });
  if (keep === "odd-steps") return weights.map((weight) => (units * weight) / whole);
  const common = weights.reduce(greatestCommonDivisor, 0n);
  const blocks = units / (whole / common);
  return weights.map((weight) => blocks * (weight / common));
}
