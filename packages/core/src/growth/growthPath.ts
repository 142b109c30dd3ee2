import type { Count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, plus, times, toNumber } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { enclosed } from "./enclosure.ts";
import { finishing, type GrowthRounding, roundingRules } from "./growthRounding.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";
import { pathInDoubles } from "./pathInDoubles.ts";
import { powerPath, workingBits } from "./powerPath.ts";

/** How a path grows: by a rate of the value before it, or by a rate of the base. */
export type GrowthMethod = "compound" | "linear";

/** Where a path is rounded: each value from the exact path, or each step, the next growing from the rounded one. */
export type RoundingPlace = "end" | "each";

/** A base and how it is to grow. */
export interface GrowthPathInput {
  /** The value to grow from; 0 or more. */
  readonly base: Fraction;
  /** The growth of one period as a fraction of one; -1 or more. */
  readonly rate: Fraction;
  /** How many periods; at most 1,048,575. */
  readonly periods: Count;
  /** Whether the rate is of the value before (compound) or always of the base (linear); compound if not said. */
  readonly method?: GrowthMethod | undefined;
  /** How values become whole; none if not said. */
  readonly rounding?: GrowthRounding | undefined;
  /** Where they do; end if not said. */
  readonly place?: RoundingPlace | undefined;
}

/** With its base, a path of so many periods fills the rows of a sheet. */
export const mostPeriods = 1_048_575;

/**
 * Every value of a path that grows from a base at a rate, the base first.
 *
 * Compound growth multiplies by one plus the rate; linear growth adds the rate of the base, and a falling linear path
 * goes on below zero. Values come from the exact path, however long. The base is never rounded: rounding 451.39 first
 * would give 649 in two years at 20 %, not 650. The place matters: rounded at each step, 650 becomes 1618 in five
 * years, from the exact path 1617. The last value without rounding is a spreadsheet's FV; the values in a column are
 * the line of a chart as they are.
 *
 * **Units.** Values are in the unit of the base; 0.2 means 20 % a period. At most 1,048,575 periods, as many as a
 * sheet has rows for.
 *
 * **Errors.** `outOfRange` for a base below 0, a rate below -1, too many periods, or a value beyond the largest double.
 *
 * **Source.** Compound and simple interest as in any textbook, S = P(1 + i)^n and S = P(1 + in), e.g. S. G. Kellison,
 * The Theory of Interest, chapter 1; linear with a falling rate is the Absolute Contraction Approach of the Science
 * Based Targets initiative.
 *
 * @throws CalculationError `outOfRange` when the base is below 0 or the rate below -1
 * @throws CalculationError `outOfRange` when there are more than 1,048,575 periods
 * @throws CalculationError `outOfRange` when a value is beyond the largest double
 *
 * @example
 * growthPath({ base: exact(650), rate: exact(0.2), periods: count(3) }) //=> [650, 780, 936, 1123.2]
 * growthPath({ base: exact(650), rate: exact(0.2), periods: count(3), rounding: "up" }) //=> [650, 780, 936, 1124]
 * growthPath({ base: exact(451.39), rate: exact(0.2), periods: count(2), rounding: "nearest" }) //=> [451.39, 542, 650]
 * growthPath({ base: exact(100), rate: exact(-0.042), periods: count(2), method: "linear" }) //=> [100, 95.8, 91.6]
 * growthPath({ base: exact(-1), rate: exact(0.2), periods: count(1) }) //=> throws outOfRange
 */
export function growthPath({
  base,
  rate,
  periods,
  method = "compound",
  rounding = "none",
  place = "end",
}: GrowthPathInput): readonly number[] {
  checkInput(base, rate, periods);
  const first = toNumber(base);
  if (!Number.isFinite(first)) throw tooLarge("growthPath", "base");
  const input = { base, rate, periods, rounding };
  if (place === "each" && rounding !== "none")
    return [first, ...steppedValues({ ...input, rounding, method })];
  return [first, ...(method === "linear" ? linearValues(input) : compoundValues(input))];
}

function checkInput(base: Fraction, rate: Fraction, periods: Count): void {
  if (base.numerator < 0n) throw outOfRange("growthPath", "base", "0 or more", exactText(base));
  if (rate.numerator < -rate.denominator)
    throw outOfRange("growthPath", "rate", "-1 or more", exactText(rate));
  if (periods > mostPeriods) {
    throw outOfRange("growthPath", "periods", `at most ${mostPeriods}`, String(periods));
  }
}

interface Values {
  readonly base: Fraction;
  readonly rate: Fraction;
  readonly periods: Count;
  readonly rounding: GrowthRounding;
}

function compoundValues({ base, rate, periods, rounding }: Values): readonly number[] {
  const factor = plus(rate, fraction(1n));
  const inDoubles = rounding === "none" ? pathInDoubles(base, factor, periods) : undefined;
  if (inDoubles !== undefined) return inDoubles;
  const enclosedFactor = { top: enclosed(factor.numerator), bottom: enclosed(factor.denominator) };
  return powerPath({
    calculator: "growthPath",
    seed: base,
    factor: () => enclosedFactor,
    steps: periods,
    bits: workingBits(base, factor),
    finish: finishing(rounding),
  });
}

function linearValues({ base, rate, periods, rounding }: Values): number[] {
  const finish = finishing(rounding);
  const denominator = base.denominator * rate.denominator;
  const step = base.numerator * rate.numerator;
  let numerator = base.numerator * rate.denominator;
  return Array.from({ length: periods }, (_, index) => {
    numerator += step;
    return finite(finish({ numerator, denominator }), index + 1);
  });
}

function steppedValues({
  base,
  rate,
  periods,
  method,
  rounding,
}: Values & { readonly method: GrowthMethod; readonly rounding: Exclude<GrowthRounding, "none"> }): number[] {
  const rule = roundingRules[rounding];
  const factor = method === "compound" ? plus(rate, fraction(1n)) : fraction(1n);
  const added = method === "compound" ? fraction(0n) : times(base, rate);
  let previous = base;
  return Array.from({ length: periods }, (_, index) => {
    previous = fraction(round(plus(times(previous, factor), added), rule));
    return finite(toNumber(previous), index + 1);
  });
}

function finite(value: number, step: number): number {
  if (!Number.isFinite(value)) throw tooLarge("growthPath", `the value of period ${step}`);
  // A value too small to tell from zero on the way down is zero, not the negative zero of doubles.
  return value + 0;
}
