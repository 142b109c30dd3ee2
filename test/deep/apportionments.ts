import {
  type ApportionmentMethod,
  type Fraction as CoreFraction,
  type QuotaApportionInput,
  type Tie,
} from "@tallykit/core";

import { Refused } from "./compare.ts";
import { Fraction, fractionOf, sumOf, wholeSum, zero } from "./fraction.ts";
import { requireRoom, tieAt } from "./shares.ts";
import { boundsColumn } from "./splits.ts";

/** Places to give out after the bases: weights below the threshold are zero. */
export interface Contest {
  readonly free: bigint;
  readonly weights: readonly Fraction[];
  readonly low: readonly bigint[];
  readonly high: readonly (bigint | undefined)[];
  readonly base: readonly bigint[];
  readonly out: readonly boolean[];
}

export interface Outcome {
  readonly places: bigint[];
  readonly ties: Tie[];
}

export function contestOf({
  places,
  weights: given,
  method,
  minimum,
  maximum,
  threshold = zero,
  base = 0 as never,
  firstDivisor,
}: QuotaApportionInput): Contest {
  const isSet = (bound: unknown): boolean =>
    bound !== undefined && (!Array.isArray(bound) || bound.some((each) => each !== undefined));
  if (given.length === 0) throw new Refused("emptyInput");
  if (method === "quota" && (isSet(minimum) || isSet(maximum))) throw new Refused("conflict");
  if (firstDivisor !== undefined && method !== "webster") throw new Refused("conflict");
  const isShare = threshold.numerator >= 0n && threshold.numerator <= threshold.denominator;
  const isDivisor =
    firstDivisor === undefined ||
    (firstDivisor.numerator > 0n && firstDivisor.numerator <= 3n * firstDivisor.denominator);
  if (!isShare || !isDivisor) throw new Refused("outOfRange");
  const areVotes = given.every(({ denominator }) => denominator === 1n);
  if ((method === "droop" || method === "hagenbach-bischoff") && !areVotes) throw new Refused("outOfRange");
  const least = sumOf(given).times(threshold);
  const out = given.map((weight) => fractionOf(weight).compare(least) < 0);
  const weights = given.map((weight, row) => (out[row] ? zero : fractionOf(weight)));
  if (places > 0 && weights.every(({ numerator }) => numerator === 0n)) throw new Refused("allZero");
  const [lows, highs] = [boundsColumn(minimum, given.length), boundsColumn(maximum, given.length)];
  const bases = out.map((isOut) => (isOut ? 0n : BigInt(base)));
  const low = bases.map((each, row) =>
    out[row] ? 0n : each > BigInt(lows[row] ?? 0) ? each : BigInt(lows[row] ?? 0),
  );
  const high = highs.map((bound, row) => (out[row] ? 0n : bound === undefined ? undefined : BigInt(bound)));
  requireRoom(
    BigInt(places),
    weights,
    low.map((each, row) => ({ low: each, high: high[row] })),
  );
  return {
    free: BigInt(places) - wholeSum(bases),
    weights,
    low: low.map((each, row) => each - (bases[row] ?? 0n)),
    high: high.map((each, row) => (each === undefined ? undefined : each - (bases[row] ?? 0n))),
    base: bases,
    out,
  };
}

/** The divisor of a row with so many places; of geometric means its square, and claims are then squared too. */
function divisorOf(
  method: ApportionmentMethod,
  places: bigint,
  firstDivisor: CoreFraction | undefined,
): Fraction {
  const [k, next] = [new Fraction(places), new Fraction(places + 1n)];
  if (method === "jefferson" || method === "quota") return next;
  if (method === "adams") return k;
  if (method === "dean") return k.times(next).times(new Fraction(2n)).over(k.plus(next));
  if (method === "huntington-hill") return k.times(next);
  return places === 0n && firstDivisor !== undefined
    ? fractionOf(firstDivisor).over(new Fraction(2n))
    : k.plus(next).over(new Fraction(2n));
}

/** A row's claim to its next place: the quotient, or its square; endless claims are in the order of their weights. */
export interface Claim {
  readonly isEndless: boolean;
  readonly size: Fraction;
}

export function claimOf(
  method: ApportionmentMethod,
  weight: Fraction,
  places: bigint,
  firstDivisor?: CoreFraction,
): Claim {
  const divisor = divisorOf(method, places, firstDivisor);
  if (divisor.numerator === 0n) return { isEndless: true, size: weight };
  return {
    isEndless: false,
    size: (method === "huntington-hill" ? weight.times(weight) : weight).over(divisor),
  };
}

export function compareClaims(a: Claim, b: Claim): number {
  return a.isEndless === b.isEndless ? a.size.compare(b.size) : a.isEndless ? 1 : -1;
}

/** Every place goes to the strongest claim of a row that may have one more, one place after the other. */
function byDivisors(
  { free, weights, low, high }: Contest,
  method: ApportionmentMethod,
  firstDivisor?: CoreFraction,
): Outcome {
  const places = [...low];
  const claimAt = (row: number, has: bigint): Claim =>
    claimOf(method, weights[row] ?? zero, has, firstDivisor);
  const next = (row: number): Claim | undefined =>
    weights[row]?.numerator === 0n || places[row] === high[row] ? undefined : claimAt(row, places[row] ?? 0n);
  for (let left = free - wholeSum(low); left > 0n; left -= 1n) {
    let best: { readonly row: number; readonly claim: Claim } | undefined;
    for (const row of places.keys()) {
      const claim = next(row);
      if (claim !== undefined && (best === undefined || compareClaims(claim, best.claim) > 0))
        best = { row, claim };
    }
    if (best === undefined) break;
    places[best.row] = (places[best.row] ?? 0n) + 1n;
  }
  const rows = [...places.keys()];
  const last = rows
    .filter((row) => (places[row] ?? 0n) > (low[row] ?? 0n))
    .map((row) => ({ row, claim: claimAt(row, (places[row] ?? 0n) - 1n) }));
  const weakest = last.reduce<Claim | undefined>(
    (least, { claim }) => (least === undefined || compareClaims(claim, least) < 0 ? claim : least),
    undefined,
  );
  if (weakest === undefined) return { places, ties: [] };
  const served = last.filter(({ claim }) => compareClaims(claim, weakest) === 0).map(({ row }) => row);
  const waiting = rows.filter((row) => {
    const claim = next(row);
    return claim !== undefined && compareClaims(claim, weakest) === 0;
  });
  const tied = rows.filter((row) => served.includes(row) || waiting.includes(row));
  return { places, ties: waiting.length > 0 && tied.length > 1 ? [{ rows: tied, served }] : [] };
}

/** How many votes a place costs. */
export function priceOf(method: ApportionmentMethod, votes: Fraction, places: bigint): Fraction {
  const all = votes.over(new Fraction(places + 1n));
  if (method === "droop") return new Fraction(all.floor() + 1n);
  if (method === "hagenbach-bischoff") return new Fraction(all.nearest() > 1n ? all.nearest() : 1n);
  return votes.over(new Fraction(places));
}

interface Standing {
  readonly row: number;
  readonly quota: Fraction;
  readonly start: bigint;
  readonly rest: Fraction;
}

/** Whole quotas within the bounds, then the largest remainders; rows that bounds hold leave, and the others begin again. */
function byRemainders({ free, weights, low, high }: Contest, method: ApportionmentMethod): Outcome {
  const places = [...low];
  let [rows, left] = [[...places.keys()], free];
  const lowOf = (row: number): bigint => low[row] ?? 0n;
  const leave = (leaving: readonly number[], at: (row: number) => bigint): void => {
    for (const row of leaving) places[row] = at(row);
    left -= wholeSum(leaving.map(at));
    rows = rows.filter((row) => !leaving.includes(row));
  };
  while (left > 0n && rows.length > 0) {
    const price = priceOf(method, sumOf(rows.map((row) => weights[row] ?? zero)), left);
    const standings = rows.map((row): Standing => {
      const quota = price.numerator === 0n ? zero : (weights[row] ?? zero).over(price);
      const [whole, top] = [quota.floor(), high[row]];
      const raised = whole < lowOf(row) ? lowOf(row) : whole;
      return {
        row,
        quota,
        start: top !== undefined && raised > top ? top : raised,
        rest: quota.minus(new Fraction(whole)),
      };
    });
    const spare = left - wholeSum(standings.map(({ start }) => start));
    const below = standings
      .filter(({ row, quota }) => quota.compare(new Fraction(lowOf(row))) < 0)
      .map(({ row }) => row);
    if (spare < 0n && below.length > 0) {
      leave(below, lowOf);
      continue;
    }
    const inLine = [...standings].sort((a, b) => b.rest.compare(a.rest) || a.row - b.row);
    if (spare < 0n) return givenBack(places, inLine, { low, count: -spare });
    const queue = inLine.filter(
      ({ row, quota, start }) => quota.compare(new Fraction(lowOf(row))) > 0 && start !== high[row],
    );
    if (spare <= BigInt(queue.length)) {
      for (const { row, start } of standings) places[row] = start;
      for (const { row } of queue.slice(0, Number(spare))) places[row] = (places[row] ?? 0n) + 1n;
      return { places, ties: tieOf(queue, Number(spare)) };
    }
    const full = standings.filter(({ row, start }) => start === high[row]).map(({ row }) => row);
    if (full.length === 0) throw new Refused("outOfRange");
    leave(full, (row) => high[row] ?? 0n);
  }
  return { places, ties: [] };
}

/** The smallest remainders give back a place each, round after round, the later of two that are equal first. */
function givenBack(
  places: bigint[],
  inLine: readonly Standing[],
  { low, count }: { readonly low: readonly bigint[]; readonly count: bigint },
): Outcome {
  for (const { row, start } of inLine) places[row] = start;
  for (let left = count; ;) {
    const holding = inLine.filter(({ row }) => (places[row] ?? 0n) > (low[row] ?? 0n));
    const keeping = holding.length - Number(left);
    const giving = keeping >= 0 ? holding.slice(keeping) : holding;
    for (const { row } of giving) places[row] = (places[row] ?? 0n) - 1n;
    left -= BigInt(giving.length);
    if (left === 0n) return { places, ties: tieOf(holding, Math.max(0, keeping)) };
  }
}

function tieOf(queue: readonly Standing[], served: number): Tie[] {
  const restOf = (row: number): Fraction => queue.find((each) => each.row === row)?.rest ?? zero;
  return tieAt(
    queue.map(({ row }) => row),
    served,
    (row, other) => restOf(row).compare(restOf(other)) === 0,
  );
}

/** Jefferson's claims, but nobody beyond the quota of a house of that size rounded up. */
function byQuota({ free, weights }: Contest): Outcome {
  const places = weights.map(() => 0n);
  const all = sumOf(weights);
  for (let size = 1n; size <= free; size += 1n) {
    const rows = [...weights.keys()].filter(
      (row) =>
        new Fraction(places[row] ?? 0n).compare((weights[row] ?? zero).times(new Fraction(size)).over(all)) <
        0,
    );
    const claim = (row: number): Fraction => claimOf("quota", weights[row] ?? zero, places[row] ?? 0n).size;
    const winner = rows.reduce<number | undefined>(
      (best, row) => (best === undefined || claim(row).compare(claim(best)) > 0 ? row : best),
      undefined,
    );
    if (winner !== undefined) places[winner] = (places[winner] ?? 0n) + 1n;
  }
  return { places, ties: [] };
}

export function apportioned(
  contest: Contest,
  method: ApportionmentMethod,
  firstDivisor?: CoreFraction,
): Outcome {
  if (contest.free === 0n) return { places: contest.weights.map(() => 0n), ties: [] };
  if (method === "quota") return byQuota(contest);
  const isRemainder = method === "largest-remainder" || method === "droop" || method === "hagenbach-bischoff";
  return isRemainder ? byRemainders(contest, method) : byDivisors(contest, method, firstDivisor);
}

/** Places with the bases put back. */
export function quotaOf(input: Omit<QuotaApportionInput, "ties">): Outcome {
  const contest = contestOf(input);
  const { places, ties } = apportioned(contest, input.method ?? "largest-remainder", input.firstDivisor);
  return { places: places.map((each, row) => each + (contest.base[row] ?? 0n)), ties };
}
