import { type Cell, isCellError } from "@tallykit/sheet";

import { shownCell } from "../parts/shownCell.ts";
import { typedValue } from "./typedValue.ts";

/** A value as it is typed into a cell; text that would be taken for a number or a date keeps an apostrophe before it. */
export function contentText(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell !== "string" || isCellError(cell)) return shownCell(cell);
  return cell.startsWith("=") || typedValue(cell) === cell || cell === "" ? cell : `'${cell}`;
}
