import * as fc from "fast-check";
import { exact } from "../exact/decimal.ts";
import { weight } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { fundingBasePlus, type FundingBasePlusInput } from "./fundingBasePlus.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { allEqual, sumOf, unitsOf } from "./splits.laws.ts";

/** Totals in whole units that hold all bases, and weights of which one at least is above zero. */
const inputs: fc.Arbitrary<FundingBasePlusInput> = fc
  .record({
    weights: fc
      .array(fc.nat(50), { minLength: 1, maxLength: 8 })
      .filter((all) => all.some((each) => each > 0)),
    base: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    rest: fc.bigInt({ min: 0n, max: 10n ** 20n }),
  })
  .map(({ weights, base, rest }) => ({
    total: { units: base * BigInt(weights.length) + rest, step: exact(1) },
    baseEach: exact(base),
    weights: weights.map((value) => weight(value)),
  }));

const asMinimum: typeof fundingBasePlus = ({ total, baseEach, weights, rule }) =>
  fundingSplit({ total, weights: weights.map(() => weight(1)), minimum: baseEach, rule });
const losingTheBase: typeof fundingBasePlus = ({ total, weights, rule }) =>
  fundingSplit({ total, weights, rule });
const losingAUnit: typeof fundingBasePlus = (input) => {
  const { parts, ties } = fundingBasePlus(input);
  return {
    ties,
    parts: parts.map(({ units, step }, row) => ({ units: row === 0 ? units + 1n : units, step })),
  };
};

export const fundingBasePlusLaws: readonly Law<typeof fundingBasePlus>[] = [
  {
    name: "parts add up to the total",
    property: (calculator) =>
      fc.property(inputs, (input) => sumOf(unitsOf(calculator(input))) === input.total.units),
    broken: losingAUnit,
  },
  {
    name: "nobody gets less than the base",
    property: (calculator) =>
      fc.property(inputs, (input) =>
        unitsOf(calculator(input)).every((units) => units >= input.baseEach.numerator),
      ),
    broken: losingTheBase,
  },
  {
    name: "above the base, parts are the split of what the bases leave",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const bases = input.baseEach.numerator * BigInt(input.weights.length);
        const rest = { units: input.total.units - bases, step: input.total.step };
        const above = unitsOf(calculator(input)).map((units) => units - input.baseEach.numerator);
        return allEqual(above, unitsOf(fundingSplit({ total: rest, weights: input.weights })));
      }),
    broken: asMinimum,
  },
  {
    name: "a negative total is the mirror image",
    property: (calculator) =>
      fc.property(inputs, (input) => {
        const mirrored = { ...input, total: { ...input.total, units: -input.total.units } };
        return allEqual(
          unitsOf(calculator(mirrored)),
          unitsOf(calculator(input)).map((units) => -units),
        );
      }),
    broken: (input) => {
      const { parts, ties } = fundingBasePlus({
        ...input,
        total: { ...input.total, units: input.total.units < 0n ? -input.total.units : input.total.units },
      });
      return { parts, ties };
    },
  },
];
