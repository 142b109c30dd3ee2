import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import {
  compareFractions,
  type comparePowers,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
  toNumber,
} from "./fraction.ts";
import { absolute, bitsOf, fractions, positives, same, wholes } from "./numbers.laws.ts";

/** Two whole numbers without a common divisor: neighbours in the convergents of a continued fraction. */
const coprimes = fc
  .array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .map((quotients) => {
    let [last, beforeLast] = [1n, 0n];
    for (const quotient of quotients) [last, beforeLast] = [quotient * last + beforeLast, last];
    return { numerator: last, denominator: beforeLast };
  });

export const fractionLaws: readonly Law<typeof fraction>[] = [
  {
    name: "equal quotients are written alike, in lowest terms",
    property: (calculator) =>
      fc.property(coprimes, positives, fc.boolean(), (lowest, factor, negative) => {
        const numerator = negative ? -lowest.numerator : lowest.numerator;
        return same(calculator(numerator * factor, lowest.denominator * factor), {
          numerator,
          denominator: lowest.denominator,
        });
      }),
    broken: (numerator, denominator) => ({ numerator, denominator: denominator ?? 1n }),
  },
  {
    name: "the sign stands above the line",
    property: (calculator) =>
      fc.property(
        wholes,
        positives,
        (numerator, denominator) =>
          calculator(numerator, -denominator).denominator > 0n &&
          same(calculator(numerator, -denominator), calculator(-numerator, denominator)),
      ),
    broken: (numerator, denominator) =>
      denominator !== undefined && denominator < 0n
        ? { numerator, denominator }
        : fraction(numerator, denominator),
  },
];

/** The four operations, of which the laws say how they go together. */
interface Arithmetic {
  readonly plus: typeof plus;
  readonly minus: typeof minus;
  readonly times: typeof times;
  readonly over: typeof over;
}

const arithmetic: Arithmetic = { plus, minus, times, over };

export const arithmeticLaws: readonly Law<Arithmetic>[] = [
  {
    name: "parts over one line add up above it",
    property: (calculator) =>
      fc.property(wholes, wholes, positives, (a, b, line) =>
        same(calculator.plus(fraction(a, line), fraction(b, line)), fraction(a + b, line)),
      ),
    broken: {
      ...arithmetic,
      plus: (a, b) => fraction(a.numerator + b.numerator, a.denominator + b.denominator),
    },
  },
  {
    name: "a sum does not depend on the order or the grouping of its parts",
    property: (calculator) =>
      fc.property(
        fractions,
        fractions,
        fractions,
        (a, b, c) =>
          same(calculator.plus(a, b), calculator.plus(b, a)) &&
          same(calculator.plus(calculator.plus(a, b), c), calculator.plus(a, calculator.plus(b, c))),
      ),
    broken: { ...arithmetic, plus: (a, b) => bitsOf(toNumber(a) + toNumber(b)) },
  },
  {
    name: "a product distributes over a sum",
    property: (calculator) =>
      fc.property(fractions, fractions, fractions, (a, b, c) =>
        same(
          calculator.times(a, calculator.plus(b, c)),
          calculator.plus(calculator.times(a, b), calculator.times(a, c)),
        ),
      ),
    broken: { ...arithmetic, times: (a, b) => bitsOf(toNumber(a) * toNumber(b)) },
  },
  {
    name: "a difference undoes a sum",
    property: (calculator) =>
      fc.property(fractions, fractions, (a, b) => same(calculator.minus(calculator.plus(a, b), b), a)),
    broken: { ...arithmetic, minus: (a, b) => (compareFractions(a, b) > 0 ? minus(a, b) : minus(b, a)) },
  },
  {
    name: "a quotient undoes a product",
    property: (calculator) =>
      fc.property(fractions, fractions, (a, b) => {
        fc.pre(b.numerator !== 0n);
        return same(calculator.over(calculator.times(a, b), b), a);
      }),
    broken: {
      ...arithmetic,
      over: (a, b) => fraction((a.numerator * b.denominator) / (a.denominator * b.numerator)),
    },
  },
];

/** Fractions so near to each other that doubles, or a tolerance, would take them for equal. */
const neighbours = fc
  .tuple(fractions, fc.array(fc.bigInt({ min: -1n, max: 1n }), { minLength: 3, maxLength: 3 }))
  .map(([base, steps]) => steps.map((step) => plus(base, fraction(step, 10n ** 9n))));
const triples = fc.oneof(neighbours, fc.array(fractions, { minLength: 3, maxLength: 3 }));

export const compareFractionsLaws: readonly Law<typeof compareFractions>[] = [
  {
    name: "the order is total: swapping the two turns the sign",
    property: (calculator) =>
      fc.property(triples, ([a, b]) => Math.sign(calculator(a!, b!)) === 0 - Math.sign(calculator(b!, a!))),
    broken: (a, b) => (compareFractions(a, b) < 0 ? -1 : 1),
  },
  {
    name: "the order is transitive",
    property: (calculator) =>
      fc.property(triples, ([a, b, c]) => {
        const follows = calculator(a!, b!) <= 0 && calculator(b!, c!) <= 0;
        return !follows || calculator(a!, c!) <= 0;
      }),
    broken: (a, b) => {
      const difference = minus(a, b);
      const isNear = absolute(difference.numerator) * 10n ** 9n <= difference.denominator;
      return isNear ? 0 : Number(difference.numerator);
    },
  },
  {
    name: "only a number and itself compare as equal",
    property: (calculator) => fc.property(triples, ([a, b]) => (calculator(a!, b!) === 0) === same(a!, b!)),
    broken: (a, b) => toNumber(a) - toNumber(b),
  },
  {
    name: "more, by however little, is above",
    property: (calculator) =>
      fc.property(fractions, positives, (a, line) => calculator(plus(a, fraction(1n, line)), a) > 0),
    broken: (a, b) => toNumber(a) - toNumber(b),
  },
];

const smallPositives = fc
  .tuple(fc.bigInt({ min: 1n, max: 40n }), fc.bigInt({ min: 1n, max: 40n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
const exponents = fc.integer({ min: 0, max: 12 });

const power = (base: Fraction, exponent: number): Fraction =>
  Array.from({ length: exponent }, () => base).reduce(times, fraction(1n));
const comparePowersInDoubles: typeof comparePowers = (a, p, b, q) =>
  Math.sign(toNumber(a) ** p - toNumber(b) ** q);

export const comparePowersLaws: readonly Law<typeof comparePowers>[] = [
  {
    name: "powers compare as their products, multiplied out",
    property: (calculator) =>
      fc.property(
        smallPositives,
        exponents,
        smallPositives,
        exponents,
        (a, p, b, q) =>
          calculator(a, p, b, q) === Math.sign(Number(minus(power(a, p), power(b, q)).numerator)),
      ),
    broken: (a, p, b, q) => Math.sign(p * toNumber(a) - q * toNumber(b)),
  },
  {
    name: "c^q to the p is c^p to the q",
    property: (calculator) =>
      fc.property(
        smallPositives,
        exponents,
        exponents,
        (c, p, q) => calculator(power(c, q), p, power(c, p), q) === 0,
      ),
    broken: comparePowersInDoubles,
  },
  {
    name: "a base that is larger by however little has the larger power",
    property: (calculator) =>
      fc.property(
        smallPositives,
        exponents,
        positives,
        (c, p, line) => calculator(plus(c, fraction(1n, line)), p + 1, c, p + 1) > 0,
      ),
    broken: comparePowersInDoubles,
  },
];
