import { type CellError, isCellError, type Result, type ResultCell } from "./cell.ts";

/**
 * The one way out: whatever a function made, only values that a cell can hold pass.
 *
 * A host that is handed NaN shows 0, and one BigInt or cyclic object stops every function of an add-in; so a number that
 * is not finite becomes `#NUM!`, and anything that is no cell, or rows of unequal length, `#VALUE!`.
 */
export function toResult(value: unknown): Result {
  if (!Array.isArray(value)) return toResultCell(value);
  const rows: readonly unknown[] = value;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isTable = width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!isTable) return { error: "#VALUE!", message: "The result is not a table of cells." };
  return rows.map((row) => (row as readonly unknown[]).map(toResultCell));
}

function toResultCell(value: unknown): ResultCell {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    // Adding zero turns negative zero, which would print as -0, into zero.
    return Number.isFinite(value)
      ? value + 0
      : { error: "#NUM!", message: "The result is not a finite number." };
  }
  return isCellError(value) ? errorCell(value) : { error: "#VALUE!", message: "The result is no cell." };
}

/** A fresh error cell, without whatever else a host may have put on it. */
function errorCell({ error, message }: CellError): CellError {
  return typeof message === "string" ? { error, message } : { error };
}
