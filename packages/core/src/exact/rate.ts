import { CalculationError } from "../errors.ts";
import type { Count } from "./count.ts";
import { percentageText } from "./percentage.ts";

/**
 * What a rate is worth: `ok`; `empty` (0 of 0, no rate); `over` (more than all, kept and flagged); `invalid` (some of
 * none, no rate).
 */
export type RateStatus = "ok" | "empty" | "over" | "invalid";

/** A rate that keeps its counts, so that it can be pooled, compared and shown without loss. */
export interface Rate {
  /** How many are covered; not reduced. */
  readonly numerator: Count;
  /** How many could be. */
  readonly denominator: Count;
  /** Whether the two make a rate. */
  readonly status: RateStatus;
}

/**
 * A rate from its two counts, with its status.
 *
 * @example
 * rate({ numerator: count(5), denominator: count(4) }) //=> { numerator: 5, denominator: 4, status: "over" }
 */
export function rate({
  numerator,
  denominator,
}: {
  readonly numerator: Count;
  readonly denominator: Count;
}): Rate {
  return { numerator, denominator, status: statusOf(numerator, denominator) };
}

function statusOf(numerator: number, denominator: number): RateStatus {
  if (denominator === 0) return numerator === 0 ? "empty" : "invalid";
  return numerator > denominator ? "over" : "ok";
}

/**
 * The rate as a fraction of one: the double nearest to numerator over denominator.
 *
 * **Units.** 0.915 means 91.5 %. Nothing is clipped.
 *
 * **Errors.** `divisionByZero` where nothing could be covered.
 *
 * @throws CalculationError `divisionByZero` where the denominator is zero
 *
 * @example
 * rateValue(rate({ numerator: count(1), denominator: count(4) })) //=> 0.25
 * rateValue(rate({ numerator: count(0), denominator: count(0) })) //=> throws divisionByZero
 */
export function rateValue({ numerator, denominator }: Rate): number {
  if (denominator === 0) {
    throw new CalculationError("rateValue", "divisionByZero", { name: "denominator" });
  }
  return numerator / denominator;
}

/**
 * Compares two rates exactly, by cross-multiplication: negative, zero or positive, as sorting asks.
 *
 * **Errors.** `divisionByZero` where either has a denominator of zero.
 *
 * @throws CalculationError `divisionByZero` where either has a denominator of zero
 *
 * @example
 * const third = rate({ numerator: count(1), denominator: count(3) });
 * const sixths = rate({ numerator: count(2), denominator: count(6) });
 * compareRates(third, sixths) //=> 0
 */
export function compareRates(a: Rate, b: Rate): number {
  if (a.denominator === 0 || b.denominator === 0) {
    throw new CalculationError("compareRates", "divisionByZero", { name: "denominator" });
  }
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A rate as an honest percentage, as {@link percentageText} writes it.
 *
 * **Errors.** `divisionByZero` where nothing could be covered.
 *
 * @throws CalculationError `divisionByZero` where the denominator is zero
 *
 * @example
 * rateText(rate({ numerator: count(1999), denominator: count(2000) })) //=> "99.9%"
 */
export function rateText({ numerator, denominator }: Rate, decimals = 1): string {
  return percentageText({ numerator: BigInt(numerator), denominator: BigInt(denominator), decimals });
}
