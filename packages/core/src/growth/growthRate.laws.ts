import * as fc from "fast-check";
import { exact } from "../exact/decimal.ts";
import { fraction, toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { growthRate } from "./growthRate.ts";
import { growthPeriods } from "./growthPeriods.ts";
import {
  above,
  between,
  close,
  compareRatios,
  growTimes,
  isNearestDouble,
  rates,
  ratioOf,
  refuses,
} from "./growthReference.laws.ts";

export const growthRateLaws: readonly Law<typeof growthRate>[] = [
  {
    name: "G2 a start grown at the rate reaches the end, in as many periods",
    property: (calculator) =>
      fc.property(between, ({ start, goal, periods }) => {
        fc.pre(compareRatios(ratioOf(start), ratioOf(goal)) < 0);
        const rate = calculator({ start, end: goal, periods: fraction(BigInt(periods)) });
        const [top, bottom] = growTimes(ratioOf(start), exact(rate), periods);
        // |reached - goal| <= goal / 10^12
        const off = top * goal.denominator - goal.numerator * bottom;
        const reached = (off < 0n ? -off : off) * 10n ** 12n <= goal.numerator * bottom;
        return reached && close(growthPeriods({ start, end: goal, rate: exact(rate) }), periods, 1e-12);
      }),
    broken: (input) => growthRate({ ...input, periods: exact(toNumber(input.periods) + 1) }),
  },
  {
    name: "G2 a rate that is a fraction is found to the last bit",
    property: (calculator) =>
      fc.property(above, rates, fc.integer({ min: 1, max: 24 }), (start, rate, periods) => {
        const end = fraction(...growTimes(ratioOf(start), rate, periods));
        return isNearestDouble(calculator({ start, end, periods: fraction(BigInt(periods)) }), ratioOf(rate));
      }),
    broken: ({ start, end, periods }) => (toNumber(end) / toNumber(start)) ** (1 / toNumber(periods)) - 1,
  },
  {
    name: "G11 two values of opposite sign have no rate",
    property: (calculator) =>
      fc.property(above, above, fc.boolean(), (a, b, swapped) => {
        const negative = fraction(-b.numerator, b.denominator);
        const [start, end] = swapped ? [negative, a] : [a, negative];
        return refuses(() => calculator({ start, end, periods: fraction(2n) }));
      }),
    broken: ({ start, end, periods }) => (toNumber(end) / toNumber(start)) ** (1 / toNumber(periods)) - 1,
  },
];
