import { type Amount, amountOf, amountText } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import type { Fraction } from "../exact/fraction.ts";
import type { Weight } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { type FundingSplit, fundingSplit, type RemainderRule } from "./fundingSplit.ts";

/** What is split, what everyone gets first, and by which weights the rest goes. */
export interface FundingBasePlusInput {
  /** The amount to split, in whole steps; may be negative. */
  readonly total: Amount;
  /** What every row gets first, of the amount's absolute value; whole steps, 0 or more. */
  readonly baseEach: Fraction;
  /** One weight a row, for the rest. */
  readonly weights: readonly Weight[];
  /** Who gets the left-over steps; `largest-remainder` unless told. */
  readonly rule?: RemainderRule | undefined;
}

/**
 * Gives every row the same base and splits the rest by weights.
 *
 * The base comes off the top, then the rest is split as {@link fundingSplit} splits it. The one surprise: this is not a
 * minimum. With a minimum only rows that fall short of it are raised; here everyone gets the base, weight zero too.
 *
 * **Units.** Parts have the total's step; the base must be whole steps. A negative total is split as its absolute value
 * and the sign put back.
 *
 * **Errors.** `emptyInput` without weights; `notWholeSteps` or `outOfRange` for a base between two steps or below zero;
 * `infeasibleBounds` where the bases exceed the total, saying by how much; `allZero` where a rest has no weight to go by.
 *
 * **Source.** G. R. Grimmett et al., The allocation between the EU Member States of the seats in the European Parliament
 * (2011): base and proportion, the Cambridge Compromise.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `notWholeSteps` for a base between two steps
 * @throws CalculationError `outOfRange` for a base below zero
 * @throws CalculationError `infeasibleBounds` where the bases exceed the total
 * @throws CalculationError `allZero` where no weight is above zero and a rest is left
 *
 * @example
 * const total = amount("247000.00", "0.01");
 * const weights = [5, 3, 2].map((value) => weight(value));
 * const { parts } = fundingBasePlus({ total, baseEach: exact(3000), weights });
 * parts.map(amountText) //=> ["122000.00", "74400.00", "50600.00"]
 * fundingBasePlus({ total, baseEach: exact(100000), weights }) //=> throws infeasibleBounds
 */
export function fundingBasePlus({ total, baseEach, weights, rule }: FundingBasePlusInput): FundingSplit {
  if (weights.length === 0) throw new CalculationError("fundingBasePlus", "emptyInput", { name: "weights" });
  const base = baseInSteps(baseEach, total.step);
  const negative = total.units < 0n;
  const size = negative ? -total.units : total.units;
  const bases = base * BigInt(weights.length);
  const rest = size - bases;
  if (rest < 0n) {
    const text = (units: bigint): string => amountText({ units, step: total.step });
    throw new CalculationError("fundingBasePlus", "infeasibleBounds", {
      requirement: `the bases, ${text(bases)} together, to fit ${text(size)}`,
      by: text(-rest),
    });
  }
  const { parts, ties } = fundingSplit({ total: { units: rest, step: total.step }, weights, rule });
  const signed = parts.map(({ units, step }) => ({ units: negative ? -units - base : units + base, step }));
  return { parts: signed, ties };
}

function baseInSteps(baseEach: Fraction, step: Fraction): bigint {
  if (baseEach.numerator < 0n) {
    const found = exactText(baseEach);
    throw new CalculationError("fundingBasePlus", "outOfRange", {
      name: "baseEach",
      requirement: "0 or more",
      found,
    });
  }
  return amountOf(baseEach, step, "baseEach").units;
}
