import type { RemainderRule } from "./fundingSplit.ts";
import type { Tie } from "./tie.ts";

/** A split of few whole steps by few whole weights. */
interface ShortSplit {
  /** Whole steps to split, from 1; total times the sum of the weights is at most 2^53-1. */
  readonly total: number;
  /** Whole weights from 0. */
  readonly weights: readonly number[];
  /** The sum of the weights; above 0. */
  readonly sum: number;
  /** Who gets the left-over steps. */
  readonly rule: RemainderRule;
}

/**
 * Splits few steps by few weights: every product is a whole number that a double holds, and an array costs less to make
 * than a typed one.
 */
export function shortSplit({ total, weights, sum, rule }: ShortSplit): {
  readonly parts: number[];
  readonly ties: readonly Tie[];
} {
  const parts: number[] = [];
  const remainders: number[] = [];
  let oddSteps = total;
  for (const weight of weights) {
    const due = total * weight;
    const part = Math.floor(due / sum);
    parts.push(part);
    remainders.push(due - part * sum);
    oddSteps -= part;
  }
  if (oddSteps === 0) return { parts, ties: [] };
  switch (rule) {
    case "largest-remainder":
      return { parts, ties: serveLargest(parts, remainders, oddSteps) };
    case "largest-weight":
      return { parts, ties: serveLargest(parts, weights, oddSteps) };
    case "first":
    case "last":
      serveInOrder(parts, weights, rule === "first" ? oddSteps : -oddSteps);
      return { parts, ties: [] };
  }
}

/** One step more for so many rows with the largest claims, the earlier first where claims are equal. */
function serveLargest(parts: number[], claims: readonly number[], steps: number): readonly Tie[] {
  const falling = fallingOrder(claims);
  const cut = falling[steps - 1] ?? 0;
  if (falling[steps] === cut) return serveTied(parts, claims, { cut, steps });
  for (let row = 0; row < parts.length; row += 1) {
    if ((claims[row] ?? 0) >= cut) parts[row] = (parts[row] ?? 0) + 1;
  }
  return [];
}

/** Few numbers in falling order, by insertion. */
function fallingOrder(values: readonly number[]): number[] {
  const sorted: number[] = [];
  for (const value of values) {
    let place = sorted.length;
    sorted.push(value);
    for (; place > 0 && (sorted[place - 1] ?? 0) < value; place -= 1) sorted[place] = sorted[place - 1] ?? 0;
    sorted[place] = value;
  }
  return sorted;
}

function serveTied(
  parts: number[],
  claims: readonly number[],
  { cut, steps }: { readonly cut: number; readonly steps: number },
): readonly Tie[] {
  const rows = Array.from(claims.keys());
  const equal = rows.filter((row) => claims[row] === cut);
  const above = rows.filter((row) => (claims[row] ?? 0) > cut);
  const served = equal.slice(0, steps - above.length);
  for (const row of [...above, ...served]) parts[row] = (parts[row] ?? 0) + 1;
  return [{ rows: equal, served }];
}

/** One step more for the first so many rows with a weight; for the last, where the number is below zero. */
export function serveInOrder(
  parts: { [row: number]: number; readonly length: number },
  weights: ArrayLike<number>,
  steps: number,
): void {
  let left = Math.abs(steps);
  for (let place = 0; left > 0; place += 1) {
    const row = steps > 0 ? place : weights.length - 1 - place;
    if (weights[row] === 0) continue;
    parts[row] = (parts[row] ?? 0) + 1;
    left -= 1;
  }
}
