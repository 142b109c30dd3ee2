import { type Cell, isCellError } from "@tallykit/sheet";

/**
 * A cell as the panel shows it: whole numbers with all their digits, others with about ten, as a spreadsheet does.
 *
 * @example
 * shownCell(0.9303805364940736) //=> "0.9303805365"
 */
export function shownCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return shownNumber(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return isCellError(cell) ? cell.error : cell;
}

function shownNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const wholeDigits = Math.trunc(Math.abs(value)).toString().length;
  return String(Number(value.toPrecision(Math.min(15, Math.max(10, wholeDigits + 4)))));
}
