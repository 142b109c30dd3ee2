import { CalculationError } from "../errors.ts";
import { decimalText, decimalsOf, exact, exactText, type Numeric } from "./decimal.ts";
import { type Fraction, fraction, over, toNumber } from "./fraction.ts";

/** An amount in whole steps: money in cents, places in ones, cash in steps of 0.05. */
export interface Amount {
  /** How many steps; may be negative. */
  readonly units: bigint;
  /** The worth of one step; above zero. */
  readonly step: Fraction;
}

/**
 * An amount from a number or decimal text and its smallest step.
 *
 * The amount must be whole steps already: nothing is rounded on the way in.
 *
 * **Units.** Both in the same unit: `amount("100.00", "0.01")` is ten thousand cents.
 *
 * **Errors.** `invalidValue` for text that is no decimal; `outOfRange` for a step that is not above zero;
 * `notWholeSteps` for an amount between two steps.
 *
 * @throws CalculationError `invalidValue` for text that is no decimal
 * @throws CalculationError `outOfRange` for a step that is not above zero, or a number that is not finite
 * @throws CalculationError `notWholeSteps` for an amount between two steps
 *
 * @example
 * amount("100.00", "0.01") //=> { units: 10000n, step: { numerator: 1n, denominator: 100n } }
 * amount("0.07", "0.05") //=> throws notWholeSteps
 * amount(1, 0) //=> throws outOfRange
 */
export function amount(value: Numeric, step: Numeric): Amount {
  return amountOf(exact(value), exact(step));
}

/**
 * An amount from exact numbers, as {@link amount} reads them from text.
 *
 * @throws CalculationError `outOfRange` for a step that is not above zero
 * @throws CalculationError `notWholeSteps` for an amount between two steps
 *
 * @example
 * amountOf(fraction(1n, 2n), fraction(1n, 4n)).units //=> 2n
 */
export function amountOf(value: Fraction, step: Fraction, name = "value"): Amount {
  if (step.numerator <= 0n) {
    const found = exactText(step);
    throw new CalculationError("amount", "outOfRange", { name: "step", requirement: "above zero", found });
  }
  const steps = over(value, step);
  if (steps.denominator !== 1n) {
    throw new CalculationError("amount", "notWholeSteps", {
      name,
      step: exactText(step),
      found: exactText(value),
    });
  }
  return { units: steps.numerator, step };
}

/**
 * What an amount is worth, exactly.
 *
 * @example
 * amountValue(amount("100.05", "0.05")) //=> exact("100.05")
 */
export function amountValue({ units, step }: Amount): Fraction {
  return fraction(units * step.numerator, step.denominator);
}

/**
 * The double nearest to an amount, for a cell.
 *
 * @example
 * amountNumber(amount("33.33", "0.01")) //=> 33.33
 */
export function amountNumber(value: Amount): number {
  return toNumber(amountValue(value));
}

/**
 * An amount as text, with the decimals of its step.
 *
 * @example
 * amountText(amount("100", "0.01")) //=> "100.00"
 * amountText(amount("-2.5", "0.05")) //=> "-2.50"
 */
export function amountText(value: Amount): string {
  const decimals = decimalsOf(value.step);
  return decimals === undefined ? exactText(amountValue(value)) : decimalText(amountValue(value), decimals);
}
