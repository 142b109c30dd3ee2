import { CalculationError } from "../errors.ts";
import { count, isCount } from "../exact/count.ts";
import { type Rate, rate } from "../exact/rate.ts";

/** How many rows were left out of a rate, and why. */
export interface LeftOut {
  /** Rows in which a value or a name is missing. */
  readonly missing: number;
  /** Rows in which a value is no count. */
  readonly invalid: number;
}

/** A pooled rate and what it leaves out. */
export interface PooledRate {
  /** Sum of covered over sum of eligible; `undefined` where no row could be counted. */
  readonly rate: Rate | undefined;
  /** The rows that it leaves out. */
  readonly leftOut: LeftOut;
}

/** A value as a register gives it: a number, or `undefined` where nothing is known. */
export type Reported = number | undefined;

/** A running tally of rows: numerators and denominators are summed, rates never averaged. */
export interface Tally {
  /** Sum of covered units. */
  covered: number;
  /** Sum of eligible units. */
  eligible: number;
  /** Rows counted. */
  rows: number;
  /** Rows left out because something is missing. */
  missing: number;
  /** Rows left out because a value is no count. */
  invalid: number;
}

/** A tally of no rows. */
export function emptyTally(): Tally {
  return { covered: 0, eligible: 0, rows: 0, missing: 0, invalid: 0 };
}

/** What one row is to a tally. */
export type RowFinding = "counted" | "missing" | "invalid";

/** Tells whether a row can be counted. */
export function rowFinding(covered: Reported, eligible: Reported): RowFinding {
  if (covered === undefined || eligible === undefined) return "missing";
  return isCount(covered) && isCount(eligible) ? "counted" : "invalid";
}

/** Adds a row to a tally, in place. */
export function addRow(
  tally: Tally,
  finding: RowFinding,
  { covered, eligible }: { readonly covered: Reported; readonly eligible: Reported },
): void {
  if (finding !== "counted") {
    tally[finding] += 1;
    return;
  }
  tally.rows += 1;
  tally.covered += covered ?? 0;
  tally.eligible += eligible ?? 0;
}

/** The pooled rate of a tally; refuses sums beyond 2^53-1, which would no longer be exact. */
export function pooled(calculator: string, tally: Tally): PooledRate {
  const leftOut = { missing: tally.missing, invalid: tally.invalid };
  if (tally.rows === 0) return { rate: undefined, leftOut };
  for (const name of ["covered", "eligible"] as const) {
    if (!isCount(tally[name])) {
      throw new CalculationError(calculator, "outOfRange", {
        name: `the sum of ${name}`,
        requirement: "at most 2^53-1",
        found: String(tally[name]),
      });
    }
  }
  return { rate: rate({ numerator: count(tally.covered), denominator: count(tally.eligible) }), leftOut };
}
