import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { type Fraction, fraction, toNumber } from "./fraction.ts";
import { beyond, bitsOf, finiteDoubles, fractions, wholes } from "./numbers.laws.ts";

/** Digits and an exponent, from far below the smallest double to far above the largest. */
const longDecimals = fc.tuple(wholes, fc.integer({ min: -400, max: 320 }));
/** A whole number that needs all 53 bits of a double. */
const fullMantissas = fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n });

const quotientOfDoubles = ({ numerator, denominator }: Fraction): number =>
  Number(numerator) / Number(denominator);

export const toNumberLaws: readonly Law<typeof toNumber>[] = [
  {
    name: "a decimal becomes the double that JavaScript reads from its text",
    property: (calculator) =>
      fc.property(longDecimals, ([digits, exponent]) => {
        const scale = 10n ** BigInt(Math.abs(exponent));
        const value = exponent < 0 ? fraction(digits, scale) : fraction(digits * scale);
        // Adding 0 makes of "-0e5", which JavaScript reads as minus zero, the zero that a fraction knows.
        return Object.is(calculator(value), Number(`${digits}e${exponent}`) + 0);
      }),
    broken: quotientOfDoubles,
  },
  {
    name: "a double comes back as itself",
    property: (calculator) => fc.property(finiteDoubles, (value) => calculator(bitsOf(value)) === value),
    broken: (value) => Number(toNumber(value).toPrecision(15)),
  },
  {
    name: "halfway between two doubles goes to the even one, a hair beside it to the nearer one",
    property: (calculator) =>
      fc.property(
        fullMantissas,
        fc.integer({ min: -900, max: 800 }),
        fc.constantFrom(-1n, 0n, 1n),
        (below, shift, hair) => {
          const top = (2n * below + 1n) * beyond + hair;
          const value =
            shift < 0 ? fraction(top, beyond << BigInt(-shift)) : fraction(top << BigInt(shift), beyond);
          const goesUp = hair > 0n || (hair === 0n && below % 2n === 1n);
          return calculator(value) === Number(goesUp ? below + 1n : below) * 2 ** (shift + 1);
        },
      ),
    broken: quotientOfDoubles,
  },
  {
    name: "a number and its opposite become opposite doubles",
    property: (calculator) =>
      fc.property(
        fractions,
        (value) => calculator(fraction(-value.numerator, value.denominator)) === 0 - calculator(value),
      ),
    broken: (value) => Math.abs(toNumber(value)),
  },
];
