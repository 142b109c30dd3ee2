import { type Count, count } from "../exact/count.ts";
import { apportionInDoubles } from "./apportionInDoubles.ts";
import type { QuotaApportionInput, QuotaApportionment } from "./quotaApportion.ts";
import { wholeNumbers } from "./wholeNumbers.ts";

/**
 * Places shared without bounds, base, threshold, first divisor or tie policy in doubles, where they are sure to be exact;
 * `undefined` otherwise.
 *
 * Whatever is wrong with an input is left for the ordinary way to say.
 */
export function plainApportion({
  places,
  weights,
  method = "largest-remainder",
  ...options
}: QuotaApportionInput): QuotaApportionment | undefined {
  if (places === 0 || !hasNoOptions(options)) return undefined;
  const whole = wholeNumbers(weights);
  if (whole === undefined || whole.sum === 0) return undefined;
  const found = apportionInDoubles({ places, weights: new Float64Array(whole.numbers), method }, whole.sum);
  if (found === undefined) return undefined;
  const shared: Count[] = [];
  for (const part of found.parts) shared.push(count(part));
  return { places: shared, ties: found.ties };
}

function hasNoOptions({
  minimum,
  maximum,
  threshold,
  base,
  firstDivisor,
  ties,
}: Omit<QuotaApportionInput, "places" | "weights" | "method">): boolean {
  return (
    minimum === undefined &&
    maximum === undefined &&
    threshold === undefined &&
    base === undefined &&
    firstDivisor === undefined &&
    ties === undefined
  );
}
