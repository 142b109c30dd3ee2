import { type Count, count } from "../exact/count.ts";
import { apportionInDoubles } from "./apportionInDoubles.ts";
import type { QuotaApportionInput, QuotaApportionment } from "./quotaApportion.ts";
import { writeWholeNumbers } from "./wholeNumbers.ts";

// Written anew by each apportionment of few rows: making a typed array is a good part of the time that one takes.
const shortWeights = new Float64Array(64);
const shortPlaces = new Float64Array(64);

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
  const rows = weights.length;
  const isShort = rows <= shortWeights.length;
  const numbers = isShort ? shortWeights.subarray(0, rows) : new Float64Array(rows);
  const sum = writeWholeNumbers(numbers, weights);
  if (sum <= 0) return undefined;
  const found = apportionInDoubles(
    { places, weights: numbers, method, into: isShort ? shortPlaces.subarray(0, rows) : undefined },
    sum,
  );
  if (found === undefined) return undefined;
  const shared = new Array<Count>(rows);
  for (let row = 0; row < rows; row += 1) shared[row] = count(found.parts[row] ?? 0);
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
