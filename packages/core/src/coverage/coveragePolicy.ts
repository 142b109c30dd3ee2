import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";

/** The form that a unit should have: an organisation of its own, a joint one, or work coverage without one. */
export type CoverageForm = "own" | "joint" | "work";

/** The channel through which a unit is covered; `none` where it is not. */
export type CoverageChannel = CoverageForm | "none";

/** From how many members on which form is due: a partition of all sizes, since every size is due exactly one form. */
export interface CoveragePolicy {
  /** The smallest size that is due an organisation of its own. */
  readonly ownFrom: Count;
  /** The smallest size that is due a joint organisation; smaller units are due work coverage. At most `ownFrom`. */
  readonly jointFrom: Count;
}

/** The sizes of a class. */
export interface ClassSizes {
  /** The smallest number of members. */
  readonly from: Count;
  /** The largest number of members; `undefined` where there is no end. */
  readonly to: Count | undefined;
}

/** Refuses a policy in which some size would be due two forms. */
export function requirePolicy(calculator: string, { ownFrom, jointFrom }: CoveragePolicy): void {
  if (jointFrom > ownFrom) {
    throw new CalculationError(calculator, "conflict", {
      requirement: `ownFrom (${ownFrom}) not to be below jointFrom (${jointFrom})`,
    });
  }
}

/** The form due for a size, under a policy that {@link requirePolicy} has let pass. */
export function formDue(members: Count, { ownFrom, jointFrom }: CoveragePolicy): CoverageForm {
  if (members >= ownFrom) return "own";
  return members >= jointFrom ? "joint" : "work";
}

/** The sizes that are due a form; `undefined` where the policy leaves it none. */
export function sizesDue(form: CoverageForm, { ownFrom, jointFrom }: CoveragePolicy): ClassSizes | undefined {
  if (form === "own") return { from: ownFrom, to: undefined };
  const [from, end] = form === "joint" ? [jointFrom, ownFrom] : [count(0), jointFrom];
  return from < end ? { from, to: count(end - 1) } : undefined;
}
