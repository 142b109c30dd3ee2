import { CalculationError } from "../errors.ts";
import { type Count, isCount } from "../exact/count.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import {
  checkedStaffing,
  type StaffingFigures,
  type StaffingRow,
  type StaffingStatus,
  unitsPerStaffOf,
} from "./staffingRow.ts";
import type { LeftOut, Reported } from "./tally.ts";

/** Rows as columns: a unit, the staff it has, and the staff it must or may have. */
export interface StaffingCheckInput {
  /** The unit of each row; `undefined` where its name is missing. */
  readonly unit: readonly (string | undefined)[];
  /** Staff of each row. */
  readonly staff: readonly Reported[];
  /** The least staff that the row requires, for all its units together. */
  readonly required: readonly Reported[];
  /** How many units each row stands for; 1 unless told. */
  readonly units?: readonly Reported[] | undefined;
  /** The most staff that the row may have, for all its units together; `undefined` where there is no limit. */
  readonly maximum?: readonly Reported[] | undefined;
}

/** The sums of the rows that could be counted. */
export interface StaffingTotal extends StaffingFigures {
  /** The rows that they leave out. */
  readonly leftOut: LeftOut;
}

/** A row a unit, and the total. */
export interface StaffingCheck {
  /** The rows, in the order given. */
  readonly rows: readonly StaffingRow[];
  /** The counted rows together. */
  readonly total: StaffingTotal;
}

/**
 * Staff against the number required, row by row, where no surplus offsets a shortfall.
 *
 * Shortfall is required less staff; surplus is staff less the maximum, or less what is required where there is no
 * maximum; neither is below zero. The one surprise: the total sums both columns, so two units, one with two too many and
 * one with two too few, are short of two. A row with a missing or impossible value is left out of the total.
 *
 * **Units.** `staff`, `required` and `maximum` are of the whole row, however many units it stands for.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for sums beyond
 * 2^53-1.
 *
 * **Source.** World Health Organization, Workload Indicators of Staffing Need (WISN): User's Manual (2010): staff less
 * required staff, facility by facility.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1
 *
 * @example
 * const { rows, total } = staffingCheck({ unit: ["A", "B"], staff: [4, 1], required: [2, 3] });
 * rows.map(({ shortfall, surplus }) => [shortfall, surplus]) //=> [[0, 2], [2, 0]]
 * [total.shortfall, total.surplus, total.status] //=> [2, 2, "short"]
 * staffingCheck({ unit: ["all"], units: [45], staff: [38], required: [45] }).total.unitsPerStaff //=> fraction(45n, 38n)
 * staffingCheck({ unit: ["A"], staff: [3], required: [1], maximum: [2] }).total.status //=> "over"
 * staffingCheck({ unit: [], staff: [], required: [] }) //=> throws emptyInput
 */
export function staffingCheck({ unit, staff, required, units, maximum }: StaffingCheckInput): StaffingCheck {
  const optional = { ...(units && { units }), ...(maximum && { maximum }) };
  requireColumns("staffingCheck", { unit, staff, required, ...optional });
  const rows = unit.map((name, row) => {
    const figures = {
      units: units === undefined ? 1 : units[row],
      staff: staff[row],
      required: required[row],
    };
    return checkedStaffing({ unit: name, ...figures }, maximum?.[row]);
  });
  return { rows, total: totalOf(rows) };
}

function totalOf(rows: readonly StaffingRow[]): StaffingTotal {
  const rowsWith = (status: StaffingStatus): number => rows.filter((row) => row.status === status).length;
  const leftOut = { missing: rowsWith("missing"), invalid: rowsWith("invalid") };
  const counted = rows.filter(({ status }) => status !== "missing" && status !== "invalid");
  if (counted.length === 0) {
    const unknown = { units: undefined, staff: undefined, required: undefined, unitsPerStaff: undefined };
    const status = leftOut.missing > 0 ? "missing" : "invalid";
    return { ...unknown, shortfall: undefined, surplus: undefined, status, leftOut };
  }
  const sum = (name: "units" | "staff" | "required" | "shortfall" | "surplus"): Count =>
    requireSum(
      name,
      counted.reduce((total, row) => total + (row[name] ?? 0), 0),
    );
  const [units, staff, shortfall] = [sum("units"), sum("staff"), sum("shortfall")];
  const status = shortfall > 0 ? "short" : rowsWith("over") > 0 ? "over" : "ok";
  const sums = { units, staff, required: sum("required"), shortfall, surplus: sum("surplus") };
  return { ...sums, unitsPerStaff: unitsPerStaffOf(units, staff), status, leftOut };
}

/** Refuses a sum beyond 2^53-1, which would no longer be exact. */
function requireSum(name: string, sum: number): Count {
  if (isCount(sum)) return sum;
  throw new CalculationError("staffingCheck", "outOfRange", {
    name: `the sum of ${name}`,
    requirement: "at most 2^53-1",
    found: String(sum),
  });
}
