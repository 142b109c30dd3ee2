import { type Fraction, toNumber } from "../exact/fraction.ts";
import { tooLarge } from "./outOfRange.ts";

/** The double nearest to a result; refuses one beyond the largest double. */
export function finiteNumber(calculator: string, name: string, value: Fraction): number {
  const number = toNumber(value);
  if (!Number.isFinite(number)) throw tooLarge(calculator, name);
  return number;
}
