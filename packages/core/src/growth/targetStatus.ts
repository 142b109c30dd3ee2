import { compareFractions, type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import { elapsedShare, monthsLeft, type PeriodAtDay } from "../periods/elapsedShare.ts";
import { finiteNumber } from "./finiteNumber.ts";
import { targetState, type TargetState } from "./targetState.ts";

/** A target with its period, what is reached, and the day on which one asks. */
export interface TargetStatusInput extends PeriodAtDay {
  /** The value at the beginning. */
  readonly start: Fraction;
  /** The value to reach by the end; below the start, lower is better. */
  readonly goal: Fraction;
  /** The value now. */
  readonly actual: Fraction;
}

/** How a target stands against an even plan. */
export interface TargetStatus {
  /** The value that an even path from start to goal has on the day. */
  readonly expected: number;
  /** The part of the way that is gone, over 1 beyond the goal, below 0 behind the start; none where there is no way. */
  readonly attainment: number | undefined;
  /** How far the goal is still away; never negative. */
  readonly gap: number;
  /** The gap over the calendar months that are left. */
  readonly requiredPerMonth: number;
  /** What that comes to. */
  readonly status: TargetState;
}

/**
 * How a target stands on a day: expected value, attainment, gap, pace required, status.
 *
 * Expected is start + (goal - start) x the share of days gone, first and last day included; attainment is
 * (actual - start) / (goal - start), neither clipped. `met` comes before everything else; then `missed` on and after
 * the last day, `not started` before the first, `on track` at the expected value or beyond it, else `behind`. A goal
 * below the start means that lower is better. Comparisons are exact: 99.96 % of a target is not the target. Asked day
 * after day, expected is the plan's line of a chart.
 *
 * **Units.** Values are in the unit of the goal; attainment is a fraction. The months left are calendar months, a begun
 * one counts, and at least 1.
 *
 * **Errors.** `outOfRange` for a period that ends before it starts, or a result beyond the largest double.
 *
 * **Source.** Planned value against actual by elapsed time, as in earned value management: Project Management Institute,
 * Practice Standard for Earned Value Management; attainment from a baseline as in key results with a start value.
 *
 * @throws CalculationError `outOfRange` when the period ends before it starts
 * @throws CalculationError `outOfRange` when a result is beyond the largest double
 *
 * @example
 * const year = { startDate: calendarDate("2026-01-01"), endDate: calendarDate("2026-12-31") };
 * const plan = { ...year, start: exact(650), goal: exact(780), asOf: calendarDate("2026-03-14") };
 * targetStatus({ ...plan, actual: exact(676) }) //=> { expected: 676, attainment: 0.2, gap: 104, requiredPerMonth: 10.4, status: "on track" }
 * targetStatus({ ...plan, actual: exact(675) }).status //=> "behind"
 * targetStatus({ ...plan, start: exact(274), goal: exact(0), actual: exact(200) }).status //=> "on track"
 * targetStatus({ ...plan, actual: exact(676), endDate: calendarDate("2025-12-31") }) //=> throws outOfRange
 */
export function targetStatus({ start, goal, actual, ...period }: TargetStatusInput): TargetStatus {
  const way = minus(goal, start);
  const expected = plus(start, times(way, elapsedShare(period)));
  const isLowerBetter = way.numerator < 0n;
  const upward = (value: Fraction): Fraction => (isLowerBetter ? minus(fraction(0n), value) : value);
  const missing = minus(upward(goal), upward(actual));
  const gap = compareFractions(missing, fraction(0n)) > 0 ? missing : fraction(0n);
  const finite = (name: string, value: Fraction): number => finiteNumber("targetStatus", name, value);
  return {
    expected: finite("the expected value", expected),
    attainment: way.numerator === 0n ? undefined : finite("the attainment", over(minus(actual, start), way)),
    gap: finite("the gap", gap),
    requiredPerMonth: finite("the pace", over(gap, fraction(BigInt(monthsLeft(period))))),
    status: targetState({
      actual: upward(actual),
      goal: upward(goal),
      expected: upward(expected),
      begun: period.asOf >= period.startDate,
      ended: period.asOf >= period.endDate,
    }),
  };
}
