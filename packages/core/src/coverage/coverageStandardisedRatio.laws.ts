import * as fc from "fast-check";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import {
  coverageStandardisedRatio,
  type CoverageStandardisedRatioInput,
} from "./coverageStandardisedRatio.ts";

type Ratio = typeof coverageStandardisedRatio;
type Group = Readonly<Record<keyof CoverageStandardisedRatioInput, number>>;

const someCounts = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 40 }));
const groups = fc.array(
  fc.record({
    covered: someCounts,
    eligible: someCounts,
    referenceCovered: someCounts,
    referenceEligible: someCounts,
  }),
  { minLength: 1, maxLength: 8 },
);
const columns = (rows: readonly Group[]): CoverageStandardisedRatioInput => ({
  covered: rows.map((row) => row.covered),
  eligible: rows.map((row) => row.eligible),
  referenceCovered: rows.map((row) => row.referenceCovered),
  referenceEligible: rows.map((row) => row.referenceEligible),
});
/** The pooled rate over the reference's, as if all groups were one. */
const crudeRatio: Ratio = (input) => {
  const sum = (name: keyof Group): number =>
    input[name].reduce<number>((total, value) => total + (value ?? 0), 0);
  const expected = (sum("eligible") * sum("referenceCovered")) / sum("referenceEligible");
  return { observed: sum("covered"), expected, ratio: sum("covered") / expected };
};

export const coverageStandardisedRatioLaws: readonly Law<Ratio>[] = [
  {
    name: "D11 observed as expected is a ratio of one",
    property: (calculator) =>
      fc.property(groups, fc.integer({ min: 1, max: 99 }), (rows, factor) => {
        const alike = rows.map((row, index) => ({
          ...row,
          covered: row.referenceCovered * (index + factor),
          eligible: row.referenceEligible * (index + factor),
        }));
        const { observed, expected, ratio } = calculator(columns(alike));
        return ratio === 1 && observed === expected;
      }),
    broken: crudeRatio,
  },
  {
    name: "D11 reference counts and populations as many times over change nothing",
    property: (calculator) =>
      fc.property(groups, fc.integer({ min: 2, max: 99 }), (rows, factor) => {
        const scaled = rows.map((row) => ({
          ...row,
          referenceCovered: row.referenceCovered * factor,
          referenceEligible: row.referenceEligible * factor,
        }));
        const [one, other] = [rows, scaled].map((some) => calculator(columns(some)));
        return one!.ratio === other!.ratio && one!.expected === other!.expected;
      }),
    // The observed units beside the reference's own.
    broken: (input) => {
      const { observed } = coverageStandardisedRatio(input);
      const expected = input.referenceCovered.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      return { observed, expected, ratio: observed / expected };
    },
  },
  {
    name: "the ratio is that of the covered units, if only they change",
    property: (calculator) =>
      fc.property(groups, fc.integer({ min: 2, max: 99 }), (rows, factor) => {
        const more = rows.map((row) => ({ ...row, covered: row.covered * factor }));
        const [one, other] = [rows, more].map((some) => calculator(columns(some)));
        return (
          other!.observed === one!.observed * factor &&
          Math.abs(other!.ratio / one!.ratio - factor) <= 1e-12 * factor &&
          other!.expected === one!.expected
        );
      }),
    broken: (input) => {
      const { observed, expected } = coverageStandardisedRatio(input);
      return { observed, expected, ratio: Math.min(1, observed / expected) };
    },
  },
  {
    name: "a group without a reference rate is refused unless it has no eligible units",
    property: (calculator) =>
      fc.property(groups, someCounts, (rows, eligible) => {
        const strange = { covered: 0, eligible, referenceCovered: 0, referenceEligible: 0 };
        const { ratio } = calculator(columns(rows));
        return (
          calculator(columns([...rows, { ...strange, eligible: 0 }])).ratio === ratio &&
          refusesWith("divisionByZero", () => calculator(columns([...rows, strange])))
        );
      }),
    broken: (input) =>
      coverageStandardisedRatio({
        ...input,
        referenceEligible: input.referenceEligible.map((value) => (value === 0 ? 1 : value)),
      }),
  },
];
