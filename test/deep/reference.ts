import { CalculationError } from "@tallykit/core";
import * as fc from "fast-check";

import { difference, Refused, shown } from "./compare.ts";
import { type Random, SeededRandom, ShrinkingRandom } from "./random.ts";

/** A calculator of any kind, as a function of its arguments. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each reference ties the arguments to its own calculator
type Calculator = (...given: any[]) => unknown;

/** A calculator, inputs for it, and the slow and obvious way to its answer. */
export interface Reference {
  /** The calculator that is checked. */
  readonly calculator: Calculator;
  /** Draws the arguments of one case. */
  readonly draw: (random: Random) => readonly unknown[];
  /** What is due, by definition; throws `Refused` where a refusal is. */
  readonly expected: (...given: never[]) => unknown;
}

/** References by the names of the calculators. */
export type References = Readonly<Record<string, Reference>>;

/** Ties a reference to the types of its calculator. */
export function reference<Given extends unknown[]>(
  calculator: (...given: Given) => unknown,
  draw: (random: Random) => [...NoInfer<Given>],
  expected: (...given: Given) => unknown,
): Reference {
  return { calculator, draw, expected: expected };
}

/** Where a calculator and its reference part. */
export interface Difference {
  /** The arguments, as small as they were found. */
  readonly given: string;
  /** What differs. */
  readonly words: string;
}

/** The answer of a calculator, or the code of its refusal; any other error is a fault of its own. */
function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code };
    if (error instanceof CalculationError) return { refused: (error as CalculationError).code };
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { stumbled: words };
  }
}

/** Where one case differs, if it does. */
function caseDifference({ calculator, expected }: Reference, given: readonly unknown[]): string | undefined {
  const due = outcome(() => expected(...(given as never[])));
  return difference(
    outcome(() => calculator(...given)),
    due,
  );
}

/** How many cases are run, and from which seed. */
export interface Run {
  readonly cases: number;
  readonly seed: number;
}

/** Runs so many cases, up to the first difference as it was drawn. */
export function anyDifference(checked: Reference, { cases, seed }: Run): Difference | undefined {
  const random = new SeededRandom(seed);
  for (let left = cases; left > 0; left -= 1) {
    const given = checked.draw(random);
    const words = caseDifference(checked, given);
    if (words !== undefined) return { given: shown(given), words };
  }
  return undefined;
}

/** Runs so many cases; a difference is looked for again with smaller numbers. */
export function firstDifference(checked: Reference, run: Run): Difference | undefined {
  const found = anyDifference(checked, run);
  return found && (smaller(checked, run.seed) ?? found);
}

/** The smallest case that fast-check makes of one that it finds. */
function smaller(checked: Reference, seed: number): Difference | undefined {
  let smallest: Difference | undefined;
  const property = fc.property(fc.gen(), (draw) => {
    const given = checked.draw(new ShrinkingRandom(draw));
    const words = caseDifference(checked, given);
    if (words === undefined) return true;
    const text = shown(given);
    if (smallest === undefined || text.length <= smallest.given.length) smallest = { given: text, words };
    return false;
  });
  fc.check(property, { numRuns: 5000, seed, interruptAfterTimeLimit: 20_000 });
  return smallest;
}
