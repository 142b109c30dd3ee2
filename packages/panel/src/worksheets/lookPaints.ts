import type { CellLook } from "./workedSheet.ts";

/** How a look is painted; whatever is left out stays as the spreadsheet has it. */
export interface LookPaint {
  /** The colour behind the cell, such as `#1F5FA8`. */
  readonly fill?: string;
  /** The colour of its letters. */
  readonly color?: string;
  /** Whether they are bold. */
  readonly bold?: true;
  /** Whether they are slanted. */
  readonly italic?: true;
  /** Their size in points. */
  readonly size?: number;
  /** Whether long text goes on in a second line. */
  readonly wrap?: true;
}

/** How each look is painted; dark on light, so that a printed sheet reads as well as one on a screen. */
export const lookPaints: Readonly<Record<CellLook, LookPaint>> = {
  title: { bold: true, size: 14, color: "#1F5FA8" },
  note: { italic: true, color: "#595959" },
  header: { bold: true, fill: "#1F5FA8", color: "#FFFFFF", wrap: true },
  input: { fill: "#FFF8E1", color: "#1F3864" },
  result: { fill: "#EEF4FB" },
  total: { bold: true, fill: "#DCE6F2" },
};
