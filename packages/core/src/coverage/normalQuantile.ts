import { type Fraction, fraction, minus, toNumber } from "../exact/fraction.ts";

const half = fraction(1n, 2n);

/** A quotient of two polynomials, the coefficients from the constant one on. */
interface RationalFunction {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** In the middle, of the squared distance from one half. */
const central: RationalFunction = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.693765509461, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};
/** Outside it, of the square root of minus the logarithm of the tail. */
const outer: RationalFunction = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
/** The same, for tails below e^-25. */
const outermost: RationalFunction = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/**
 * The standard normal deviate that lies above a given share of the distribution.
 *
 * Wichura's rational functions, right to about the last digit of a double. The probability is a fraction, so that a
 * tail of 1 - 0.999999 keeps all its digits.
 *
 * **Units.** `probability` lies above 0 and below 1.
 *
 * **Source.** M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics
 * 37 (1988) 477-484, routine PPND16.
 */
export function normalQuantile(probability: Fraction): number {
  const offCentre = minus(probability, half);
  const distance = toNumber(offCentre);
  if (Math.abs(distance) <= 0.425) return distance * valueAt(central, 0.180625 - distance * distance);
  const isUpper = distance > 0;
  const tail = toNumber(isUpper ? minus(fraction(1n), probability) : probability);
  const depth = Math.sqrt(-Math.log(tail));
  const deviate = depth <= 5 ? valueAt(outer, depth - 1.6) : valueAt(outermost, depth - 5);
  return isUpper ? deviate : -deviate;
}

function valueAt({ numerator, denominator }: RationalFunction, x: number): number {
  return polynomialAt(numerator, x) / polynomialAt(denominator, x);
}

/** A polynomial at a point, by Horner's rule. */
function polynomialAt(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
