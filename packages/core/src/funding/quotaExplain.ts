import { type Count, count } from "../exact/count.ts";
import { type Fraction, fraction, toNumber } from "../exact/fraction.ts";
import type { Weight } from "../exact/weight.ts";
import { sum } from "./boundedShares.ts";
import type { Contest, Outcome } from "./contest.ts";
import { claimBorder, lastClaim, nextClaim } from "./divisorMethod.ts";
import { type Claim, type DivisorMethod, type Divisors, divisorsOf } from "./divisors.ts";
import {
  apportion,
  type ApportionmentMethod,
  prepareContest,
  type QuotaApportionInput,
} from "./quotaApportion.ts";
import { nextInLine } from "./quotaNext.ts";
import { priceOf, type RemainderMethod } from "./remainderMethod.ts";
import type { Tie } from "./tie.ts";

/** Why a row has its places. */
export interface QuotaReason {
  /** What the row would get if places could be cut: its base and its quota of the rest. */
  readonly quota: Fraction;
  /** The row's places. */
  readonly places: Count;
  /**
   * How strongly the row asks for one more place: its quotient by a divisor method or `quota`, else its remainder;
   * `undefined` where it can have no more, or where the quotient has no end.
   */
  readonly nextClaim: number | undefined;
  /** By a divisor method, the claim by which the row holds its last place; `undefined` where it may lose none. */
  readonly lastClaim: number | undefined;
  /** Whether its claim is the strongest of those unserved; by `quota`, and where bounds moved remainders, of no row. */
  readonly nextInLine: boolean;
  /** The bound at which the row stands, if its quota lies beyond it. */
  readonly bound: "minimum" | "maximum" | undefined;
  /** Whether the row's weight lies below the threshold. */
  readonly belowThreshold: boolean;
}

/** An apportionment with the reason of each row. */
export interface QuotaExplanation {
  /** One reason a row, in the order of the weights. */
  readonly rows: readonly QuotaReason[];
  /** Rows whose claim to the last place was equal. */
  readonly ties: readonly Tie[];
  /**
   * For a divisor method: every divisor between these two, by which weights are divided and then rounded the method's
   * way, gives this answer. `undefined` where there is no such end, or by other methods.
   */
  readonly divisor: { readonly lowest: number | undefined; readonly highest: number | undefined };
}

/**
 * Explains an apportionment: quota, places, next claim, bound and divisor interval.
 *
 * It shows the working of {@link quotaApportion} itself. The one surprise: for divisor methods any divisor within the
 * interval gives the same answer, and an interval of one point means a tie.
 *
 * **Units.** Quotas are exact fractions in places; claims and divisors are weight a place.
 *
 * **Errors.** Those of {@link quotaApportion}.
 *
 * **Source.** F. Pukelsheim, Proportional Representation, 2nd ed. (2017), chapter 4: divisor intervals.
 *
 * @throws CalculationError as {@link quotaApportion} throws
 *
 * @example
 * const weights = [6, 3, 1].map((value) => weight(value));
 * const explanation = quotaExplain({ places: count(5), weights, method: "webster" });
 * explanation.rows.map(({ places }) => places) //=> [count(3), count(2), count(0)]
 * explanation.rows[1]?.quota //=> fraction(3n, 2n)
 * explanation.divisor //=> { lowest: 2, highest: 2 }
 * explanation.ties //=> [{ rows: [1, 2], served: [1] }]
 */
export function quotaExplain(input: QuotaApportionInput): QuotaExplanation {
  const contest = prepareContest(input);
  const outcome = apportion(contest, input);
  const { places, ties } = outcome;
  const method = input.method ?? "largest-remainder";
  const divisors = claimsOf(method, input.firstDivisor);
  const sizeOf = (claim: Claim | undefined): number | undefined => claimSize(claim, input.weights, divisors);
  const quotas = quotasOf(contest, method);
  const next = nextRow(contest, outcome, { method, divisors, quotas });
  const rows = quotas.map((quota, row): QuotaReason => {
    const has = places[row] ?? 0n;
    const base = contest.base[row] ?? 0n;
    const claim = nextClaim(contest, divisors, places, row);
    const last = isDivisorMethod(method) ? lastClaim(contest, divisors, places, row) : undefined;
    return {
      quota: fraction(quota.numerator + base * quota.denominator, quota.denominator),
      places: count(Number(has + base)),
      nextClaim: claim !== undefined && isRemainderMethod(method) ? remainderOf(quota) : sizeOf(claim),
      lastClaim: sizeOf(last),
      nextInLine: row === next,
      bound: boundOf(contest, quota, row, has),
      belowThreshold: contest.excluded[row] === true,
    };
  });
  if (!isDivisorMethod(method)) return { rows, ties, divisor: { lowest: undefined, highest: undefined } };
  const { nextUnserved, lastServed } = claimBorder(contest, divisors, places);
  return { rows, ties, divisor: { lowest: sizeOf(nextUnserved), highest: sizeOf(lastServed) } };
}

function nextRow(
  contest: Contest,
  outcome: Outcome,
  {
    method,
    divisors,
    quotas,
  }: {
    readonly method: ApportionmentMethod;
    readonly divisors: Divisors;
    readonly quotas: readonly Fraction[];
  },
): number | undefined {
  if (isDivisorMethod(method)) return nextInLine(contest, outcome, { by: "divisors", divisors });
  return isRemainderMethod(method) ? nextInLine(contest, outcome, { by: "remainders", quotas }) : undefined;
}

function isDivisorMethod(method: ApportionmentMethod): method is DivisorMethod {
  return !isRemainderMethod(method) && method !== "quota";
}

function isRemainderMethod(method: ApportionmentMethod): method is RemainderMethod {
  return method === "largest-remainder" || method === "droop" || method === "hagenbach-bischoff";
}

/** The divisors of a method's claims: the quota method has Jefferson's; a remainder is a claim of its own. */
function claimsOf(method: ApportionmentMethod, firstDivisor: Fraction | undefined): Divisors {
  return isDivisorMethod(method) ? divisorsOf(method, firstDivisor) : divisorsOf("jefferson");
}

function quotasOf({ weights, places }: Contest, method: ApportionmentMethod): Fraction[] {
  if (places === 0n) return weights.map(() => fraction(0n));
  // Once for all rows: the sum of thirty thousand weights, taken thirty thousand times, would take half a minute.
  const price = priceOf(isRemainderMethod(method) ? method : "largest-remainder", sum(weights), places);
  return weights.map((weight) => fraction(weight * price.denominator, price.numerator));
}

function remainderOf({ numerator, denominator }: Fraction): number {
  return toNumber(fraction(numerator % denominator, denominator));
}

/** A claim as a number in the unit of the weights given; `undefined` for a claim without end. */
function claimSize(
  claim: Claim | undefined,
  weights: readonly Weight[],
  { power }: Divisors,
): number | undefined {
  if (claim === undefined || claim.divisor.numerator === 0n) return undefined;
  const { numerator, denominator } = claim.divisor;
  const weight: Fraction = weights[claim.row] ?? fraction(0n);
  if (power === 1n) return toNumber(fraction(weight.numerator * denominator, weight.denominator * numerator));
  return toNumber(weight) / Math.sqrt(toNumber(fraction(numerator, denominator)));
}

function boundOf(
  { minimum, maximum }: Contest,
  { numerator, denominator }: Fraction,
  row: number,
  has: bigint,
): QuotaReason["bound"] {
  if (has === minimum[row] && has * denominator > numerator) return "minimum";
  return has === maximum[row] && has * denominator < numerator ? "maximum" : undefined;
}
