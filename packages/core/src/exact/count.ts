import { CalculationError } from "../errors.ts";

declare const brand: unique symbol;

/** A whole number of units, places or people, from 0 to 2^53-1. */
export type Count = number & { readonly [brand]: "Count" };

/**
 * Tells whether a number is a count: whole, from 0 to 2^53-1.
 *
 * @example
 * isCount(0) //=> true
 * isCount(1.5) //=> false
 * isCount(2 ** 53) //=> false
 */
export function isCount(value: number): value is Count {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * Takes a number as a count.
 *
 * **Units.** Whole units, from 0 to 2^53-1; nothing is rounded.
 *
 * **Errors.** `outOfRange` for anything else.
 *
 * @throws CalculationError `outOfRange` for a number that is negative, fractional, not finite or beyond 2^53-1
 *
 * @example
 * count(6015) //=> 6015
 * count(-1) //=> throws outOfRange
 * count(1.5) //=> throws outOfRange
 */
export function count(value: number, name = "value"): Count {
  if (!isCount(value)) {
    throw new CalculationError("count", "outOfRange", {
      name,
      requirement: "a whole number from 0 to 2^53-1",
      found: String(value),
    });
  }
  // Adding zero turns negative zero into zero.
  return (value + 0) as Count;
}
