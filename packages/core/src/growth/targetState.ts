import { compareFractions, type Fraction } from "../exact/fraction.ts";

/**
 * Where a target stands: `met`; `missed` (its last day has come and it is not met); `not started` (its first day has not
 * come); `on track` (at the expected value or beyond it); `behind`.
 */
export type TargetState = "met" | "missed" | "not started" | "on track" | "behind";

/** How far a target is, for judging it; all values in the direction of the goal, more is better. */
export interface TargetStanding {
  /** What is reached. */
  readonly actual: Fraction;
  /** What should be reached in the end. */
  readonly goal: Fraction;
  /** What should be reached by now. */
  readonly expected: Fraction;
  /** Whether its first day has come. */
  readonly begun: boolean;
  /** Whether its last day has come. */
  readonly ended: boolean;
}

/** Judges a target, exactly: nothing is rounded before it is compared. */
export function targetState({ actual, goal, expected, begun, ended }: TargetStanding): TargetState {
  if (compareFractions(actual, goal) >= 0) return "met";
  if (ended) return "missed";
  if (!begun) return "not started";
  return compareFractions(actual, expected) >= 0 ? "on track" : "behind";
}
