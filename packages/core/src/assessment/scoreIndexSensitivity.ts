import { CalculationError } from "../errors.ts";
import { compareFractions, type Fraction, fraction, minus, over, times } from "../exact/fraction.ts";
import { firstChange, type FirstChange, firstOf } from "./firstChange.ts";
import { type IndexTable, type WeighedItem, weighedItems } from "./indexTable.ts";
import { type IndexNormalisation, normalisedItems } from "./normalisedItems.ts";
import { wholeNumbers } from "./wholeNumbers.ts";

/** Units with their values, the items, and how an arithmetic index is made of them. */
export interface ScoreIndexSensitivityInput extends IndexTable {
  /** How the items are brought to one scale; `min-max` unless given. */
  readonly normalise?: IndexNormalisation | undefined;
}

/** The weight at which another unit comes level with the first. */
export interface WeightBreakpoint {
  /** The item's share of all weights there. */
  readonly share: Fraction;
  /** The item's weight there, the other weights left as they are. */
  readonly weight: Fraction;
  /** How far the share has moved; never negative. */
  readonly move: Fraction;
  /** Who has the first place beyond it, by their places from 0; several where they stay level. */
  readonly units: readonly number[];
}

/** How far the weight of one item can move before the first place changes. */
export interface ItemSensitivity {
  /** The item's share of all weights. */
  readonly share: Fraction;
  /** Where a lower weight changes the first place; `undefined` where none does. */
  readonly lower: WeightBreakpoint | undefined;
  /** Where a higher weight does; `undefined` where none does. */
  readonly higher: WeightBreakpoint | undefined;
}

/** How safe the first place is from a change of the weights. */
export interface ScoreIndexSensitivity {
  /** The first unit by its place from 0; several where they are level. */
  readonly first: readonly number[];
  /** One an item, in the order given. */
  readonly items: readonly ItemSensitivity[];
  /** The smallest move of any one share that changes the first place; `undefined` where none does. */
  readonly smallestMove: Fraction | undefined;
}

/**
 * How far each weight must move, the others in proportion, to change who is first.
 *
 * With an arithmetic mean the index of a unit is a straight line in the share of one weight, so the point at which
 * another unit comes level is exact: there both are first, beyond it the other alone. Parts make no difference to such an
 * index. The one surprise: units that share the first place now are parted by the smallest change, a move of 0. Units are
 * organisations.
 *
 * **Units.** Shares and moves are fractions of one; a weight is on the scale of the weights given. All are exact, but for
 * `z`, of which roots are cut after some 50 digits.
 *
 * **Errors.** `missingValue` where a value is missing; an item of weight 0 is looked at too, since its weight may rise.
 *
 * **Source.** Triantaphyllou and Sánchez, A sensitivity analysis approach for some deterministic multi-criteria
 * decision-making methods, Decision Sciences 28 (1997): the most critical criterion.
 *
 * @throws CalculationError `emptyInput` without units or items
 * @throws CalculationError `missingValue` where a value is missing
 * @throws CalculationError `allZero` where no item has a weight
 * @throws CalculationError `invalidValue` for rows of another length, or goalposts that are wanted and not given
 * @throws CalculationError `outOfRange` for goalposts of which the low one is not the lower
 * @throws CalculationError `conflict` for an item with fewer than two different values under `min-max`, `z` or `rank`
 *
 * @example
 * const items = [{ weight: weight(1) }, { weight: weight(1) }]
 * const values = [[exact(8), exact(4)], [exact(2), exact(7)]]
 * const { first, items: moves, smallestMove } = scoreIndexSensitivity({ values, items, normalise: "none" })
 * first //=> [0]
 * moves[0]?.lower //=> { share: fraction(1n, 3n), weight: fraction(1n, 2n), move: fraction(1n, 6n), units: [1] }
 * moves[0]?.higher //=> undefined
 * smallestMove //=> fraction(1n, 6n)
 */
export function scoreIndexSensitivity(input: ScoreIndexSensitivityInput): ScoreIndexSensitivity {
  const calculator = "scoreIndexSensitivity";
  const items = weighedItems(calculator, input);
  const row = input.values.findIndex((each) => each.includes(undefined)) + 1;
  if (row > 0) throw new CalculationError(calculator, "missingValue", { name: "values", row });
  const scales = normalisedItems({ calculator, items, normalise: input.normalise ?? "min-max" });
  const whole = wholeNumbers(scales.flat()).map((value = 0n) => value);
  const table = scaledTable(items, whole, input.values.length);
  const sensitivities = items.map((item) => itemSensitivity(item, table));
  const [smallestMove] = sensitivities
    .flatMap(({ lower, higher }) => [lower, higher])
    .flatMap((point) => (point === undefined ? [] : [point.move]))
    .sort(compareFractions);
  return { first: firstOf(table.scores), items: sensitivities, smallestMove };
}

/** All values as whole numbers on one scale, and what they come to. */
interface ScaledTable {
  /** The value of a unit for an item. */
  readonly valueOf: (unit: number, place: number) => bigint;
  /** The sum of weights times values of each unit. */
  readonly scores: readonly bigint[];
  /** The sum of the weights. */
  readonly total: bigint;
  /** What a weight of 1 among the whole ones is on the scale of the weights given. */
  readonly scale: Fraction;
}

function scaledTable(items: readonly WeighedItem[], whole: readonly bigint[], units: number): ScaledTable {
  const valueOf = (unit: number, place: number): bigint => whole[place * units + unit] ?? 0n;
  const scores = Array.from({ length: units }, (_, unit) =>
    items.reduce((sum, { weight, place }) => sum + weight * valueOf(unit, place), 0n),
  );
  const total = items.reduce((sum, { weight }) => sum + weight, 0n);
  const given = items.find(({ weight }) => weight > 0n);
  const scale = given === undefined ? fraction(1n) : over(given.item.weight, fraction(given.weight));
  return { valueOf, scores, total, scale };
}

function itemSensitivity({ place, weight }: WeighedItem, table: ScaledTable): ItemSensitivity {
  const { valueOf, scores, total, scale } = table;
  const share = fraction(weight, total);
  const others = total - weight;
  const breakpoint = (change: FirstChange | undefined, end: Fraction): WeightBreakpoint | undefined => {
    if (change === undefined) return undefined;
    const move = times(change.way, minus(end, share));
    const moved = fraction(
      share.numerator * move.denominator + move.numerator * share.denominator,
      share.denominator * move.denominator,
    );
    const odds = over(moved, minus(fraction(1n), moved));
    return {
      share: moved,
      weight: times(times(odds, fraction(others)), scale),
      move: move.numerator < 0n ? minus(fraction(0n), move) : move,
      units: change.units,
    };
  };
  // Without other weights there is nothing to keep in proportion, and nothing moves.
  const lines = (end: (score: bigint, value: bigint) => bigint, now: bigint) =>
    others === 0n
      ? []
      : scores.map((score, unit) => ({ now: score * now, end: end(score, valueOf(unit, place)) }));
  const alone = lines((_, value) => value * total, 1n);
  const without = lines((score, value) => (score - weight * value) * total, others);
  return {
    share,
    lower: breakpoint(firstChange(without), fraction(0n)),
    higher: breakpoint(firstChange(alone), fraction(1n)),
  };
}
