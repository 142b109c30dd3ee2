import { CalculationError } from "../errors.ts";
import { isCount } from "../exact/count.ts";

/** The sum of a column of whole weights, exact up to 2^53; refuses a column without rows and a weight that is not whole. */
export function requireWholeWeights(calculator: string, weights: Float64Array): number {
  if (weights.length === 0) throw new CalculationError(calculator, "emptyInput", { name: "weights" });
  // Places instead of for-of, and sums instead of branches: this is a good part of the time that a split takes.
  const { length } = weights;
  let sum = 0;
  let whole = 0;
  for (let row = 0; row < length; row += 1) {
    const weight = weights[row] ?? 0;
    sum += weight;
    whole +=
      Number(weight >= 0) & Number(weight <= Number.MAX_SAFE_INTEGER) & Number(Math.floor(weight) === weight);
  }
  if (whole === length) return sum;
  const wrong = weights.findIndex((weight) => !isCount(weight));
  throw new CalculationError(calculator, "outOfRange", {
    name: `weights, row ${wrong + 1}`,
    requirement: "a whole number from 0 to 2^53-1",
    found: String(weights[wrong]),
  });
}
