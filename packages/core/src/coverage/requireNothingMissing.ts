import { CalculationError } from "../errors.ts";
import type { Names } from "./keyColumn.ts";
import type { ReportedColumn } from "./tallies.ts";

/** Refuses columns in which something is missing, naming the first such row and in it the first column. */
export function requireNothingMissing(
  calculator: string,
  columns: Readonly<Record<string, Names | Int32Array | ReportedColumn>>,
): void {
  let first: { readonly name: string; readonly row: number } | undefined;
  for (const [name, column] of Object.entries(columns)) {
    const row = firstMissing(column) + 1;
    if (row > 0 && (first === undefined || row < first.row)) first = { name, row };
  }
  if (first !== undefined) throw new CalculationError(calculator, "missingValue", first);
}

/** The place of the first missing value, -1 where there is none; codes of names are -1 where one is missing. */
function firstMissing(column: Names | Int32Array | ReportedColumn): number {
  if (column instanceof Int32Array) return column.indexOf(-1);
  if (column instanceof Float64Array) return -1;
  // Unlike indexOf, findIndex sees a hole as the undefined that it reads as.
  return column.findIndex((value) => value === undefined);
}
