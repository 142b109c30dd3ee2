import type { Texts } from "../table/parameter.ts";

/** The closed list of what a check can find. */
export const findingKinds = [
  "formulaError",
  "storedError",
  "unknownFunction",
  "notCalculated",
  "stale",
  "textNumber",
  "formulaText",
  "nearKey",
  "blank",
  "over",
  "noneEligible",
  "empty",
  "badCount",
] as const;

/** What a check can find. */
export type FindingKind = (typeof findingKinds)[number];

/** One thing that is odd in a workbook. */
export interface WorkbookFinding {
  /** The sheet it is in. */
  readonly sheet: string;
  /** The address of its cell, or of a range of cells that are odd alike, such as `C5:C9`. */
  readonly cell: string;
  /** What it is. */
  readonly kind: FindingKind;
  /** What is there. */
  readonly says: Texts;
  /** What to do about it. */
  readonly advice: Texts;
  /** The formula, where it is one that is odd. */
  readonly formula?: string;
  /** The error that the cell shows, where it shows one. */
  readonly error?: string;
}

/** A finding without its place. */
export type FindingText = Omit<WorkbookFinding, "sheet" | "cell">;
