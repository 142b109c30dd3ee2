import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { type Amount, type amount, type amountText, amountValue } from "./amount.ts";
import { type Count, count } from "./count.ts";
import { decimalsOf, decimalText, exact, exactText } from "./decimal.ts";
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
import { percentageText } from "./percentage.ts";
import { type compareRates, rate, rateValue } from "./rate.ts";
import { round, type RoundingRule } from "./rounding.ts";
import { type Weight, weightOf, type wholeWeights } from "./weight.ts";

// Generators. Whole numbers come small, around 2^53 where doubles end, and far beyond.

const beyond = 10n ** 60n;
const around2To53 = fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n });
const wholes = fc.oneof(
  fc.bigInt({ min: -12n, max: 12n }),
  around2To53,
  fc.bigInt({ min: -beyond, max: beyond }),
);
const naturals = wholes.map((value) => (value < 0n ? -value : value));
const positives = naturals.map((value) => value + 1n);
const decimals = fc.nat(15);
const fractions = fc
  .tuple(wholes, positives)
  .map(([numerator, denominator]) => fraction(numerator, denominator));
const decimalFractions = fc
  .tuple(wholes, fc.nat(40))
  .map(([digits, places]) => fraction(digits, 10n ** BigInt(places)));

/** Numbers exactly between two whole ones, a hair beside them, and anywhere. */
const roundables = fc.oneof(
  wholes.map((value) => fraction(2n * value + 1n, 2n)),
  fc
    .tuple(wholes, fc.constantFrom(-1n, 1n))
    .map(([value, hair]) => fraction((2n * value + 1n) * beyond + hair, 2n * beyond)),
  wholes.map((value) => fraction(value)),
  fractions,
);

/** Two whole numbers without a common divisor: neighbours in the convergents of a continued fraction. */
const coprimes = fc
  .array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .map((quotients) => {
    let [last, beforeLast] = [1n, 0n];
    for (const quotient of quotients) [last, beforeLast] = [quotient * last + beforeLast, last];
    return { numerator: last, denominator: beforeLast };
  });

/** A double as it is, to the last bit. */
function bitsOf(value: number): Fraction {
  let [scaled, denominator] = [value, 1n];
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return fraction(BigInt(scaled), denominator);
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
const same = (a: Fraction, b: Fraction): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

// Fractions.

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
export interface Arithmetic {
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

// Doubles.

/** Digits and an exponent, from far below the smallest double to far above the largest. */
const longDecimals = fc.tuple(wholes, fc.integer({ min: -400, max: 320 }));
/** A whole number that needs all 53 bits of a double. */
const fullMantissas = fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n });
const finiteDoubles = fc.double({ noNaN: true, noDefaultInfinity: true });

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

// Rounding. Each law says all that there is to a rule, so that only one whole number keeps it.

/** How far the rounded number lies above the number, in parts of the number's denominator. */
const riseOf = (value: Fraction, rounded: bigint): bigint => rounded * value.denominator - value.numerator;
const isJustAbove = (value: Fraction, rounded: bigint): boolean =>
  0n <= riseOf(value, rounded) && riseOf(value, rounded) < value.denominator;
const isJustBelow = (value: Fraction, rounded: bigint): boolean =>
  -value.denominator < riseOf(value, rounded) && riseOf(value, rounded) <= 0n;

const inDoubles = (value: Fraction): bigint => BigInt(Math.round(toNumber(value)));
const mirrorRules: Readonly<Record<RoundingRule, RoundingRule>> = {
  "half-away-from-zero": "half-away-from-zero",
  "half-to-even": "half-to-even",
  ceiling: "floor",
  floor: "ceiling",
  "toward-zero": "toward-zero",
  "away-from-zero": "away-from-zero",
};
const rules = fc.constantFrom(...(Object.keys(mirrorRules) as RoundingRule[]));

/** The law that one rule gives the one whole number of which a statement is true. */
function ruleLaw(
  name: string,
  rule: RoundingRule,
  isRight: (value: Fraction, rounded: bigint) => boolean,
  broken: (value: Fraction) => bigint,
): Law<typeof round> {
  return {
    name: `${rule} gives ${name}`,
    property: (calculator) => fc.property(roundables, (value) => isRight(value, calculator(value, rule))),
    broken,
  };
}

export const roundLaws: readonly Law<typeof round>[] = [
  ruleLaw("the smallest whole number from there up", "ceiling", isJustAbove, (value) =>
    round(value, "away-from-zero"),
  ),
  ruleLaw("the largest whole number from there down", "floor", isJustBelow, (value) =>
    round(value, "toward-zero"),
  ),
  ruleLaw(
    "the last whole number on the way to zero",
    "toward-zero",
    (value, rounded) => (value.numerator < 0n ? isJustAbove : isJustBelow)(value, rounded),
    (value) => round(value, "floor"),
  ),
  ruleLaw(
    "the first whole number on the way from zero",
    "away-from-zero",
    (value, rounded) => (value.numerator < 0n ? isJustBelow : isJustAbove)(value, rounded),
    (value) => round(value, "ceiling"),
  ),
  ruleLaw(
    "the nearest whole number, of two the one farther from zero",
    "half-away-from-zero",
    (value, rounded) => {
      const twiceRise = 2n * riseOf(value, rounded);
      const isFarther = absolute(rounded) * value.denominator > absolute(value.numerator);
      return (
        absolute(twiceRise) < value.denominator || (absolute(twiceRise) === value.denominator && isFarther)
      );
    },
    inDoubles,
  ),
  ruleLaw(
    "the nearest whole number, of two the even one",
    "half-to-even",
    (value, rounded) => {
      const twiceRise = absolute(2n * riseOf(value, rounded));
      return twiceRise < value.denominator || (twiceRise === value.denominator && rounded % 2n === 0n);
    },
    (value) => round(value, "half-away-from-zero"),
  ),
  {
    name: "the opposite number rounds to the opposite, ceiling and floor changing places",
    property: (calculator) =>
      fc.property(roundables, rules, (value, rule) => {
        const opposite = fraction(-value.numerator, value.denominator);
        return calculator(opposite, mirrorRules[rule]) === -calculator(value, rule);
      }),
    broken: (value) => round(plus(value, fraction(1n, 2n)), "floor"),
  },
  {
    name: "a whole number stays, by every rule",
    property: (calculator) =>
      fc.property(wholes, rules, (value, rule) => calculator(fraction(value), rule) === value),
    broken: inDoubles,
  },
];

// Text.

const signs = fc.constantFrom("", "+", "-");
const digits = fc.stringMatching(/^\d{1,40}$/);

export const exactLaws: readonly Law<typeof exact>[] = [
  {
    name: "decimal text is its digits over a power of ten",
    property: (calculator) =>
      fc.property(signs, digits, digits, fc.integer({ min: -40, max: 40 }), (sign, whole, part, exponent) => {
        const value = calculator(`${sign}${whole}.${part}e${exponent}`);
        const magnitude = BigInt(whole + part) * 10n ** BigInt(exponent + 40);
        const expected = sign === "-" ? -magnitude : magnitude;
        return value.numerator * 10n ** BigInt(part.length + 40) === expected * value.denominator;
      }),
    broken: (value) => exact(Number(value)),
  },
  {
    name: "a number with a fraction is the decimal that it prints",
    property: (calculator) =>
      fc.property(finiteDoubles, (value) => {
        fc.pre(!Number.isInteger(value));
        return same(calculator(value), calculator(String(value)));
      }),
    broken: (value) => (typeof value === "number" ? bitsOf(value) : exact(value)),
  },
  {
    name: "a whole number is read to the last digit, as number, bigint and text",
    property: (calculator) =>
      fc.property(
        wholes,
        fc.oneof(fc.maxSafeInteger(), finiteDoubles.map(Math.trunc)),
        (whole, number) =>
          same(calculator(whole), { numerator: whole, denominator: 1n }) &&
          same(calculator(String(whole)), { numerator: whole, denominator: 1n }) &&
          same(calculator(number), { numerator: BigInt(number), denominator: 1n }),
      ),
    broken: (value) => exact(String(Number(value))),
  },
  {
    name: "a number that is read and made a number again is the same",
    property: (calculator) => fc.property(finiteDoubles, (value) => toNumber(calculator(value)) === value),
    broken: (value) => exact(Number(value).toPrecision(15)),
  },
];

export const exactTextLaws: readonly Law<typeof exactText>[] = [
  {
    name: "a decimal's text is read back as the same number",
    property: (calculator) => fc.property(decimalFractions, (value) => same(exact(calculator(value)), value)),
    broken: (value) => String(toNumber(value)),
  },
  {
    name: "any other number's text is a quotient that is read back as the same number",
    property: (calculator) =>
      fc.property(wholes, positives, (numerator, line) => {
        const value = fraction(3n * numerator + 1n, 3n * line);
        const [above = "", below = "1"] = calculator(value).split("/");
        return same(over(exact(above), exact(below)), value);
      }),
    broken: (value) => decimalText(value, 15),
  },
];

export const decimalsOfLaws: readonly Law<typeof decimalsOf>[] = [
  {
    name: "it is the fewest decimals that write the number in full",
    property: (calculator) =>
      fc.property(wholes, fc.nat(12), fc.nat(12), (numerator, twos, fives) => {
        const value = fraction(numerator, 2n ** BigInt(twos) * 5n ** BigInt(fives));
        let [fewest, scaled] = [0, value.numerator];
        for (; scaled % value.denominator !== 0n; scaled *= 10n) fewest += 1;
        return calculator(value) === fewest;
      }),
    broken: (value) => String(toNumber(value)).split(".")[1]?.length ?? 0,
  },
  {
    name: "no decimals write a number in full that has another prime below the line",
    property: (calculator) =>
      fc.property(
        wholes,
        positives,
        fc.constantFrom(3n, 7n, 11n, 9007199254740881n),
        (numerator, line, prime) => {
          return calculator(fraction(prime * numerator + 1n, prime * line)) === undefined;
        },
      ),
    broken: (value) => decimalsOf(exact(toNumber(value))),
  },
];

/** Doubles of the size that toFixed writes without an exponent, many of them halfway between two texts. */
const writableDoubles = fc.oneof(
  fc.double({ noNaN: true, min: -1e20, max: 1e20 }),
  fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((value) => value / 16),
);

export const decimalTextLaws: readonly Law<typeof decimalText>[] = [
  {
    name: "a double's bits are written as toFixed writes them, but for the minus of a zero",
    property: (calculator) =>
      fc.property(writableDoubles, decimals, (value, places) => {
        const expected = value.toFixed(places).replace(/^-(?=[0.]+$)/, "");
        return calculator(bitsOf(value), places) === expected;
      }),
    broken: (value, places) => {
      const scale = 10 ** places;
      return (Math.round(toNumber(value) * scale) / scale + 0).toFixed(places);
    },
  },
  {
    name: "it has exactly the decimals asked for, and is the number rounded half away from zero",
    property: (calculator) =>
      fc.property(roundables, decimals, (value, places) => {
        const scale = 10n ** BigInt(places);
        const text = calculator(fraction(value.numerator, value.denominator * scale), places);
        const [, sign, written] = /^(-?)(\d+(?:\.\d+)?)$/.exec(text) ?? [];
        const last = BigInt(written?.replace(".", "") ?? "");
        const rounded = sign === "-" ? -last : last;
        return (
          (text.split(".")[1]?.length ?? 0) === places && rounded === round(value, "half-away-from-zero")
        );
      }),
    broken: (value, places) => toNumber(value).toFixed(places),
  },
];

// Percentages.

/** The digits that a percentage shows, as whole units of its last decimal. */
const shownUnits = (text: string): bigint => BigInt(text.replace(/[.%]/g, ""));
const percentages = fc.oneof(
  fc.tuple(naturals, positives),
  fc
    .tuple(fc.bigInt({ min: -3n, max: 3n }), positives)
    .map(([off, all]) => [absolute(all + off), all] as const),
  fc.tuple(fc.bigInt({ min: 0n, max: 4000n }), fc.constantFrom(8n, 2000n)),
);

const ordinaryPercentage: typeof percentageText = ({ numerator, denominator, decimals: places }) =>
  `${decimalText(fraction(100n * numerator, denominator), places)}%`;

export const percentageTextLaws: readonly Law<typeof percentageText>[] = [
  {
    name: "all is shown for all, none for none, more than all for more, and only there",
    property: (calculator) =>
      fc.property(percentages, decimals, ([numerator, denominator], places) => {
        const shown = shownUnits(calculator({ numerator, denominator, decimals: places }));
        const all = 100n * 10n ** BigInt(places);
        return (
          (shown === all) === (numerator === denominator) &&
          (shown === 0n) === (numerator === 0n) &&
          shown > all === numerator > denominator
        );
      }),
    broken: ordinaryPercentage,
  },
  {
    name: "it has exactly the decimals asked for, and is less than one unit of the last from the share",
    property: (calculator) =>
      fc.property(percentages, decimals, ([numerator, denominator], places) => {
        const text = calculator({ numerator, denominator, decimals: places });
        const share = numerator * 100n * 10n ** BigInt(places);
        const isNear = absolute(shownUnits(text) * denominator - share) < denominator;
        return isNear && (text.split(".")[1]?.length ?? 1) - 1 === places;
      }),
    broken: (input) => percentageText({ ...input, decimals: Math.min(input.decimals, 1) }),
  },
  {
    name: "away from nothing and all it is ordinary rounding",
    property: (calculator) =>
      fc.property(percentages, fc.nat(4), ([numerator, denominator], places) => {
        const ordinary = ordinaryPercentage({ numerator, denominator, decimals: places });
        fc.pre(!/^(?:0|100)(?:\.0+)?%$/.test(ordinary));
        return calculator({ numerator, denominator, decimals: places }) === ordinary;
      }),
    broken: ({ numerator, denominator, decimals: places }) => {
      const scale = 10n ** BigInt(places);
      return `${decimalText(fraction(round(fraction(numerator * 100n * scale, denominator), "half-to-even"), scale), places)}%`;
    },
  },
];

// Counts, rates, amounts and weights.

export const countLaws: readonly Law<(value: number) => Count>[] = [
  {
    name: "a whole number from 0 to 2^53-1 is taken as it is, anything else refused",
    property: (calculator) =>
      fc.property(
        fc.oneof(
          fc.double(),
          fc.maxSafeInteger(),
          fc.maxSafeInteger().map((value) => value / 2),
        ),
        (value) => {
          const isRight = value >= 0 && value <= 9007199254740991 && value % 1 === 0;
          try {
            return calculator(value) === value && isRight;
          } catch {
            return !isRight;
          }
        },
      ),
    broken: (value) => count(Math.round(value)),
  },
];

const counts = fc.oneof(fc.nat(12), fc.nat(6573), fc.maxSafeNat()).map((value) => count(value));
const positiveCounts = counts.filter((value) => value > 0);
const rates = fc.oneof(
  fc.tuple(counts, positiveCounts).map(([numerator, denominator]) => rate({ numerator, denominator })),
  // So near to one that many of them share a double.
  fc
    .integer({ min: 9007199254740000, max: 9007199254740990 })
    .map((value) => rate({ numerator: count(value), denominator: count(value + 1) })),
);

export const compareRatesLaws: readonly Law<typeof compareRates>[] = [
  {
    name: "rates compare as the exact fractions that they are",
    property: (calculator) =>
      fc.property(rates, rates, (a, b) => {
        const [left, right] = [a, b].map(({ numerator, denominator }) =>
          over(exact(numerator), exact(denominator)),
        );
        return calculator(a, b) === compareFractions(left!, right!);
      }),
    broken: (a, b) => Math.sign(rateValue(a) - rateValue(b)),
  },
];

export const rateValueLaws: readonly Law<typeof rateValue>[] = [
  {
    name: "the value is the double nearest to the exact quotient",
    property: (calculator) =>
      fc.property(rates, (value) => {
        const quotient = fraction(BigInt(value.numerator), BigInt(value.denominator));
        // Two counts make no quotient so near to halfway that sixty digits could not tell.
        return calculator(value) === Number(decimalText(quotient, 80));
      }),
    broken: ({ numerator, denominator }) => numerator * (1 / denominator),
  },
];

const steps = fc.constantFrom("0.01", "0.05", "0.001", "1", "100", "2.5");

export const amountLaws: readonly Law<typeof amount>[] = [
  {
    name: "a whole number of steps is an amount of that many steps",
    property: (calculator) =>
      fc.property(wholes, steps, (units, step) => {
        const made = calculator(exactText(times(fraction(units), exact(step))), step);
        return made.units === units && same(made.step, exact(step));
      }),
    broken: (value, step) => ({
      units: BigInt(Math.round(Number(value) / Number(step))),
      step: exact(step),
    }),
  },
  {
    name: "what lies between two steps is refused",
    property: (calculator) =>
      fc.property(wholes, steps, fc.integer({ min: 1, max: 60 }), (units, step, places) => {
        const between = times(plus(fraction(units), fraction(1n, 10n ** BigInt(places))), exact(step));
        try {
          calculator(exactText(between), step);
          return false;
        } catch {
          return true;
        }
      }),
    broken: (value, step): Amount => ({
      units: round(over(exact(value), exact(step)), "half-away-from-zero"),
      step: exact(step),
    }),
  },
];

export const amountTextLaws: readonly Law<typeof amountText>[] = [
  {
    name: "an amount's text is read back as the same amount",
    property: (calculator) =>
      fc.property(wholes, steps, (units, step) => {
        const value: Amount = { units, step: exact(step) };
        return same(exact(calculator(value)), amountValue(value));
      }),
    broken: ({ units, step }) => String(Number(units) * toNumber(step)),
  },
];

const weights = fractions.map(({ numerator, denominator }) =>
  weightOf(fraction(absolute(numerator), denominator)),
);

/** Whether every whole number is to every other as their weights are. */
const keepsRatios = (weighed: readonly Weight[], whole: readonly bigint[]): boolean =>
  weighed.every((a, i) =>
    weighed.every(
      (b, j) => whole[i]! * b.numerator * a.denominator === whole[j]! * a.numerator * b.denominator,
    ),
  );

export const wholeWeightsLaws: readonly Law<typeof wholeWeights>[] = [
  {
    name: "whole weights are to each other as the weights are",
    property: (calculator) =>
      fc.property(fc.array(weights, { maxLength: 5 }), (weighed) =>
        keepsRatios(weighed, calculator(weighed)),
      ),
    broken: (weighed) =>
      weighed.map((value) => round(times(value, fraction(10n ** 15n)), "half-away-from-zero")),
  },
  {
    name: "a weight of zero, and no other, is a whole weight of zero",
    property: (calculator) =>
      fc.property(fc.array(weights, { maxLength: 5 }), (weighed) =>
        calculator(weighed).every((whole, index) => (whole === 0n) === (weighed[index]?.numerator === 0n)),
      ),
    broken: (weighed) =>
      weighed.map((value) => round(times(value, fraction(10n ** 15n)), "half-away-from-zero")),
  },
];
