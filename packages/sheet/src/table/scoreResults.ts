import { toNumber, type WeightedScore } from "@tallykit/core";

import type { CellError, ResultCell } from "../cell/cell.ts";
import type { ScoreRow } from "./scoreCells.ts";

interface Combining {
  /** What a missing score does. */
  readonly missing: "error" | "reweight" | "zero";
  /** Whether a column counts at all: one without a weight may lack scores. */
  readonly counts: (column: number) => boolean;
  /** The calculator. */
  readonly scoreOf: (row: ScoreRow) => WeightedScore;
}

/** One score a row, one under the other; a row that lacks a score errs alone, and blank rows at the end stay blank. */
export function combinedScores(
  id: string,
  rows: readonly ScoreRow[],
  { missing, counts, scoreOf }: Combining,
): readonly (readonly ResultCell[])[] {
  return rows.map((row) => {
    if (row.isBlank) return [""];
    const absent = row.scores.findIndex((score, column) => score === undefined && counts(column));
    if (absent >= 0 && missing === "error") return [lacking(id, row.placeOf(absent))];
    const { score } = scoreOf(row);
    return [score === undefined ? lacking(id, row.placeOf(Math.max(absent, 0))) : toNumber(score)];
  });
}

function lacking(id: string, where: string): CellError {
  return { error: "#N/A", message: `${id} requires a number in ${where}; the cell is missing.` };
}
