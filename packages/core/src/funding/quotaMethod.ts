import { CalculationError } from "../errors.ts";
import { fraction } from "../exact/fraction.ts";
import { sum } from "./boundedShares.ts";
import type { Contest, Outcome } from "./contest.ts";
import type { Tie } from "./tie.ts";

/** The most steps (places times rows) this method takes: each place needs a look at every row. */
const mostSteps = 10_000_000n;

/**
 * Balinski and Young's quota method: places one by one, by Jefferson's claim, to rows that stay within their quota.
 *
 * At house size h a row may take a place only while it has less than its exact quota of h. Rows that at some size could
 * take a place by the same claim are tied; reported are the ties of which some row is still unserved at the end.
 */
export function quotaMethod({ places: house, weights }: Contest): Outcome {
  if (house * BigInt(weights.length) > mostSteps) {
    throw new CalculationError("quotaApportion", "outOfRange", {
      name: "places times rows with the quota method",
      requirement: `at most ${mostSteps.toLocaleString("en")}`,
      found: String(house * BigInt(weights.length)),
    });
  }
  const votes = sum(weights);
  const places = weights.map(() => 0n);
  const open = new Map<string, Tie>();
  for (let size = 1n; size <= house; size += 1n) {
    const best = bestRows(weights, places, (weight, has) => has * votes < weight * size);
    const [winner] = best;
    if (winner === undefined) break;
    const { numerator, denominator } = fraction(weights[winner] ?? 0n, (places[winner] ?? 0n) + 1n);
    const claim = `${numerator}/${denominator}`;
    const tie = joined(open.get(claim), best, winner);
    if (tie.rows.length > tie.served.length) open.set(claim, tie);
    else open.delete(claim);
    places[winner] = (places[winner] ?? 0n) + 1n;
  }
  return { places, ties: [...open.values()] };
}

/** A tie to which rows with the same claim have come, and one of them was served. */
function joined(tie: Tie | undefined, rows: readonly number[], served: number): Tie {
  const union = (a: readonly number[] | undefined, b: readonly number[]): number[] =>
    [...new Set([...(a ?? []), ...b])].sort((first, second) => first - second);
  return { rows: union(tie?.rows, rows), served: union(tie?.served, [served]) };
}

/** The eligible rows with the strongest claim weight / (places + 1), in order. */
function bestRows(
  weights: readonly bigint[],
  places: readonly bigint[],
  eligible: (weight: bigint, has: bigint) => boolean,
): number[] {
  let best: number[] = [];
  let [bestWeight, bestDivisor] = [0n, 1n];
  weights.forEach((weight, row) => {
    const has = places[row] ?? 0n;
    if (!eligible(weight, has)) return;
    const [claim, strongest] = [weight * bestDivisor, bestWeight * (has + 1n)];
    if (claim < strongest) return;
    if (claim > strongest) {
      [bestWeight, bestDivisor] = [weight, has + 1n];
      best = [];
    }
    best.push(row);
  });
  return best;
}
