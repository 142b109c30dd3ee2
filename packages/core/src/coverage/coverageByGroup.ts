import { requireColumns } from "../exact/requireColumns.ts";
import { encoded, type Keys, rowsOfKeys } from "./keyColumn.ts";
import { requireNothingMissing } from "./requireNothingMissing.ts";
import { addRows, addUpwards, addTo, emptyTallies, pooledOf, type ReportedCounts } from "./tallies.ts";
import type { ReportedRate } from "./tally.ts";

/** Rows as columns: the name of each row's group, and its two counts. */
export interface CoverageByGroupInput extends ReportedCounts {
  /** The group of each row; `undefined` where it is missing. */
  readonly group: Keys;
}

/** One group with its pooled rate. */
export interface GroupCoverage extends ReportedRate {
  /** The group's name. */
  readonly group: string;
}

/** All groups in order of first appearance, and the pooled total. */
export interface CoverageByGroup {
  /** A row a group. */
  readonly groups: readonly GroupCoverage[];
  /** All counted rows together: never the mean of the groups' rates. */
  readonly total: ReportedRate;
}

/**
 * Coverage rates by group, with the pooled total.
 *
 * Counts are summed in each group and in all, and divided once; rates are never averaged. The one surprise: a row with
 * a missing or impossible value, or with some covered of none eligible, is left out of group and total, and both say
 * how many rows they leave out; some of none is shown, as `invalid`, only where no other row counts. With
 * `missing: "zero"` a missing covered counts as zero, and they say how many do; a row that lacks its group or eligible
 * has no denominator to stay in and is left out all the same.
 *
 * **Units.** One value a row in each column. Groups come in order of first appearance and are told apart exactly; a
 * `keyColumn` of them serves any number of measures.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `missingValue` for the first
 * row in which something is missing, with `missing: "refuse"`; `outOfRange` for sums beyond 2^53-1.
 *
 * **Source.** UK Health Security Agency, PHEindicatormethods: aggregate proportions from summed numerators and
 * denominators. District Health Information Software 2, documentation: missing value strategies of indicators.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `missingValue` where something is missing, with `missing: "refuse"`
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1
 *
 * @example
 * const rows = { group: ["own", "joint"], covered: [1442, 6015], eligible: [1442, 6573] };
 * coverageByGroup(rows).total.rate //=> { numerator: 7457, denominator: 8015, status: "ok" }
 * const reports = { group: ["east", "east"], covered: [1, undefined], eligible: [2, 3] };
 * coverageByGroup(reports).total.rate //=> { numerator: 1, denominator: 2, status: "ok" }
 * coverageByGroup({ ...reports, missing: "zero" }).total.rate //=> { numerator: 1, denominator: 5, status: "ok" }
 * coverageByGroup({ ...reports, missing: "refuse" }) //=> throws missingValue
 * coverageByGroup({ ...rows, covered: [1442] }) //=> throws sizeMismatch
 */
export function coverageByGroup({ group, ...counts }: CoverageByGroupInput): CoverageByGroup {
  const columns = { group: rowsOfKeys(group), covered: counts.covered, eligible: counts.eligible };
  requireColumns("coverageByGroup", columns);
  if (counts.missing === "refuse") requireNothingMissing("coverageByGroup", columns);
  const { codes, names } = encoded(group);
  // The total stands behind the groups.
  const total = names.length;
  const tallies = emptyTallies(names.length + 1);
  addTo(tallies.missing, total, addRows(tallies, codes, counts));
  addUpwards(tallies, new Int32Array(names.length + 1).fill(total).fill(-1, total));
  return {
    groups: names.map((name, each) => {
      const { rate, leftOut, countedAsZero } = pooledOf("coverageByGroup", tallies, each);
      return { group: name, rate, leftOut, countedAsZero };
    }),
    total: pooledOf("coverageByGroup", tallies, total),
  };
}
