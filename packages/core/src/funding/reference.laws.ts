import { compareFractions, type Fraction, fraction, minus, over, plus, times } from "../exact/fraction.ts";
import type { DivisorMethod } from "./divisors.ts";
import type { FundingSplitInput } from "./fundingSplit.ts";
import type { ApportionmentMethod, QuotaApportionInput } from "./quotaApportion.ts";
import type { RemainderMethod } from "./remainderMethod.ts";
import type { Tie } from "./tie.ts";

/**
 * The same answers as the calculators, by the slowest and most obvious way: fractions, one place at a time, every row
 * looked at every time. Nothing here is shared with the calculators but the fractions.
 */

export const zero = fraction(0n);

/** The sum of fractions. */
export function totalOf(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, zero);
}

/** The greatest whole number that is not above a fraction from zero on. */
export function wholePart({ numerator, denominator }: Fraction): bigint {
  return numerator / denominator;
}

/** The least whole number that is not below a fraction from zero on. */
export function roundedUp({ numerator, denominator }: Fraction): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** A bound as a column. */
export function column<Value>(
  bound: Value | readonly (Value | undefined)[] | undefined,
  length: number,
): readonly (Value | undefined)[] {
  return isColumn(bound) ? bound : new Array<Value | undefined>(length).fill(bound);
}

function isColumn<Value>(bound: Value | readonly Value[] | undefined): bound is readonly Value[] {
  return Array.isArray(bound);
}

/** The tie at the end of a queue: those as strong as the last one served, where one of them was not. */
function tieAfter(
  queue: readonly number[],
  served: number,
  claim: (row: number) => Fraction,
): readonly Tie[] {
  if (served === 0 || served >= queue.length) return [];
  const border = claim(queue[served - 1]!);
  const tied = (row: number): boolean => compareFractions(claim(row), border) === 0;
  if (!tied(queue[served]!)) return [];
  const inOrder = (rows: readonly number[]): number[] => rows.filter(tied).sort((a, b) => a - b);
  return [{ rows: inOrder(queue), served: inOrder(queue.slice(0, served)) }];
}

/** The bounds of a split in whole steps of its absolute value. */
interface WholeBounds {
  readonly low: readonly bigint[];
  readonly high: readonly (bigint | undefined)[];
}

/** Bounds tightened to whole steps. */
export function boundsInSteps({ total, weights, minimum, maximum }: FundingSplitInput): WholeBounds {
  return {
    low: column(minimum, weights.length).map((bound) => roundedUp(over(bound ?? zero, total.step))),
    high: column(maximum, weights.length).map((bound) => bound && wholePart(over(bound, total.step))),
  };
}

/**
 * Exact shares between bounds: share what is left by weight among the rows still open; fix those that fell below their
 * minimum there, or those that rose above their maximum, whichever breaks more; again until nobody breaks a bound.
 */
export function slowShares(
  units: bigint,
  weights: readonly Fraction[],
  { low, high }: WholeBounds,
): Fraction[] {
  const shares = new Map<number, Fraction>();
  weights.forEach((weight, row) => {
    if (weight.numerator === 0n) shares.set(row, fraction(low[row]!));
  });
  for (;;) {
    const open = weights.map((_, row) => row).filter((row) => !shares.has(row));
    const left = minus(fraction(units), totalOf([...shares.values()]));
    const weight = totalOf(open.map((row) => weights[row]!));
    const wanted = (row: number): Fraction => over(times(weights[row]!, left), weight);
    const short = (row: number): Fraction => minus(fraction(low[row]!), wanted(row));
    const excess = (row: number): Fraction => minus(wanted(row), fraction(high[row]!));
    const under = open.filter((row) => short(row).numerator > 0n);
    const above = open.filter((row) => high[row] !== undefined && excess(row).numerator > 0n);
    if (under.length === 0 && above.length === 0) {
      for (const row of open) shares.set(row, wanted(row));
      return weights.map((_, row) => shares.get(row)!);
    }
    const heavier = compareFractions(totalOf(under.map(short)), totalOf(above.map(excess)));
    if (heavier >= 0) for (const row of under) shares.set(row, fraction(low[row]!));
    if (heavier <= 0) for (const row of above) shares.set(row, fraction(high[row]!));
  }
}

/** A split, slowly. */
export function slowSplit(input: FundingSplitInput): {
  readonly parts: readonly bigint[];
  readonly ties: readonly Tie[];
} {
  const { total, weights, rule = "largest-remainder" } = input;
  const units = total.units < 0n ? -total.units : total.units;
  const bounds = boundsInSteps(input);
  if (weights.every(({ numerator }) => numerator === 0n)) return { parts: weights.map(() => 0n), ties: [] };
  const shares = slowShares(units, weights, bounds);
  const parts = shares.map(wholePart);
  const odd = Number(units - parts.reduce((all, part) => all + part, 0n));
  const remainder = (row: number): Fraction => minus(shares[row]!, fraction(parts[row]!));
  const remainders = shares.map((_, row) => remainder(row));
  const claim = (row: number): Fraction => (rule === "largest-remainder" ? remainders[row]! : weights[row]!);
  const strongest = (row: number, other: number): number =>
    compareFractions(claim(other), claim(row)) || row - other;
  let queue = parts
    .map((_, row) => row)
    .filter((row) => weights[row]!.numerator > 0n && parts[row] !== bounds.high[row]);
  if (rule === "largest-remainder") queue = queue.filter((row) => remainders[row]!.numerator > 0n);
  if (rule === "last") queue.reverse();
  if (rule === "largest-remainder" || rule === "largest-weight") queue.sort(strongest);
  for (const row of queue.slice(0, odd)) parts[row]! += 1n;
  return {
    parts: total.units < 0n ? parts.map((part) => -part) : parts,
    ties: rule === "first" || rule === "last" ? [] : tieAfter(queue, odd, claim),
  };
}

/** Places to share after the base, and bounds without it. */
interface SlowContest {
  readonly places: bigint;
  readonly weights: readonly Fraction[];
  readonly low: readonly bigint[];
  readonly high: readonly (bigint | undefined)[];
  readonly base: readonly bigint[];
}

/** Threshold and base taken out of a contest, as the notes on apportionment say. */
export function slowContest(input: QuotaApportionInput): SlowContest {
  const { weights, threshold = zero } = input;
  const least = times(totalOf(weights), threshold);
  const stays = weights.map((weight) => compareFractions(weight, least) >= 0);
  const base = stays.map((stay) => (stay ? BigInt(input.base ?? 0) : 0n));
  const minimum = column(input.minimum, weights.length);
  const maximum = column(input.maximum, weights.length);
  return {
    places: base.reduce((left, given) => left - given, BigInt(input.places)),
    weights: weights.map((weight, row) => (stays[row] ? weight : zero)),
    low: base.map((given, row) => {
      const more = BigInt(minimum[row] ?? 0) - given;
      return stays[row] && more > 0n ? more : 0n;
    }),
    high: base.map((given, row) => {
      const bound = maximum[row];
      if (!stays[row]) return 0n;
      return bound === undefined ? undefined : BigInt(bound) - given;
    }),
    base,
  };
}

/** How strongly a row with so many places asks for another, squared for Huntington-Hill; `undefined` for endlessly. */
export function slowClaim(
  method: DivisorMethod,
  weight: Fraction,
  has: bigint,
  firstDivisor?: Fraction,
): Fraction | undefined {
  switch (method) {
    case "jefferson":
      return over(weight, fraction(has + 1n));
    case "webster":
      return over(
        weight,
        has === 0n && firstDivisor ? times(firstDivisor, fraction(1n, 2n)) : fraction(2n * has + 1n, 2n),
      );
    case "adams":
      return has === 0n ? undefined : over(weight, fraction(has));
    case "dean":
      // The harmonic mean of k and k + 1 is 2 / (1/k + 1/(k+1)).
      return has === 0n
        ? undefined
        : times(weight, times(plus(fraction(1n, has), fraction(1n, has + 1n)), fraction(1n, 2n)));
    case "huntington-hill":
      return has === 0n ? undefined : over(times(weight, weight), fraction(has * (has + 1n)));
  }
}

/** Negative where the first claim is stronger; of two endless claims that of the larger weight. */
function compareSlowClaims(
  a: Fraction | undefined,
  b: Fraction | undefined,
  weights: readonly [Fraction, Fraction],
): number {
  if (a && b) return compareFractions(b, a);
  if (!a && !b) return compareFractions(weights[1], weights[0]);
  return a ? 1 : -1;
}

/** Every row that may have the next place and asks for it as strongly as any. */
type Strongest = (places: readonly bigint[], size: bigint) => readonly number[];

/** Who is next by a divisor method. */
export function divisorChoice(
  { weights, high }: SlowContest,
  method: DivisorMethod,
  firstDivisor?: Fraction,
): Strongest {
  return (places) => {
    const asking = weights
      .map((weight, row) => ({ row, weight, claim: slowClaim(method, weight, places[row]!, firstDivisor) }))
      .filter(({ row, weight }) => weight.numerator > 0n && places[row] !== high[row]);
    const stronger = (a: (typeof asking)[number], b: (typeof asking)[number]): number =>
      compareSlowClaims(a.claim, b.claim, [a.weight, b.weight]);
    return asking.filter((one) => asking.every((other) => stronger(one, other) <= 0)).map(({ row }) => row);
  };
}

/** Who is next by the quota method: the strongest claim weight / (places + 1) of those below their quota of this size. */
export function quotaChoice({ weights }: SlowContest): Strongest {
  const all = totalOf(weights);
  return (places, size) => {
    const asking = weights
      .map((weight, row) => ({ row, weight, claim: over(weight, fraction(places[row]! + 1n)) }))
      .filter(
        ({ row, weight }) =>
          compareFractions(fraction(places[row]!), over(times(weight, fraction(size)), all)) < 0,
      );
    return asking
      .filter((one) => asking.every((other) => compareFractions(one.claim, other.claim) >= 0))
      .map(({ row }) => row);
  };
}

/** Minimums first, then one place at a time to the strongest row, the earlier of equals. */
function oneByOne(contest: SlowContest, strongest: Strongest): bigint[] {
  const places = [...contest.low];
  const first = places.reduce((all, value) => all + value, 0n);
  for (let size = first + 1n; size <= contest.places; size += 1n) places[strongest(places, size)[0]!]! += 1n;
  return places;
}

/** A divisor method with its tie, slowly. */
function slowDivisors(
  contest: SlowContest,
  method: DivisorMethod,
  firstDivisor?: Fraction,
): { readonly places: readonly bigint[]; readonly ties: readonly Tie[] } {
  const choice = divisorChoice(contest, method, firstDivisor);
  const places = oneByOne(contest, choice);
  const last = { ...contest, places: contest.places - 1n };
  if (contest.low.reduce((all, value) => all + value, 0n) >= contest.places) return { places, ties: [] };
  // The last place went to the first of these rows; the earlier ones of the tie may have had theirs just before it.
  const before = oneByOne(last, choice);
  const winner = choice(before, contest.places)[0]!;
  const border = slowClaim(method, contest.weights[winner]!, before[winner]!, firstDivisor);
  const asStrong = (row: number, has: bigint): boolean =>
    compareSlowClaims(slowClaim(method, contest.weights[row]!, has, firstDivisor), border, [
      contest.weights[row]!,
      contest.weights[winner]!,
    ]) === 0;
  const everyone = places.map((_, row) => row).filter((row) => contest.weights[row]!.numerator > 0n);
  const served = everyone.filter(
    (row) => places[row]! > contest.low[row]! && asStrong(row, places[row]! - 1n),
  );
  const unserved = everyone.filter((row) => places[row] !== contest.high[row] && asStrong(row, places[row]!));
  const tied = everyone.filter((row) => served.includes(row) || unserved.includes(row));
  return { places, ties: unserved.length === 0 ? [] : [{ rows: tied, served }] };
}

/** Every answer that some choice among equals leads to, as text. */
export function everyOutcome(contest: SlowContest, strongest: Strongest): string[] {
  let answers = new Map([[contest.low.join(), [...contest.low]]]);
  const first = contest.low.reduce((all, value) => all + value, 0n);
  for (let size = first + 1n; size <= contest.places; size += 1n) {
    const next = new Map<string, bigint[]>();
    for (const places of answers.values()) {
      for (const row of strongest(places, size)) {
        const more = places.map((value, other) => (other === row ? value + 1n : value));
        next.set(more.join(), more);
      }
    }
    answers = next;
  }
  return [...answers.keys()];
}

/** The weight that buys a place. */
function slowPrice(method: RemainderMethod, votes: Fraction, places: bigint): Fraction {
  if (method === "largest-remainder") return over(votes, fraction(places));
  const share = over(votes, fraction(places + 1n));
  if (method === "droop") return fraction(wholePart(share) + 1n);
  const rounded = wholePart(plus(share, fraction(1n, 2n)));
  return fraction(rounded === 0n ? 1n : rounded);
}

/** A remainder method with bounds, sentence by sentence as the notes on apportionment have it; `refused` for #NUM!. */
function slowRemainders(
  contest: SlowContest,
  method: RemainderMethod,
): { readonly places: readonly bigint[]; readonly ties: readonly Tie[] } | "refused" {
  const { weights, low } = contest;
  const high = weights.map((weight, row) => (weight.numerator === 0n ? low[row] : contest.high[row]));
  const settled = new Map<number, bigint>();
  for (;;) {
    const open = weights.map((_, row) => row).filter((row) => !settled.has(row));
    const free = [...settled.values()].reduce((left, value) => left - value, contest.places);
    const votes = totalOf(open.map((row) => weights[row]!));
    const answer = (
      places: ReadonlyMap<number, bigint>,
      ties: readonly Tie[],
    ): ReturnType<typeof slowRemainders> => ({
      places: weights.map((_, row) => settled.get(row) ?? places.get(row)!),
      ties,
    });
    if (free === 0n || votes.numerator === 0n)
      return answer(new Map(open.map((row) => [row, low[row]!])), []);
    const price = slowPrice(method, votes, free);
    const quotas = new Map(open.map((row) => [row, over(weights[row]!, price)]));
    const quota = (row: number): Fraction => quotas.get(row)!;
    const places = new Map(
      open.map((row) => {
        const raised = wholePart(quota(row)) > low[row]! ? wholePart(quota(row)) : low[row]!;
        const most = high[row];
        return [row, most !== undefined && raised > most ? most : raised];
      }),
    );
    const claim = (row: number): Fraction => minus(quota(row), fraction(wholePart(quota(row))));
    const strongest = (a: number, b: number): number => compareFractions(claim(b), claim(a)) || a - b;
    let rest = [...places.values()].reduce((left, value) => left - value, free);
    if (rest < 0n) {
      const below = open.filter((row) => compareFractions(quota(row), fraction(low[row]!)) < 0);
      if (below.length > 0) {
        for (const row of below) settled.set(row, low[row]!);
        continue;
      }
      let ties: readonly Tie[] = [];
      while (rest < 0n) {
        const holding = open.filter((row) => places.get(row)! > low[row]!).sort(strongest);
        const giving = rest + BigInt(holding.length) < 0n ? 0 : Number(rest) + holding.length;
        ties = tieAfter(holding, giving, claim);
        for (const row of holding.slice(giving)) places.set(row, places.get(row)! - 1n);
        rest += BigInt(holding.length - giving);
      }
      return answer(places, ties);
    }
    const queue = open
      .filter((row) => compareFractions(quota(row), fraction(low[row]!)) > 0 && places.get(row) !== high[row])
      .sort(strongest);
    if (rest <= BigInt(queue.length)) {
      for (const row of queue.slice(0, Number(rest))) places.set(row, places.get(row)! + 1n);
      return answer(places, tieAfter(queue, Number(rest), claim));
    }
    const full = open.filter((row) => places.get(row) === high[row]);
    if (full.length === 0) return "refused";
    for (const row of full) settled.set(row, high[row]!);
  }
}

/** Whether a method gives places by divisors. */
export function isDivisorMethod(method: ApportionmentMethod): method is DivisorMethod {
  return ["jefferson", "webster", "adams", "dean", "huntington-hill"].includes(method);
}

/** Any method, slowly; ties are `undefined` for the quota method, whose ties {@link everyOutcome} tells. */
export function slowApportion(
  input: QuotaApportionInput,
): { readonly places: readonly bigint[]; readonly ties: readonly Tie[] | undefined } | "refused" {
  const contest = slowContest(input);
  const method = input.method ?? "largest-remainder";
  const withBase = (places: readonly bigint[]): bigint[] =>
    places.map((value, row) => value + contest.base[row]!);
  if (contest.places === 0n) return { places: contest.base, ties: [] };
  if (method === "quota")
    return { places: withBase(oneByOne(contest, quotaChoice(contest))), ties: undefined };
  const answer = isDivisorMethod(method)
    ? slowDivisors(contest, method, input.firstDivisor)
    : slowRemainders(contest, method);
  return answer === "refused" ? answer : { places: withBase(answer.places), ties: answer.ties };
}
