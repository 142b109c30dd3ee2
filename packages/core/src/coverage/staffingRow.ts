import { type Count, count, isCount } from "../exact/count.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { isReportedCount, type Reported } from "./tally.ts";

/**
 * What a row's staff is worth: `ok`; `short` of what is required; `over` its maximum; left out because a value is
 * `missing`, or is no count or contradicts another (`invalid`).
 */
export type StaffingStatus = "ok" | "short" | "over" | "missing" | "invalid";

/** The figures of a row or of the total; `undefined` where they are not known. */
export interface StaffingFigures {
  /** Units. */
  readonly units: Reported;
  /** Staff. */
  readonly staff: Reported;
  /** Staff required. */
  readonly required: Reported;
  /** Staff that is lacking. */
  readonly shortfall: Count | undefined;
  /** Staff above the maximum, or above what is required where there is no maximum. */
  readonly surplus: Count | undefined;
  /** Units over staff, exactly; `undefined` without staff. */
  readonly unitsPerStaff: Fraction | undefined;
  /** What the staff is worth. */
  readonly status: StaffingStatus;
}

/** One row of the check. */
export interface StaffingRow extends StaffingFigures {
  /** The unit; `undefined` where its name is missing. */
  readonly unit: string | undefined;
}

/** Checks one row; a maximum below what is required makes it invalid. */
export function checkedStaffing(
  given: Pick<StaffingRow, "unit" | "units" | "staff" | "required">,
  maximum: Reported,
): StaffingRow {
  const { unit, units, staff, required } = given;
  const unitsPerStaff = unitsPerStaffOf(units, staff);
  const unknown = { shortfall: undefined, surplus: undefined, unitsPerStaff };
  if (unit === undefined || units === undefined || staff === undefined || required === undefined) {
    return { ...given, ...unknown, status: "missing" };
  }
  const most = maximum ?? required;
  if (![units, staff, required, most].every(isCount) || most < required) {
    return { ...given, ...unknown, status: "invalid" };
  }
  const shortfall = count(Math.max(0, required - staff));
  const surplus = count(Math.max(0, staff - most));
  const isOver = maximum !== undefined && surplus > 0;
  const status = shortfall > 0 ? "short" : isOver ? "over" : "ok";
  return { ...given, shortfall, surplus, unitsPerStaff, status };
}

/** Units over staff, where both are counts and there is any staff. */
export function unitsPerStaffOf(units: Reported, staff: Reported): Fraction | undefined {
  if (!isReportedCount(units) || !isReportedCount(staff) || staff === 0) return undefined;
  return fraction(BigInt(units), BigInt(staff));
}
