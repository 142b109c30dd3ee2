import { type Amount, amountOf, amountText } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, times } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import type { Weight } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { fundingSplit } from "./fundingSplit.ts";
import type { Tie } from "./tie.ts";

/** What is split, and what each recipient counts for. */
export interface FundingFormulaInput {
  /** The amount to split, in whole steps; may be negative. */
  readonly total: Amount;
  /** What everyone gets first, of the amount's absolute value; whole steps, 0 or more. */
  readonly baseEach: Fraction;
  /** How many heads each recipient has: units, members, pupils. */
  readonly heads: readonly Weight[];
  /** How well each recipient did; only the ratio matters. */
  readonly performance: readonly Weight[];
  /** The share, from 0 to 1, of what the bases leave that goes by performance. */
  readonly performanceShare: Fraction;
}

/** Money by component: of one recipient, or the pots of all. */
export interface FormulaParts {
  /** The base. */
  readonly base: Amount;
  /** What goes by heads. */
  readonly byHeads: Amount;
  /** What goes by performance. */
  readonly byPerformance: Amount;
  /** All three together. */
  readonly total: Amount;
}

/** Money by formula. */
export interface FundingFormula {
  /** One a recipient, in their order. */
  readonly recipients: readonly FormulaParts[];
  /** What each component has in all; exactly the sum of its parts. */
  readonly pots: FormulaParts;
  /** Recipients tied for the last step of the pot by heads. */
  readonly headsTies: readonly Tie[];
  /** Recipients tied for the last step of the pot by performance. */
  readonly performanceTies: readonly Tie[];
}

/**
 * Funding by formula: a base for each, then a pot by heads and a pot by performance.
 *
 * The bases come off the top; the performance pot is its share of the rest, rounded half away from zero to the step; heads
 * take what is left. Each pot is split by largest remainder. The one surprise: pots are rounded once and split apart, so
 * a total can differ by a step from one split of everything.
 *
 * **Units.** Parts have the total's step; the base must be whole steps. Heads and performance have none. A negative total
 * is split as its absolute value and the sign put back.
 *
 * **Errors.** `emptyInput` without heads; `sizeMismatch` where performance has another length; `outOfRange` for a base
 * below zero or a share not from 0 to 1; `notWholeSteps` for a base between two steps; `infeasibleBounds` where the bases
 * exceed the total; `allZero` where a pot has nothing to go by.
 *
 * **Source.** K. N. Ross and R. Levačić (eds.), Needs-based Resource Allocation in Education via Formula Funding of
 * Schools (UNESCO, 1999): formulas as a sum of components, each with its own allocation.
 *
 * @throws CalculationError `emptyInput` without heads
 * @throws CalculationError `sizeMismatch` where performance has another length than heads
 * @throws CalculationError `outOfRange` for a base below zero, or a share that is not from 0 to 1
 * @throws CalculationError `notWholeSteps` for a base between two steps
 * @throws CalculationError `infeasibleBounds` where the bases exceed the total
 * @throws CalculationError `allZero` where a pot that is not zero has nobody above zero to go to
 *
 * @example
 * const heads = [3, 2, 1].map((value) => weight(value));
 * const performance = [0, 1, 1].map((value) => weight(value));
 * const input = { total: amount(1000, 1), baseEach: exact(100), heads, performance };
 * const { recipients } = fundingFormula({ ...input, performanceShare: exact("0.2") });
 * recipients.map(({ byHeads }) => amountText(byHeads)) //=> ["280", "187", "93"]
 * recipients.map(({ byPerformance }) => amountText(byPerformance)) //=> ["0", "70", "70"]
 * recipients.map(({ total }) => amountText(total)) //=> ["380", "357", "263"]
 * fundingFormula({ ...input, performanceShare: exact(20) }) //=> throws outOfRange
 */
export function fundingFormula({
  total,
  baseEach,
  heads,
  performance,
  performanceShare,
}: FundingFormulaInput): FundingFormula {
  requireColumns({ heads, performance });
  const base = baseInSteps(baseEach, total.step);
  const sign = total.units < 0n ? -1n : 1n;
  const bases = base * BigInt(heads.length);
  const rest = total.units * sign - bases;
  requireRest(bases, rest, total);
  const byPerformance = performanceIn(rest, performanceShare);
  const inMoney = (units: bigint): Amount => ({ units: units * sign, step: total.step });
  const headsSplit = splitPot("heads", inMoney(rest - byPerformance), heads);
  const performanceSplit = splitPot("performance", inMoney(byPerformance), performance);
  const recipients = heads.map((_, row) => {
    const parts = {
      base: inMoney(base),
      byHeads: headsSplit.parts[row] ?? inMoney(0n),
      byPerformance: performanceSplit.parts[row] ?? inMoney(0n),
    };
    const units = parts.base.units + parts.byHeads.units + parts.byPerformance.units;
    return { ...parts, total: { units, step: total.step } };
  });
  return {
    recipients,
    pots: {
      base: inMoney(bases),
      byHeads: inMoney(rest - byPerformance),
      byPerformance: inMoney(byPerformance),
      total,
    },
    headsTies: headsSplit.ties,
    performanceTies: performanceSplit.ties,
  };
}

type Component = "heads" | "performance";

function requireColumns({ heads, performance }: Readonly<Record<Component, readonly Weight[]>>): void {
  if (heads.length === 0) throw new CalculationError("fundingFormula", "emptyInput", { name: "heads" });
  if (performance.length !== heads.length) {
    throw new CalculationError("fundingFormula", "sizeMismatch", {
      name: "performance",
      expected: heads.length,
      found: performance.length,
    });
  }
}

function baseInSteps(baseEach: Fraction, step: Fraction): bigint {
  const { units } = amountOf(baseEach, step, "baseEach");
  if (units >= 0n) return units;
  throw outOfRange("baseEach", "0 or more", baseEach);
}

function outOfRange(name: string, requirement: string, found: Fraction): CalculationError {
  const details = { name, requirement, found: exactText(found) };
  return new CalculationError("fundingFormula", "outOfRange", details);
}

function requireRest(bases: bigint, rest: bigint, { step }: Amount): void {
  if (rest >= 0n) return;
  const text = (units: bigint): string => amountText({ units, step });
  throw new CalculationError("fundingFormula", "infeasibleBounds", {
    requirement: `the bases, ${text(bases)} together, to fit ${text(bases + rest)}`,
    by: text(-rest),
  });
}

/** The performance pot in whole steps, rounded half away from zero. */
function performanceIn(rest: bigint, share: Fraction): bigint {
  if (share.numerator < 0n || share.numerator > share.denominator) {
    throw outOfRange("performanceShare", "a fraction from 0 to 1", share);
  }
  return round(times(share, fraction(rest)), "half-away-from-zero");
}

function splitPot(
  name: Component,
  pot: Amount,
  weights: readonly Weight[],
): { readonly parts: readonly Amount[]; readonly ties: readonly Tie[] } {
  if (pot.units !== 0n && weights.every(({ numerator }) => numerator === 0n)) {
    throw new CalculationError("fundingFormula", "allZero", { name });
  }
  return fundingSplit({ total: pot, weights });
}
