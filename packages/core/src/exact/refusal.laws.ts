import { CalculationError, type ErrorCode } from "../errors.ts";

/** Whether a calculation is refused with a code. */
export function refusesWith(code: ErrorCode, calculation: () => unknown): boolean {
  try {
    calculation();
    return false;
  } catch (error) {
    return error instanceof CalculationError && error.code === code;
  }
}
