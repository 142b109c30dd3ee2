import { CalculationError } from "../errors.ts";

/** The refusal of a number that cannot be: who refuses, which number, what it must be, what it is. */
export function outOfRange(
  calculator: string,
  name: string,
  requirement: string,
  found: string,
): CalculationError<"outOfRange"> {
  return new CalculationError(calculator, "outOfRange", { name, requirement, found });
}

/** The refusal of a result, or of a value to show as given, that is beyond the largest double. */
export function tooLarge(calculator: string, name: string): CalculationError<"outOfRange"> {
  return outOfRange(calculator, name, "at most 1.7976931348623157e308", "more");
}
