import { CalculationError } from "../errors.ts";
import { exactText } from "../exact/decimal.ts";
import { type Fraction, fraction, over, plus, times } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { type Weight, weightOf, wholeWeights } from "../exact/weight.ts";
import { sum } from "./boundedShares.ts";

/** A weight that a row might have had, and what would then have come of it. */
export interface TurningWeight<Part> {
  /** The weight at which the row's part is another. */
  readonly weight: Fraction;
  /** That weight less the one it has. */
  readonly change: Fraction;
  /** What the row would have got. */
  readonly part: Part;
}

/** How near a row stands to another part; every other row keeping its weight. */
export interface Margin<Part> {
  /** The nearest larger weight that brings it more; none where no weight would. */
  readonly more: TurningWeight<Part> | undefined;
  /** The nearest smaller weight that brings it less; none where no weight would. */
  readonly less: TurningWeight<Part> | undefined;
  /** What changes were counted in: unless told, 1 where all weights are whole, 0.01 where one has two decimals. */
  readonly unit: Fraction;
  /**
   * Whether no nearer weight would do. By `quota`, `droop`, `hagenbach-bischoff`, and by `largest-remainder` with bounds, a
   * row may lose by growing, and with a threshold and bounds some weights between are refused: there, too, the weight given
   * turns the part and one unit less does not, but a nearer one may.
   */
  readonly isNearest: boolean;
}

/** A row of a column of weights, and what it gets with any column. */
interface Standing<Part> {
  readonly calculator: string;
  readonly weights: readonly Weight[];
  readonly row: number;
  /** A multiple of all weight, which it would be idle to go beyond. */
  readonly mostTimes: bigint;
  /** What changes are counted in; the unit of the weights unless told. */
  readonly unit?: Fraction | undefined;
  readonly isNearest: boolean;
  readonly partWith: (weights: readonly Weight[]) => Part;
  readonly sizeOf: (part: Part) => bigint;
}

/** Finds how near a row stands to another part, by making the split anew with other weights. */
export function marginOf<Part>(standing: Standing<Part>): Margin<Part> {
  requireStanding(standing);
  const { weights, row, mostTimes, isNearest, sizeOf } = standing;
  const whole = wholeWeights(weights);
  const wholeUnit = unitOf(weights, whole);
  const unit = standing.unit ?? wholeUnit;
  const has = weights[row] ?? fraction(0n);
  const now = sizeOf(standing.partWith(weights));
  const partAt = partAfter(standing, { whole, unit: over(unit, wholeUnit) });
  const turning = (direction: bigint, most: bigint): TurningWeight<Part> | undefined => {
    const partAway = (units: bigint): Part | undefined => partAt(direction * units);
    const isTurned = (units: bigint): boolean => {
      const part = partAway(units);
      return part !== undefined && direction * (sizeOf(part) - now) > 0n;
    };
    const end = lastAnswered(most, (units) => partAway(units) !== undefined);
    const units = nearestTurn(end, isTurned);
    if (units === undefined) return undefined;
    const part = partAway(units);
    if (part === undefined) return undefined;
    const change = times(unit, fraction(direction * units));
    return { weight: plus(has, change), change, part };
  };
  const mostWeight = over(times(wholeUnit, fraction(mostTimes * (sum(whole) + 1n))), unit);
  return {
    more: turning(1n, round(mostWeight, "ceiling")),
    less: turning(-1n, round(over(has, unit), "floor")),
    unit,
    isNearest,
  };
}

function requireStanding({
  calculator,
  weights,
  row,
  unit,
}: Omit<Standing<unknown>, "partWith" | "sizeOf">): void {
  if (unit !== undefined && unit.numerator <= 0n) {
    const details = { name: "unit", requirement: "above zero", found: exactText(unit) };
    throw new CalculationError(calculator, "outOfRange", details);
  }
  if (weights.length === 0 || (Number.isInteger(row) && row >= 0 && row < weights.length)) return;
  const requirement = `the place of a row, from 0 to ${weights.length - 1}`;
  throw new CalculationError(calculator, "outOfRange", { name: "row", requirement, found: String(row) });
}

/** What one of the whole weights is worth in the weights given; 1 where all are zero. */
function unitOf(weights: readonly Weight[], whole: readonly bigint[]): Fraction {
  const row = whole.findIndex((value) => value > 0n);
  const [weight = fraction(1n), value = 1n] = [weights[row], whole[row]];
  return over(weight, fraction(value));
}

/** What the row gets when so many units are added to its weight; the other weights whole. */
function partAfter<Part>(
  { weights, row, partWith }: Standing<Part>,
  { whole, unit }: { readonly whole: readonly bigint[]; readonly unit: Fraction },
): (units: bigint) => Part | undefined {
  const column = weights.map((_, place) => weightOf(fraction(whole[place] ?? 0n)));
  const has = fraction(whole[row] ?? 0n);
  const known = new Map<bigint, Part | undefined>();
  return (units) => {
    if (!known.has(units)) {
      column[row] = weightOf(plus(has, times(unit, fraction(units))));
      known.set(
        units,
        unlessRefused(() => partWith(column)),
      );
    }
    return known.get(units);
  };
}

/** A split that another weight makes impossible turns nothing. */
function unlessRefused<Part>(part: () => Part): Part | undefined {
  try {
    return part();
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

/** The end, or where a split is impossible there, the last number of units on the way to it with which one is possible. */
function lastAnswered(end: bigint, isAnswered: (units: bigint) => boolean): bigint {
  if (isAnswered(end)) return end;
  let [answered, refused] = [0n, end];
  while (refused - answered > 1n) {
    const middle = (answered + refused) / 2n;
    if (isAnswered(middle)) answered = middle;
    else refused = middle;
  }
  return answered;
}

/** The nearest number of units, from none to the end, at which something has turned: doubling strides, then halving. */
function nearestTurn(end: bigint, isTurned: (units: bigint) => boolean): bigint | undefined {
  if (!isTurned(end)) return undefined;
  let [before, turned] = [0n, 1n];
  while (!isTurned(turned)) {
    before = turned;
    turned *= 2n;
    if (turned > end) turned = end;
  }
  while (turned - before > 1n) {
    const middle = (before + turned) / 2n;
    if (isTurned(middle)) turned = middle;
    else before = middle;
  }
  return turned;
}
