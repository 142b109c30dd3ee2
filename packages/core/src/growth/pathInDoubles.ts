import type { Fraction } from "../exact/fraction.ts";
import { upperHalf } from "../exact/upperHalf.ts";

/** A number as the sum of two doubles, the second too small to change the first: about 106 bits. */
interface DoublePair {
  /** The nearest double. */
  readonly high: number;
  /** What it lacks. */
  readonly low: number;
}

/** How far a step may take a pair off, as a share of it: 7 of these sixteenths are proved, one more is the factor's own. */
const stepError = 2 ** -102;

/** Between it and its inverse, neither a product nor what its rounding lost leaves the range of doubles. */
const largest = 2 ** 800;

/**
 * The values of a geometric path as the nearest doubles, from pairs of doubles, or `undefined` where that is not sure.
 *
 * It is not where a value lies so near to the middle of two doubles that its pair cannot tell, where a number of the
 * input is longer than a double, or where a value is zero or near the ends of what doubles hold.
 *
 * **Source.** M. Joldes, J.-M. Muller and V. Popescu, "Tight and rigorous error bounds for basic building blocks of
 * double-word arithmetic", ACM Transactions on Mathematical Software 44 (2017), algorithm 10.
 */
export function pathInDoubles(
  seed: Fraction,
  factor: Fraction,
  steps: number,
): readonly number[] | undefined {
  let value = pairOf(seed);
  const multiplier = pairOf(factor);
  if (value === undefined || multiplier === undefined) return undefined;
  const values: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    value = product(value, multiplier);
    const { high, low } = value;
    const error = high * (step + 1) * stepError;
    const isSure = high + (low - error) === high && high + (low + error) === high;
    if (!isSure || high > largest || high < 1 / largest) return undefined;
    values.push(high);
  }
  return values;
}

/** A quotient of numbers that doubles hold; what the first division lacks is exact before the second. */
function pairOf({ numerator, denominator }: Fraction): DoublePair | undefined {
  const [top, bottom] = [Number(numerator), Number(denominator)];
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom)) return undefined;
  const high = top / bottom;
  const multiple = high * bottom;
  return { high, low: (top - multiple - lostInProduct(high, bottom, multiple)) / bottom };
}

function product(a: DoublePair, b: DoublePair): DoublePair {
  const first = a.high * b.high;
  const rest = lostInProduct(a.high, b.high, first) + (a.high * b.low + a.low * b.high);
  const high = first + rest;
  return { high, low: rest - (high - first) };
}

/** What rounding took from a product of two doubles, exactly (T. J. Dekker 1971). */
function lostInProduct(a: number, b: number, rounded: number): number {
  const [upperA, upperB] = [upperHalf(a), upperHalf(b)];
  const [lowerA, lowerB] = [a - upperA, b - upperB];
  return lowerA * lowerB - (rounded - upperA * upperB - lowerA * upperB - upperA * lowerB);
}
