import type { Tie } from "./tie.ts";

/** Places to give out after everyone's base, prepared for any method. */
export interface Contest {
  /** Places to give out. */
  readonly places: bigint;
  /** Whole weights; 0 for a row below the threshold. */
  readonly weights: readonly bigint[];
  /** The least each row gets. */
  readonly minimum: readonly bigint[];
  /** The most each row gets; `undefined` where there is no bound. */
  readonly maximum: readonly (bigint | undefined)[];
}

/** What a method answers. */
export interface Outcome {
  /** Places of each row. */
  readonly places: readonly bigint[];
  /** Rows whose claim to the last place was equal. */
  readonly ties: readonly Tie[];
}

/** Compares two whole numbers, the larger first, then two rows, the earlier first. */
export function largerFirst(a: bigint, b: bigint, row: number, other: number): number {
  return a > b ? -1 : a < b ? 1 : row - other;
}
