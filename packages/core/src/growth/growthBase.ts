import type { Count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, plus, toNumber } from "../exact/fraction.ts";
import { enclosed } from "./enclosure.ts";
import { mostPeriods, type RoundingPlace } from "./growthPath.ts";
import type { GrowthRounding } from "./growthRounding.ts";
import { naturalLog } from "./logarithm.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";
import { powerValue, workingBits } from "./powerPath.ts";
import { greatestWhole, type Interval, leastWhole, valuesRoundedTo } from "./roundedValues.ts";

/** A value that was reached, and how it grew. */
export interface GrowthBaseInput {
  /** The value in the end, as it was printed; 0 or more. */
  readonly end: Fraction;
  /** The growth of one period as a fraction of one; above -1. */
  readonly rate: Fraction;
  /** How many periods lie between base and end; at most 1,048,575. */
  readonly periods: Count;
  /** How the values of the path became whole; nearest if not said. */
  readonly rounding?: GrowthRounding | undefined;
  /** Where they did; end if not said. */
  readonly place?: RoundingPlace | undefined;
}

/** The base behind a value. */
export interface GrowthBase {
  /** The base from which the path reaches the value without any rounding. */
  readonly base: number;
  /** The lowest whole base from which the rounded path reaches it; `undefined` where none does. */
  readonly lowest: number | undefined;
  /** The highest such base; every whole number between the two does it too. */
  readonly highest: number | undefined;
}

/**
 * The base that a value implies: exactly, and the whole numbers that round to it.
 *
 * The exact base is end / (1 + rate)^periods, a spreadsheet's PV. The whole ones are found by stepping the rounding
 * backwards, so they are those from which `growthPath` prints the end. The one surprise: there may be none. 650 after
 * one year at 20 % comes from 542 only; after two years from no whole number, unless each year is rounded, and then
 * from 452.
 *
 * **Units.** In the unit of the end; 0.2 means 20 % a period. Beyond 2^53 a whole base is the double nearest to it.
 * Without rounding, a whole base must reach the end exactly.
 *
 * **Errors.** `outOfRange` for an end below 0, a rate that is not above -1, too many periods, or a base beyond the
 * largest double.
 *
 * **Source.** Present value as in any textbook, P = S / (1 + i)^n, e.g. S. G. Kellison, The Theory of Interest,
 * chapter 1.
 *
 * @throws CalculationError `outOfRange` when the end is below 0 or the rate is not above -1
 * @throws CalculationError `outOfRange` when there are more than 1,048,575 periods
 * @throws CalculationError `outOfRange` when a base is beyond the largest double
 *
 * @example
 * const plan = { end: exact(650), rate: exact("0.2") };
 * growthBase({ ...plan, periods: count(1) }) //=> { base: 1625 / 3, lowest: 542, highest: 542 }
 * growthBase({ ...plan, periods: count(2) }).lowest //=> undefined
 * growthBase({ ...plan, periods: count(2), place: "each" }).lowest //=> 452
 * growthBase({ ...plan, rate: exact(-1), periods: count(1) }) //=> throws outOfRange
 */
export function growthBase({
  end,
  rate,
  periods,
  rounding = "nearest",
  place = "end",
}: GrowthBaseInput): GrowthBase {
  checkInput(end, rate, periods);
  const growth = { factor: plus(rate, fraction(1n)), periods };
  const base = finite(grownBack(end, growth, toNumber));
  const whole =
    place === "each" && rounding !== "none"
      ? basesRoundedEach(end, growth, rounding)
      : basesRoundedAtEnd(end, growth, rounding);
  return whole === undefined || whole.lowest > whole.highest
    ? { base, lowest: undefined, highest: undefined }
    : { base, lowest: finite(whole.lowest), highest: finite(whole.highest) };
}

function checkInput(end: Fraction, rate: Fraction, periods: Count): void {
  if (end.numerator < 0n) throw outOfRange("growthBase", "end", "0 or more", exactText(end));
  if (rate.numerator <= -rate.denominator)
    throw outOfRange("growthBase", "rate", "above -1", exactText(rate));
  if (periods > mostPeriods) {
    throw outOfRange("growthBase", "periods", `at most ${mostPeriods}`, String(periods));
  }
}

interface Bases {
  readonly lowest: bigint;
  readonly highest: bigint;
}

interface Growth {
  readonly factor: Fraction;
  readonly periods: Count;
}

/** Rounded once: the interval of values that become the end, taken back in one go. */
function basesRoundedAtEnd(end: Fraction, growth: Growth, rounding: GrowthRounding): Bases | undefined {
  const values = rounding === "none" ? onlyValue(end) : wholeEnd(end, rounding);
  if (values === undefined) return undefined;
  const { low, high, hasLow, hasHigh } = values;
  return {
    lowest: low.numerator < 0n ? 0n : grownBack(low, growth, (value) => leastWhole(value, hasLow)),
    highest: grownBack(high, growth, (value) => greatestWhole(value, hasHigh)),
  };
}

function onlyValue(value: Fraction): Interval {
  return { low: value, hasLow: true, high: value, hasHigh: true };
}

function wholeEnd(
  { numerator, denominator }: Fraction,
  rounding: Exclude<GrowthRounding, "none">,
): Interval | undefined {
  return denominator === 1n
    ? valuesRoundedTo({ lowest: numerator, highest: numerator }, rounding)
    : undefined;
}

/** Rounded at each step, which never turns an order round: what leads to an interval is an interval, step by step. */
function basesRoundedEach(
  end: Fraction,
  { factor, periods }: Growth,
  rounding: Exclude<GrowthRounding, "none">,
): Bases | undefined {
  if (end.denominator !== 1n) return undefined;
  let bases: Bases = { lowest: end.numerator, highest: end.numerator };
  for (let left: number = periods; left > 0 && bases.lowest <= bases.highest; left -= 1) {
    const { low, high, hasLow, hasHigh } = valuesRoundedTo(bases, rounding);
    const before = {
      lowest: leastWhole(dividedBy(factor, low), hasLow),
      highest: greatestWhole(dividedBy(factor, high), hasHigh),
    };
    // What leads to itself leads to itself however often.
    if (before.lowest === bases.lowest && before.highest === bases.highest) break;
    finite(before.highest);
    bases = before;
  }
  return bases;
}

/** Not in lowest terms, which a million steps would pay for and no rounding needs. */
function dividedBy(factor: Fraction, { numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator * factor.denominator, denominator: denominator * factor.numerator };
}

/** The natural logarithm of more than the largest double. */
const beyondDoubles = 710;

/** A value divided by the factor as often as there are periods, finished exactly. */
function grownBack<Value>(
  value: Fraction,
  { factor, periods }: Growth,
  finish: (base: Fraction) => Value,
): Value {
  // Asked first, since powers that end beyond every double may not even fit the memory.
  if (value.numerator > 0n && naturalLog(value) - periods * naturalLog(factor) > beyondDoubles) {
    throw tooLarge("growthBase", "the base");
  }
  const back = { top: enclosed(factor.denominator), bottom: enclosed(factor.numerator) };
  const bits = workingBits(value, factor);
  return powerValue({ seed: value, factor: () => back, step: periods, bits, finish });
}

function finite(base: bigint | number): number {
  const number = Number(base);
  if (!Number.isFinite(number)) throw tooLarge("growthBase", "the base");
  return number;
}
