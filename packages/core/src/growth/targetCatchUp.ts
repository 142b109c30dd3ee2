import { exactText } from "../exact/decimal.ts";
import { type Fraction, over } from "../exact/fraction.ts";
import { equalRate } from "./equalRate.ts";
import { outOfRange } from "./outOfRange.ts";

/** What is reached, what is to be reached, and how long is left. */
export interface TargetCatchUpInput {
  /** The value now; not 0. */
  readonly actual: Fraction;
  /** The value to reach; of the same sign, or 0. */
  readonly goal: Fraction;
  /** How many periods are left, whole or not; above 0. */
  readonly periodsLeft: Fraction;
}

/**
 * The equal rate a period that is needed from here to reach a goal in time.
 *
 * (goal/actual)^(1/periods left) - 1, as `growthRate` from the value now: the plan's own rate if, and only if, the value
 * is on the plan's path. Where the goal is already passed the rate is negative: by so much the value may fall each
 * period. A target that counts lower as better needs a negative rate too.
 *
 * **Units.** The result is a fraction of one for each period: 0.2 means 20 %.
 *
 * **Errors.** `outOfRange` for periods left that are not above 0, a value now of 0, a goal of opposite sign, or a rate
 * beyond the largest double.
 *
 * **Source.** Microsoft, Excel function reference, RRI function, from the value now over the periods left.
 *
 * @throws CalculationError `outOfRange` when periodsLeft is not above 0
 * @throws CalculationError `outOfRange` when actual is 0, or goal has the opposite sign
 * @throws CalculationError `outOfRange` when the rate is beyond the largest double
 *
 * @example
 * targetCatchUp({ actual: exact(650), goal: exact(936), periodsLeft: exact(2) }) //=> 0.2
 * targetCatchUp({ actual: exact(1000), goal: exact(810), periodsLeft: exact(2) }) //=> -0.1
 * targetCatchUp({ actual: exact(650), goal: exact(936), periodsLeft: exact(0) }) //=> throws outOfRange
 */
export function targetCatchUp({ actual, goal, periodsLeft }: TargetCatchUpInput): number {
  if (periodsLeft.numerator <= 0n) {
    throw outOfRange("targetCatchUp", "periodsLeft", "above 0", exactText(periodsLeft));
  }
  if (actual.numerator === 0n) throw outOfRange("targetCatchUp", "actual", "other than 0", "0");
  if (actual.numerator * goal.numerator < 0n) {
    throw outOfRange("targetCatchUp", "goal", "of the same sign as actual", exactText(goal));
  }
  return goal.numerator === 0n ? -1 : equalRate("targetCatchUp", over(goal, actual), periodsLeft);
}
