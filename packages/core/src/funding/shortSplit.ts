import type { RemainderRule } from "./fundingSplit.ts";
import type { Tie } from "./tie.ts";

/** A split of few whole steps by few whole weights. */
interface ShortSplit {
  /** Whole steps to split, from 1; total times the sum of the weights is at most 2^53-1. */
  readonly total: number;
  /** Whole weights from 0 in the first rows of a column. */
  readonly weights: Float64Array;
  /** How many rows there are. */
  readonly rows: number;
  /** The sum of the weights; above 0. */
  readonly sum: number;
  /** Who gets the left-over steps. */
  readonly rule: RemainderRule;
}

/** The longest column that is split so. */
export const mostShortRows = 48;
// Written anew by each split: to make a typed array takes longer than all the rest of a short split.
const remainders = new Float64Array(mostShortRows);
const falling = new Float64Array(mostShortRows);

/** Splits few steps by few weights into a column of parts: every product is a whole number that a double holds. */
export function writeShortSplit(
  parts: Float64Array,
  { total, weights, rows, sum, rule }: ShortSplit,
): readonly Tie[] {
  let oddSteps = total;
  for (let row = 0; row < rows; row += 1) {
    const due = total * (weights[row] ?? 0);
    const part = Math.floor(due / sum);
    parts[row] = part;
    remainders[row] = due - part * sum;
    oddSteps -= part;
  }
  if (oddSteps === 0) return [];
  switch (rule) {
    case "largest-remainder":
      return serveLargest(parts, remainders, { rows, steps: oddSteps });
    case "largest-weight":
      return serveLargest(parts, weights, { rows, steps: oddSteps });
    case "first":
      serveInOrder(parts, weights.subarray(0, rows), oddSteps);
      return [];
    case "last":
      serveInOrder(parts, weights.subarray(0, rows), -oddSteps);
      return [];
  }
}

interface Due {
  readonly rows: number;
  readonly steps: number;
}

/** One step more for so many rows with the largest claims, the earlier first where claims are equal. */
function serveLargest(parts: Float64Array, claims: Float64Array, { rows, steps }: Due): readonly Tie[] {
  for (let row = 0; row < rows; row += 1) {
    const claim = claims[row] ?? 0;
    let place = row;
    for (; place > 0 && (falling[place - 1] ?? 0) < claim; place -= 1)
      falling[place] = falling[place - 1] ?? 0;
    falling[place] = claim;
  }
  // Fewer steps than rows are left over: what each share is rounded down by is less than a step.
  const cut = falling[steps - 1] ?? 0;
  if (falling[steps] === cut) return serveTied(parts, claims, { rows, steps, cut });
  for (let row = 0; row < rows; row += 1) {
    if ((claims[row] ?? 0) >= cut) parts[row] = (parts[row] ?? 0) + 1;
  }
  return [];
}

function serveTied(
  parts: Float64Array,
  claims: Float64Array,
  { rows, steps, cut }: Due & { readonly cut: number },
): readonly Tie[] {
  const all = Array.from({ length: rows }, (_, row) => row);
  const equal = all.filter((row) => claims[row] === cut);
  const above = all.filter((row) => (claims[row] ?? 0) > cut);
  const served = equal.slice(0, steps - above.length);
  for (const row of [...above, ...served]) parts[row] = (parts[row] ?? 0) + 1;
  return [{ rows: equal, served }];
}

/** One step more for the first so many rows with a weight; for the last, where the number is below zero. */
export function serveInOrder(parts: Float64Array, weights: Float64Array, steps: number): void {
  let left = Math.abs(steps);
  for (let place = 0; left > 0; place += 1) {
    const row = steps > 0 ? place : weights.length - 1 - place;
    if (weights[row] === 0) continue;
    parts[row] = (parts[row] ?? 0) + 1;
    left -= 1;
  }
}
