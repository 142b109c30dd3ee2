import { bitLength, type Fraction, toNumber } from "./fraction.ts";

/** A natural logarithm and how often it counts in a sum. */
export interface WeightedLog {
  /** How often it counts; at most once. */
  readonly factor: Fraction;
  /** What the logarithm is taken of; above zero. */
  readonly of: Fraction;
}

const firstBits = 128;
/** Bits that the sum is to be sure of: those of a double, and many more than rounding could hang on. */
const sureBits = 96;
/** A sum of which nothing is left at so many bits is nothing. */
const mostBits = 4096;

/**
 * The double nearest to a sum of natural logarithms of exact numbers, however much of it cancels.
 *
 * The logarithms are worked out in whole numbers with ever more bits until those left after cancelling are enough.
 */
export function nearestLogSum(terms: readonly WeightedLog[]): number {
  const counted = terms.filter(({ of }) => of.numerator !== of.denominator);
  if (counted.length === 0) return 0;
  const unsureBits = bitLength(BigInt(counted.length)) + 2;
  for (let bits = firstBits; ; bits *= 2) {
    let sum = 0n;
    for (const { factor, of } of counted) {
      sum += (factor.numerator * naturalLog(of, BigInt(bits))) / factor.denominator;
    }
    if (bitLength(sum) - unsureBits >= sureBits || bits >= mostBits) {
      return toNumber({ numerator: sum, denominator: 1n << BigInt(bits) });
    }
  }
}

/** A natural logarithm times 2^bits, cut: the mantissa between 2/3 and 4/3 by series, its exponent by the logarithm of 2. */
function naturalLog({ numerator, denominator }: Fraction, bits: bigint): bigint {
  let exponent = bitLength(numerator) - bitLength(denominator);
  // numerator / denominator / 2^exponent lies between 1/2 and 2.
  let [top, bottom] = scaledBy(numerator, denominator, -exponent);
  if (3n * top < 2n * bottom) [exponent, top] = [exponent - 1, top << 1n];
  else if (3n * top >= 4n * bottom) [exponent, bottom] = [exponent + 1, bottom << 1n];
  const guard = bits + 16n;
  const mantissa = logNearOne(top, bottom, guard);
  const two = exponent === 0 ? 0n : BigInt(exponent) * logOfTwo(guard);
  return (mantissa + two) >> 16n;
}

function scaledBy(numerator: bigint, denominator: bigint, shift: number): [bigint, bigint] {
  return shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)];
}

/** ln 2 = 2 atanh(1/3). */
function logOfTwo(bits: bigint): bigint {
  return logNearOne(2n, 1n, bits);
}

/** ln(top / bottom) = 2 atanh(z) = 2 (z + z^3/3 + z^5/5 + ...) with z = (top - bottom) / (top + bottom). */
function logNearOne(top: bigint, bottom: bigint, bits: bigint): bigint {
  const z = ((top - bottom) << bits) / (top + bottom);
  const square = (z * z) >> bits;
  let sum = 0n;
  for (let power = z, odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> bits;
  }
  return 2n * sum;
}
