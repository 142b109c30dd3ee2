import { CalculationError } from "../errors.ts";
import { type Count, isCount } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, over, toNumber } from "../exact/fraction.ts";
import { requireDecimals, unitsOf } from "./printedRate.ts";

/** A published change: how many units were added, and by how many points the rate rose. */
export interface CoverageImpliedInput {
  /** Units newly covered. */
  readonly added: Count;
  /** The percentage points they are said to be; above 0. */
  readonly points: Fraction;
  /** Decimals with which the points were printed, 0 to 15; 1 unless told. */
  readonly decimals?: number | undefined;
}

/** The denominator behind a published change, and the whole denominators that would print the same points. */
export interface ImpliedDenominator {
  /** The added units over the points: whole only by luck. */
  readonly exactly: number;
  /** The lowest whole denominator that prints the same points; `undefined` where no whole one does. */
  readonly lowest: Count | undefined;
  /** The highest; `undefined` where no whole one does, or where every larger one does too. */
  readonly highest: Count | undefined;
}

/**
 * The denominator that a published rise in percentage points implies.
 *
 * The added units over a hundredth of the points; then all whole denominators whose points print the same, half away
 * from zero. The one surprise: points that print as 0.0 have no highest denominator, and few units may have no whole
 * denominator at all (1 unit is never 70.0 points). A fall is asked for with both signs turned.
 *
 * **Units.** `points` are percentage points: 9.4, not 0.094. `decimals` counts decimals of the points.
 *
 * **Errors.** `divisionByZero` for points of 0; `outOfRange` for points below 0, for decimals outside 0 to 15, and for
 * denominators beyond 2^53-1.
 *
 * **Source.** N. J. L. Brown and J. A. J. Heathers, The GRIM Test, Social Psychological and Personality Science 8
 * (2017): which whole numbers a printed figure can come from.
 *
 * @throws CalculationError `divisionByZero` for points of 0
 * @throws CalculationError `outOfRange` for points below 0, or decimals outside 0 to 15
 * @throws CalculationError `outOfRange` for a denominator beyond 2^53-1
 *
 * @example
 * const implied = coverageImplied({ added: count(1677), points: exact("9.4") });
 * implied //=> { exactly: 838500 / 47, lowest: 17747, highest: 17935 }
 * coverageImplied({ added: count(1), points: exact(70) }).lowest //=> undefined
 * coverageImplied({ added: count(1677), points: exact(0) }) //=> throws divisionByZero
 */
export function coverageImplied({ added, points, decimals = 1 }: CoverageImpliedInput): ImpliedDenominator {
  requireDecimals("coverageImplied", decimals);
  if (points.numerator < 0n) throw outOfRange("points", "above 0", exactText(points));
  if (points.numerator === 0n)
    throw new CalculationError("coverageImplied", "divisionByZero", { name: "points" });
  const hundredfold = 100n * BigInt(added);
  const exactly = toNumber(over(fraction(hundredfold), points));
  if (!Number.isFinite(exactly)) throw outOfRange("the denominator", "a number that a cell can hold", "more");
  const units = unitsOf(over(points, fraction(100n)), decimals);
  // As printed, 2 units - 1 <= twice / denominator < 2 units + 1: a half goes up.
  const twice = 2n * hundredfold * 10n ** BigInt(decimals);
  const lowest = twice / (2n * units + 1n) + 1n;
  if (units === 0n) return { exactly, lowest: denominator("lowest", lowest), highest: undefined };
  const highest = twice / (2n * units - 1n);
  if (highest < lowest) return { exactly, lowest: undefined, highest: undefined };
  return { exactly, lowest: denominator("lowest", lowest), highest: denominator("highest", highest) };
}

function denominator(name: "lowest" | "highest", whole: bigint): Count {
  const value = Number(whole);
  if (!isCount(value)) throw outOfRange(`the ${name} denominator`, "at most 2^53-1", String(whole));
  return value;
}

function outOfRange(name: string, requirement: string, found: string): CalculationError {
  return new CalculationError("coverageImplied", "outOfRange", { name, requirement, found });
}
