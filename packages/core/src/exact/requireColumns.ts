import { CalculationError } from "../errors.ts";

/** A column of any kind; a typed array is one too. */
interface Column {
  readonly length: number;
}

/** Refuses columns that are empty or differ in length from the first; a column that is left out is fine. */
export function requireColumns(
  calculator: string,
  columns: Readonly<Record<string, Column | undefined>>,
): void {
  const [first, ...others] = Object.entries(columns);
  const rows = first?.[1]?.length ?? 0;
  if (rows === 0) throw new CalculationError(calculator, "emptyInput", { name: first?.[0] ?? "the columns" });
  for (const [name, column] of others) {
    if (column === undefined || column.length === rows) continue;
    throw new CalculationError(calculator, "sizeMismatch", { name, expected: rows, found: column.length });
  }
}
