import {
  type Amount,
  amount,
  CalculationError,
  count,
  coverageRate,
  fundingSplit,
  type Rate,
  weight,
} from "@tallykit/core";
import { CountModel } from "@tallykit/core/models";
import { type Result, callFunction } from "@tallykit/sheet";
import { type Place, parseAddress } from "@tallykit/sheet/book";
import { recalculate, type Recalculated } from "@tallykit/workbook";

export const parts: readonly Amount[] = fundingSplit({
  total: amount("100.00", "0.01"),
  weights: [weight(2), weight("3")],
}).parts;
export const rate: Rate = coverageRate({ covered: count(1), eligible: count(3) });
export const units: number = CountModel.parse(3);
export const result: Result = callFunction("FUNDING_SPLIT", [100, [[2], [3]]]);
export const place: Place | undefined = parseAddress("B2");
export const recalculated: (bytes: Uint8Array) => Promise<Recalculated> = recalculate;

export function codeOf(error: unknown): string {
  return error instanceof CalculationError ? error.code : "unknown";
}

// @ts-expect-error a split is asked of an amount, not of a float
fundingSplit({ total: 100.5, weights: [weight(1)] });
// @ts-expect-error a rate carries its counts and is no number
export const wrong: number = coverageRate({ covered: count(1), eligible: count(3) });
