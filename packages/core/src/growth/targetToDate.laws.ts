import * as fc from "fast-check";
import { toNumber } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { addDays } from "../periods/calendar.ts";
import type { CalendarDate } from "../periods/calendarDate.ts";
import { fractions, isNearestDouble, type Ratio } from "./growthReference.laws.ts";
import { firstDays, zero } from "./targetPeriods.laws.ts";
import { targetProRata } from "./targetProRata.ts";
import { targetToDate, type TargetToDateInput } from "./targetToDate.ts";

/** Up to six periods that follow each other, some with a gap, and a day to ask on. */
const yearsToDate: fc.Arbitrary<TargetToDateInput> = fc
  .record({
    first: firstDays,
    lengths: fc.array(fc.tuple(fc.nat(90), fc.constantFrom(1, 1, 1, 8)), { minLength: 1, maxLength: 6 }),
    goal: fractions(0n, 900n, 1n, 7n),
    actual: fc.array(fc.option(fractions(-9n, 200n, 1n, 7n), { nil: undefined, freq: 6 }), {
      minLength: 6,
      maxLength: 6,
    }),
    asked: fc.integer({ min: -20, max: 700 }),
  })
  .map(({ first, lengths, goal, actual, asked }) => {
    const periodStart: CalendarDate[] = [];
    const periodEnd: CalendarDate[] = [];
    let next = first;
    for (const [length, gap] of lengths) {
      periodStart.push(next);
      periodEnd.push(addDays(next, length));
      next = addDays(next, length + gap);
    }
    return {
      goal,
      periodStart,
      periodEnd,
      actual: actual.slice(0, lengths.length),
      asOf: addDays(first, asked),
    };
  });

export const targetToDateLaws: readonly Law<typeof targetToDate>[] = [
  {
    name: "expected is what is due pro rata at the end of the period, or on the day if that comes first",
    property: (calculator) =>
      fc.property(yearsToDate, (input) => {
        const [startDate, endDate] = [input.periodStart[0]!, input.periodEnd.at(-1)!];
        return calculator(input).every(({ expected, periodStart, periodEnd }) => {
          const asOf = input.asOf < periodEnd ? input.asOf : periodEnd;
          const due = targetProRata({ goal: input.goal, startDate, endDate, asOf });
          return expected === (input.asOf < periodStart ? undefined : due);
        });
      }),
    broken: (input) => {
      const rows = targetToDate(input);
      const whole = toNumber(input.goal);
      return rows.map((row, index) => ({
        ...row,
        expected: row.expected === undefined ? undefined : (whole * (index + 1)) / rows.length,
      }));
    },
  },
  {
    name: "cumulative is the sum of the known periods that have begun, and says how many are not known",
    property: (calculator) =>
      fc.property(yearsToDate, (input) => {
        let sum: Ratio = [0n, 1n];
        let unknown = 0;
        return calculator(input).every(({ cumulative, periodStart, leftOut }, row) => {
          const value = input.actual[row];
          if (input.asOf < periodStart) return cumulative === undefined && leftOut === 0;
          if (value === undefined) unknown += 1;
          else sum = [sum[0] * value.denominator + value.numerator * sum[1], sum[1] * value.denominator];
          return (
            leftOut === unknown &&
            (value === undefined ? cumulative === undefined : isNearestDouble(cumulative!, sum))
          );
        });
      }),
    broken: (input) => targetToDate({ ...input, actual: input.actual.map((value) => value ?? zero) }),
  },
  {
    name: "T4 on the last day of the last period a known figure is met or missed, and no other day is missed",
    property: (calculator) =>
      fc.property(yearsToDate, (input) => {
        const over = calculator({ ...input, asOf: input.periodEnd.at(-1)! });
        const last = over.at(-1)!.status;
        return (
          (last === "met" || last === "missed" || last === "missing") &&
          over.slice(0, -1).every(({ status }) => status !== "missed" && status !== "not started")
        );
      }),
    broken: (input) =>
      targetToDate(input).map((row) => (row.status === "missed" ? { ...row, status: "behind" } : row)),
  },
];
