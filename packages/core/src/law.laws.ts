import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

/** A law that a calculator keeps for every input: a property that can be run against any calculator of its type. */
export interface Law<Calculator> {
  /** The law in words. */
  readonly name: string;
  /** The law as a property of a calculator. */
  readonly property: (calculator: Calculator) => fc.IProperty<unknown>;
  /** A calculator that breaks this law, so that a test can see the law fail. */
  readonly broken: Calculator;
}

/** Says that a calculator keeps its laws, and that each law catches the calculator that breaks it. */
export type LawKeeper = <Calculator>(
  name: string,
  calculator: Calculator,
  laws: readonly Law<Calculator>[],
) => void;

/** Whether `npm run mutation` asks: then the mistakes that the laws must notice are its own. */
const isMutated = process.env["TALLYKIT_FAMILY"] !== undefined;

/**
 * Tests of laws, each on so many cases from one fixed seed, so that a failure is the same for everybody.
 *
 * The environment variable `LAW_CASES` asks for another number of cases, as `npm run test:laws` does.
 */
export function lawKeeper(cases: number, seed = 20200101): LawKeeper {
  // A mutant need only be noticed, so nobody looks for the smallest case in which it is.
  const runs = { numRuns: Number(process.env["LAW_CASES"] ?? cases), seed, endOnFailure: isMutated };
  // A mistake has all its cases to show itself, however few are asked for.
  const chances = { seed, numRuns: Math.max(runs.numRuns, cases), endOnFailure: true };
  return (name, calculator, laws) => {
    const named = laws.map((law) => [law.name, law] as const);
    describe(name, () => {
      test.each(named)("%s", (_, { property }) => {
        fc.assert(property(calculator), runs);
      });

      test.skipIf(isMutated).each(named)("which can fail: %s", (_, { property, broken }) => {
        const { failed, errorInstance } = fc.check(property(broken), chances);
        expect(failed).toBe(true);
        // The law said no; the mistake did not merely stumble.
        expect(errorInstance).toMatchObject({ message: "Property failed by returning false" });
      });
    });
  };
}
