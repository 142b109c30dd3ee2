import * as fc from "fast-check";
import type { Amount } from "../exact/amount.ts";
import { fraction } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { magnitudes, weightColumns } from "./arbitraries.laws.ts";
import {
  type FormulaParts,
  fundingFormula,
  type FundingFormula,
  type FundingFormulaInput,
} from "./fundingFormula.ts";
import { slowSplit } from "./reference.laws.ts";
import { allEqual, sumOf, worth } from "./splits.laws.ts";

type Formula = typeof fundingFormula;
type Component = keyof FormulaParts;

const components: readonly Component[] = ["base", "byHeads", "byPerformance", "total"];
const steps = fc.constantFrom(fraction(1n, 100n), fraction(1n), fraction(1n, 20n), fraction(1n, 3n));

/** Totals that hold all bases; both columns have somebody above zero. */
const inputs: fc.Arbitrary<FundingFormulaInput> = fc
  .tuple(
    weightColumns(9),
    weightColumns(9),
    steps,
    fc.bigInt({ min: 0n, max: 5000n }),
    magnitudes,
    fc.nat(12),
    fc.boolean(),
  )
  .map(([heads, others, step, base, rest, twelfths, negative]) => {
    const performance = heads.map((_, row) => others[row % others.length]!);
    if (performance.every(({ numerator }) => numerator === 0n)) performance[0] = weightOf(fraction(1n));
    const units = base * BigInt(heads.length) + rest;
    return {
      total: { units: negative ? -units : units, step },
      baseEach: worth(base, step),
      heads,
      performance,
      performanceShare: fraction(BigInt(twelfths), 12n),
    };
  });

const column = ({ recipients }: FundingFormula, component: Component): bigint[] =>
  recipients.map((parts) => parts[component].units);
const size = ({ units }: Amount): bigint => (units < 0n ? -units : units);

/** The real answer with one pot changed. */
const withPot =
  (component: Component, change: (pot: bigint) => bigint): Formula =>
  (input) => {
    const real = fundingFormula(input);
    const { units, step } = real.pots[component];
    return { ...real, pots: { ...real.pots, [component]: { units: change(units), step } } };
  };

/** What holds for every formula. */
export const fundingFormulaLaws: readonly Law<Formula>[] = [
  {
    name: "each component's parts add up to its own pot",
    property: (formula) =>
      fc.property(inputs, (input) => {
        const answer = formula(input);
        return components.every(
          (component) => sumOf(column(answer, component)) === answer.pots[component].units,
        );
      }),
    broken: (input) => {
      const real = fundingFormula(input);
      const other = fundingFormula({ ...input, performanceShare: fraction(1n, 2n) });
      return { ...real, recipients: other.recipients };
    },
  },
  {
    name: "the pots add up to the total",
    property: (formula) =>
      fc.property(inputs, (input) => {
        const { base, byHeads, byPerformance, total } = formula(input).pots;
        return (
          base.units + byHeads.units + byPerformance.units === input.total.units &&
          total.units === input.total.units
        );
      }),
    broken: withPot("byPerformance", (pot) => pot + 1n),
  },
  {
    name: "each recipient's components add up to its total",
    property: (formula) =>
      fc.property(inputs, (input) =>
        formula(input).recipients.every(
          ({ base, byHeads, byPerformance, total }) =>
            base.units + byHeads.units + byPerformance.units === total.units,
        ),
      ),
    broken: (input) => {
      const real = fundingFormula(input);
      return { ...real, recipients: real.recipients.map((parts) => ({ ...parts, total: parts.base })) };
    },
  },
  {
    name: "everyone gets the base, and the performance pot is its share of the rest, rounded half away from zero",
    property: (formula) =>
      fc.property(inputs, (input) => {
        const answer = formula(input);
        const { step } = input.total;
        const base =
          (input.baseEach.numerator * step.denominator) / (input.baseEach.denominator * step.numerator);
        const rest = size(input.total) - base * BigInt(input.heads.length);
        const { numerator, denominator } = input.performanceShare;
        const pot = (2n * rest * numerator + denominator) / (2n * denominator);
        return (
          answer.recipients.every((parts) => size(parts.base) === base) &&
          size(answer.pots.byPerformance) === pot
        );
      }),
    broken: withPot("byPerformance", (pot) => (pot * 9n) / 10n),
  },
  {
    name: "heads and performance split their pots as the slow reference splits them, ties too",
    property: (formula) =>
      fc.property(inputs, (input) => {
        const answer = formula(input);
        const byHeads = slowSplit({ total: answer.pots.byHeads, weights: input.heads });
        const byPerformance = slowSplit({ total: answer.pots.byPerformance, weights: input.performance });
        return (
          allEqual(column(answer, "byHeads"), byHeads.parts) &&
          allEqual(column(answer, "byPerformance"), byPerformance.parts) &&
          JSON.stringify([answer.headsTies, answer.performanceTies]) ===
            JSON.stringify([byHeads.ties, byPerformance.ties])
        );
      }),
    broken: (input) => fundingFormula({ ...input, performance: input.heads }),
  },
  {
    name: "a negative total is the mirror image",
    property: (formula) =>
      fc.property(inputs, (input) => {
        const mirrored = { ...input, total: { ...input.total, units: -input.total.units } };
        const [there, back] = [formula(input), formula(mirrored)];
        return components.every((component) =>
          allEqual(
            column(there, component),
            column(back, component).map((units) => -units),
          ),
        );
      }),
    broken: (input) =>
      fundingFormula({ ...input, total: { units: size(input.total), step: input.total.step } }),
  },
  {
    name: "what cannot be funded is refused by its code, never answered",
    property: (formula) =>
      fc.property(inputs, (input) => {
        const { heads, total } = input;
        const one = weightOf(fraction(1n));
        const half = fraction(total.step.numerator, 2n * total.step.denominator);
        const big = worth(size(total) + 1n, total.step);
        const nobody = heads.map(() => weightOf(fraction(0n)));
        const rich = { ...input, baseEach: fraction(0n), total: { units: 100n, step: total.step } };
        return (
          refusesWith("emptyInput", () => formula({ ...input, heads: [], performance: [] })) &&
          refusesWith("sizeMismatch", () => formula({ ...input, performance: [...heads, one] })) &&
          refusesWith("outOfRange", () =>
            formula({ ...input, baseEach: fraction(-total.step.numerator, total.step.denominator) }),
          ) &&
          refusesWith("outOfRange", () => formula({ ...input, performanceShare: fraction(-1n, 9n) })) &&
          refusesWith("outOfRange", () => formula({ ...input, performanceShare: fraction(10n, 9n) })) &&
          refusesWith("notWholeSteps", () => formula({ ...input, baseEach: half })) &&
          refusesWith("infeasibleBounds", () => formula({ ...input, baseEach: big })) &&
          refusesWith("allZero", () =>
            formula({ ...rich, heads: nobody, performanceShare: fraction(1n, 2n) }),
          ) &&
          refusesWith("allZero", () =>
            formula({ ...rich, performance: nobody, performanceShare: fraction(1n, 2n) }),
          )
        );
      }),
    broken: ({ total }) => ({
      recipients: [],
      pots: { base: total, byHeads: total, byPerformance: total, total },
      headsTies: [],
      performanceTies: [],
    }),
  },
];
