import { type Weight, wholeWeights } from "../exact/weight.ts";

/** Weights as whole doubles in the same ratio, and their sum; `undefined` where one of them is beyond 2^53-1. */
export function wholeNumbers(
  weights: readonly Weight[],
): { readonly numbers: number[]; readonly sum: number } | undefined {
  const numbers: number[] = [];
  let sum = 0;
  for (const { numerator, denominator } of weights) {
    if (denominator !== 1n) return inRatio(weights);
    const number = Number(numerator);
    if (number > Number.MAX_SAFE_INTEGER) return undefined;
    numbers.push(number);
    sum += number;
  }
  return { numbers, sum };
}

/** The same for weights of which some are fractions. */
function inRatio(
  weights: readonly Weight[],
): { readonly numbers: number[]; readonly sum: number } | undefined {
  const numbers = wholeWeights(weights).map(Number);
  let sum = 0;
  for (const number of numbers) {
    if (number > Number.MAX_SAFE_INTEGER) return undefined;
    sum += number;
  }
  return { numbers, sum };
}
