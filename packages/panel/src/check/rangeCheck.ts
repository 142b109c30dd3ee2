import type { RangeReference } from "../host/sheetHost.ts";

/** One thing that is odd in a range. */
export interface RangeFinding {
  /** Where it is. */
  readonly reference: RangeReference;
  /** The short name of its kind, in the language asked for. */
  readonly kind: string;
  /** What is there. */
  readonly says: string;
  /** What to do about it. */
  readonly advice: string;
}

/** What a check of a range found. */
export interface RangeCheck {
  /** What the range holds, in sentences. */
  readonly summary: readonly string[];
  /** What is odd, in the order of the cells. */
  readonly findings: readonly RangeFinding[];
}
