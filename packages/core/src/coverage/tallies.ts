import { rate } from "../exact/rate.ts";
import {
  exactSum,
  isReportedCount,
  type LeftOut,
  rateOfNone,
  type Reported,
  type ReportedRate,
  rowFinding,
} from "./tally.ts";

/** A column of values; in a `Float64Array`, which knows no `undefined`, nothing is missing. */
export type ReportedColumn = readonly Reported[] | Float64Array;

/**
 * What becomes of a row in which something is missing: `skip` leaves it out; `zero` counts a missing covered as zero, so
 * that the row's eligible units stay in the denominator; `refuse` stops at it.
 */
export type MissingRule = "skip" | "zero" | "refuse";

/** Two columns of counts, and what becomes of what is missing in them. */
export interface ReportedCounts {
  /** Covered units of each row. */
  readonly covered: ReportedColumn;
  /** Eligible units of each row. */
  readonly eligible: ReportedColumn;
  /** What becomes of a row in which something is missing; `skip` unless told. */
  readonly missing?: MissingRule | undefined;
}

const sums = [
  "covered",
  "eligible",
  "nothing",
  "missing",
  "invalid",
  "countedAsZero",
  "coveredOfNone",
] as const;

/**
 * A tally of each group, as columns: sums of covered and eligible, and how many rows report 0 of 0 (which the sums do not
 * show), are missing, are invalid, count a missing covered as zero, and the units covered of none. A million rows need no object each.
 */
export type Tallies = Readonly<Record<(typeof sums)[number], Float64Array>>;

/** Tallies of no rows. */
export function emptyTallies(groups: number): Tallies {
  const column = (): Float64Array => new Float64Array(groups);
  return {
    covered: column(),
    eligible: column(),
    nothing: column(),
    missing: column(),
    invalid: column(),
    countedAsZero: column(),
    coveredOfNone: column(),
  };
}

/** Adds every row to the group of its code, and says how many rows are of no group, having the code -1. */
export function addRows(
  tallies: Tallies,
  codes: Int32Array,
  { covered, eligible, missing: rule }: ReportedCounts,
): number {
  // Everything is taken out of its object here: the loop meets arrays only, and writes two sums for most rows.
  const {
    covered: coveredSums,
    eligible: eligibleSums,
    nothing,
    missing,
    invalid,
    countedAsZero,
    coveredOfNone,
  } = tallies;
  const countsZero = rule === "zero";
  let groupless = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code < 0) {
      groupless += 1;
      continue;
    }
    const coveredUnits = covered[row];
    const eligibleUnits = eligible[row];
    if (isReportedCount(coveredUnits) && isReportedCount(eligibleUnits)) {
      if (eligibleUnits > 0) {
        addTo(coveredSums, code, coveredUnits);
        addTo(eligibleSums, code, eligibleUnits);
      } else if (coveredUnits === 0) {
        addTo(nothing, code, 1);
      } else {
        addTo(invalid, code, 1);
        addTo(coveredOfNone, code, coveredUnits);
      }
    } else if (countsZero && coveredUnits === undefined && isReportedCount(eligibleUnits)) {
      addTo(eligibleSums, code, eligibleUnits);
      addTo(countedAsZero, code, 1);
    } else {
      addTo(rowFinding(coveredUnits, eligibleUnits) === "missing" ? missing : invalid, code, 1);
    }
  }
  return groupless;
}

/** Adds to one element of a column, in place. */
export function addTo(column: Float64Array, place: number, value: number): void {
  column[place] = (column[place] ?? 0) + value;
}

/** Adds the tally of each group, the last one first, to that of its parent; the group above all has the parent -1. */
export function addUpwards(tallies: Tallies, parents: ArrayLike<number>): void {
  for (const name of sums) {
    const column = tallies[name];
    for (let group = column.length - 1; group >= 0; group -= 1) {
      const parent = parents[group] ?? -1;
      if (parent >= 0) addTo(column, parent, column[group] ?? 0);
    }
  }
}

/** What most rates leave out, in one object for all of them. */
const nothingLeftOut: LeftOut = Object.freeze({ missing: 0, invalid: 0 });

/** The pooled rate of a group; refuses sums beyond 2^53-1, which would no longer be exact. */
export function pooledOf(calculator: string, tallies: Tallies, group: number): ReportedRate {
  const missing = tallies.missing[group] ?? 0;
  const invalid = tallies.invalid[group] ?? 0;
  const leftOut = missing + invalid === 0 ? nothingLeftOut : { missing, invalid };
  const countedAsZero = tallies.countedAsZero[group] ?? 0;
  const covered = tallies.covered[group] ?? 0;
  const eligible = tallies.eligible[group] ?? 0;
  const hasRows = eligible > 0 || countedAsZero > 0 || tallies.nothing[group] !== 0;
  if (!hasRows) {
    return { rate: rateOfNone(calculator, tallies.coveredOfNone[group] ?? 0), leftOut, countedAsZero };
  }
  const numerator = exactSum(calculator, "covered", covered);
  const denominator = exactSum(calculator, "eligible", eligible);
  return { rate: rate({ numerator, denominator }), leftOut, countedAsZero };
}
