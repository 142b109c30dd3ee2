import type { Amount } from "../exact/amount.ts";
import { type Fraction, fraction } from "../exact/fraction.ts";
import { type FundingSplitInput, splitWorking } from "./fundingSplit.ts";
import type { Tie } from "./tie.ts";

/** Why one part is what it is. */
export interface SplitReason {
  /** The exact share, before any rounding. */
  readonly share: Fraction;
  /** The share rounded down to the step (toward zero for a negative total). */
  readonly roundedDown: Amount;
  /** What rounding down took away. */
  readonly remainder: Fraction;
  /** Place in the queue for left-over steps, from 1; `undefined` for rows that could get none. */
  readonly rank: number | undefined;
  /** Whether the row got a left-over step. */
  readonly oddStep: boolean;
  /** The part: rounded down, plus the left-over step if it got one. */
  readonly part: Amount;
  /** The bound that decided the share, if one did. */
  readonly bound: "minimum" | "maximum" | undefined;
  /** Whether the row would have got the next step, had there been one more. */
  readonly nextInLine: boolean;
}

/** A split with the reason of each part. */
export interface FundingSplitExplanation {
  /** One reason a row, in the order of the weights. */
  readonly rows: readonly SplitReason[];
  /** How many steps were left over after rounding down. */
  readonly oddSteps: number;
  /** Rows whose claim to the last left-over step was equal. */
  readonly ties: readonly Tie[];
}

/**
 * Explains a split: exact share, rounding, left-over step and bound of each part.
 *
 * It is the working of {@link fundingSplit} itself, not a second calculation: rounded down plus left-over step is the
 * part. The one surprise: a row that a bound holds has no remainder, so it never queues for a left-over step by
 * `largest-remainder`.
 *
 * **Units.** Shares and remainders are exact fractions in the total's unit; parts have its step.
 *
 * **Errors.** Those of {@link fundingSplit}.
 *
 * **Source.** M. L. Balinski and H. P. Young, Fair Representation, 2nd ed. (2001), appendix A.
 *
 * @throws CalculationError as {@link fundingSplit} throws
 *
 * @example
 * const total = amount("1.00", "0.01");
 * const [first] = fundingSplitExplain({ total, weights: [2, 3, 1].map((value) => weight(value)) }).rows;
 * first?.share //=> fraction(1n, 3n)
 * first?.rank //=> 2
 * first?.nextInLine //=> true
 */
export function fundingSplitExplain(input: FundingSplitInput): FundingSplitExplanation {
  const working = splitWorking(input);
  const { step } = input.total;
  const sign = input.total.units < 0n ? -1n : 1n;
  const { numerators, denominator } = working.shares;
  const exactly = (steps: bigint): Fraction =>
    fraction(sign * steps * step.numerator, denominator * step.denominator);
  const ranks = new Map(working.queue.map((row, place) => [row, place + 1]));
  const rows = numerators.map((numerator, row): SplitReason => {
    const floor = working.floors[row] ?? 0n;
    const rank = ranks.get(row);
    return {
      share: exactly(numerator),
      roundedDown: { units: sign * floor, step },
      remainder: exactly(numerator % denominator),
      rank,
      oddStep: rank !== undefined && rank <= working.oddSteps,
      part: { units: working.parts[row] ?? 0n, step },
      bound: decidingBound(working, row),
      nextInLine: rank === working.oddSteps + 1,
    };
  });
  return { rows, oddSteps: working.oddSteps, ties: working.ties };
}

/** The bound that moved a share away from weight times multiplier. */
function decidingBound(
  { weights, shares }: ReturnType<typeof splitWorking>,
  row: number,
): SplitReason["bound"] {
  const unbounded = (weights[row] ?? 0n) * shares.multiplier;
  const share = shares.numerators[row] ?? 0n;
  if (share > unbounded) return "minimum";
  return share < unbounded ? "maximum" : undefined;
}
