import { CalculationError } from "../errors.ts";

/** The code and words with which a calculation is refused. */
export function refusal(calculation: () => unknown): string {
  try {
    calculation();
  } catch (error) {
    if (error instanceof CalculationError) return `${error.code}: ${error.message}`;
  }
  return "no refusal";
}
