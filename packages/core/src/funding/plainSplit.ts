import type { FundingSplit, FundingSplitInput } from "./fundingSplit.ts";
import { shortSplit } from "./shortSplit.ts";
import { splitInDoubles } from "./splitInDoubles.ts";
import { wholeNumbers } from "./wholeNumbers.ts";

/** Columns up to this length are split without typed arrays. */
const short = 48;

/**
 * A split without bounds or tie policy in doubles, where they hold every number on the way; `undefined` otherwise.
 *
 * Most splits are of this kind. Whatever is wrong with an input is left for the ordinary way to say.
 */
export function plainSplit({
  total,
  weights,
  rule = "largest-remainder",
  minimum,
  maximum,
  ties: policy,
}: FundingSplitInput): FundingSplit | undefined {
  if (minimum !== undefined || maximum !== undefined || policy !== undefined) return undefined;
  const whole = wholeNumbers(weights);
  const units = Number(total.units);
  const size = Math.abs(units);
  if (whole === undefined || whole.sum === 0 || size === 0 || size > Number.MAX_SAFE_INTEGER)
    return undefined;
  const { numbers, sum } = whole;
  const isShort = numbers.length <= short && size * sum <= Number.MAX_SAFE_INTEGER;
  const found = isShort
    ? shortSplit({ total: size, weights: numbers, sum, rule })
    : splitInDoubles({ total: size, weights: new Float64Array(numbers), rule }, sum);
  if (found === undefined) return undefined;
  const parts: { readonly units: bigint; readonly step: typeof total.step }[] = [];
  const { step } = total;
  for (const part of found.parts) parts.push({ units: BigInt(units < 0 ? -part : part), step });
  return { parts, ties: found.ties };
}
