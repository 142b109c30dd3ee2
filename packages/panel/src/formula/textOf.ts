import type { Cell } from "@tallykit/sheet";

/** A cell as `&""` makes it: text, a blank as empty text; an error stays an error. */
export function textOf(cell: Cell): Cell {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(cell) : cell;
}
