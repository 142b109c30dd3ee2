import { CalculationError } from "../errors.ts";
import { type Count, count, isCount } from "../exact/count.ts";
import { type Rate, rate } from "../exact/rate.ts";

/** How many rows were left out of a rate, and why. */
export interface LeftOut {
  /** Rows in which a value or a name is missing. */
  readonly missing: number;
  /** Rows in which a value is no count, or some are covered of none. */
  readonly invalid: number;
}

/** A pooled rate and what it leaves out. */
export interface PooledRate {
  /** Sum of covered over sum of eligible; where no row could be counted `undefined`, or some of none as `invalid`. */
  readonly rate: Rate | undefined;
  /** The rows that it leaves out. */
  readonly leftOut: LeftOut;
}

/** A pooled rate that also says what was missing from the rows that it counts. */
export interface ReportedRate extends PooledRate {
  /** Rows counted in which covered is missing and stands for zero: none unless that was asked for. */
  readonly countedAsZero: number;
}

/** A value as a register gives it: a number, or `undefined` where nothing is known. */
export type Reported = number | undefined;

/** Tells whether a value is there and a count. */
export function isReportedCount(value: Reported): value is Count {
  return value !== undefined && isCount(value);
}

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
  /** Rows left out because a value is no count, or some are covered of none. */
  invalid: number;
  /** Covered units of the rows that have none eligible. */
  coveredOfNone: number;
}

/** A tally of no rows. */
export function emptyTally(): Tally {
  return { covered: 0, eligible: 0, rows: 0, missing: 0, invalid: 0, coveredOfNone: 0 };
}

/** What one row is to a tally. */
export type RowFinding = "counted" | "missing" | "invalid";

/** Tells whether a row can be counted. */
export function rowFinding(covered: Reported, eligible: Reported): RowFinding {
  if (covered === undefined || eligible === undefined) return "missing";
  return isCount(covered) && isCount(eligible) && !isSomeOfNone(covered, eligible) ? "counted" : "invalid";
}

/** Tells whether units are covered where none are eligible, which cannot be. */
export function isSomeOfNone(covered: Reported, eligible: Reported): covered is Count {
  return eligible === 0 && isReportedCount(covered) && covered > 0;
}

/** Adds a row to a tally, in place. */
export function addRow(
  tally: Tally,
  finding: RowFinding,
  { covered, eligible }: { readonly covered: Reported; readonly eligible: Reported },
): void {
  if (finding !== "counted") {
    tally[finding] += 1;
    if (finding === "invalid" && isSomeOfNone(covered, eligible)) tally.coveredOfNone += covered;
    return;
  }
  tally.rows += 1;
  tally.covered += covered ?? 0;
  tally.eligible += eligible ?? 0;
}

/** The pooled rate of a tally; refuses sums beyond 2^53-1, which would no longer be exact. */
export function pooled(calculator: string, tally: Tally): PooledRate {
  const leftOut = { missing: tally.missing, invalid: tally.invalid };
  if (tally.rows === 0) return { rate: rateOfNone(calculator, tally.coveredOfNone), leftOut };
  const numerator = exactSum(calculator, "covered", tally.covered);
  const denominator = exactSum(calculator, "eligible", tally.eligible);
  return { rate: rate({ numerator, denominator }), leftOut };
}

/** The rate of rows of which none can be counted: some of none is shown, as invalid, and goes into no total. */
export function rateOfNone(calculator: string, coveredOfNone: number): Rate | undefined {
  if (coveredOfNone === 0) return undefined;
  return rate({ numerator: exactSum(calculator, "covered", coveredOfNone), denominator: count(0) });
}

/** A sum of counts, which must be a count: beyond 2^53-1 it would no longer be exact. */
export function exactSum(calculator: string, name: "covered" | "eligible", sum: number): Count {
  if (isCount(sum)) return sum;
  throw new CalculationError(calculator, "outOfRange", {
    name: `the sum of ${name}`,
    requirement: "at most 2^53-1",
    found: String(sum),
  });
}
