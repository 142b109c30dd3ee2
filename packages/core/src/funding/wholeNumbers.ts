import { doubleOf } from "../exact/safeWhole.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Writes weights as whole doubles in the same ratio and answers their sum; -1 where one of them is beyond 2^53-1.
 */
export function writeWholeNumbers(numbers: Float64Array, weights: readonly Weight[]): number {
  const { length } = weights;
  let sum = 0;
  for (let row = 0; row < length; row += 1) {
    const weight = weights[row];
    if (weight === undefined || weight.numerator > largest) return -1;
    if (weight.denominator !== 1n) return writeInRatio(numbers, weights);
    const number = doubleOf(weight.numerator);
    numbers[row] = number;
    sum += number;
  }
  return sum;
}

/** The same for weights of which some are fractions. */
function writeInRatio(numbers: Float64Array, weights: readonly Weight[]): number {
  let sum = 0;
  for (const [row, whole] of wholeWeights(weights).entries()) {
    if (whole > largest) return -1;
    numbers[row] = doubleOf(whole);
    sum += numbers[row] ?? 0;
  }
  return sum;
}
