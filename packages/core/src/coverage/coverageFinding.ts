import type { Count } from "../exact/count.ts";
import type { CountInterval } from "./coverageConsistentCounts.ts";
import type { NearKey } from "./nearKeys.ts";
import type { PrintedRate } from "./printedRate.ts";

/** The columns that hold numbers. */
export type NumberColumn = "covered" | "eligible" | "eligibleBefore";

/** What each kind of finding carries: enough to say it in any language. Rows count from 0. */
export interface CoverageFindingDetails {
  /** Nothing is known where something is needed. */
  missing: { readonly columns: readonly ("group" | "unit" | "covered" | "eligible")[] };
  /** A number that is stored as text, which sums and charts pass over in silence. */
  textNumber: { readonly column: NumberColumn; readonly text: string };
  /** Text, or a number that is not finite, where a count is due. */
  notNumber: { readonly column: NumberColumn; readonly text: string };
  /** A count below zero. */
  negative: { readonly column: NumberColumn; readonly value: number };
  /** A count that is not whole. */
  notWhole: { readonly column: NumberColumn; readonly value: number };
  /** A count beyond 2^53-1. */
  tooLarge: { readonly column: NumberColumn; readonly value: number };
  /** Some are covered though none is eligible. */
  noneEligible: { readonly covered: Count };
  /** 0 of 0: there is no rate. */
  empty: object;
  /** More are covered than are eligible: over 100 %. */
  over: { readonly covered: Count; readonly eligible: Count };
  /** A name that differs from an earlier one only by case, space or width, so that it makes a group of its own. */
  nearKey: { readonly column: "group" | "unit" } & NearKey;
  /** A unit that its group already has, and that is therefore counted twice. */
  repeatedUnit: { readonly unit: string; readonly firstRow: number };
  /** A unit that another group has, too. */
  unitInTwoGroups: { readonly unit: string; readonly otherGroup: string; readonly otherRow: number };
  /** A printed rate that cannot come from the counts beside it. */
  printedMismatch: {
    /** The printed rate. */
    readonly printed: PrintedRate;
    /** The covered units beside it. */
    readonly covered: Count;
    /** The eligible units beside it. */
    readonly eligible: Count;
    /** What the two counts print. */
    readonly rightText: string;
    /** The covered counts that the printed rate could come from; `undefined` where there are none. */
    readonly counts: CountInterval | undefined;
    /** Whether a hundredth of it would agree: 91.5 for 0.915. */
    readonly isHundredfold: boolean;
  };
  /** A printed figure that is no percentage. */
  printedUnreadable: { readonly text: string };
  /** A denominator more than 10 % away from the one before. */
  eligibleJump: {
    /** Eligible units before. */
    readonly before: Count;
    /** Eligible units now. */
    readonly eligible: Count;
    /** The change as a fraction of the one before; `undefined` where that is 0. */
    readonly change: number | undefined;
  };
}

/** The closed list of what can be wrong with a row. */
export type CoverageFindingKind = keyof CoverageFindingDetails;

/** What is wrong with a row, whichever row it is. */
export type RowIssue = {
  [Kind in CoverageFindingKind]: { readonly kind: Kind; readonly details: CoverageFindingDetails[Kind] };
}[CoverageFindingKind];

/** One thing that is wrong with one row. */
export type CoverageFinding = RowIssue & {
  /** The row, counted from 0 as an index into the columns. */
  readonly row: number;
  /** The row's group without the space around it; `undefined` where it is missing. */
  readonly group: string | undefined;
};

/** Where each kind comes among the findings of one row. */
const places: Readonly<Record<CoverageFindingKind, number>> = {
  missing: 0,
  textNumber: 1,
  notNumber: 2,
  negative: 3,
  notWhole: 4,
  tooLarge: 5,
  noneEligible: 6,
  empty: 7,
  over: 8,
  nearKey: 9,
  repeatedUnit: 10,
  unitInTwoGroups: 11,
  printedMismatch: 12,
  printedUnreadable: 13,
  eligibleJump: 14,
};

/** Compares two issues of one row by their kinds, as sorting asks. */
export function compareKinds(a: RowIssue, b: RowIssue): number {
  return places[a.kind] - places[b.kind];
}
