import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { type Rate, rate } from "../exact/rate.ts";
import type { CalendarDate } from "./calendarDate.ts";
import { type TermPolicy, type TermState, termState } from "./termState.ts";

/** Organisations as columns, and the day on which one asks. */
export interface TermSummaryInput extends TermPolicy {
  /** The day of each organisation's last election; `undefined` where it is missing. */
  readonly lastElection: readonly (CalendarDate | undefined)[];
  /** How many years a term lasts: one value for all, or one a row; `undefined` where it is missing. */
  readonly termYears: number | readonly (number | undefined)[];
  /** The group of each organisation; `undefined` where it is missing. Without this column there is only the total. */
  readonly group?: readonly (string | undefined)[] | undefined;
}

/** How many terms stand where. */
export interface TermCounts {
  /** Terms that end later than soon. */
  readonly inTerm: Count;
  /** Terms that end within the months to come. */
  readonly dueSoon: Count;
  /** Terms that have ended. */
  readonly overdue: Count;
  /** Rows of which the last election, the term or the group is missing. */
  readonly missing: Count;
  /** Overdue terms of all known ones; missing rows are in neither. */
  readonly shareOverdue: Rate;
}

/** One group's terms. */
export interface GroupTerms extends TermCounts {
  /** The group's name. */
  readonly group: string;
}

/** All groups in order of first appearance, and all terms together. */
export interface TermSummary {
  /** A row a group; none without a column of groups. */
  readonly groups: readonly GroupTerms[];
  /** All terms: never the mean of the groups' shares. */
  readonly total: TermCounts;
}

type Tally = Record<TermState["status"], number>;

/**
 * Terms of office by group: in term, due soon, overdue and missing, with the share overdue.
 *
 * Each term is judged as `termStatus` judges it; counts are summed and divided once. The one surprise: the share is of
 * the terms that are known, and a row without a group counts as missing in the total, which alone has it.
 *
 * **Units.** One value a row in each column. Groups come in order of first appearance and are told apart exactly.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for a term that is
 * not above 0, not whole months or ends after 9999.
 *
 * **Source.** UK Health Security Agency, PHEindicatormethods: aggregate proportions from summed numerators and
 * denominators.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for a term that is not above 0, not whole months or ends after 9999
 *
 * @example
 * const lastElection = [calendarDate("2020-05-01"), calendarDate("2024-05-01"), undefined];
 * const terms = { lastElection, termYears: 5, asOf: calendarDate("2026-11-22") };
 * termSummary(terms).total.shareOverdue //=> { numerator: 1, denominator: 2, status: "ok" }
 * termSummary({ ...terms, group: ["east", "west", "west"] }).groups.map(({ missing }) => missing) //=> [0, 1]
 * termSummary({ ...terms, group: ["east"] }) //=> throws sizeMismatch
 */
export function termSummary({
  lastElection,
  termYears,
  asOf,
  group,
  soonMonths,
}: TermSummaryInput): TermSummary {
  const rows = lastElection.length;
  if (rows === 0) throw new CalculationError("termSummary", "emptyInput", { name: "lastElection" });
  if (typeof termYears !== "number") requireRows("termYears", rows, termYears);
  if (group !== undefined) requireRows("group", rows, group);
  const total = emptyTally();
  const groups = new Map<string, Tally>();
  for (const [index, elected] of lastElection.entries()) {
    const term = {
      lastElection: elected,
      termYears: typeof termYears === "number" ? termYears : termYears[index],
    };
    const { status } = termState({ calculator: "termSummary", row: index + 1 }, term, { asOf, soonMonths });
    const name = group?.[index];
    total[group !== undefined && name === undefined ? "missing" : status] += 1;
    if (name === undefined) continue;
    let tally = groups.get(name);
    if (tally === undefined) groups.set(name, (tally = emptyTally()));
    tally[status] += 1;
  }
  return {
    groups: Array.from(groups, ([name, tally]) => ({ group: name, ...countsOf(tally) })),
    total: countsOf(total),
  };
}

function requireRows(name: string, expected: number, { length: found }: readonly unknown[]): void {
  if (found !== expected) {
    throw new CalculationError("termSummary", "sizeMismatch", { name, expected, found });
  }
}

function emptyTally(): Tally {
  return { "in-term": 0, "due-soon": 0, overdue: 0, missing: 0 };
}

function countsOf(tally: Tally): TermCounts {
  const known = tally["in-term"] + tally["due-soon"] + tally.overdue;
  return {
    inTerm: count(tally["in-term"]),
    dueSoon: count(tally["due-soon"]),
    overdue: count(tally.overdue),
    missing: count(tally.missing),
    shareOverdue: rate({ numerator: count(tally.overdue), denominator: count(known) }),
  };
}
