import { Fraction, type FractionLike, fractionOf, one } from "./fraction.ts";

/** Digits kept after the point while a series is summed: many more than any double has. */
const bits = 320n;
const unit = 1n << bits;

const fixed = (value: FractionLike): bigint => (value.numerator << bits) / value.denominator;
const loosened = (value: bigint): Fraction => new Fraction(value, unit);
const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;

/** 2 (x + x^3/3 + x^5/5 + ...), which is ln((1 + x)/(1 - x)). */
function areaTangent(x: bigint): bigint {
  // Cutting off goes down, so that a term below zero would never come to an end.
  if (x < 0n) return -areaTangent(-x);
  const square = times(x, x);
  let [sum, term] = [0n, x];
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += term / odd;
    term = times(term, square);
  }
  return 2n * sum;
}

const logOfTwo = areaTangent(unit / 3n);

/** The natural logarithm of a fraction above zero: halved or doubled to be near one, then its series. */
export function logarithm(value: FractionLike): Fraction {
  const exact = fractionOf(value);
  let [near, twos] = [exact, 0n];
  const lengths = BigInt(exact.numerator.toString(2).length - exact.denominator.toString(2).length);
  if (lengths !== 0n) {
    const power = new Fraction(1n << (lengths < 0n ? -lengths : lengths));
    near = lengths > 0n ? exact.over(power) : exact.times(power);
    twos = lengths;
  }
  return loosened(areaTangent(fixed(near.minus(one).over(near.plus(one)))) + twos * logOfTwo);
}

/** e to the power of a number, by its series of a small part of the number, squared back. */
export function exponential(value: FractionLike): Fraction {
  const exact = fractionOf(value);
  if (exact.numerator < 0n) return one.over(exponential(exact.negative()));
  const halvings = BigInt(exact.floor().toString(2).length + 8);
  const small = fixed(exact) >> halvings;
  let [sum, term] = [unit, unit];
  for (let place = 1n; term !== 0n; place += 1n) {
    term = times(term, small) / place;
    sum += term;
  }
  for (let left = halvings; left > 0n; left -= 1n) sum = times(sum, sum);
  return loosened(sum);
}

/** The square root of a number from zero on, by Newton's method in whole numbers, from above. */
export function squareRoot(value: FractionLike): Fraction {
  const exact = fractionOf(value);
  if (exact.numerator === 0n) return exact;
  // A root of a tiny or a huge number keeps as many digits as one of a middling number.
  const scale = bits + BigInt(exact.denominator.toString(2).length);
  const target = (exact.numerator << (2n * scale)) / exact.denominator;
  let root = 1n << BigInt(Math.ceil(target.toString(2).length / 2) + 1);
  for (let next = (root + target / root) / 2n; next < root; next = (root + target / root) / 2n) root = next;
  return new Fraction(root, 1n << scale);
}

/** The share of the standard normal distribution between the middle and a point from zero on, by its series. */
function normalShare(point: bigint): bigint {
  // x - x^3/(2 3) + x^5/(2^2 2! 5) - ..., over the root of 2 pi.
  const half = times(point, point) / 2n;
  let [sum, term] = [0n, point];
  for (let place = 0n; term !== 0n; place += 1n) {
    sum += (place % 2n === 0n ? term : -term) / (2n * place + 1n);
    term = times(term, half) / (place + 1n);
  }
  return (sum * unit) / fixed(squareRoot(new Fraction(2n).times(pi)));
}

/** Machin's formula: 16 atan(1/5) - 4 atan(1/239). */
function arcTangent(inverse: bigint): bigint {
  let [sum, term] = [0n, unit / inverse];
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += (odd % 4n === 1n ? term : -term) / odd;
    term /= inverse * inverse;
  }
  return sum;
}

const pi = loosened(16n * arcTangent(5n) - 4n * arcTangent(239n));
const known = new Map<string, Fraction>();

/** The normal deviate between which and its opposite a share of the distribution lies, by halving. */
export function normalDeviate(share: Fraction): Fraction {
  const name = `${share.numerator}/${share.denominator}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const wanted = fixed(share) / 2n;
  let [low, high] = [0n, 12n * unit];
  for (let step = 0; step < 130; step += 1) {
    const middle = (low + high) / 2n;
    if (normalShare(middle) < wanted) low = middle;
    else high = middle;
  }
  const deviate = loosened(low);
  known.set(name, deviate);
  return deviate;
}
