import { CalculationError } from "../errors.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, minus, toNumber } from "../exact/fraction.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";
import { finishing, type GrowthRounding } from "./growthRounding.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";

/** Two values, and how much of the way between them falls to each period. */
export interface GrowthPathByWeightsInput {
  /** The value to start from; 0 or more. */
  readonly start: Fraction;
  /** The value to end at; 0 or more, above or below the start. */
  readonly goal: Fraction;
  /** One weight a period; only their ratio matters. */
  readonly weights: readonly Weight[];
  /** How the values between become whole; none if not said. */
  readonly rounding?: GrowthRounding | undefined;
}

/**
 * Every value of a path to a goal that goes as far each period as that period's weight says.
 *
 * start + (goal - start) x the weights so far / all weights: an S where the middle periods weigh most, a season's curve,
 * or equal steps where all weigh alike. Each value is rounded from the exact path, never a step, so that the rounded
 * steps add up. Start and goal are as given; a period of weight zero stands still.
 *
 * **Units.** Values are in the unit of start and goal, one more than there are weights.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where none is above zero; `outOfRange` for a start or goal below 0
 * or beyond the largest double.
 *
 * **Source.** The S-curve of cumulative planned value in earned value management: Project Management Institute,
 * Practice Standard for Earned Value Management.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` when no weight is above zero
 * @throws CalculationError `outOfRange` when start or goal is below 0 or beyond the largest double
 *
 * @example
 * const weights = [1, 2, 4, 2, 1].map((value) => weight(value));
 * growthPathByWeights({ start: exact(0), goal: exact(100), weights }) //=> [0, 10, 30, 70, 90, 100]
 * growthPathByWeights({ start: exact(0), goal: exact(9), weights, rounding: "nearest" }) //=> [0, 1, 3, 6, 8, 9]
 * growthPathByWeights({ start: exact(0), goal: exact(9), weights: [] }) //=> throws emptyInput
 */
export function growthPathByWeights({
  start,
  goal,
  weights,
  rounding = "none",
}: GrowthPathByWeightsInput): readonly number[] {
  const ends = [checkedEnd("start", start), checkedEnd("goal", goal)] as const;
  if (weights.length === 0)
    throw new CalculationError("growthPathByWeights", "emptyInput", { name: "weights" });
  const whole = wholeWeights(weights);
  const all = whole.reduce((sum, weight) => sum + weight, 0n);
  if (all === 0n) throw new CalculationError("growthPathByWeights", "allZero", { name: "weights" });
  const finish = finishing(rounding);
  const way = minus(goal, start);
  const denominator = start.denominator * way.denominator * all;
  let numerator = start.numerator * way.denominator * all;
  const between = whole.slice(0, -1).map((weight) => {
    numerator += way.numerator * start.denominator * weight;
    return finish({ numerator, denominator });
  });
  return [ends[0], ...between, ends[1]];
}

function checkedEnd(name: string, value: Fraction): number {
  if (value.numerator < 0n) throw outOfRange("growthPathByWeights", name, "0 or more", exactText(value));
  const number = toNumber(value);
  if (!Number.isFinite(number)) throw tooLarge("growthPathByWeights", name);
  return number;
}
