import * as fc from "fast-check";
import { amountValue } from "../exact/amount.ts";
import { exact } from "../exact/decimal.ts";
import { compareFractions, type Fraction, fraction, minus, over, plus } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import type { Law } from "../law.laws.ts";
import { roundToTotal, type RoundToTotalInput } from "./roundToTotal.ts";

const values = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constantFrom(1n, 2n, 3n, 7n, 10n, 1000n))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
const small = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(1n, 2n, 3n, 5n))
  .map(([numerator, denominator]) => fraction(BigInt(numerator), denominator));
const inputs: fc.Arbitrary<RoundToTotalInput> = fc.record({
  values: fc.array(fc.oneof(values, small), { minLength: 1, maxLength: 9 }),
  step: fc.constantFrom(exact(1), exact("0.1"), exact("0.05"), exact(1000)),
});
const smallInputs: fc.Arbitrary<RoundToTotalInput> = fc.record({
  values: fc.array(small, { minLength: 1, maxLength: 7 }),
  step: fc.constant(exact(1)),
});

const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(plus, exact(0));
const distance = (a: Fraction, b: Fraction): Fraction => {
  const { numerator, denominator } = minus(a, b);
  return fraction(numerator < 0n ? -numerator : numerator, denominator);
};
/** Rounds each value by itself. */
const eachAlone: typeof roundToTotal = (input) => ({
  ...roundToTotal(input),
  values: input.values.map((value) => ({
    units: round(over(value, input.step), "half-away-from-zero"),
    step: input.step,
  })),
});
/** Puts what rounding left over on the first value. */
const allOnTheFirst: typeof roundToTotal = (input) => {
  const alone = eachAlone(input);
  const units = alone.values.map((value) => value.units);
  const off = alone.total.units - units.reduce((all, each) => all + each, 0n);
  return {
    ...alone,
    values: units.map((each, row) => ({ units: row === 0 ? each + off : each, step: input.step })),
  };
};
/** Gives the steps up to the first rows, whatever their remainders. */
const firstRowsUp: typeof roundToTotal = (input) => {
  const real = roundToTotal(input);
  const floors = input.values.map((value) => round(over(value, input.step), "floor"));
  let up = real.total.units - floors.reduce((all, each) => all + each, 0n);
  const units = floors.map((floor, row) => {
    const goesUp = up > 0n && over(input.values[row] ?? exact(0), input.step).denominator !== 1n;
    if (goesUp) up -= 1n;
    return goesUp ? floor + 1n : floor;
  });
  return { ...real, values: units.map((each) => ({ units: each, step: input.step })) };
};
/** Every way to round each value down or up that meets the total. */
function* waysToTotal({ values: given }: RoundToTotalInput, total: bigint): Generator<Fraction> {
  const floors = given.map((value) => round(value, "floor"));
  for (let ups = 0; ups < 2 ** given.length; ups += 1) {
    const units = floors.map((floor, row) => floor + BigInt((ups >> row) & 1));
    if (units.reduce((all, each) => all + each, 0n) !== total) continue;
    yield sumOf(given.map((value, row) => distance(value, fraction(units[row] ?? 0n))));
  }
}

export const roundToTotalLaws: readonly Law<typeof roundToTotal>[] = [
  {
    name: "the rounded values add up to the total, which is the sum rounded",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const { values: rounded, total } = calculator(input);
        const expected = round(over(sumOf(input.values), input.step), "half-away-from-zero");
        return total.units === expected && rounded.reduce((all, { units }) => all + units, 0n) === expected;
      }),
    broken: eachAlone,
  },
  {
    name: "every value goes to its step below or above",
    property: (calculator) =>
      fc.property(inputs, (input) =>
        calculator(input).values.every(
          (value, row) =>
            compareFractions(distance(amountValue(value), input.values[row] ?? exact(0)), input.step) < 0,
        ),
      ),
    broken: allOnTheFirst,
  },
  {
    name: "no other way to meet the total is nearer to the values in all",
    property: (calculator) =>
      fc.property(smallInputs, (input) => {
        const { values: rounded, total } = calculator(input);
        const own = sumOf(
          rounded.map((value, row) => distance(amountValue(value), input.values[row] ?? exact(0))),
        );
        return Array.from(waysToTotal(input, total.units)).every(
          (other) => compareFractions(own, other) <= 0,
        );
      }),
    broken: firstRowsUp,
  },
  {
    name: "a column that adds up already in whole steps stays as it is",
    property: (calculator) =>
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 }), (whole) => {
        const { values: rounded } = calculator({
          values: whole.map((value) => exact(value)),
          step: exact(1),
        });
        return rounded.every(({ units }, row) => units === BigInt(whole[row] ?? 0));
      }),
    broken: (input) => {
      const real = roundToTotal(input);
      return { ...real, values: [...real.values].reverse() };
    },
  },
];
