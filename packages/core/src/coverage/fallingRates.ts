import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import type { Reported } from "./tally.ts";

/** Rates of units over time, and how many falls in a row are a warning. */
export interface RateHistory {
  /** One row a unit: its rates as fractions, the oldest first; `undefined` where one is missing. */
  readonly rates: readonly (readonly Reported[])[];
  /** How many changes in a row must be falls, counted back from the latest; 3 unless told. */
  readonly fallingFor?: Count | undefined;
}

/**
 * The latest rates of each unit where every change is a fall, oldest first; `undefined` where one is not.
 *
 * The latest period is the last that any unit has reported: a register has columns ready for the periods to come. A rate
 * that is missing before that ends the run, since nobody knows what it did.
 */
export function fallingRates(
  calculator: string,
  { rates, fallingFor = count(3) }: RateHistory,
): readonly (readonly number[] | undefined)[] {
  if (fallingFor < 1) throw refused(calculator, "fallingFor", "a whole number from 1", fallingFor);
  let periods: number | undefined;
  let reported = 0;
  for (const [index, row] of rates.entries()) {
    periods ??= row.length;
    if (row.length !== periods) {
      const name = `rates, row ${index + 1},`;
      throw new CalculationError(calculator, "sizeMismatch", { name, expected: periods, found: row.length });
    }
    for (const [period, value] of row.entries()) {
      if (value === undefined) continue;
      if (!Number.isFinite(value) || value < 0) {
        throw refused(calculator, `rates, row ${index + 1},`, "finite and not negative", value);
      }
      reported = Math.max(reported, period + 1);
    }
  }
  return rates.map((row) => fallOf(row.slice(0, reported), fallingFor));
}

function fallOf(row: readonly Reported[], fallingFor: Count): readonly number[] | undefined {
  const latest: number[] = [];
  for (const value of row.slice(-1 - fallingFor)) {
    if (value === undefined || value >= (latest.at(-1) ?? Infinity)) return undefined;
    latest.push(value);
  }
  return latest.length > fallingFor ? latest : undefined;
}

function refused(calculator: string, name: string, requirement: string, found: number): CalculationError {
  return new CalculationError(calculator, "outOfRange", { name, requirement, found: String(found) });
}
