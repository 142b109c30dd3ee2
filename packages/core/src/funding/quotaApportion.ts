import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";
import { exactText } from "../exact/decimal.ts";
import { compareFractions, fraction, type Fraction } from "../exact/fraction.ts";
import { type Weight, wholeWeights } from "../exact/weight.ts";
import { sum } from "./boundedShares.ts";
import { type Bound, boundColumn, requireFeasible } from "./bounds.ts";
import type { Contest, Outcome } from "./contest.ts";
import { type DivisorMethod, divisorsOf } from "./divisors.ts";
import { divisorMethod } from "./divisorMethod.ts";
import { plainApportion } from "./plainApportion.ts";
import { quotaMethod } from "./quotaMethod.ts";
import { type RemainderMethod, remainderMethod } from "./remainderMethod.ts";
import type { Tie } from "./tie.ts";
import { decideTie, requirePolicy, type TiePolicy } from "./tiePolicy.ts";

/** A method that shares whole places. */
export type ApportionmentMethod = RemainderMethod | DivisorMethod | "quota";

/** Which places are shared, by which weights, and how. */
export interface QuotaApportionInput {
  /** Places to share. */
  readonly places: Count;
  /** One weight a row: votes, people, scores. */
  readonly weights: readonly Weight[];
  /** The method; `largest-remainder` unless told. */
  readonly method?: ApportionmentMethod | undefined;
  /** The least a row gets, its base included. */
  readonly minimum?: Bound<Count> | undefined;
  /** The most a row gets, its base included. */
  readonly maximum?: Bound<Count> | undefined;
  /** The share of all weight below which a row gets nothing; a row exactly at it stays in. */
  readonly threshold?: Fraction | undefined;
  /** Places that every row not below the threshold gets first. */
  readonly base?: Count | undefined;
  /** With `webster` only: the first divisor in the series 1, 3, 5, so 1.4 in Norway or 1.2 in Sweden. */
  readonly firstDivisor?: Fraction | undefined;
  /** Who comes first among equal claims; the earlier row unless told. */
  readonly ties?: TiePolicy | undefined;
}

/** The places of each row, in the order of the weights. */
export interface QuotaApportionment {
  /** Places of each row; together exactly the places shared. */
  readonly places: readonly Count[];
  /** Rows whose claim to the last place was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Shares whole places by weights, with any of nine apportionment methods.
 *
 * Quota methods give the whole part of each quota and the rest by remainder; divisor methods give each place to the
 * largest quotient. The one surprise: `droop` and `hagenbach-bischoff` read weights as whole votes and depend on their
 * scale, all others only on their ratio. Ties go to the earlier row, or as a policy says, and are reported.
 *
 * **Units.** Places are whole. `threshold` is a fraction: 0.05, not 5. Bounds include the base. A weight of zero gets
 * nothing unless its minimum or the base says so. The quota method serves at most 10,000,000 places times rows.
 *
 * **Errors.** `emptyInput` without weights; `allZero` where no weight counts; `infeasibleBounds`; `conflict` for options
 * that do not go with the method; `outOfRange` for numbers that cannot be, and for more places left than rows.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001); F. Pukelsheim, Proportional
 * Representation, 2nd ed. (2017), chapters 4, 5 and 12.
 *
 * @throws CalculationError `emptyInput` without weights
 * @throws CalculationError `allZero` where no weight counts and there are places to share
 * @throws CalculationError `sizeMismatch` for a column of bounds, ids or names of another length
 * @throws CalculationError `infeasibleBounds` for bounds or a base that no apportionment can keep
 * @throws CalculationError `conflict` for bounds with `quota`, a first divisor without `webster`, or a tie to be refused
 * @throws CalculationError `outOfRange` for a threshold outside 0 to 1, a first divisor outside 0 to 3, fractional votes
 * where votes must be whole, or more places left over than rows
 *
 * @example
 * const weights = [21878, 9713, 4167, 3252, 1065].map((value) => weight(value));
 * quotaApportion({ places: count(43), weights, method: "webster" }).places //=> [24, 10, 4, 4, 1].map((value) => count(value))
 * quotaApportion({ places: count(43), weights, method: "jefferson" }).places //=> [24, 11, 4, 3, 1].map((value) => count(value))
 * quotaApportion({ places: count(1), weights: [weight(1), weight(1)] }).ties //=> [{ rows: [0, 1], served: [0] }]
 * quotaApportion({ places: count(1), weights, method: "quota", minimum: count(1) }) //=> throws conflict
 */
export function quotaApportion(input: QuotaApportionInput): QuotaApportionment {
  const plain = plainApportion(input);
  if (plain !== undefined) return plain;
  const contest = prepareContest(input);
  const { places, ties } = apportion(contest, input);
  return { places: places.map((value, row) => count(Number(value + (contest.base[row] ?? 0n)))), ties };
}

/** A contest and the base that was taken out of it. */
export interface PreparedContest extends Contest {
  /** Places each row has beforehand. */
  readonly base: readonly bigint[];
  /** Whether each row lies below the threshold. */
  readonly excluded: readonly boolean[];
}

/** What a contest is decided by. */
type Method = Pick<QuotaApportionInput, "method" | "firstDivisor" | "ties">;

/** Runs the method asked for on a prepared contest, and its policy where claims are tied. */
export function apportion(contest: Contest, method: Method): Outcome {
  const use = { calculator: "quotaApportion", policy: method.ties };
  requirePolicy({ ...use, rows: contest.weights.length });
  const outcome = inRowOrder(contest, method);
  const decided = outcome.ties.map((tie) => decideTie(tie, use));
  const served = decided.flatMap(({ decided }) => decided?.order ?? []);
  return served.length === 0 ? outcome : inOrderOf(served, contest, { method, decided });
}

/** The answer as if tied rows had been given in the order that a policy decided. */
function inOrderOf(
  first: readonly number[],
  contest: Contest,
  { method, decided }: { readonly method: Method; readonly decided: readonly Tie[] },
): Outcome {
  const order = [...new Set([...first, ...contest.weights.keys()])];
  const valuesAt = <Value>(rows: readonly number[], column: readonly Value[]): Value[] =>
    rows.flatMap((row) => column.slice(row, row + 1));
  const outcome = inRowOrder(
    {
      places: contest.places,
      weights: valuesAt(order, contest.weights),
      minimum: valuesAt(order, contest.minimum),
      maximum: valuesAt(order, contest.maximum),
    },
    method,
  );
  const places = contest.weights.map(() => 0n);
  for (const [place, row] of order.entries()) places[row] = outcome.places[place] ?? 0n;
  const given = (moved: readonly number[]): number[] => valuesAt(moved, order).sort((a, b) => a - b);
  // The order of the rows never changes which are tied: the same ties come again, one after the other.
  const ties = outcome.ties.map((tie, place): Tie => ({
    ...decided[place],
    rows: given(tie.rows),
    served: given(tie.served),
  }));
  return { places, ties };
}

function inRowOrder(
  contest: Contest,
  { method = "largest-remainder", firstDivisor }: Omit<Method, "ties">,
): Outcome {
  if (contest.places === 0n) return { places: contest.weights.map(() => 0n), ties: [] };
  switch (method) {
    case "quota":
      return quotaMethod(contest);
    case "largest-remainder":
    case "droop":
    case "hagenbach-bischoff":
      return remainderMethod(contest, method);
    case "jefferson":
    case "webster":
    case "adams":
    case "dean":
    case "huntington-hill":
      return divisorMethod(contest, divisorsOf(method, firstDivisor));
  }
}

/** Checks the options, applies threshold and base, and leaves a contest that some answer fits. */
export function prepareContest(input: QuotaApportionInput): PreparedContest {
  requireOptions(input);
  const rows = input.weights.length;
  const all = wholeWeights(input.weights);
  const threshold = input.threshold ?? fraction(0n);
  const least = threshold.numerator * sum(all);
  const out = all.map((weight) => weight * threshold.denominator < least);
  const weights = all.map((weight, row) => (out[row] ? 0n : weight));
  const places = BigInt(input.places);
  if (places > 0n && weights.every((weight) => weight === 0n)) {
    throw new CalculationError("quotaApportion", "allZero", { name: "weights" });
  }
  const base = out.map((isOut) => (isOut ? 0n : BigInt(input.base ?? 0)));
  const low = boundColumn("quotaApportion", { name: "minimum", bound: input.minimum, rows });
  const high = boundColumn("quotaApportion", { name: "maximum", bound: input.maximum, rows });
  const minimum = base.map((given, row) => (out[row] ? 0n : largest(BigInt(low[row] ?? 0), given)));
  const maximum = high.map((bound, row) => (out[row] ? 0n : bound === undefined ? undefined : BigInt(bound)));
  requireFeasible("quotaApportion", { total: places, weights, bounds: { minimum, maximum }, text: String });
  return {
    places: places - sum(base),
    weights,
    minimum: minimum.map((bound, row) => bound - (base[row] ?? 0n)),
    maximum: maximum.map((bound, row) => (bound === undefined ? undefined : bound - (base[row] ?? 0n))),
    base,
    excluded: out,
  };
}

function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function requireOptions({
  weights,
  method,
  minimum,
  maximum,
  threshold = fraction(0n),
  firstDivisor,
}: QuotaApportionInput): void {
  const refuse = (requirement: string): CalculationError =>
    new CalculationError("quotaApportion", "conflict", { requirement });
  if (weights.length === 0) throw new CalculationError("quotaApportion", "emptyInput", { name: "weights" });
  if (method === "quota" && [minimum, maximum].some(isBound)) {
    throw refuse("no minimum or maximum with the quota method");
  }
  if (firstDivisor !== undefined && method !== "webster") throw refuse("method webster for a first divisor");
  requireBetween("threshold", threshold, {
    low: fraction(0n),
    high: fraction(1n),
    words: "a fraction from 0 to 1",
  });
  if (firstDivisor !== undefined) {
    const smallest = fraction(1n, 10n ** 15n);
    requireBetween("firstDivisor", firstDivisor, {
      low: smallest,
      high: fraction(3n),
      words: "above 0, at most 3",
    });
  }
  if (method !== "droop" && method !== "hagenbach-bischoff") return;
  const split = weights.find(({ denominator }) => denominator !== 1n);
  if (split === undefined) return;
  throw new CalculationError("quotaApportion", "outOfRange", {
    name: "weights",
    requirement: `whole votes with method ${method}`,
    found: exactText(split),
  });
}

/** Tells whether there is a bound for any row: a column of blanks has none. */
export function isBound(bound: QuotaApportionInput["minimum"]): boolean {
  return bound !== undefined && (!Array.isArray(bound) || bound.some((value) => value !== undefined));
}

function requireBetween(
  name: string,
  value: Fraction,
  { low, high, words }: { readonly low: Fraction; readonly high: Fraction; readonly words: string },
): void {
  if (compareFractions(value, low) >= 0 && compareFractions(value, high) <= 0) return;
  throw new CalculationError("quotaApportion", "outOfRange", {
    name,
    requirement: words,
    found: exactText(value),
  });
}
