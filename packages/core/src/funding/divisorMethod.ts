import { boundedShares, sum } from "./boundedShares.ts";
import { ClaimQueue } from "./claimQueue.ts";
import type { Contest, Outcome } from "./contest.ts";
import { type Claim, claimsWithin, compareClaims, type Divisors } from "./divisors.ts";
import type { Tie } from "./tie.ts";

/** The strongest claim that was not served and the weakest that was: every divisor between them gives the answer. */
export interface ClaimBorder {
  /** The strongest claim left unserved; none where every row is full. */
  readonly nextUnserved: Claim | undefined;
  /** The weakest claim served above a minimum; none where only minimums were given. */
  readonly lastServed: Claim | undefined;
}

/**
 * Gives each place to the strongest claim of a row below its maximum, minimums first.
 *
 * The multiplier of the exact shares lands within one place a row of the answer; the few places that are then too many
 * or too few are moved along the queue of claims, in the same order as if every place had been given one by one.
 */
export function divisorMethod(contest: Contest, divisors: Divisors): Outcome {
  const places = nearAnswer(contest, divisors);
  const compare = (a: Claim, b: Claim): number => compareClaims(a, b, divisors.power) || a.row - b.row;
  let missing = contest.places - sum(places);
  const asking = new ClaimQueue(compare);
  const giving = new ClaimQueue<Claim>((a, b) => compare(b, a));
  const queue = missing > 0n ? asking : giving;
  const offer = missing > 0n ? nextClaim : lastClaim;
  const direction = missing > 0n ? 1n : -1n;
  const enqueue = (row: number): void => {
    const claim = offer(contest, divisors, places, row);
    if (claim !== undefined) queue.add(claim);
  };
  if (missing !== 0n) for (const row of places.keys()) enqueue(row);
  for (; missing !== 0n; missing -= direction) {
    const claim = queue.take();
    if (claim === undefined) break;
    places[claim.row] = (places[claim.row] ?? 0n) + direction;
    enqueue(claim.row);
  }
  return { places, ties: tiesOf(contest, divisors, places) };
}

function nearAnswer(contest: Contest, divisors: Divisors): bigint[] {
  const { multiplier, denominator } = boundedShares({ ...contest, total: contest.places });
  return contest.weights.map((weight, row) => {
    const low = contest.minimum[row] ?? 0n;
    if (weight === 0n) return low;
    const claims = claimsWithin(weight, { numerator: multiplier, denominator }, divisors);
    const high = contest.maximum[row];
    return claims <= low ? low : high !== undefined && claims > high ? high : claims;
  });
}

/** A row's claim to one more place, if it may have one. */
export function nextClaim(
  { weights, maximum }: Contest,
  { at }: Divisors,
  places: readonly bigint[],
  row: number,
): Claim | undefined {
  const [weight, has] = [weights[row] ?? 0n, places[row] ?? 0n];
  return weight === 0n || has === maximum[row] ? undefined : { row, weight, divisor: at(has) };
}

/** The claim by which a row holds its last place, if it may lose it. */
export function lastClaim(
  { weights, minimum }: Contest,
  { at }: Divisors,
  places: readonly bigint[],
  row: number,
): Claim | undefined {
  const has = places[row] ?? 0n;
  return has === minimum[row] ? undefined : { row, weight: weights[row] ?? 0n, divisor: at(has - 1n) };
}

/** The border between the claims that were served and those that were not. */
export function claimBorder(contest: Contest, divisors: Divisors, places: readonly bigint[]): ClaimBorder {
  let nextUnserved: Claim | undefined;
  let lastServed: Claim | undefined;
  for (const row of places.keys()) {
    const next = nextClaim(contest, divisors, places, row);
    if (next && (!nextUnserved || compareClaims(next, nextUnserved, divisors.power) < 0)) nextUnserved = next;
    const last = lastClaim(contest, divisors, places, row);
    if (last && (!lastServed || compareClaims(last, lastServed, divisors.power) > 0)) lastServed = last;
  }
  return { nextUnserved, lastServed };
}

function tiesOf(contest: Contest, divisors: Divisors, places: readonly bigint[]): readonly Tie[] {
  const { nextUnserved, lastServed } = claimBorder(contest, divisors, places);
  if (!nextUnserved || !lastServed || compareClaims(nextUnserved, lastServed, divisors.power) !== 0)
    return [];
  const atBorder = (claim: Claim | undefined): boolean =>
    claim !== undefined && compareClaims(claim, lastServed, divisors.power) === 0;
  const rows = Array.from(places.keys());
  const served = rows.filter((row) => atBorder(lastClaim(contest, divisors, places, row)));
  const unserved = rows.filter((row) => atBorder(nextClaim(contest, divisors, places, row)));
  const tied = [...new Set([...served, ...unserved])].sort((a, b) => a - b);
  // With a first divisor of 3 a row's second claim equals its first: that is no tie with anybody.
  return tied.length > 1 ? [{ rows: tied, served }] : [];
}
