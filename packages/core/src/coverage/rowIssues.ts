import { type Count, isCount } from "../exact/count.ts";
import { compareFractions, fraction, over } from "../exact/fraction.ts";
import { coverageConsistent } from "./coverageConsistent.ts";
import { coverageConsistentCounts } from "./coverageConsistentCounts.ts";
import type { NumberColumn, RowIssue } from "./coverageFinding.ts";
import type { CoverageInput } from "./coverageRate.ts";
import { coverageText } from "./coverageText.ts";
import type { PrintedRate } from "./printedRate.ts";

/** A value as a register gives it: a number, text where a number is due, or `undefined` where nothing is known. */
export type ReportedCell = number | string | undefined;

/** One row of a register, as it was reported. */
export interface ReportedRow {
  /** Covered units. */
  readonly covered: ReportedCell;
  /** Eligible units. */
  readonly eligible: ReportedCell;
  /** Eligible units a period before, where they are known. */
  readonly eligibleBefore: ReportedCell;
  /** The rate printed beside them, where there is one; text that is no percentage stays text. */
  readonly printed: PrintedRate | string | undefined;
}

/** A number with or without commas between thousands, as people type it. */
const numberText = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|(?=\.\d))(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$/;
const two = fraction(2n);
const hundred = fraction(100n);

/** What is wrong with the numbers of one row, each by itself and together. */
export function rowIssues(row: ReportedRow): RowIssue[] {
  const issues: RowIssue[] = [];
  for (const column of ["covered", "eligible", "eligibleBefore"] as const) {
    const value = row[column];
    const issue = value === undefined ? undefined : valueIssue(column, value);
    if (issue !== undefined) issues.push(issue);
  }
  const [covered, eligible, before] = [row.covered, row.eligible, row.eligibleBefore].map(countOrNothing);
  if (typeof row.printed === "string")
    issues.push({ kind: "printedUnreadable", details: { text: row.printed } });
  if (eligible === undefined) return issues;
  if (covered !== undefined) issues.push(...rateIssues({ covered, eligible, printed: row.printed }));
  if (before !== undefined && jumps(before, eligible)) {
    const change = before === 0 ? undefined : (eligible - before) / before;
    issues.push({ kind: "eligibleJump", details: { before, eligible, change } });
  }
  return issues;
}

function countOrNothing(value: ReportedCell): Count | undefined {
  return typeof value === "number" && isCount(value) ? value : undefined;
}

function valueIssue(column: NumberColumn, value: number | string): RowIssue | undefined {
  if (typeof value === "string") {
    const isNumber = numberText.test(value.normalize("NFKC").replace(/\s/gu, ""));
    return { kind: isNumber ? "textNumber" : "notNumber", details: { column, text: value } };
  }
  if (isCount(value)) return undefined;
  if (!Number.isFinite(value)) return { kind: "notNumber", details: { column, text: String(value) } };
  const kind = value < 0 ? "negative" : Number.isInteger(value) ? "tooLarge" : "notWhole";
  return { kind, details: { column, value } };
}

/** More than a tenth up or down; from 0, any change. */
function jumps(before: Count, eligible: Count): boolean {
  return 10n * BigInt(Math.abs(eligible - before)) > BigInt(before);
}

interface CountedRow extends CoverageInput {
  readonly printed: PrintedRate | string | undefined;
}

function rateIssues({ covered, eligible, printed }: CountedRow): RowIssue[] {
  if (eligible === 0) {
    return [covered === 0 ? { kind: "empty", details: {} } : { kind: "noneEligible", details: { covered } }];
  }
  const issues: RowIssue[] = [];
  if (covered > eligible) issues.push({ kind: "over", details: { covered, eligible } });
  if (typeof printed === "object" && !coverageConsistent({ covered, eligible, ...printed })) {
    issues.push(printedMismatch(printed, { covered, eligible }));
  }
  return issues;
}

function printedMismatch(printed: PrintedRate, { covered, eligible }: CoverageInput): RowIssue {
  const hundredth = over(printed.printed, hundred);
  const isHundredfold =
    compareFractions(printed.printed, two) >= 0 &&
    coverageConsistent({ covered, eligible, ...printed, printed: hundredth });
  const rightText = coverageText({ covered, eligible, decimals: printed.decimals });
  const counts = coverageConsistentCounts({ eligible, ...printed });
  return {
    kind: "printedMismatch",
    details: { printed, covered, eligible, rightText, counts, isHundredfold },
  };
}
