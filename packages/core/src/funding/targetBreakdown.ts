import { CalculationError, type ErrorCode, type ErrorDetails } from "../errors.ts";
import { type Count, count, isCount } from "../exact/count.ts";
import { type Fraction, fraction, plus } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import { targetShareOut, type TargetShares } from "./targetShareOut.ts";
import { requireDepth } from "./requireDepth.ts";
import type { Tie } from "./tie.ts";

/** Who gets a goal: a unit, or a group of units. */
export interface TargetNode {
  /** Names it in errors and in the result. */
  readonly name: string;
  /** How much is due to it among its siblings; a group without one weighs what its members weigh together. */
  readonly weight?: Weight | undefined;
  /** The least it is asked for; a group is asked for at least what its members are. */
  readonly minimum?: Count | undefined;
  /** The most it is asked for; a group is asked for at most what its members may be. */
  readonly maximum?: Count | undefined;
  /** Its members; a unit has none. */
  readonly children?: readonly TargetNode[] | undefined;
}

/** A goal, and the tree it goes down. */
export interface TargetBreakdownInput {
  /** What all together are to reach. */
  readonly goal: Count;
  /** The highest level. */
  readonly children: readonly TargetNode[];
}

/** A node with its goal. */
export interface BrokenDownTarget {
  /** Its name. */
  readonly name: string;
  /** Its goal. */
  readonly goal: Count;
  /** Its members with their goals, together exactly its own. */
  readonly children: readonly BrokenDownTarget[];
  /** Ties among its members. */
  readonly ties: readonly Tie[];
}

/**
 * Breaks a goal down a hierarchy in whole numbers that add up at every level.
 *
 * Every level is shared out as `targetShareOut` does, from the top down. Floors and caps of members count for their
 * group too, however deep, so what a group gets can always be shared out inside it. The one surprise: a member's goal
 * is rounded inside its group, so it can differ by one from a share over all members at once.
 *
 * **Units.** Whole numbers. A group without a weight weighs what its members weigh together.
 *
 * **Errors.** `emptyInput` without members; `missingValue` for a unit without a weight; `allZero` where nobody has a
 * weight; `infeasibleBounds` saying which and by how much; `outOfRange` for more than 1,000 levels.
 *
 * **Source.** Kiesraad (Dutch Electoral Council), Abacus: seats to lists, then inside each list.
 *
 * @throws CalculationError `emptyInput` without members
 * @throws CalculationError `missingValue` for a unit without a weight
 * @throws CalculationError `allZero` where no member has a weight and there is something to share
 * @throws CalculationError `infeasibleBounds` for floors and caps that no breakdown can keep
 * @throws CalculationError `outOfRange` for more than 1,000 levels
 *
 * @example
 * const [a, b, c] = ["a", "b", "c"].map((name) => ({ name, weight: weight(1) }));
 * const parks = [{ name: "east", children: [a!, b!] }, { name: "west", children: [c!] }];
 * const { children } = targetBreakdown({ goal: count(100), children: parks });
 * children.map(({ name, goal }) => [name, goal]) //=> [["east", 67], ["west", 33]]
 * children[0]?.children.map(({ name, goal }) => [name, goal]) //=> [["a", 34], ["b", 33]]
 * targetBreakdown({ goal: count(1), children: [{ name: "a" }] }) //=> throws missingValue
 */
export function targetBreakdown({ goal, children }: TargetBreakdownInput): BrokenDownTarget {
  requireDepth("targetBreakdown", children);
  const total = claimOf({ name: "total", children });
  requireFit(total, goal);
  return breakDown(total, goal);
}

function requireFit({ children, weight, minimum, maximum }: Claim, goal: Count): void {
  if (minimum > goal) {
    const floors = inFull({ children, minimum });
    const requirement = `the floors, ${floors} together, to fit the goal ${goal}`;
    throw refused("infeasibleBounds", { requirement, by: String(floors - BigInt(goal)) });
  }
  if (maximum >= goal) return;
  if (weight.numerator === 0n) throw refused("allZero", { name: "the weights" });
  const requirement = `the caps, ${maximum} together, to hold the goal ${goal}`;
  throw refused("infeasibleBounds", { requirement, by: String(goal - maximum) });
}

/** A node with what it and its members together claim. */
interface Claim {
  readonly name: string;
  readonly children: readonly Claim[];
  readonly weight: Weight;
  readonly minimum: number;
  readonly maximum: number;
}

function claimOf(node: TargetNode): Claim {
  if (node.children?.length === 0) throw refused("emptyInput", { name: `the members of ${node.name}` });
  const children = (node.children ?? []).map(claimOf);
  const weight = node.weight ?? weightOfMembers(node.name, children);
  const minimum = Math.max(node.minimum ?? 0, sum(children.map((child) => child.minimum)));
  const own = node.maximum ?? Infinity;
  const held = children.length === 0 ? Infinity : sum(children.map((child) => heldBy(child)));
  const maximum = Math.min(own, held);
  if (minimum > maximum) {
    const floors = inFull({ children, minimum });
    const requirement = `the floors of ${node.name} (${floors}) to fit its caps (${maximum})`;
    throw refused("infeasibleBounds", { requirement, by: String(floors - BigInt(maximum)) });
  }
  return { name: node.name, children, weight, minimum, maximum };
}

/** The most that goes to a node among its siblings: one without weight gets its minimum and no more. */
function heldBy({ weight, minimum, maximum }: Claim): number {
  return weight.numerator === 0n ? minimum : maximum;
}

/** A minimum to the last unit: beyond 2^53 it is always a sum over members, of which a double drops some. */
function inFull({ children, minimum }: Pick<Claim, "children" | "minimum">): bigint {
  return isCount(minimum) ? BigInt(minimum) : children.reduce((all, child) => all + inFull(child), 0n);
}

function weightOfMembers(name: string, children: readonly Claim[]): Weight {
  if (children.length === 0) throw refused("missingValue", { name: `the weight of ${name}` });
  return weightOf(children.map(({ weight }) => weight).reduce<Fraction>(plus, fraction(0n)));
}

function breakDown({ name, children }: Claim, goal: Count): BrokenDownTarget {
  if (children.length === 0) return { name, goal, children: [], ties: [] };
  const { goals, ties } = shareOut(children, goal);
  return {
    name,
    goal,
    children: children.map((child, row) => breakDown(child, goals[row] ?? count(0))),
    ties,
  };
}

function shareOut(children: readonly Claim[], goal: Count): TargetShares {
  const minimum = children.map((claim) => count(claim.minimum));
  // Without any weight the group was asked for its members' floors and no more.
  if (children.every(({ weight }) => weight.numerator === 0n)) return { goals: minimum, ties: [] };
  const maximum = children.map((claim) => (isCount(claim.maximum) ? claim.maximum : undefined));
  return targetShareOut({ goal, weights: children.map(({ weight }) => weight), minimum, maximum });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function refused<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code]): CalculationError<Code> {
  return new CalculationError("targetBreakdown", code, details);
}
