import type { Count } from "../exact/count.ts";
import type { KnownTerm } from "../periods/termState.ts";

/** Why a unit is listed, with the facts. */
export type WarningReason =
  | {
      /** It has fewer members than its form requires. */
      readonly reason: "too-few-members";
      /** The form that it has. */
      readonly form: "own" | "joint";
      /** How many members it has. */
      readonly members: Count;
      /** How many its form requires. */
      readonly required: Count;
    }
  | {
      /** Its term has ended, or ends soon. */
      readonly reason: "term-overdue" | "term-due-soon";
      /** Where its term stands. */
      readonly term: KnownTerm;
    }
  | {
      /** Its rate has fallen each time. */
      readonly reason: "rate-falling";
      /** The rates that fell, oldest first: one more than there are falls. */
      readonly rates: readonly number[];
    };

/** One warning. */
export type Warning = WarningReason & {
  /** The unit's row, from 1. */
  readonly row: number;
  /** The unit's name; `undefined` where it is missing. */
  readonly unit: string | undefined;
};
