import { CalculationError } from "../errors.ts";
import { type Count, isCount } from "../exact/count.ts";
import type { Reported } from "./tally.ts";

/** Takes the value of a row as a count; refuses one that is missing or no count, naming column and row. */
export function requireCount(
  calculator: string,
  value: Reported,
  { name, row }: { readonly name: string; readonly row: number },
): Count {
  if (value === undefined) throw new CalculationError(calculator, "missingValue", { name, row: row + 1 });
  if (isCount(value)) return value;
  throw new CalculationError(calculator, "outOfRange", {
    name: `${name}, row ${row + 1}`,
    requirement: "a whole number from 0 to 2^53-1",
    found: String(value),
  });
}
