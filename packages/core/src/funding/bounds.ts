import { CalculationError } from "../errors.ts";
import { sum } from "./boundedShares.ts";

/** One bound for every row, or one a row with `undefined` where a row has none. */
export type Bound<Value> = Value | readonly (Value | undefined)[];

/** Bounds of every row, in whole units. */
export interface RowBounds {
  /** The least each row gets. */
  readonly minimum: readonly bigint[];
  /** The most each row gets; `undefined` where there is none. */
  readonly maximum: readonly (bigint | undefined)[];
}

/** Spreads a bound over the rows, refusing a column of another length. */
export function boundColumn<Value>(
  calculator: string,
  {
    name,
    bound,
    rows,
  }: { readonly name: string; readonly bound: Bound<Value> | undefined; readonly rows: number },
): readonly (Value | undefined)[] {
  if (!isColumn(bound)) return new Array<Value | undefined>(rows).fill(bound);
  if (bound.length !== rows) {
    throw new CalculationError(calculator, "sizeMismatch", { name, expected: rows, found: bound.length });
  }
  return bound;
}

function isColumn<Value>(bound: Bound<Value> | undefined): bound is readonly (Value | undefined)[] {
  return Array.isArray(bound);
}

/** Refuses bounds between which no answer lies, saying which and by how much in the caller's words. */
export function requireFeasible(
  calculator: string,
  {
    total,
    weights,
    bounds: { minimum, maximum },
    text,
  }: {
    readonly total: bigint;
    readonly weights: readonly bigint[];
    readonly bounds: RowBounds;
    readonly text: (units: bigint) => string;
  },
): void {
  minimum.forEach((low, row) => {
    const high = maximum[row] ?? low;
    if (low > high) {
      const requirement = `the minimum of row ${row + 1} (${text(low)}) not to exceed its maximum (${text(high)})`;
      throw new CalculationError(calculator, "infeasibleBounds", { requirement, by: text(low - high) });
    }
  });
  const least = sum(minimum);
  if (least > total) {
    const requirement = `the minimums, ${text(least)} together, to fit ${text(total)}`;
    throw new CalculationError(calculator, "infeasibleBounds", { requirement, by: text(least - total) });
  }
  let most = 0n;
  for (const [row, weight] of weights.entries()) {
    const high = weight === 0n ? minimum[row] : maximum[row];
    if (high === undefined) return;
    most += high;
  }
  if (most < total) {
    const without = weights.includes(0n) ? " (a row without weight keeps its minimum)" : "";
    const requirement = `the maximums${without}, ${text(most)} together, to hold ${text(total)}`;
    throw new CalculationError(calculator, "infeasibleBounds", { requirement, by: text(total - most) });
  }
}
