import { CalculationError } from "../errors.ts";
import { compareKinds, type CoverageFinding, type RowIssue } from "./coverageFinding.ts";
import { nearKeys } from "./nearKeys.ts";
import { type PrintedRate, requireDecimals } from "./printedRate.ts";
import { repeatedUnits } from "./repeatedUnits.ts";
import { type ReportedCell, rowIssues } from "./rowIssues.ts";

/** A register as columns, each value as it was reported. */
export interface CoverageCheckInput {
  /** The group of each row, with the space around it; `undefined` where it is missing. */
  readonly group: readonly (string | undefined)[];
  /** Covered units of each row. */
  readonly covered: readonly ReportedCell[];
  /** Eligible units of each row. */
  readonly eligible: readonly ReportedCell[];
  /** The rate printed for each row; text that is no percentage stays text, `undefined` is nothing to compare. */
  readonly printed?: readonly (PrintedRate | string | undefined)[] | undefined;
  /** Eligible units of each row a period before; `undefined` is nothing to compare. */
  readonly eligibleBefore?: readonly ReportedCell[] | undefined;
  /** The unit that each row stands for, with the space around it; `undefined` where it is missing. */
  readonly unit?: readonly (string | undefined)[] | undefined;
}

/**
 * What is wrong with the rows of a coverage table, row by row.
 *
 * Rates over 100 %, denominators of 0 and values that are no counts, what is missing, numbers stored as text, names
 * that differ only by case, space or width, units listed twice or in two groups, printed rates that cannot come from
 * their counts, denominators more than 10 % away from those before. The one surprise: a value that cannot be read is
 * one finding, and what depends on it is checked when it is mended. Findings come by row, then by kind.
 *
 * **Units.** Rows count from 0. No finding is an empty list. A near-equal name is reported once, in its first row.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for decimals of a
 * printed rate outside 0 to 15.
 *
 * **Source.** L. A. Stashko and others, PLOS ONE 14 (2019) e0216933: flags of denominators, among them coverage over
 * 100 % and a change of more than 10 % from one year to the next.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for decimals of a printed rate outside 0 to 15
 *
 * @example
 * const sound = { group: ["east", "west"], covered: [3, 1], eligible: [4, 1] };
 * coverageCheck(sound) //=> []
 * coverageCheck({ ...sound, group: ["east", "East"] }).map(({ row, kind }) => [row, kind]) //=> [[1, "nearKey"]]
 * coverageCheck({ ...sound, covered: ["3", 2] }).map(({ kind }) => kind) //=> ["textNumber", "over"]
 * coverageCheck({ ...sound, covered: [3] }) //=> throws sizeMismatch
 */
export function coverageCheck(input: CoverageCheckInput): readonly CoverageFinding[] {
  const { group, covered, eligible, printed, eligibleBefore } = input;
  requireRows(input);
  const namesOf = keyIssues(input);
  const findings: CoverageFinding[] = [];
  for (let row = 0; row < group.length; row += 1) {
    const issues = [
      ...missingIssues(input, row),
      ...rowIssues({
        covered: covered[row],
        eligible: eligible[row],
        eligibleBefore: eligibleBefore?.[row],
        printed: printed?.[row],
      }),
      ...namesOf(row),
    ];
    if (issues.length > 1) issues.sort(compareKinds);
    for (const issue of issues) findings.push({ row, group: group[row]?.trim(), ...issue });
  }
  return findings;
}

function requireRows({ group, covered, eligible, printed, eligibleBefore, unit }: CoverageCheckInput): void {
  if (group.length === 0) throw new CalculationError("coverageCheck", "emptyInput", { name: "group" });
  for (const [name, column] of Object.entries({ covered, eligible, printed, eligibleBefore, unit })) {
    if (column === undefined || column.length === group.length) continue;
    const details = { name, expected: group.length, found: column.length };
    throw new CalculationError("coverageCheck", "sizeMismatch", details);
  }
  for (const rate of printed ?? []) {
    if (typeof rate === "object") requireDecimals("coverageCheck", rate.decimals ?? 1);
  }
}

const needed = ["group", "covered", "eligible"] as const;
const neededWithUnits = ["group", "unit", "covered", "eligible"] as const;

function missingIssues(input: CoverageCheckInput, row: number): RowIssue[] {
  const names = input.unit === undefined ? needed : neededWithUnits;
  const columns = names.filter((name) => input[name]?.[row] === undefined);
  return columns.length === 0 ? [] : [{ kind: "missing", details: { columns } }];
}

/** What is wrong with the names of each row: told from the names of all rows. */
function keyIssues({ group, unit = [] }: CoverageCheckInput): (row: number) => RowIssue[] {
  const [nearGroups, nearUnits, repeated] = [nearKeys(group), nearKeys(unit), repeatedUnits({ group, unit })];
  return (row) => {
    const [nearGroup, nearUnit, again] = [nearGroups.get(row), nearUnits.get(row), repeated.get(row)];
    const issues: RowIssue[] = [];
    if (nearGroup !== undefined) issues.push({ kind: "nearKey", details: { column: "group", ...nearGroup } });
    if (nearUnit !== undefined) issues.push({ kind: "nearKey", details: { column: "unit", ...nearUnit } });
    if (again !== undefined) issues.push(again);
    return issues;
  };
}
