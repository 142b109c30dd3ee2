import { bitLength, type Fraction } from "../exact/fraction.ts";
import { type Enclosure, power, scaled } from "./enclosure.ts";
import { naturalLog } from "./logarithm.ts";

/** A rational root and which root it is: root to the power of degree is the number it was taken of. */
export interface RationalRoot {
  /** The root. */
  readonly root: Fraction;
  /** Its degree; 1 or more. */
  readonly degree: number;
}

/** The root of a fraction above zero, if that root is a fraction too. */
export function rationalRoot(value: Fraction, degree: number): Fraction | undefined {
  const numerator = wholeRoot(value.numerator, degree);
  if (numerator === undefined) return undefined;
  const denominator = wholeRoot(value.denominator, degree);
  return denominator === undefined ? undefined : { numerator, denominator };
}

function wholeRoot(value: bigint, degree: number): bigint | undefined {
  if (value === 1n || degree === 1) return value;
  const length = bitLength(value);
  if (degree >= length) return undefined;
  // The root of what a double holds is a whole number only if its double is within a billionth of one.
  const root = length <= 53 ? BigInt(Math.round(Number(value) ** (1 / degree))) : rootByBits(value, degree);
  return root ** BigInt(degree) === value ? root : undefined;
}

/** The largest whole number whose power is not above the value, bit by bit. */
function rootByBits(value: bigint, degree: number): bigint {
  let root = 0n;
  for (let bit = 1n << BigInt(Math.ceil(bitLength(value) / degree)); bit > 0n; bit >>= 1n) {
    if ((root | bit) ** BigInt(degree) <= value) root |= bit;
  }
  return root;
}

/** The rational root of the highest degree that divides the periods; where there is none, the fraction itself. */
export function deepestRoot(value: Fraction, periods: number): RationalRoot {
  const longest = Math.max(bitLength(value.numerator), bitLength(value.denominator));
  const isOne = value.numerator === value.denominator;
  for (let degree = isOne ? periods : Math.min(periods, longest); degree > 1; degree -= 1) {
    const root = periods % degree === 0 ? rationalRoot(value, degree) : undefined;
    if (root !== undefined) return { root, degree };
  }
  return { root: value, degree: 1 };
}

/**
 * Encloses the root of a fraction above zero, nearly as closely as that many bits allow.
 *
 * Newton's method from the double nearest to the root; then the bounds are proved, by raising them to the power.
 */
export function enclosedRoot(value: Fraction, degree: number, bits: bigint): Enclosure {
  const order = naturalLog(value) / Math.LN2 / degree;
  const whole = Math.floor(order);
  const exponent = whole - Number(bits);
  let root = BigInt(Math.round(2 ** (order - whole) * 2 ** 52)) << (bits - 52n);
  // Each step doubles the correct bits, except for what a degree of up to a million costs.
  for (let correct = 40n; correct < bits; correct = 2n * correct - 20n) {
    const raised = power({ low: root, high: root, exponent }, degree, bits);
    const [found, wanted] = sameScale(raised.low, raised.exponent, value);
    root += (root * (wanted - found)) / (found * BigInt(degree));
  }
  for (let slack = 1n << 16n; ; slack <<= 8n) {
    const below = power({ low: root - slack, high: root - slack, exponent }, degree, bits);
    const above = power({ low: root + slack, high: root + slack, exponent }, degree, bits);
    const [least, wanted] = sameScale(below.high, below.exponent, value);
    const [most, wantedAbove] = sameScale(above.low, above.exponent, value);
    if (least <= wanted && wantedAbove <= most) return { low: root - slack, high: root + slack, exponent };
  }
}

/** The whole numbers, in one scale, of mantissa x 2^exponent and of a fraction. */
function sameScale(mantissa: bigint, exponent: number, value: Fraction): readonly [bigint, bigint] {
  const { numerator, denominator } = scaled(mantissa, 1n, exponent);
  return [numerator * value.denominator, value.numerator * denominator];
}
