import type { Rate } from "../exact/rate.ts";
import type { Counts } from "./kitagawa.ts";
import { addRow, emptyTally, type LeftOut, pooled, type Reported, rowFinding, type Tally } from "./tally.ts";

/** Columns of counts at two dates, and the group of each row. */
export interface ChangeColumns {
  /** The group of each row; `undefined` where it is missing. */
  readonly group: readonly (string | undefined)[];
  /** Covered units of each row at the first date. */
  readonly coveredBefore: readonly Reported[];
  /** Eligible units of each row at the first date; 0 where the group did not exist yet. */
  readonly eligibleBefore: readonly Reported[];
  /** Covered units of each row at the second date. */
  readonly coveredAfter: readonly Reported[];
  /** Eligible units of each row at the second date; 0 where the group is gone. */
  readonly eligibleAfter: readonly Reported[];
}

/**
 * What a change is worth: `ok`; `over` (more than all at a date, kept); `new` and `gone` (nothing eligible at the first,
 * or at the second date); `empty` (at neither); `missing` and `invalid` (nothing could be counted).
 */
export type ChangeStatus = "ok" | "over" | "new" | "gone" | "empty" | "missing" | "invalid";

/** Pooled rates at two dates, of the same rows. */
export interface DatedRates {
  /** The rate at the first date; where no row could be counted `undefined`, or some of none as `invalid`. */
  readonly before: Rate | undefined;
  /** The rate at the second date; as above. */
  readonly after: Rate | undefined;
  /** What the change is worth. */
  readonly status: ChangeStatus;
  /** The rows that it leaves out. */
  readonly leftOut: LeftOut;
  /** The counts; `undefined` where no row could be counted. */
  readonly counts: Counts | undefined;
}

/** Rates of which there is one at both dates. */
interface BothRates extends DatedRates {
  readonly before: Rate;
  readonly after: Rate;
}

/** Whether there is a rate at both dates. */
export function hasBothRates(rates: DatedRates): rates is BothRates {
  const { counts } = rates;
  return counts !== undefined && counts.eligibleBefore > 0 && counts.eligibleAfter > 0;
}

/** Tallies of both dates; what they leave out is the same. */
interface Pair {
  readonly before: Tally;
  readonly after: Tally;
}

/** Pools the rows of each group, and of all groups. */
export function ratesByGroup(
  calculator: string,
  columns: ChangeColumns,
): {
  readonly groups: ReadonlyMap<string, DatedRates>;
  readonly total: DatedRates;
} {
  const { pairs, all } = pairsByGroup(columns);
  const groups = new Map<string, DatedRates>();
  for (const [name, pair] of pairs) {
    groups.set(name, ratesOf(calculator, pair));
    addPair(all, pair);
  }
  return { groups, total: ratesOf(calculator, all) };
}

/** A pair of tallies a group, and one for all that so far knows only the rows without a group. */
function pairsByGroup(columns: ChangeColumns): { readonly pairs: Map<string, Pair>; readonly all: Pair } {
  const pairs = new Map<string, Pair>();
  const all = emptyPair();
  for (let row = 0; row < columns.group.length; row += 1) {
    const name = columns.group[row];
    const before = { covered: columns.coveredBefore[row], eligible: columns.eligibleBefore[row] };
    const after = { covered: columns.coveredAfter[row], eligible: columns.eligibleAfter[row] };
    const findings = [before, after].map(({ covered, eligible }) => rowFinding(covered, eligible));
    // A row counts at both dates or at neither, else its group would seem to appear or to vanish.
    const atBoth = (["missing", "invalid"] as const).find((each) => findings.includes(each)) ?? "counted";
    const finding = name === undefined ? "missing" : atBoth;
    const pair = name === undefined ? all : pairOf(pairs, name);
    addRow(pair.before, finding, before);
    addRow(pair.after, finding, after);
  }
  return { pairs, all };
}

function emptyPair(): Pair {
  return { before: emptyTally(), after: emptyTally() };
}

function pairOf(pairs: Map<string, Pair>, name: string): Pair {
  let pair = pairs.get(name);
  if (pair === undefined) pairs.set(name, (pair = emptyPair()));
  return pair;
}

/** Adds a group's tallies to those of all. */
function addPair(all: Pair, pair: Pair): void {
  for (const date of ["before", "after"] as const) {
    const [into, from] = [all[date], pair[date]];
    into.rows += from.rows;
    into.covered += from.covered;
    into.eligible += from.eligible;
    into.missing += from.missing;
    into.invalid += from.invalid;
    into.coveredOfNone += from.coveredOfNone;
  }
}

function ratesOf(calculator: string, pair: Pair): DatedRates {
  const { rate: before, leftOut } = pooled(calculator, pair.before);
  const { rate: after } = pooled(calculator, pair.after);
  if (before === undefined || after === undefined || pair.before.rows === 0) {
    // A rate of rows that are left out is some of none.
    const isOfNone = before !== undefined || after !== undefined;
    const status = leftOut.missing > 0 && !isOfNone ? "missing" : "invalid";
    return { before, after, status, leftOut, counts: undefined };
  }
  const counts = {
    coveredBefore: before.numerator,
    eligibleBefore: before.denominator,
    coveredAfter: after.numerator,
    eligibleAfter: after.denominator,
  };
  return { before, after, status: statusOf(before, after), leftOut, counts };
}

function statusOf(before: Rate, after: Rate): ChangeStatus {
  if (before.status === "empty") return after.status === "empty" ? "empty" : "new";
  if (after.status === "empty") return "gone";
  return before.status === "over" || after.status === "over" ? "over" : "ok";
}
