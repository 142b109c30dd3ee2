import { bitLength, type Fraction, fraction } from "../exact/fraction.ts";

/** Binary digits that a root is carried to beyond those of a double. */
const rootBits = 160;

/** The square root of a fraction that is not negative: exact if it is one, else cut after more digits than any double has. */
export function squareRoot(square: Fraction): Fraction {
  const { numerator, denominator } = fraction(square.numerator, square.denominator);
  const exact = fraction(wholeRoot(numerator), wholeRoot(denominator));
  if (exact.numerator ** 2n === numerator && exact.denominator ** 2n === denominator) return exact;
  const bits = BigInt(rootBits + bitLength(denominator));
  return { numerator: wholeRoot((numerator << (2n * bits)) / denominator), denominator: 1n << bits };
}

/** The largest whole number whose square is not above another; by Newton, from above. */
function wholeRoot(square: bigint): bigint {
  if (square === 0n) return 0n;
  let root = 1n << BigInt(Math.ceil(bitLength(square) / 2));
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
