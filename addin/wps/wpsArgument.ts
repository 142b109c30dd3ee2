import { type CellErrorCode, cellErrorCodes } from "@tallykit/sheet";

/** What an optional argument is where it is left out, unless it is nothing at all: the code of COM for it. */
const leftOut = -2_147_352_572;

/** Error cells as the automation interface of spreadsheets numbers them. */
const errorNumbers: ReadonlyMap<unknown, CellErrorCode> = new Map([
  [-2_146_826_288, "#NULL!"],
  [-2_146_826_281, "#DIV/0!"],
  [-2_146_826_273, "#VALUE!"],
  [-2_146_826_265, "#REF!"],
  [-2_146_826_259, "#NAME?"],
  [-2_146_826_252, "#NUM!"],
  [-2_146_826_246, "#N/A"],
]);

/**
 * An argument of WPS as the cell dialect takes it: `null` where it is left out, rows of cells, or one cell.
 *
 * WPS hands over rows for every parameter, as the metadata asks; a range as an object is read all the same.
 */
export function wpsArgument(given: unknown): unknown {
  const value = isRange(given) ? given.Value2 : given;
  if (!Array.isArray(value)) return value === leftOut ? null : toCell(value);
  const rows: readonly unknown[] = value;
  const [first] = rows;
  if (rows.length === 1 && Array.isArray(first) && first.length === 1 && first[0] === leftOut) return null;
  return rows.map((row) => (Array.isArray(row) ? row.map(toCell) : row));
}

function isRange(value: unknown): value is { readonly Value2: unknown } {
  return typeof value === "object" && value !== null && "Value2" in value;
}

/** A cell; an error comes as its number or as its text. */
function toCell(value: unknown): unknown {
  const error = errorNumbers.get(value) ?? cellErrorCodes.find((code) => code === value);
  return error === undefined ? (value ?? null) : { error };
}
