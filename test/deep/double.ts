import { Fraction, type FractionLike, fractionOf } from "./fraction.ts";

const view = new DataView(new ArrayBuffer(8));
const fractionBits = 52n;
const infinity = 0x7ff0000000000000n;

/** The double with these bits. */
function doubleOfBits(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** The exact number that a double stands for, read from its bits. */
export function exactOf(double: number): Fraction {
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> fractionBits) & 0x7ffn;
  const digits = bits & ((1n << fractionBits) - 1n);
  const [whole, power] =
    exponent === 0n ? [digits, -1074n] : [digits | (1n << fractionBits), exponent - 1075n];
  const size = power >= 0n ? new Fraction(whole << power) : new Fraction(whole, 1n << -power);
  return bits >> 63n === 0n ? size : size.negative();
}

/**
 * The double nearest to an exact number, the even one of two that are as near; Infinity beyond the largest.
 *
 * By definition, not by division: the doubles from zero on are in the order of their bits, so the two around the number
 * are found by halving the bits, and the nearer is taken.
 */
export function nearestDouble(value: FractionLike): number {
  // A number too small for any double is zero, which has no sign here.
  if (value.numerator < 0n) return 0 - nearestDouble({ ...value, numerator: -value.numerator });
  const exact = fractionOf(value);
  let [low, high] = bracketOf(exact);
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (exactOf(doubleOfBits(middle)).compare(exact) <= 0) low = middle;
    else high = middle;
  }
  // Beyond the largest double stands, for rounding, the power of two that would be next.
  const above = high === infinity ? new Fraction(1n << 1024n) : exactOf(doubleOfBits(high));
  const [down, up] = [exact.minus(exactOf(doubleOfBits(low))), above.minus(exact)];
  const nearer = down.compare(up) || (low % 2n === 0n ? -1 : 1);
  return doubleOfBits(nearer < 0 ? low : high);
}

/** Bits of two doubles with the number between them: a few around a guess if they hold it, else all there are. */
function bracketOf(exact: Fraction): readonly [bigint, bigint] {
  view.setFloat64(0, Number(exact.numerator) / Number(exact.denominator));
  const guess = view.getBigUint64(0);
  const [low, high] = [guess - 4n, guess + 4n];
  if (low < 0n || high >= infinity) return [0n, infinity];
  const isInside =
    exactOf(doubleOfBits(low)).compare(exact) <= 0 && exactOf(doubleOfBits(high)).compare(exact) > 0;
  return isInside ? [low, high] : [0n, infinity];
}

/** The distance from a double to the next one away from zero. */
export function spacingAt(double: number): Fraction {
  view.setFloat64(0, Math.abs(double));
  const bits = view.getBigUint64(0);
  return exactOf(doubleOfBits(bits + 1n)).minus(exactOf(doubleOfBits(bits)));
}

/** Half-way points below and above a positive double: what lies between them is nearest to it. */
export function boundariesOf(double: number): readonly [Fraction, Fraction] {
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  const two = new Fraction(2n);
  const [below, here, above] = [bits - 1n, bits, bits + 1n].map((each) => exactOf(doubleOfBits(each)));
  return [(below ?? two).plus(here ?? two).over(two), (here ?? two).plus(above ?? two).over(two)];
}
