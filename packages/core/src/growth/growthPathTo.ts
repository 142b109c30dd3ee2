import type { Count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  times,
  toNumber,
} from "../exact/fraction.ts";
import { enclosed } from "./enclosure.ts";
import { type GrowthMethod, mostPeriods } from "./growthPath.ts";
import { finishing, type GrowthRounding } from "./growthRounding.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";
import { powerPath, workingBits } from "./powerPath.ts";
import { deepestRoot, enclosedRoot } from "./root.ts";

/** How a path runs between two values: by an equal rate, in equal steps, or along an S under a ceiling. */
export type GrowthPathToMethod = GrowthMethod | "logistic";

/** Two values and how to go from one to the other. */
export interface GrowthPathToInput {
  /** The value to start from; above 0, or 0 or more for a linear path. */
  readonly start: Fraction;
  /** The value to end at; may be below the start, within the same bounds. */
  readonly goal: Fraction;
  /** How many periods lie between the two; from 1 to 1,048,575. */
  readonly periods: Count;
  /** The shape of the path; compound if not said. */
  readonly method?: GrowthPathToMethod | undefined;
  /** How the values between become whole; none if not said. */
  readonly rounding?: GrowthRounding | undefined;
  /** What a logistic path never reaches; above start and goal. Other methods do not read it. */
  readonly ceiling?: Fraction | undefined;
}

/**
 * Every value of a path from a start to a goal, both as given.
 *
 * Compound: an equal rate each period, start x (goal/start)^(t/n). Linear: equal steps. Logistic: the curve
 * c / (1 + (c/start - 1) e^(-kt)) through both points. Each value is the double nearest to the true one, and rounding
 * is decided on the true one, irrational as it may be. Start and goal are never rounded, only the values between;
 * rounding up may then pass a goal, or a ceiling, that is not whole.
 *
 * **Units.** Values are in the unit of start and goal; `periods` counts the steps between them, so 1998 to 2019 is 21,
 * not 22. At most 1,048,575, as many as a sheet has rows for.
 *
 * **Errors.** `outOfRange` for a start or goal that the method cannot pass through, a logistic path without a ceiling
 * above both, no period or too many, or a value beyond the largest double.
 *
 * **Source.** Compound: the equal rate of Microsoft's documentation of RRI. Logistic: P.-F. Verhulst, in Correspondance
 * mathématique et physique 10, 1838, pages 113 to 121.
 *
 * @throws CalculationError `outOfRange` when start or goal is not above 0, or below 0 for a linear path
 * @throws CalculationError `outOfRange` when a logistic path has no ceiling above both
 * @throws CalculationError `outOfRange` when periods is not from 1 to 1,048,575
 * @throws CalculationError `outOfRange` when start or goal is beyond the largest double
 *
 * @example
 * growthPathTo({ start: exact(100), goal: exact(800), periods: count(3) }) //=> [100, 200, 400, 800]
 * growthPathTo({ start: exact(650), goal: exact(1000), periods: count(3), rounding: "up" }) //=> [650, 751, 867, 1000]
 * growthPathTo({ start: exact(10), goal: exact(0), periods: count(4), method: "linear" }) //=> [10, 7.5, 5, 2.5, 0]
 * growthPathTo({ start: exact(10), goal: exact(90), periods: count(2), method: "logistic", ceiling: exact(100) }) //=> [10, 50, 90]
 * growthPathTo({ start: exact(0), goal: exact(90), periods: count(2) }) //=> throws outOfRange
 */
export function growthPathTo({
  start,
  goal,
  periods,
  method = "compound",
  rounding = "none",
  ceiling,
}: GrowthPathToInput): readonly number[] {
  checkPeriods(periods);
  const ends = { start: checkedEnd("start", start, method), goal: checkedEnd("goal", goal, method) };
  const path = { start, goal, periods, finish: finishing(rounding) };
  return [ends.start, ...valuesBetween(path, method, ceiling), ends.goal];
}

function checkPeriods(periods: Count): void {
  if (periods < 1 || periods > mostPeriods) {
    throw outOfRange("growthPathTo", "periods", `from 1 to ${mostPeriods}`, String(periods));
  }
}

/** The double that stands for a start or a goal, if the method can pass through it. */
function checkedEnd(name: string, value: Fraction, method: GrowthPathToMethod): number {
  const least = method === "linear" ? 0n : 1n;
  if (value.numerator < least) {
    throw outOfRange("growthPathTo", name, least === 0n ? "0 or more" : "above 0", exactText(value));
  }
  const number = toNumber(value);
  if (!Number.isFinite(number)) throw tooLarge("growthPathTo", name);
  return number;
}

interface Path {
  readonly start: Fraction;
  readonly goal: Fraction;
  readonly periods: Count;
  readonly finish: (value: Fraction) => number;
}

function valuesBetween(path: Path, method: GrowthPathToMethod, ceiling: Fraction | undefined): number[] {
  switch (method) {
    case "compound":
      return compoundBetween(path);
    case "linear":
      return linearBetween(path);
    case "logistic":
      return logisticBetween(path, checkedCeiling(path, ceiling));
  }
}

function checkedCeiling({ start, goal }: Path, ceiling: Fraction | undefined): Fraction {
  const highest = compareFractions(start, goal) > 0 ? start : goal;
  if (ceiling === undefined || compareFractions(ceiling, highest) <= 0) {
    const found = ceiling === undefined ? "none" : exactText(ceiling);
    throw outOfRange("growthPathTo", "ceiling", `above ${exactText(highest)}`, found);
  }
  return ceiling;
}

function linearBetween({ start, goal, periods, finish }: Path): number[] {
  const step = times(minus(goal, start), fraction(1n, BigInt(periods)));
  const denominator = start.denominator * step.denominator;
  const added = step.numerator * start.denominator;
  let numerator = start.numerator * step.denominator;
  return Array.from({ length: periods - 1 }, () => {
    numerator += added;
    return finish({ numerator, denominator });
  });
}

function compoundBetween({ start, goal, periods, finish }: Path): number[] {
  return geometricBetween({ seed: start, end: goal, periods, bits: workingBits(start, goal), finish });
}

/** With z = c/y - 1, a logistic path is geometric in z, and y = c / (1 + z) falls as z rises. */
function logisticBetween({ start, goal, periods, finish }: Path, ceiling: Fraction): number[] {
  const one = fraction(1n);
  return geometricBetween({
    seed: minus(over(ceiling, start), one),
    end: minus(over(ceiling, goal), one),
    periods,
    bits: workingBits(start, goal, ceiling),
    finish: ({ numerator, denominator }) =>
      finish({
        numerator: ceiling.numerator * denominator,
        denominator: ceiling.denominator * (numerator + denominator),
      }),
  });
}

function geometricBetween({
  seed,
  end,
  periods,
  bits,
  finish,
}: {
  readonly seed: Fraction;
  readonly end: Fraction;
  readonly periods: Count;
  readonly bits: bigint;
  readonly finish: (value: Fraction) => number;
}): number[] {
  const ratio = over(end, seed);
  const { root, degree } = deepestRoot(ratio, periods);
  const leg = periods / degree;
  return powerPath({
    calculator: "growthPathTo",
    seed,
    factor: (width) => ({ top: enclosedRoot(root, leg, width), bottom: enclosed(1n) }),
    steps: periods - 1,
    bits,
    finish,
    rational: (step) => (step % leg === 0 ? times(seed, whole(root, step / leg)) : undefined),
  });
}

function whole({ numerator, denominator }: Fraction, exponent: number): Fraction {
  return { numerator: numerator ** BigInt(exponent), denominator: denominator ** BigInt(exponent) };
}
