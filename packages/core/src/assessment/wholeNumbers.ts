import { type Fraction, greatestCommonDivisor } from "../exact/fraction.ts";

/** Numbers as whole numbers in the same proportions: each is multiplied by the least that makes all of them whole. */
export function wholeNumbers(values: readonly (Fraction | undefined)[]): (bigint | undefined)[] {
  let common = 1n;
  for (const value of values) {
    if (value === undefined || common % value.denominator === 0n) continue;
    common *= value.denominator / greatestCommonDivisor(common, value.denominator);
  }
  return values.map((value) => value && value.numerator * (common / value.denominator));
}
