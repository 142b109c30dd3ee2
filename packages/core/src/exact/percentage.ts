import { CalculationError } from "../errors.ts";
import { decimalText } from "./decimal.ts";
import { fraction } from "./fraction.ts";
import { round } from "./rounding.ts";

/** The most decimals a percentage is written with. */
const mostDecimals = 15;

/** Two whole numbers and how many decimals their percentage is to show. */
export interface PercentageInput {
  /** The part; 0 or more. */
  readonly numerator: bigint;
  /** The whole; above 0. */
  readonly denominator: bigint;
  /** Decimals of the percentage, from 0 to 15. */
  readonly decimals: number;
}

/**
 * A share as a percentage that never says "all" or "none" when it is only nearly so.
 *
 * Ordinary rounding, half away from zero, with exactly the decimals asked for; only where it would reach 0 or 100, or
 * fall back to 100 from above, the nearest printable value on the true side is shown instead.
 *
 * **Units.** The result is per cent, with its sign. `decimals` counts decimals of the percentage, 0 to 15.
 *
 * **Errors.** `divisionByZero` for a denominator of zero; `outOfRange` for numbers that cannot be.
 *
 * @throws CalculationError `divisionByZero` for a denominator of zero
 * @throws CalculationError `outOfRange` for a part or whole below 0, or decimals outside 0 to 15
 *
 * @example
 * percentageText({ numerator: 6015n, denominator: 6573n, decimals: 1 }) //=> "91.5%"
 * percentageText({ numerator: 1999n, denominator: 2000n, decimals: 1 }) //=> "99.9%"
 * percentageText({ numerator: 1n, denominator: 2001n, decimals: 1 }) //=> "0.1%"
 * percentageText({ numerator: 100001n, denominator: 100000n, decimals: 1 }) //=> "100.1%"
 * percentageText({ numerator: 5n, denominator: 5n, decimals: 1 }) //=> "100.0%"
 */
export function percentageText({ numerator, denominator, decimals }: PercentageInput): string {
  if (denominator === 0n) {
    throw new CalculationError("percentageText", "divisionByZero", { name: "denominator" });
  }
  if (numerator < 0n || denominator < 0n) {
    throw new CalculationError("percentageText", "outOfRange", {
      name: numerator < 0n ? "numerator" : "denominator",
      requirement: "0 or more",
      found: String(numerator < 0n ? numerator : denominator),
    });
  }
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals) {
    throw new CalculationError("percentageText", "outOfRange", {
      name: "decimals",
      requirement: `a whole number from 0 to ${mostDecimals}`,
      found: String(decimals),
    });
  }
  const scale = 10n ** BigInt(decimals);
  const all = 100n * scale;
  const nearest = round(fraction(numerator * all, denominator), "half-away-from-zero");
  return `${decimalText(fraction(trueSide({ numerator, denominator, nearest, all }), scale), decimals)}%`;
}

/** The nearest printable value that stays on the same side of nothing and of all as the share itself. */
function trueSide({
  numerator,
  denominator,
  nearest,
  all,
}: {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly nearest: bigint;
  readonly all: bigint;
}): bigint {
  if (numerator === 0n || numerator === denominator) return nearest;
  if (nearest === 0n) return 1n;
  if (nearest === all) return numerator < denominator ? all - 1n : all + 1n;
  return nearest;
}
