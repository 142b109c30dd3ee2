import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, greatestCommonDivisor, plus, toNumber } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import type { RoundingPlace } from "./growthPath.ts";
import { finishing, type GrowthRounding, roundingRules } from "./growthRounding.ts";
import { outOfRange, tooLarge } from "./outOfRange.ts";

/** A base and a rate for each period. */
export interface GrowthStepsInput {
  /** The value to grow from; 0 or more. */
  readonly base: Fraction;
  /** The growth of each period as a fraction of one, in order; each -1 or more. */
  readonly rates: readonly Fraction[];
  /** How values become whole; none if not said. */
  readonly rounding?: GrowthRounding | undefined;
  /** Where they do; end if not said. */
  readonly place?: RoundingPlace | undefined;
}

/**
 * Every value of a path with a rate of its own for each period, the base first.
 *
 * A step table: 20 % for two years and 10 % after them is the rates 0.2, 0.2, 0.1, ... Each value is the one before
 * times one plus its rate, exact until it is rounded; with equal rates it is `growthPath`. The base is never rounded.
 *
 * **Units.** Values are in the unit of the base; 0.2 means 20 % in that period. At most 5,000 periods, since exact
 * values grow longer with every rate.
 *
 * **Errors.** `outOfRange` for a base below 0, a rate below -1, too many periods, or a value beyond the largest double.
 *
 * **Source.** Accumulation at varying rates, S = P(1 + i1)(1 + i2)...(1 + in), e.g. S. G. Kellison, The Theory of
 * Interest, chapter 1; spreadsheets call it FVSCHEDULE.
 *
 * @throws CalculationError `outOfRange` when the base is below 0 or a rate below -1
 * @throws CalculationError `outOfRange` when there are more than 5,000 periods, or a value is beyond the largest double
 *
 * @example
 * const rates = [exact("0.2"), exact("0.2"), exact("0.1")];
 * growthSteps({ base: exact(650), rates }) //=> [650, 780, 936, 1029.6]
 * growthSteps({ base: exact(650), rates, rounding: "up" }) //=> [650, 780, 936, 1030]
 * growthSteps({ base: exact(650), rates: [exact(-2)] }) //=> throws outOfRange
 */
export function growthSteps({
  base,
  rates,
  rounding = "none",
  place = "end",
}: GrowthStepsInput): readonly number[] {
  checkInput(base, rates);
  const finish = finishing(rounding);
  const roundsEach = place === "each" && rounding !== "none";
  let value = base;
  const values = rates.map((rate, index) => {
    const grown = grownBy(value, plus(rate, fraction(1n)));
    value = roundsEach ? fraction(round(grown, roundingRules[rounding])) : grown;
    return finite(finish(value), `the value of period ${index + 1}`);
  });
  return [finite(toNumber(base), "base"), ...values];
}

/** The product in lowest terms: only the new factor can shorten the value, so the long numbers are never compared. */
function grownBy(value: Fraction, factor: Fraction): Fraction {
  const left = greatestCommonDivisor(value.numerator, factor.denominator);
  const right = greatestCommonDivisor(factor.numerator, value.denominator);
  return {
    numerator: (value.numerator / left) * (factor.numerator / right),
    denominator: (value.denominator / right) * (factor.denominator / left),
  };
}

/** A rate with fifteen digits makes the exact value 50 bits longer; 5,000 such rates still take but a second or two. */
const mostRates = 5_000;

function checkInput(base: Fraction, rates: readonly Fraction[]): void {
  if (base.numerator < 0n) throw outOfRange("growthSteps", "base", "0 or more", exactText(base));
  if (rates.length > mostRates) {
    throw outOfRange("growthSteps", "rates", `at most ${mostRates} periods`, String(rates.length));
  }
  for (const [index, rate] of rates.entries()) {
    if (rate.numerator >= -rate.denominator) continue;
    throw outOfRange("growthSteps", `the rate of period ${index + 1}`, "-1 or more", exactText(rate));
  }
}

function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw tooLarge("growthSteps", name);
  return value;
}
