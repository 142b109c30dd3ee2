import { type Amount, amountOf, amountText } from "../exact/amount.ts";
import type { Fraction } from "../exact/fraction.ts";
import { fraction, over } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { type BoundedShares, boundedShares, sum } from "./boundedShares.ts";
import { type Bound, boundColumn, type RowBounds, requireFeasible } from "./bounds.ts";
import { largerFirst } from "./contest.ts";
import { plainSplit } from "./plainSplit.ts";
import { type Tie, tieAtCut } from "./tie.ts";
import { decideTie, requirePolicy, type TiePolicy } from "./tiePolicy.ts";

/**
 * Who gets the steps that are left over when every exact share has been rounded down.
 *
 * The same example under every rule, 1.00 by weights 2, 3, 1:
 *
 * | rule | parts |
 * | --- | --- |
 * | `largest-remainder` | 0.33, 0.50, 0.17 |
 * | `largest-weight` | 0.33, 0.51, 0.16 |
 * | `first` | 0.34, 0.50, 0.16 |
 * | `last` | 0.33, 0.50, 0.17 |
 */
export type RemainderRule = "largest-remainder" | "largest-weight" | "first" | "last";

/** What is split, by which weights, and how. */
export interface FundingSplitInput {
  /** The amount to split, in whole steps; may be negative. */
  readonly total: Amount;
  /** One weight a row; only their ratio matters. */
  readonly weights: readonly Weight[];
  /** Who gets the left-over steps; `largest-remainder` unless told. */
  readonly rule?: RemainderRule | undefined;
  /** The least a row gets, of the amount's absolute value. */
  readonly minimum?: Bound<Fraction> | undefined;
  /** The most a row gets, of the amount's absolute value. */
  readonly maximum?: Bound<Fraction> | undefined;
  /** Who comes first among equal claims; the earlier row unless told. `first` and `last` know no ties. */
  readonly ties?: TiePolicy | undefined;
}

/** The parts of a split, in the order of the weights. */
export interface FundingSplit {
  /** One part a row; together exactly the total. */
  readonly parts: readonly Amount[];
  /** Rows whose claim to the last left-over step was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Splits an amount by weights into whole steps that add up to it.
 *
 * Each row gets its exact share rounded down to the step; the left-over steps go one each, by the rule. The one
 * surprise: with a minimum or maximum all rows between their bounds keep one common multiplier, so a bound on one row
 * changes every other row's share in proportion. Ties go to the earlier row, or as a policy says, and are reported.
 *
 * **Units.** Parts have the total's step. Weights have none. Bounds are amounts; a minimum is rounded up and a maximum
 * down to whole steps. A negative total is split as its absolute value and the sign put back.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where no weight is above zero, unless the total is zero;
 * `sizeMismatch` for a column of another length; `infeasibleBounds` saying which and by how much; `conflict` for a tie
 * that the policy refuses.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001), appendix A: Hamilton's method, and its
 * form with bounds.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` where no weight is above zero and the total is not zero
 * @throws CalculationError `sizeMismatch` for a column of bounds, ids or names of another length
 * @throws CalculationError `outOfRange` for a bound below zero
 * @throws CalculationError `infeasibleBounds` for bounds that no split can keep
 * @throws CalculationError `conflict` for a tie that is to be refused, or ids that are not one a row
 *
 * @example
 * const total = amount("1.00", "0.01");
 * const weights = [2, 3, 1].map((value) => weight(value));
 * fundingSplit({ total, weights }).parts.map(amountText) //=> ["0.33", "0.50", "0.17"]
 * fundingSplit({ total, weights, rule: "largest-weight" }).parts.map(amountText) //=> ["0.33", "0.51", "0.16"]
 * fundingSplit({ total, weights, minimum: exact("0.25") }).parts.map(amountText) //=> ["0.30", "0.45", "0.25"]
 * const equal = Array.from({ length: 56 }, () => weight(1));
 * const costs = fundingSplit({ total: amount("403000.00", "0.01"), weights: equal }).parts.map(amountText);
 * [costs[0], costs[47], costs[48], costs[55]] //=> ["7196.43", "7196.43", "7196.42", "7196.42"]
 * fundingSplit({ total: amount(1, 1), weights: [weight(1), weight(1)] }).ties //=> [{ rows: [0, 1], served: [0] }]
 * fundingSplit({ total, weights: [weight(0)] }) //=> throws allZero
 */
export function fundingSplit(input: FundingSplitInput): FundingSplit {
  const plain = plainSplit(input);
  if (plain !== undefined) return plain;
  const { parts, ties } = splitWorking(input);
  const { step } = input.total;
  return { parts: parts.map((units) => ({ units, step })), ties };
}

/** Everything a split works out on the way, in whole steps of the total's absolute value. */
export interface SplitWorking {
  /** The whole weights. */
  readonly weights: readonly bigint[];
  /** Exact shares. */
  readonly shares: BoundedShares;
  /** Shares rounded down. */
  readonly floors: readonly bigint[];
  /** Rows that may get a left-over step, the strongest claim first. */
  readonly queue: readonly number[];
  /** How many left-over steps there are: the first so many of the queue get one. */
  readonly oddSteps: number;
  /** The parts, with the total's sign. */
  readonly parts: readonly bigint[];
  /** Rows tied for the last left-over step. */
  readonly ties: readonly Tie[];
}

/** Splits and keeps the working, for {@link fundingSplit} and its explanation. */
export function splitWorking({
  total,
  weights: given,
  rule = "largest-remainder",
  minimum,
  maximum,
  ties: policy,
}: FundingSplitInput): SplitWorking {
  if (given.length === 0) throw new CalculationError("fundingSplit", "emptyInput", { name: "weights" });
  const weights = wholeWeights(given);
  const negative = total.units < 0n;
  const units = negative ? -total.units : total.units;
  const weighted = weights.some((value) => value > 0n);
  if (!weighted && units !== 0n) throw new CalculationError("fundingSplit", "allZero", { name: "weights" });
  const bounds: RowBounds = {
    minimum: wholeSteps({ name: "minimum", bound: minimum, step: total.step, rows: given.length }).map(
      (bound) => bound ?? 0n,
    ),
    maximum: wholeSteps({ name: "maximum", bound: maximum, step: total.step, rows: given.length }),
  };
  const text = (steps: bigint): string => amountText({ units: steps, step: total.step });
  requireFeasible("fundingSplit", { total: units, weights, bounds, text });
  const shares = boundedShares({ total: units, weights, ...bounds });
  const floors = shares.numerators.map((numerator) => numerator / shares.denominator);
  const remainders = shares.numerators.map((numerator) => numerator % shares.denominator);
  const oddSteps = Number(units - sum(floors));
  requirePolicy({ calculator: "fundingSplit", policy, rows: given.length });
  const queue = oddStepQueue(rule, { weights, remainders, floors, maximum: bounds.maximum });
  const ties = tiesOf(rule, { queue, oddSteps, weights, remainders }).map((tie) =>
    decideTie(tie, { calculator: "fundingSplit", policy }),
  );
  putInOrder(queue, ties);
  const parts = [...floors];
  for (const row of queue.slice(0, oddSteps)) parts[row] = (parts[row] ?? 0n) + 1n;
  return {
    weights,
    shares,
    floors,
    queue,
    oddSteps,
    parts: negative ? parts.map((part) => -part) : parts,
    ties,
  };
}

/** Bounds in whole steps: a minimum rounded up, a maximum rounded down. */
function wholeSteps({
  name,
  bound,
  step,
  rows,
}: {
  readonly name: "minimum" | "maximum";
  readonly bound: Bound<Fraction> | undefined;
  readonly step: Fraction;
  readonly rows: number;
}): (bigint | undefined)[] {
  return boundColumn("fundingSplit", { name, bound, rows }).map((value) => {
    if (value === undefined) return undefined;
    if (value.numerator < 0n) {
      const found = amountText(amountOf(value, fraction(1n, value.denominator)));
      throw new CalculationError("fundingSplit", "outOfRange", { name, requirement: "0 or more", found });
    }
    return round(over(value, step), name === "minimum" ? "ceiling" : "floor");
  });
}

/** Puts tied rows of a queue, which stand together in it, into the order that a policy decided. */
function putInOrder(queue: number[], ties: readonly Tie[]): void {
  for (const { rows, decided } of ties) {
    if (decided === undefined) continue;
    const [tied, order] = [new Set(rows), decided.order.values()];
    queue.forEach((row, place) => {
      if (tied.has(row)) queue[place] = order.next().value ?? row;
    });
  }
}

interface Claims {
  readonly weights: readonly bigint[];
  readonly remainders: readonly bigint[];
}

/** The rows that may get a left-over step, the strongest claim first; equal claims stay in the order given. */
function oddStepQueue(
  rule: RemainderRule,
  {
    weights,
    remainders,
    floors,
    maximum,
  }: Claims & { readonly floors: readonly bigint[]; readonly maximum: readonly (bigint | undefined)[] },
): number[] {
  const rows = Array.from(weights.keys()).filter(
    (row) => weights[row] !== 0n && floors[row] !== maximum[row],
  );
  switch (rule) {
    case "largest-remainder":
      return rows.filter((row) => remainders[row] !== 0n).sort(byLargest(remainders));
    case "largest-weight":
      return rows.sort(byLargest(weights));
    case "first":
      return rows;
    case "last":
      return rows.reverse();
  }
}

function byLargest(values: readonly bigint[]): (row: number, other: number) => number {
  return (row, other) => largerFirst(values[row] ?? 0n, values[other] ?? 0n, row, other);
}

function tiesOf(
  rule: RemainderRule,
  {
    queue,
    oddSteps,
    weights,
    remainders,
  }: Claims & { readonly queue: readonly number[]; readonly oddSteps: number },
): readonly Tie[] {
  if (rule === "first" || rule === "last") return [];
  const claims = rule === "largest-weight" ? weights : remainders;
  return tieAtCut(queue, oddSteps, (row, other) => claims[row] === claims[other]);
}
