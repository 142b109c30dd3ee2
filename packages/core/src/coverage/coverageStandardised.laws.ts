import * as fc from "fast-check";
import { fraction, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { weight } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { coverageStandardised, type CoverageStandardisedInput } from "./coverageStandardised.ts";

const groups = fc.array(
  fc.record({
    covered: fc.oneof(fc.nat(9), fc.nat(2 ** 45)),
    eligible: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 45 })),
    standard: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 45 })),
  }),
  { minLength: 1, maxLength: 8 },
);
type Group = Readonly<Record<keyof CoverageStandardisedInput, number>>;

const columns = (rows: readonly Group[]): CoverageStandardisedInput => ({
  covered: rows.map(({ covered }) => covered),
  eligible: rows.map(({ eligible }) => eligible),
  standard: rows.map(({ standard }) => weight(standard)),
});
const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

/** The rates weighted by the groups' own sizes, as if there were no standard. */
const crude: typeof coverageStandardised = ({ covered, eligible }) =>
  covered.reduce<number>((sum, value) => sum + (value ?? 0), 0) /
  eligible.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const meanOfRates: typeof coverageStandardised = ({ covered, eligible }) =>
  covered.reduce<number>((sum, value, row) => sum + (value ?? 0) / (eligible[row] ?? 1), 0) / covered.length;

export const coverageStandardisedLaws: readonly Law<typeof coverageStandardised>[] = [
  {
    name: "D10 with its own structure for a standard it is the pooled rate",
    property: (calculator) =>
      fc.property(groups, (rows) => {
        const [covered, eligible] = [
          rows.reduce((sum, row) => sum + BigInt(row.covered), 0n),
          rows.reduce((sum, row) => sum + BigInt(row.eligible), 0n),
        ];
        const own = rows.map((row) => ({ ...row, standard: row.eligible }));
        return calculator(columns(own)) === toNumber(fraction(covered, eligible));
      }),
    broken: meanOfRates,
  },
  {
    name: "D10 a constant more in every rate is as much more in the standardised rate",
    property: (calculator) =>
      fc.property(groups, fc.nat(5), (rows, more) => {
        const raised = rows.map((row) => ({ ...row, covered: row.covered + more * row.eligible }));
        return isClose(calculator(columns(raised)), calculator(columns(rows)) + more);
      }),
    // A rate of more than all, clipped.
    broken: (input) => Math.min(1, coverageStandardised(input)),
  },
  {
    name: "only the ratios of the standard matter, and the groups' sizes do not",
    property: (calculator) =>
      fc.property(groups, fc.integer({ min: 2, max: 99 }), (rows, factor) => {
        const scaled = rows.map((row) => ({ ...row, standard: row.standard * factor }));
        const [first, ...others] = rows;
        const larger = { ...first!, covered: first!.covered * factor, eligible: first!.eligible * factor };
        const rate = calculator(columns(rows));
        return calculator(columns(scaled)) === rate && calculator(columns([larger, ...others])) === rate;
      }),
    broken: crude,
  },
  {
    name: "it lies between the lowest and the highest rate",
    property: (calculator) =>
      fc.property(groups, (rows) => {
        const rates = rows.map(({ covered, eligible }) => covered / eligible);
        const rate = calculator(columns(rows));
        return Math.min(...rates) <= rate && rate <= Math.max(...rates);
      }),
    broken: (input) => coverageStandardised(input) * 0.999 - 1e-9,
  },
  {
    name: "a group without eligible units is refused unless it weighs nothing",
    property: (calculator) =>
      fc.property(groups, fc.integer({ min: 1, max: 9 }), (rows, standard) => {
        const empty = { covered: 0, eligible: 0, standard };
        const rate = calculator(columns(rows));
        return (
          calculator(columns([...rows, { ...empty, standard: 0 }])) === rate &&
          refusesWith("divisionByZero", () => calculator(columns([...rows, empty])))
        );
      }),
    broken: (input) =>
      coverageStandardised({ ...input, eligible: input.eligible.map((value) => (value === 0 ? 1 : value)) }),
  },
];
