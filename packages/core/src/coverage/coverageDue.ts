import type { Count } from "../exact/count.ts";
import { type CoverageForm, type CoveragePolicy, formDue, requirePolicy } from "./coveragePolicy.ts";

/** A unit's size, and the policy that says what is due. */
export interface CoverageDueInput {
  /** How many members the unit has. */
  readonly members: Count;
  /** From how many members on which form is due. */
  readonly policy: CoveragePolicy;
}

/**
 * The form of organisation that a unit of a given size should have.
 *
 * Own from `ownFrom` members on, joint from `jointFrom` on, work coverage below. The one surprise: the thresholds are
 * policy, not constants, so a `jointFrom` of 0 leaves nobody to work coverage, and equal ones leave no joint class.
 *
 * **Units.** Members of one unit; the result is one word.
 *
 * **Errors.** `conflict` where `ownFrom` is below `jointFrom`, since some sizes would then be due two forms.
 *
 * **Source.** The rule of two published documents, D1 and D3 of the project's list of sources: units with three members
 * or more form their own, other units with members join, units without members get work coverage.
 *
 * @throws CalculationError `conflict` where `ownFrom` is below `jointFrom`
 *
 * @example
 * const policy = { ownFrom: count(3), jointFrom: count(1) };
 * coverageDue({ members: count(3), policy }) //=> "own"
 * coverageDue({ members: count(2), policy }) //=> "joint"
 * coverageDue({ members: count(0), policy }) //=> "work"
 * coverageDue({ members: count(3), policy: { ownFrom: count(1), jointFrom: count(3) } }) //=> throws conflict
 */
export function coverageDue({ members, policy }: CoverageDueInput): CoverageForm {
  requirePolicy("coverageDue", policy);
  return formDue(members, policy);
}
