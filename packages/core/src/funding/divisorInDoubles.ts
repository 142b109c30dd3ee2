import { compareClaims, type Claim, type DivisorMethod, divisorsOf } from "./divisors.ts";
import type { DoubleParts } from "./splitInDoubles.ts";
import { nthLargest } from "./nthLargest.ts";
import type { Tie } from "./tie.ts";

/** Whole places to share by whole weights, as doubles. */
export interface DoubleContest {
  /** Places to share, from 1. */
  readonly places: number;
  /** Whole weights from 0, at least one of them above 0. */
  readonly weights: Float64Array;
  /** The method. */
  readonly method: DivisorMethod;
  /** A column as long as the weights in which few rows get their places, so that none is made for them. */
  readonly into?: Float64Array | undefined;
}

/** Columns up to this length are stepped through. */
const short = 64;
/** Up to here the divisors of a row's neighbouring places are further apart than {@link blur}. */
const mostPlaces = 2 ** 40;
/** By how much of themselves two claims must differ for doubles to tell the stronger: far more than rounding takes. */
const blur = 2 ** -44;

/**
 * A divisor method in doubles that answers exactly, or not at all where it cannot: `undefined` then.
 *
 * Two multipliers stand so that one serves too few claims and the other too many; only the claims between them are
 * candidates, about the square root of the rows, and one selection among them finds the cut (R. Reitzig and S. Wild
 * 2023). Doubles decide every claim that is clear of the cut; whole numbers of any length decide the others.
 */
export function divisorInDoubles(contest: DoubleContest): DoubleParts | undefined {
  const { places, weights, method } = contest;
  let sum = 0;
  let rows = 0;
  const { length } = weights;
  for (let row = 0; row < length; row += 1) {
    const weight = weights[row] ?? 0;
    sum += weight;
    rows += Number(weight > 0);
  }
  // Where the first divisor is zero, every row's first claim is endless: fewer places than rows need whole numbers.
  if (places > mostPlaces || (divisorAt(method, 0) === 0 && places < rows)) return undefined;
  const centre = (places - rounding[method] * rows) / sum;
  const { served, cut } =
    length <= short ? steppedFrom(centre, contest) : selectedAround(centre, contest, { sum, rows });
  return settleNear(served, cut, contest);
}

/** The divisor of a row that has so many places, as the double nearest to it or next to that. */
function divisorAt(method: DivisorMethod, places: number): number {
  switch (method) {
    case "webster":
      return places + 0.5;
    case "jefferson":
      return places + 1;
    case "adams":
      return places;
    case "dean":
      return (places * (places + 1)) / (places + 0.5);
    case "huntington-hill":
      return Math.sqrt(places * (places + 1));
  }
}

/** How far the places that a multiplier serves lie, row by row and on the whole, from multiplier times weight. */
const rounding: Readonly<Record<DivisorMethod, number>> = {
  jefferson: -0.5,
  webster: 0,
  "huntington-hill": 0,
  dean: 0,
  adams: 0.5,
};

/** What each row is served, and the multiplier at which the last claim was, as near as doubles say. */
interface Served {
  readonly served: Float64Array;
  readonly cut: number;
}

/** Few rows: what a multiplier serves, and one place after the other until all places are given. */
function steppedFrom(
  multiplier: number,
  { places, weights, method, into: served = new Float64Array(weights.length) }: DoubleContest,
): Served {
  let missing = places;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    const has = weight === 0 ? 0 : claimsWithin(method, weight * multiplier);
    served[row] = has;
    missing -= has;
  }
  let cut = multiplier;
  for (; missing !== 0; missing -= Math.sign(missing)) {
    const isMore = missing > 0;
    cut = isMore ? Infinity : -Infinity;
    let found = 0;
    for (let row = 0; row < weights.length; row += 1) {
      const weight = weights[row] ?? 0;
      const has = served[row] ?? 0;
      if (weight === 0 || (!isMore && has === 0)) continue;
      const each = divisorAt(method, isMore ? has : has - 1) / weight;
      if (isMore ? each >= cut : each <= cut) continue;
      cut = each;
      found = row;
    }
    served[found] = (served[found] ?? 0) + Math.sign(missing);
  }
  return { served, cut };
}

/** What is served by a multiplier that serves too few, and the claims from there to one that serves enough. */
interface Sandwich {
  /** Places of each row by the smaller multiplier. */
  readonly served: Float64Array;
  /** How many that are. */
  readonly sum: number;
  /** The smaller multiplier. */
  readonly multiplier: number;
  /** Rows of the claims that only the larger multiplier serves; a row's claims in order. */
  readonly rows: readonly number[];
  /** The multipliers from which on these claims are served. */
  readonly multipliers: readonly number[];
}

/** Many rows: the claims between two multipliers, and a selection among them. */
function selectedAround(
  first: number,
  { places, weights, method }: DoubleContest,
  { sum, rows }: { readonly sum: number; readonly rows: number },
): Served {
  let centre = first;
  for (let width = 1.2 * Math.sqrt(rows) + 1; ; width *= 4) {
    const multiplier = Math.max(0, centre - width / sum);
    const found = claimsBetween({ weights, method, multiplier, upper: Math.max(0, centre + width / sum) });
    const surplus = found.sum + found.rows.length - places;
    if (found.sum <= places && surplus >= 0) {
      return { served: found.served, cut: serveCandidates({ ...found, multiplier }, places) };
    }
    // What the middle of the two serves tells where to look next, so that a wider look is seldom needed again.
    centre -= (surplus - found.rows.length / 2) / sum;
  }
}

function claimsBetween({
  weights,
  method,
  multiplier,
  upper,
}: Omit<DoubleContest, "places"> & { readonly multiplier: number; readonly upper: number }): Omit<
  Sandwich,
  "multiplier"
> {
  const served = new Float64Array(weights.length);
  const rows: number[] = [];
  const multipliers: number[] = [];
  let sum = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const has = claimsWithin(method, weight * multiplier);
    const most = claimsWithin(method, weight * upper);
    served[row] = has;
    sum += has;
    for (let place = has; place < most; place += 1) {
      rows.push(row);
      multipliers.push(divisorAt(method, place) / weight);
    }
  }
  return { served, sum, rows, multipliers };
}

/** How many divisors are at most a number from 0 on: every divisor lies between k and k + 1. */
function claimsWithin(method: DivisorMethod, scaled: number): number {
  const whole = Math.floor(scaled);
  return whole + Number(divisorAt(method, whole) <= scaled);
}

/** Serves the candidates that are still due, as doubles tell them apart, and answers the multiplier of the last. */
function serveCandidates({ served, sum, multiplier, rows, multipliers }: Sandwich, places: number): number {
  const due = places - sum;
  if (due === 0) return multiplier;
  const cut = nthLargest(new Float64Array(multipliers), multipliers.length - due + 1);
  let equal = due;
  for (const each of multipliers) equal -= Number(each < cut);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const each = multipliers[place] ?? 0;
    if (each > cut || (each === cut && equal === 0)) continue;
    if (each === cut) equal -= 1;
    served[row] = (served[row] ?? 0) + 1;
  }
  return cut;
}

/**
 * Settles the claims near the cut by exact comparison, the earlier row first where they are equal.
 *
 * Every other claim is checked to be on its side, which proves the answer whatever led to it.
 */
function settleNear(
  served: Float64Array,
  cut: number,
  { weights, method }: DoubleContest,
): DoubleParts | undefined {
  const near = { rows: [] as number[], count: 0 };
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const has = served[row] ?? 0;
    const scaled = weight * cut;
    const low = scaled - scaled * blur;
    const high = scaled + scaled * blur;
    const last = has > 0 ? divisorAt(method, has - 1) : -1;
    const next = divisorAt(method, has);
    if (last > high || next < low) return undefined;
    if (last >= low) {
      served[row] = has - 1;
      near.count += 1;
    }
    if (last >= low || next <= high) near.rows.push(row);
  }
  return { parts: served, ties: serveNear(served, near, { weights, method }) };
}

/** One place more for so many rows near the cut, the strongest claims first. */
function serveNear(
  served: Float64Array,
  { rows, count }: { readonly rows: readonly number[]; readonly count: number },
  { weights, method }: Pick<DoubleContest, "weights" | "method">,
): readonly Tie[] {
  let left = count;
  for (const equal of left > 0 ? equalClaims(served, rows, { weights, method }) : []) {
    const first = equal.slice(0, left);
    for (const row of first) served[row] = (served[row] ?? 0) + 1;
    left -= first.length;
    if (left === 0) return first.length < equal.length ? [{ rows: equal, served: first }] : [];
  }
  return [];
}

/** Rows with equal claims to their next place, together and in order; those with the strongest claims first. */
function equalClaims(
  served: Float64Array,
  rows: readonly number[],
  { weights, method }: Pick<DoubleContest, "weights" | "method">,
): readonly (readonly number[])[] {
  const { power, at } = divisorsOf(method);
  // Rows of one weight have one claim near the cut, so that each weight is compared once.
  const byWeight = new Map<number, { readonly claim: Claim; readonly rows: number[] }>();
  for (const row of rows) {
    const weight = weights[row] ?? 0;
    const group = byWeight.get(weight);
    if (group === undefined) {
      const claim = { row, weight: BigInt(weight), divisor: at(BigInt(served[row] ?? 0)) };
      byWeight.set(weight, { claim, rows: [row] });
    } else group.rows.push(row);
  }
  const classes: { readonly claim: Claim; readonly rows: number[] }[] = [];
  for (const group of [...byWeight.values()].sort((a, b) => compareClaims(a.claim, b.claim, power))) {
    const last = classes.at(-1);
    if (last !== undefined && compareClaims(last.claim, group.claim, power) === 0) {
      for (const row of group.rows) last.rows.push(row);
    } else classes.push(group);
  }
  return classes.map(({ rows }) => rows.sort((a, b) => a - b));
}
