import { type Amount, amountValue } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, over, plus } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";
import {
  type FundingSplit,
  fundingSplit,
  type FundingSplitInput,
  type RemainderRule,
} from "./fundingSplit.ts";
import { requireDepth } from "./requireDepth.ts";
import type { Tie } from "./tie.ts";

/** A recipient, or a group of recipients, in a nested split. */
export interface FundingNode {
  /** Names it in errors and in the result. */
  readonly name: string;
  /** How much is due to it among its siblings; a group without one weighs what its members weigh together. */
  readonly weight?: Weight | undefined;
  /** The least it gets, of the amount's absolute value; a group gets at least what its members need. */
  readonly minimum?: Fraction | undefined;
  /** The most it gets; a group gets at most what its members may hold. */
  readonly maximum?: Fraction | undefined;
  /** Its members; a recipient has none. */
  readonly children?: readonly FundingNode[] | undefined;
}

/** What is split over a tree, and how. */
export interface FundingNestedInput {
  /** The amount to split, in whole steps; may be negative. */
  readonly total: Amount;
  /** The highest level. */
  readonly children: readonly FundingNode[];
  /** Who gets the left-over steps at every level; `largest-remainder` unless told. */
  readonly rule?: RemainderRule | undefined;
}

/** A node with its part. */
export interface FundedNode {
  /** Its name. */
  readonly name: string;
  /** Its part. */
  readonly part: Amount;
  /** Its members with their parts, together exactly its own part. */
  readonly children: readonly FundedNode[];
  /** Ties among its members. */
  readonly ties: readonly Tie[];
}

/**
 * Splits an amount between groups, then inside each group, to any depth.
 *
 * Every level is a split of its own into whole steps, so members add up to their group and groups to the total. The one
 * surprise: a member's part is rounded inside its group, so it can differ by a step from a split over all members at once.
 *
 * **Units.** Parts have the total's step; bounds are amounts. A negative total is split as its absolute value.
 *
 * **Errors.** `emptyInput` without members; `missingValue` for a recipient without a weight; `allZero` where a group has
 * an amount but no member with a weight; `infeasibleBounds` saying which and by how much; `outOfRange` for a bound
 * below zero, or more than 1,000 levels.
 *
 * **Source.** Kiesraad (Dutch Electoral Council), Abacus: seats to lists, then inside each list.
 *
 * @throws CalculationError `emptyInput` without members
 * @throws CalculationError `missingValue` for a recipient without a weight
 * @throws CalculationError `allZero` where a group has an amount but no member with a weight
 * @throws CalculationError `infeasibleBounds` for bounds that no split can keep
 * @throws CalculationError `outOfRange` for a bound below zero, or more than 1,000 levels
 *
 * @example
 * const [a, b, c] = ["a", "b", "c"].map((name) => ({ name, weight: weight(1) }));
 * const parks = [{ name: "east", children: [a!, b!] }, { name: "west", children: [c!] }];
 * const { children } = fundingNested({ total: amount(100, 1), children: parks });
 * children.map(({ part }) => amountText(part)) //=> ["67", "33"]
 * children[0]?.children.map(({ part }) => amountText(part)) //=> ["34", "33"]
 * fundingNested({ total: amount(1, 1), children: [{ name: "a" }] }) //=> throws missingValue
 */
export function fundingNested({ total, children, rule }: FundingNestedInput): FundedNode {
  requireDepth("fundingNested", children);
  return fund(needOf({ name: "total", children, weight: anyWeight }, total.step), { part: total, rule });
}

/** The whole has nobody to compete with, so its weight says nothing. */
const anyWeight = weightOf(fraction(1n));

/** A node with what it and its members together claim: a weight, and bounds in whole steps. */
interface Need {
  readonly node: FundingNode;
  readonly children: readonly Need[];
  readonly weight: Weight;
  readonly minimum: bigint;
  readonly maximum: bigint | undefined;
}

function needOf(node: FundingNode, step: Fraction): Need {
  const children = (node.children ?? []).map((child) => needOf(child, step));
  const weight = node.weight ?? weightOfMembers(node, children);
  const ownMinimum = ownBound(node, "minimum", step) ?? 0n;
  const ownMaximum = ownBound(node, "maximum", step);
  const needed = sum(children.map(({ minimum }) => minimum));
  const held = heldBy(children);
  return {
    node,
    children,
    weight,
    minimum: ownMinimum > needed ? ownMinimum : needed,
    maximum: ownMaximum === undefined || (held !== undefined && held < ownMaximum) ? held : ownMaximum,
  };
}

function weightOfMembers({ name, children }: FundingNode, needs: readonly Need[]): Weight {
  if (children === undefined) {
    throw new CalculationError("fundingNested", "missingValue", { name: `the weight of ${name}` });
  }
  return weightOf(needs.map(({ weight }) => weight).reduce<Fraction>(plus, fraction(0n)));
}

/** A node's own bound in whole steps, tightened. */
function ownBound(node: FundingNode, side: "minimum" | "maximum", step: Fraction): bigint | undefined {
  const bound = node[side];
  if (bound === undefined) return undefined;
  if (bound.numerator < 0n) {
    const name = `the ${side} of ${node.name}`;
    const details = { name, requirement: "0 or more", found: exactText(bound) };
    throw new CalculationError("fundingNested", "outOfRange", details);
  }
  return round(over(bound, step), side === "minimum" ? "ceiling" : "floor");
}

/** The most that members may hold together; a member without weight never gets more than its minimum. */
function heldBy(needs: readonly Need[]): bigint | undefined {
  // A recipient has no members. Where none has a weight, that is what is wrong, and is said; not a bound.
  if (needs.every(({ weight }) => weight.numerator === 0n)) return undefined;
  let held = 0n;
  for (const { weight, minimum, maximum } of needs) {
    const most = weight.numerator === 0n ? minimum : maximum;
    if (most === undefined) return undefined;
    held += most;
  }
  return held;
}

interface Funding {
  readonly part: Amount;
  readonly rule: RemainderRule | undefined;
}

function fund({ node, children }: Need, { part, rule }: Funding): FundedNode {
  const { name } = node;
  if (node.children === undefined) return { name, part, children: [], ties: [] };
  if (children.length === 0) {
    throw new CalculationError("fundingNested", "emptyInput", { name: `the members of ${name}` });
  }
  const weights = children.map(({ weight }) => weight);
  if (part.units !== 0n && weights.every(({ numerator }) => numerator === 0n)) {
    throw new CalculationError("fundingNested", "allZero", { name: `the weights in ${name}` });
  }
  const amountOfSteps = (units: bigint): Fraction => amountValue({ units, step: part.step });
  const { parts, ties } = splitIn(name, {
    total: part,
    weights,
    minimum: children.map(({ minimum }) => amountOfSteps(minimum)),
    maximum: children.map(({ maximum }) => (maximum === undefined ? undefined : amountOfSteps(maximum))),
    rule,
  });
  const funded = children.map((child, index) => fund(child, { part: parts[index] ?? part, rule }));
  return { name, part, children: funded, ties };
}

/** Splits inside a group, and says which group it is where bounds cannot be kept. */
function splitIn(name: string, input: FundingSplitInput): FundingSplit {
  try {
    return fundingSplit(input);
  } catch (error) {
    if (!isInfeasible(error)) throw error;
    const { requirement, by } = error.details;
    throw new CalculationError("fundingNested", "infeasibleBounds", {
      requirement: `${requirement}, among the members of ${name}`,
      by,
    });
  }
}

function isInfeasible(error: unknown): error is CalculationError<"infeasibleBounds"> {
  return error instanceof CalculationError && error.code === "infeasibleBounds";
}
