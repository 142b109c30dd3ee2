import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, minus } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { daysBetween } from "./calendar.ts";
import type { CalendarDate } from "./calendarDate.ts";
import { days, later, spans } from "./days.laws.ts";
import { type elapsedShare, monthsLeft } from "./elapsedShare.ts";

const none = fraction(0n);
const all = fraction(1n);

export const elapsedShareLaws: readonly Law<typeof elapsedShare>[] = [
  {
    name: "it is 0 before the period, 1 from its last day on, and between in between",
    property: (calculator) =>
      fc.property(spans, days, ({ startDate, endDate }, asOf) => {
        const share = calculator({ startDate, endDate, asOf });
        if (asOf < startDate) return compareFractions(share, none) === 0;
        if (asOf >= endDate) return compareFractions(share, all) === 0;
        return compareFractions(share, none) > 0 && compareFractions(share, all) < 0;
      }),
    broken: ({ startDate, endDate, asOf }) => {
      const length = daysBetween({ from: startDate, to: endDate }) + 1;
      return fraction(BigInt(daysBetween({ from: startDate, to: asOf })), BigInt(length));
    },
  },
  {
    name: "every day of the period adds the same",
    property: (calculator) =>
      fc.property(spans, fc.nat(), fc.nat(), ({ startDate, endDate }, first, second) => {
        const length = daysBetween({ from: startDate, to: endDate }) + 1;
        const [a, b] = [later(startDate, first % length), later(startDate, second % length)];
        const added = (asOf: CalendarDate): Fraction => {
          const before = { startDate, endDate, asOf: later(asOf, -1) };
          return minus(calculator({ startDate, endDate, asOf }), calculator(before));
        };
        return compareFractions(added(a), added(b)) === 0;
      }),
    // A plan that starts slowly.
    broken: ({ startDate, endDate, asOf }) => {
      const length = daysBetween({ from: startDate, to: endDate }) + 1;
      const gone = daysBetween({ from: startDate, to: asOf }) + 1;
      const share = Math.min(Math.max(gone / length, 0), 1);
      return fraction(BigInt(Math.round(share * share * 1e6)), 1_000_000n);
    },
  },
];

export const monthsLeftLaws: readonly Law<typeof monthsLeft>[] = [
  {
    name: "one is always left, and they grow fewer as the days pass",
    property: (calculator) =>
      fc.property(spans, days, fc.nat(400), ({ startDate, endDate }, asOf, passed) => {
        const [now, then] = [asOf, later(asOf, passed)].map((day) =>
          calculator({ startDate, endDate, asOf: day }),
        );
        return now !== undefined && then !== undefined && then >= 1 && now >= then;
      }),
    broken: ({ endDate, asOf }) => Math.max(0, Math.ceil(daysBetween({ from: asOf, to: endDate }) / 31)),
  },
  {
    name: "in the period, another month goes with the last day of each month",
    property: (calculator) =>
      fc.property(spans, fc.nat(), ({ startDate, endDate }, number) => {
        const asOf = later(startDate, number % (daysBetween({ from: startDate, to: endDate }) + 1));
        if (asOf >= later(endDate, -1)) return true;
        const today = calculator({ startDate, endDate, asOf });
        const tomorrow = calculator({ startDate, endDate, asOf: later(asOf, 1) });
        return today - tomorrow === (later(asOf, 2).endsWith("-01") ? 1 : 0);
      }),
    // Counting the month of the day itself as left, though none of its days may be.
    broken: ({ startDate, endDate, asOf }) =>
      monthsLeft({ startDate, endDate, asOf: asOf > startDate ? later(asOf, -1) : asOf }),
  },
];
