import { bitLength, type Fraction, fraction } from "./fraction.ts";
import { integerRoot } from "./integerRoot.ts";

/** Binary digits that a root is carried to beyond those of a double. */
const rootBits = 192;

/** The square root of a fraction that is not negative: exact if it is one, else cut after more digits than any double has. */
export function squareRoot(square: Fraction): Fraction {
  const reduced = fraction(square.numerator, square.denominator);
  return rationalRoot(reduced) ?? cutRoot(reduced);
}

/** The square root of a fraction in lowest terms where it is a fraction too. */
export function rationalRoot({ numerator, denominator }: Fraction): Fraction | undefined {
  const [top, bottom] = [integerRoot(numerator, 2), integerRoot(denominator, 2)];
  if (top * top !== numerator || bottom * bottom !== denominator) return undefined;
  return { numerator: top, denominator: bottom };
}

function cutRoot({ numerator, denominator }: Fraction): Fraction {
  const bits = BigInt(rootBits + bitLength(denominator));
  return { numerator: integerRoot((numerator << (2n * bits)) / denominator, 2), denominator: 1n << bits };
}
