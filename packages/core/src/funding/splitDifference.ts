import { type Amount, amountValue } from "../exact/amount.ts";
import { type Fraction, fraction, minus } from "../exact/fraction.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import { fundingSplit } from "./fundingSplit.ts";
import {
  changedCauses,
  commonStep,
  type DifferenceCause,
  type SplitDifferenceInput,
  type Stage,
  stagesBetween,
} from "./splitStages.ts";

/** What a part was and is, and how much of the difference each cause brought. */
export interface PartDifference {
  /** What the pot brought. */
  readonly pot: Fraction;
  /** What the weights brought. */
  readonly weights: Fraction;
  /** What the bounds brought. */
  readonly bounds: Fraction;
  /** What the rule brought: who gets the left-over steps, the step, the policy for ties. */
  readonly rule: Fraction;
  /** The part before. */
  readonly before: Amount;
  /** The part after. */
  readonly after: Amount;
  /** After less before: exactly the sum of the four causes. */
  readonly difference: Fraction;
}

/** Two splits and the difference between them by cause. */
export interface SplitDifference {
  /** One difference a row; each cause adds up to the total's. */
  readonly rows: readonly PartDifference[];
  /** The same of the pots: all of it is the pot's doing. */
  readonly total: PartDifference;
  /** Orders of the changed causes: how many there are, and how many pass through splits that have an answer. */
  readonly orders: { readonly all: number; readonly possible: number };
}

/**
 * Explains the difference between two splits by its causes: pot, weights, bounds, rule.
 *
 * The causes are changed one at a time and the split, rounding included, is made anew at each stage; what a cause brings
 * is averaged over all orders of the causes (the Shapley value), so that no order is preferred and the causes add up to
 * the difference of each row and of all. The one surprise: orders that pass through a split without an answer, such as
 * the new minimums in the old pot, are left out of the average, and `orders` says how many.
 *
 * **Units.** Causes are exact fractions in the pots' unit. A step that differs belongs to the rule.
 *
 * **Errors.** Those of {@link fundingSplit} for either split; `sizeMismatch` for different numbers of rows; `conflict` where
 * every order passes through a split without an answer.
 *
 * **Source.** A. F. Shorrocks, Decomposition procedures for distributional analysis: a unified framework based on the
 * Shapley value, Journal of Economic Inequality 11 (2013), 99-126.
 *
 * @throws CalculationError as {@link fundingSplit} throws for either split
 * @throws CalculationError `sizeMismatch` for different numbers of rows
 * @throws CalculationError `conflict` where every order of the causes passes through a split without an answer
 *
 * @example
 * const before = { total: amount(100, 1), weights: [weight(1), weight(1)] };
 * const after = { total: amount(200, 1), weights: [weight(3), weight(1)] };
 * const { rows, total } = splitDifference({ before, after });
 * rows.map(({ difference, pot, weights }) => [difference, pot, weights].map(toNumber)) //=> [[100, 62.5, 37.5], [0, 37.5, -37.5]]
 * [total.difference, total.pot, total.weights].map(toNumber) //=> [100, 100, 0]
 */
export function splitDifference({ before, after }: SplitDifferenceInput): SplitDifference {
  if (before.weights.length !== after.weights.length) {
    const details = { name: "after", expected: before.weights.length, found: after.weights.length };
    throw new CalculationError("splitDifference", "sizeMismatch", details);
  }
  const step = commonStep(before.total.step, after.total.step);
  const stage = stagesBetween({ before, after }, step);
  const [was, is] = [fundingSplit(before), fundingSplit(after)];
  const changed = changedCauses({ before, after });
  const orders = ordersOf(changed);
  // Both ends of an order have an answer: only what lies between may have none.
  const possible = orders.filter((order) =>
    order.every((_, place) => stage(order.slice(0, place)) !== undefined),
  );
  if (possible.length === 0) throw noPossibleOrder(changed);
  const brought = broughtBy(possible, { stage, rows: before.weights.length });
  const worth = (sum: bigint): Fraction =>
    fraction(sum * step.numerator, BigInt(possible.length) * step.denominator);
  const explained = (
    parts: BeforeAndAfter,
    broughtTo: (cause: DifferenceCause) => bigint,
  ): PartDifference => ({
    ...parts,
    difference: minus(amountValue(parts.after), amountValue(parts.before)),
    pot: worth(broughtTo("pot")),
    weights: worth(broughtTo("weights")),
    bounds: worth(broughtTo("bounds")),
    rule: worth(broughtTo("rule")),
  });
  return {
    rows: was.parts.map((part, row) =>
      explained({ before: part, after: is.parts[row] ?? part }, (cause) => brought[cause][row] ?? 0n),
    ),
    total: explained({ before: before.total, after: after.total }, (cause) => sum(brought[cause])),
    orders: { all: orders.length, possible: possible.length },
  };
}

interface BeforeAndAfter {
  readonly before: Amount;
  readonly after: Amount;
}

/** Every order of some causes. */
function ordersOf(some: readonly DifferenceCause[]): (readonly DifferenceCause[])[] {
  if (some.length === 0) return [[]];
  return some.flatMap((first) =>
    ordersOf(some.filter((cause) => cause !== first)).map((rest) => [first, ...rest]),
  );
}

/** What each cause brought to each row, summed over the orders. */
function broughtBy(
  orders: readonly (readonly DifferenceCause[])[],
  { stage, rows }: { readonly stage: Stage; readonly rows: number },
): Readonly<Record<DifferenceCause, readonly bigint[]>> {
  const none = (): bigint[] => new Array<bigint>(rows).fill(0n);
  const brought = { pot: none(), weights: none(), bounds: none(), rule: none() };
  for (const order of orders) {
    for (const [place, cause] of order.entries()) {
      const [without, withIt] = [stage(order.slice(0, place)), stage(order.slice(0, place + 1))];
      brought[cause] = brought[cause].map((sum, row) => sum + (withIt?.[row] ?? 0n) - (without?.[row] ?? 0n));
    }
  }
  return brought;
}

function noPossibleOrder(changed: readonly DifferenceCause[]): CalculationError {
  const requirement = `changes of ${changed.join(", ")} that can be made one after another; in every order some split between has no answer`;
  return new CalculationError("splitDifference", "conflict", { requirement });
}
