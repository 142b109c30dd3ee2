import type { Rate } from "../exact/rate.ts";
import { toNumber } from "../exact/fraction.ts";
import { type ChangeColumns, type ChangeStatus, hasBothRates, ratesByGroup } from "./changeRates.ts";
import { requireColumns } from "../exact/requireColumns.ts";
import { apartOf, cellName, cellsOf } from "./crossClassifiedCells.ts";
import { sumOfFractions } from "./fractionSum.ts";
import { componentsOf, pointsOf } from "./kitagawa.ts";
import type { LeftOut } from "./tally.ts";

/** Rows as columns: the two classes of each row's units, and their counts at two dates. */
export interface CrossClassifiedChangeInput extends Omit<ChangeColumns, "group"> {
  /** The class of each row in the first structure, such as its area; `undefined` where it is missing. */
  readonly first: readonly (string | undefined)[];
  /** The class of each row in the second structure, such as its size; `undefined` where it is missing. */
  readonly second: readonly (string | undefined)[];
}

/** The change of a pooled rate between two dates and its parts, in percentage points. */
export interface CrossClassifiedChange {
  /** The rate at the first date; `undefined` where no row could be counted. */
  readonly before: Rate | undefined;
  /** The rate at the second date; `undefined` where no row could be counted. */
  readonly after: Rate | undefined;
  /** The whole change; `undefined` without a rate at both dates. */
  readonly points: number | undefined;
  /** The part that came from changed rates; `undefined` as above. */
  readonly fromRates: number | undefined;
  /** The part that came from changed shares of the first structure's classes; `undefined` as above. */
  readonly fromFirst: number | undefined;
  /** The part that came from changed shares of the second structure's classes; `undefined` as above. */
  readonly fromSecond: number | undefined;
  /** What the change is worth. */
  readonly status: ChangeStatus;
  /** The rows that it leaves out. */
  readonly leftOut: LeftOut;
}

/**
 * What two structures at once, such as area and size, contributed to a change of coverage.
 *
 * Das Gupta's decomposition of cross-classified data: the part from rates is Kitagawa's over all cells; a cell's share is
 * written as the product of two symmetric factors, the root of (share within the second class x share of the first
 * class) and its mirror image, and each structure gets the change of its factor at averaged rates. Exact, but for roots
 * carried further than any double. The one surprise: three factors by {@link rateDecomposition} would give slightly other
 * parts, since there the rates are averaged with the shares, not apart from them. A contribution is arithmetic; it names no
 * cause.
 *
 * **Units.** Percentage points. Rows that name the same two classes are one cell.
 *
 * **Errors.** `emptyInput` without rows; `sizeMismatch` for columns of different length; `outOfRange` for sums beyond
 * 2^53-1.
 *
 * **Source.** P. Das Gupta, Standardization and Decomposition of Rates: A User's Manual, U.S. Bureau of the Census, Current
 * Population Reports P23-186 (1993), chapter 5.
 *
 * @throws CalculationError `emptyInput` without rows
 * @throws CalculationError `sizeMismatch` for columns of different length
 * @throws CalculationError `outOfRange` for sums beyond 2^53-1
 *
 * @example
 * const before = { coveredBefore: [10, 80], eligibleBefore: [50, 100] };
 * const after = { coveredAfter: [30, 80], eligibleAfter: [100, 100] };
 * const change = crossClassifiedChange({ first: ["east", "west"], second: ["small", "small"], ...before, ...after });
 * [change.points, change.fromRates, change.fromFirst, change.fromSecond] //=> [-5, 25 / 6, -55 / 6, 0]
 * crossClassifiedChange({ first: [], second: [], ...before, ...after }) //=> throws emptyInput
 */
export function crossClassifiedChange(input: CrossClassifiedChangeInput): CrossClassifiedChange {
  const { first, second, coveredBefore, eligibleBefore, coveredAfter, eligibleAfter } = input;
  const columns = { coveredBefore, eligibleBefore, coveredAfter, eligibleAfter };
  requireColumns("crossClassifiedChange", { first, second, ...columns });
  const cellNames = first.map((one, row) => {
    const other = second[row];
    return one === undefined || other === undefined ? undefined : cellName(one, other);
  });
  const { groups, total } = ratesByGroup("crossClassifiedChange", { group: cellNames, ...columns });
  const { before, after, status, leftOut } = total;
  const none = { points: undefined, fromRates: undefined, fromFirst: undefined, fromSecond: undefined };
  const all = hasBothRates(total) ? total.counts : undefined;
  if (all === undefined) return { before, after, ...none, status, leftOut };
  const cells = cellsOf(groups);
  const parts = cells.map((cell) => componentsOf(cell.counts, all));
  const structure = sumOfFractions(parts.map((part) => part.structure));
  const half = { numerator: structure.numerator, denominator: 2n * structure.denominator };
  const apart = sumOfFractions(cells.map((cell) => apartOf(cell, all)));
  return {
    before,
    after,
    points: toNumber(pointsOf(all)),
    fromRates: toNumber(sumOfFractions(parts.map((part) => part.rates))),
    fromFirst: toNumber(sumOfFractions([half, apart])),
    fromSecond: toNumber(sumOfFractions([half, { ...apart, numerator: -apart.numerator }])),
    status,
    leftOut,
  };
}
