import { CalculationError } from "../errors.ts";
import {
  addRow,
  emptyTally,
  type PooledRate,
  pooled,
  type Reported,
  rowFinding,
  type Tally,
} from "./tally.ts";

/** Rows as columns: the name of each row's group, and its two counts. */
export interface CoverageByGroupInput {
  /** The group of each row; `undefined` where it is missing. */
  readonly group: readonly (string | undefined)[];
  /** Covered units of each row. */
  readonly covered: readonly Reported[];
  /** Eligible units of each row. */
  readonly eligible: readonly Reported[];
}

/** One group with its pooled rate. */
export interface GroupCoverage extends PooledRate {
  /** The group's name. */
  readonly group: string;
}

/** All groups in order of first appearance, and the pooled total. */
export interface CoverageByGroup {
  /** A row a group. */
  readonly groups: readonly GroupCoverage[];
  /** All counted rows together: never the mean of the groups' rates. */
  readonly total: PooledRate;
}

/**
 * Coverage rates by group, with the pooled total.
 *
 * Counts are summed in each group and in all, and divided once; rates are never averaged. The one surprise: a row with
 * a missing or impossible value is left out of group and total, and both say how many rows they leave out.
 *
 * **Units.** One value a row in each column. Groups come in order of first appearance and are told apart exactly.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for sums beyond
 * 2^53-1.
 *
 * **Source.** UK Health Security Agency, PHEindicatormethods: aggregate proportions from summed numerators and
 * denominators.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1
 *
 * @example
 * const rows = { group: ["own", "joint"], covered: [1442, 6015], eligible: [1442, 6573] };
 * coverageByGroup(rows).total.rate //=> { numerator: 7457, denominator: 8015, status: "ok" }
 * coverageByGroup({ ...rows, covered: [1442] }) //=> throws sizeMismatch
 */
export function coverageByGroup({ group, covered, eligible }: CoverageByGroupInput): CoverageByGroup {
  requireColumns("coverageByGroup", { group, covered, eligible });
  const tallies = new Map<string, Tally>();
  const total = emptyTally();
  for (let row = 0; row < group.length; row += 1) {
    const name = group[row];
    const values = { covered: covered[row], eligible: eligible[row] };
    const finding = name === undefined ? "missing" : rowFinding(values.covered, values.eligible);
    addRow(total, finding, values);
    if (name === undefined) continue;
    let tally = tallies.get(name);
    if (tally === undefined) tallies.set(name, (tally = emptyTally()));
    addRow(tally, finding, values);
  }
  return {
    groups: Array.from(tallies, ([name, tally]) => ({ group: name, ...pooled("coverageByGroup", tally) })),
    total: pooled("coverageByGroup", total),
  };
}

/** Refuses columns that are empty or differ in length from the first. */
export function requireColumns(
  calculator: string,
  columns: Readonly<Record<string, readonly unknown[]>>,
): void {
  const [first, ...others] = Object.entries(columns);
  const rows = first?.[1].length ?? 0;
  if (rows === 0) throw new CalculationError(calculator, "emptyInput", { name: first?.[0] ?? "the columns" });
  for (const [name, column] of others) {
    if (column.length !== rows) {
      throw new CalculationError(calculator, "sizeMismatch", { name, expected: rows, found: column.length });
    }
  }
}
