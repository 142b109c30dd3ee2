import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { type growthContraction } from "./growthContraction.ts";
import { growthPath } from "./growthPath.ts";
import { addTimes, bases, finishes, fractions, ratioOf, roundings } from "./growthReference.laws.ts";

const reductions = fractions(0n, 60n, 60n, 77n);

export const growthContractionLaws: readonly Law<typeof growthContraction>[] = [
  {
    name: "G5 after n periods base x (1 - rn) is left, in equal steps, and never less than nothing",
    property: (calculator) =>
      fc.property(
        bases,
        reductions,
        fc.integer({ min: 0, max: 24 }),
        roundings,
        (base, reduction, periods, rounding) =>
          calculator({ base, reduction, periods: count(periods), rounding })
            .slice(1)
            .every((value, index) => {
              const [top, bottom] = addTimes(ratioOf(base), negated(reduction), index + 1);
              return finishes(value, top < 0n ? [0n, bottom] : [top, bottom], rounding);
            }),
      ),
    broken: ({ base, reduction, periods, rounding }) =>
      growthPath({ base, rate: negated(reduction), periods, rounding }),
  },
  {
    name: "G5 it reaches zero after 1/r periods, not before, and stays there",
    property: (calculator) =>
      fc.property(fractions(1n, 999n, 1n, 7n), fc.integer({ min: 1, max: 20 }), (base, lasts) => {
        const reduction = fraction(1n, BigInt(lasts));
        const values = calculator({ base, reduction, periods: count(lasts + 3) });
        return values.every((value, index) => (index < lasts ? value > 0 : value === 0));
      }),
    broken: ({ base, reduction, periods }) =>
      growthPath({ base, rate: negated(reduction), periods, method: "linear" }),
  },
];

function negated({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}
