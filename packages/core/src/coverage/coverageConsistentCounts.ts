import { CalculationError } from "../errors.ts";
import { type Count, count, isCount } from "../exact/count.ts";
import { type Fraction, fraction, times } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import {
  isRateItself,
  isUnrounded,
  type PrintedRate,
  requireDecimals,
  unitsOf,
  unitsOfAll,
} from "./printedRate.ts";

/** How many units are eligible, and the rate that was printed. */
export interface CoverageConsistentCountsInput extends PrintedRate {
  /** Eligible units. */
  readonly eligible: Count;
}

/** An interval of whole numbers; both ends belong to it. */
export interface CountInterval {
  /** The smallest count. */
  readonly lowest: Count;
  /** The largest count. */
  readonly highest: Count;
}

/**
 * The covered counts that a printed percentage can come from.
 *
 * All counts for which {@link coverageConsistent} holds; they are an interval. The one surprise: there may be none, as
 * for 91.5 % of 7; and 99.9 % includes all but one of however many, since an honest text says 100 only for all. A
 * figure with more decimals than `decimals` comes only from counts of which it is the rate itself, to fifteen digits.
 *
 * **Units.** `printed` is a fraction of one: 0.915, not 91.5. `undefined` where no count up to 2^53-1 prints it.
 *
 * **Errors.** `divisionByZero` where nothing is eligible; `outOfRange` for decimals outside 0 to 15.
 *
 * **Source.** N. J. L. Brown and J. A. J. Heathers, The GRIM Test, Social Psychological and Personality Science 8
 * (2017): which whole numbers a printed figure can come from.
 *
 * @throws CalculationError `divisionByZero` where nothing is eligible
 * @throws CalculationError `outOfRange` for decimals outside 0 to 15
 *
 * @example
 * coverageConsistentCounts({ eligible: count(6573), printed: exact("0.915") }) //=> { lowest: 6012, highest: 6017 }
 * coverageConsistentCounts({ eligible: count(7), printed: exact("0.915") }) //=> undefined
 * coverageConsistentCounts({ eligible: count(0), printed: exact("0.915") }) //=> throws divisionByZero
 */
export function coverageConsistentCounts(input: CoverageConsistentCountsInput): CountInterval | undefined {
  const { eligible, printed, decimals = 1 } = input;
  requireDecimals("coverageConsistentCounts", decimals);
  if (eligible === 0)
    throw new CalculationError("coverageConsistentCounts", "divisionByZero", { name: "eligible" });
  if (printed.numerator < 0n) return undefined;
  if (isUnrounded(printed, decimals)) return countsAround(printed, eligible);
  const [units, all] = [unitsOf(printed, decimals), unitsOfAll(decimals)];
  const whole = BigInt(eligible);
  /** The smallest count that ordinary rounding prints as so many units or more. */
  const reaching = (least: bigint): bigint => round(fraction((2n * least - 1n) * whole, 2n * all), "ceiling");
  let [lowest, highest] = [units === 0n ? 0n : reaching(units), reaching(units + 1n) - 1n];
  // An honest text keeps off 0 and 100: what would round there stands one unit beside it.
  if (units === 1n) lowest = 1n;
  if (units === all - 1n) highest = whole - 1n;
  if (units === all + 1n) lowest = whole + 1n;
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  if (highest > most) highest = most;
  return lowest > highest ? undefined : { lowest: count(Number(lowest)), highest: count(Number(highest)) };
}

/** The counts whose rate a figure is to fifteen digits: at most one of few units, and some of very many. */
function countsAround(printed: Fraction, eligible: Count): CountInterval | undefined {
  const fits = (covered: number): boolean => isCount(covered) && isRateItself(printed, { covered, eligible });
  // Beyond the largest count none fits, but those just below it may.
  const whole = Number(round(times(printed, fraction(BigInt(eligible))), "floor"));
  const below = Math.min(whole, Number.MAX_SAFE_INTEGER);
  const start = fits(below) ? below : below + 1;
  if (!fits(start)) return undefined;
  let [lowest, highest] = [start, start];
  while (fits(lowest - 1)) lowest -= 1;
  while (fits(highest + 1)) highest += 1;
  return { lowest: count(lowest), highest: count(highest) };
}
