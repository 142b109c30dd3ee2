import type { Amount } from "../exact/amount.ts";
import { doubleOf, wholeOf } from "../exact/safeWhole.ts";
import type { FundingSplit, FundingSplitInput } from "./fundingSplit.ts";
import { mostShortRows, writeShortSplit } from "./shortSplit.ts";
import { splitInDoubles } from "./splitInDoubles.ts";
import type { Tie } from "./tie.ts";
import { writeWholeNumbers } from "./wholeNumbers.ts";

const largest = BigInt(Number.MAX_SAFE_INTEGER);
// Written anew by each short split: to make a typed array takes longer than all the rest of it.
const shortWeights = new Float64Array(mostShortRows);
const shortParts = new Float64Array(mostShortRows);

/**
 * A split without bounds or tie policy in doubles, where they hold every number on the way; `undefined` otherwise.
 *
 * Most splits are of this kind. Whatever is wrong with an input is left for the ordinary way to say.
 */
export function plainSplit(input: FundingSplitInput): FundingSplit | undefined {
  if (input.minimum !== undefined || input.maximum !== undefined || input.ties !== undefined)
    return undefined;
  const { total, weights, rule = "largest-remainder" } = input;
  const isNegative = total.units < 0n;
  const units = isNegative ? -total.units : total.units;
  if (units > largest || units === 0n) return undefined;
  const size = doubleOf(units);
  const rows = weights.length;
  const isShort = rows <= mostShortRows;
  const numbers = isShort ? shortWeights : new Float64Array(rows);
  const sum = writeWholeNumbers(numbers, weights);
  if (sum <= 0) return undefined;
  if (isShort && size * sum <= Number.MAX_SAFE_INTEGER) {
    const ties = writeShortSplit(shortParts, { total: size, weights: numbers, rows, sum, rule });
    return splitOf(shortParts, { rows, total, isNegative, ties });
  }
  const found = splitInDoubles({ total: size, weights: numbers.slice(0, rows), rule }, sum);
  return found && splitOf(found.parts, { rows, total, isNegative, ties: found.ties });
}

function splitOf(
  column: Float64Array,
  {
    rows,
    total: { step },
    isNegative,
    ties,
  }: {
    readonly rows: number;
    readonly total: Amount;
    readonly isNegative: boolean;
    readonly ties: readonly Tie[];
  },
): FundingSplit {
  const parts: Amount[] = [];
  for (let row = 0; row < rows; row += 1) {
    const units = wholeOf(column[row] ?? 0);
    parts.push({ units: isNegative ? -units : units, step });
  }
  return { parts, ties };
}
