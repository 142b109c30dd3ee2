import { coverageCheck } from "@tallykit/core";

import { toAddress } from "../book/address.ts";
import type { WorkbookFinding } from "./finding.ts";
import type { GridCell } from "./grid.ts";
import { nearKey } from "./texts.ts";

/** Longer texts are sentences. */
const longestKey = 60;
/** Where half of the texts of a column are longer, it describes and does not name. */
const longestUsualName = 20;

/** Tells whether the texts of a column are names, as those of a group or a unit are. */
export function holdsNames(column: readonly GridCell[]): boolean {
  const lengths = column.flatMap(({ value }) => (typeof value === "string" ? [value.length] : []));
  const middle = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  return middle !== undefined && middle <= longestUsualName;
}

/** Names in a column that differ only by case, space or width: each further form in its first cell. */
export function nearKeyFindings(sheet: string, column: readonly GridCell[]): WorkbookFinding[] {
  const names = column.flatMap((cell) => {
    const { value } = cell;
    return cell.isTyped && typeof value === "string" && value.length <= longestKey && value.trim() !== ""
      ? [{ name: value, cell: toAddress(cell) }]
      : [];
  });
  if (names.length < 2) return [];
  const ones = names.map(() => 1);
  const found = coverageCheck({ group: names.map(({ name }) => name), covered: ones, eligible: ones });
  return found.flatMap((finding) => {
    if (finding.kind !== "nearKey") return [];
    const { key, rows, other, otherRow, by } = finding.details;
    const otherCell = names[otherRow]?.cell ?? "";
    const text = nearKey({ key, cells: rows, other, otherCell, by });
    return [{ sheet, cell: names[finding.row]?.cell ?? "", ...text }];
  });
}
