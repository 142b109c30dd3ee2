import { CalculationError } from "../errors.ts";
import { isCount } from "../exact/count.ts";
import { type Term, type TermPolicy, termState } from "../periods/termState.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { type CoverageChannel, type CoveragePolicy, requirePolicy } from "./coveragePolicy.ts";
import { fallingRates, type RateHistory } from "./fallingRates.ts";
import type { Reported } from "./tally.ts";
import type { Warning, WarningReason } from "./warning.ts";

/** Units as columns, the thresholds of their forms, and the day on which one asks. */
export interface EarlyWarningInput extends TermPolicy {
  /** The name of each unit; `undefined` where it is missing. */
  readonly unit: readonly (string | undefined)[];
  /** How many members each unit has; `undefined` where it is missing. */
  readonly members: readonly Reported[];
  /** The form of organisation that each unit has; `undefined` where it is missing. */
  readonly form: readonly (CoverageChannel | undefined)[];
  /** The day of each organisation's last election; `undefined` where it is missing. */
  readonly lastElection: readonly Term["lastElection"][];
  /** How many years a term lasts: one value for all, or one a row; `undefined` where it is missing. */
  readonly termYears: number | readonly (number | undefined)[];
  /** From how many members on which form is due. */
  readonly policy: CoveragePolicy;
  /** Each unit's rates over time, and how many falls in a row are a warning. */
  readonly history?: RateHistory | undefined;
}

/**
 * Early warnings: too few members for the form, a term overdue or due soon, a falling rate.
 *
 * Units come in the order given, each with its reasons in this order. The one surprise: what is missing is never a
 * warning, for nobody knows; and a missing rate ends the run of falls, except in periods at the end that no unit has
 * reported yet.
 *
 * **Units.** One value a row in each column. `termYears` in years of whole months; `rates` are fractions, oldest first.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns or histories of different length; `conflict` where
 * `ownFrom` is below `jointFrom`; `outOfRange` for members, terms, rates or falls that cannot be.
 *
 * **Source.** The warnings of published document D0 of the project's list of sources: members below the threshold of the
 * form, terms past their end, rates that fall.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns or histories of different length
 * @throws CalculationError `conflict` where `ownFrom` is below `jointFrom`
 * @throws CalculationError `outOfRange` for members, terms, rates or falls that cannot be
 *
 * @example
 * const policy = { ownFrom: count(3), jointFrom: count(1) };
 * const units = { unit: ["mill", "ford"], members: [2, 5], form: ["own", "own"] as const, policy };
 * const terms = { lastElection: [calendarDate("2024-05-01"), calendarDate("2020-05-01")], termYears: 5 };
 * const asOf = calendarDate("2026-11-22");
 * earlyWarning({ ...units, ...terms, asOf }).map(({ unit, reason }) => [unit, reason]) //=> [["mill", "too-few-members"], ["ford", "term-overdue"]]
 * const history = { rates: [[0.9, 0.8, 0.7], [0.9, undefined, 0.7]], fallingFor: count(2) };
 * earlyWarning({ ...units, ...terms, asOf, history }).map(({ row, reason }) => [row, reason]) //=> [[1, "too-few-members"], [1, "rate-falling"], [2, "term-overdue"]]
 * earlyWarning({ ...units, ...terms, asOf, members: [2] }) //=> throws sizeMismatch
 */
export function earlyWarning(input: EarlyWarningInput): readonly Warning[] {
  const { unit, members, form, lastElection, termYears, policy, history } = input;
  requirePolicy("earlyWarning", policy);
  const terms = typeof termYears === "number" ? {} : { termYears };
  const histories = history === undefined ? {} : { rates: history.rates };
  requireColumns("earlyWarning", { unit, members, form, lastElection, ...terms, ...histories });
  const falls = history && fallingRates("earlyWarning", history);
  return unit.flatMap((name, index) => {
    const reasons = [membersWarning(input, index), termWarning(input, index), rateWarning(falls?.[index])];
    return reasons
      .filter((reason) => reason !== undefined)
      .map((reason) => ({ row: index + 1, unit: name, ...reason }));
  });
}

function membersWarning(input: EarlyWarningInput, index: number): WarningReason | undefined {
  const { form: forms, members: sizes, policy } = input;
  const [form, members] = [forms[index], sizes[index]];
  if (members === undefined) return undefined;
  if (!isCount(members)) {
    throw new CalculationError("earlyWarning", "outOfRange", {
      name: `members, row ${index + 1},`,
      requirement: "a whole number from 0 to 2^53-1",
      found: String(members),
    });
  }
  // Work coverage, and none at all, require no members.
  if (form !== "own" && form !== "joint") return undefined;
  const required = form === "own" ? policy.ownFrom : policy.jointFrom;
  return members < required ? { reason: "too-few-members", form, members, required } : undefined;
}

function termWarning(input: EarlyWarningInput, index: number): WarningReason | undefined {
  const { lastElection, termYears, asOf, soonMonths } = input;
  const years = typeof termYears === "number" ? termYears : termYears[index];
  const term = termState(
    { calculator: "earlyWarning", row: index + 1 },
    { lastElection: lastElection[index], termYears: years },
    { asOf, soonMonths },
  );
  if (term.status === "missing" || term.status === "in-term") return undefined;
  return { reason: term.status === "overdue" ? "term-overdue" : "term-due-soon", term };
}

function rateWarning(rates: readonly number[] | undefined): WarningReason | undefined {
  return rates && { reason: "rate-falling", rates };
}
