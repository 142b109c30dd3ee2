import { compareRates } from "../exact/rate.ts";
import { type DatedRates, hasBothRates } from "./changeRates.ts";

/** Which way a rate moved: -1, 0 or 1; `undefined` without a rate at both dates. */
function directionOf(rates: DatedRates): number | undefined {
  return hasBothRates(rates) ? compareRates(rates.after, rates.before) : undefined;
}

/** Whether every group with a rate at both dates moved one way, and the pooled rate the other. */
export function isReversal(groups: readonly DatedRates[], total: DatedRates): boolean {
  const direction = directionOf(total) ?? 0;
  const directions = groups.map(directionOf).filter((each) => each !== undefined);
  return direction !== 0 && directions.length > 0 && directions.every((each) => each === -direction);
}
