import { type Amount, amountOf, amountText } from "../exact/amount.ts";
import { exactText } from "../exact/decimal.ts";
import { compareFractions, type Fraction, fraction, minus, over, plus } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { CalculationError } from "../errors.ts";
import { type Tie, tieAtCut } from "./tie.ts";

/** The values of a column, the step they are rounded to, and what they are to add up to. */
export interface RoundToTotalInput {
  /** The values; may be negative. */
  readonly values: readonly Fraction[];
  /** The step: 0.1 for one decimal, 1000 for thousands; above zero. */
  readonly step: Fraction;
  /** What the rounded values add up to; the column's own sum, rounded half away from zero, unless told. */
  readonly total?: Fraction | undefined;
}

/** The rounded column. */
export interface RoundedColumn {
  /** One rounded value a row; together exactly the total. */
  readonly values: readonly Amount[];
  /** What they add up to. */
  readonly total: Amount;
  /** Rows whose claim to the last step up was equal; none where nothing was tied. */
  readonly ties: readonly Tie[];
}

/**
 * Rounds a column so that the rounded values add up to the rounded total.
 *
 * Every value goes to its step below or above; those with the largest remainders go up until the total is met. The one
 * surprise: a value may go up though ordinary rounding would take it down, or the other way round, because the column
 * must add up. Values on a step stay there. Ties go to the earlier row and are reported.
 *
 * **Units.** Values, step and total are in one unit.
 *
 * **Errors.** `emptyInput` without values; `outOfRange` for a step that is not above zero, or a total that would need a
 * value beyond its next step; `notWholeSteps` for a total between two steps.
 *
 * **Source.** L. H. Cox and L. R. Ernst, Controlled Rounding, INFOR 20 (1982), for one column.
 *
 * @throws CalculationError `emptyInput` without values
 * @throws CalculationError `outOfRange` for a step that is not above zero, or a total out of reach
 * @throws CalculationError `notWholeSteps` for a total between two steps
 *
 * @example
 * const thirds = [1n, 1n, 1n].map((part) => fraction(part * 100n, 3n));
 * roundToTotal({ values: thirds, step: exact("0.1") }).values.map(amountText) //=> ["33.4", "33.3", "33.3"]
 * roundToTotal({ values: thirds, step: exact(1), total: exact(99) }).values.map(amountText) //=> ["33", "33", "33"]
 * roundToTotal({ values: thirds, step: exact(1), total: exact(110) }) //=> throws outOfRange
 */
export function roundToTotal({ values, step, total: asked }: RoundToTotalInput): RoundedColumn {
  if (values.length === 0) throw new CalculationError("roundToTotal", "emptyInput", { name: "values" });
  const total = totalOf(values, step, asked);
  const exacts = values.map((value) => over(value, step));
  const floors = exacts.map((value) => round(value, "floor"));
  const remainders = exacts.map((value, row) => minus(value, fraction(floors[row] ?? 0n)));
  const compareRows = (row: number, other: number): number =>
    compareFractions(remainders[row] ?? zero, remainders[other] ?? zero);
  // Sorting keeps the order of equals: the earlier row comes first.
  const queue = remainders
    .flatMap(({ numerator }, row) => (numerator === 0n ? [] : [row]))
    .sort((row, other) => compareRows(other, row));
  const least = floors.reduce((sum, value) => sum + value, 0n);
  const up = total.units - least;
  if (up < 0n || up > BigInt(queue.length)) {
    const text = (units: bigint): string => amountText({ units, step });
    throw new CalculationError("roundToTotal", "outOfRange", {
      name: "total",
      requirement: `from ${text(least)} to ${text(least + BigInt(queue.length))}, what the values can reach`,
      found: text(total.units),
    });
  }
  const rounded = [...floors];
  for (const row of queue.slice(0, Number(up))) rounded[row] = (rounded[row] ?? 0n) + 1n;
  return {
    values: rounded.map((units) => ({ units, step })),
    total,
    ties: tieAtCut(queue, Number(up), (row, other) => compareRows(row, other) === 0),
  };
}

const zero = fraction(0n);

function totalOf(values: readonly Fraction[], step: Fraction, asked: Fraction | undefined): Amount {
  if (asked !== undefined) return amountOf(asked, step, "total");
  if (step.numerator <= 0n) {
    const found = exactText(step);
    throw new CalculationError("roundToTotal", "outOfRange", {
      name: "step",
      requirement: "above zero",
      found,
    });
  }
  return { units: round(over(values.reduce(plus), step), "half-away-from-zero"), step };
}
