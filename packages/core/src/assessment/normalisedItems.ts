import { CalculationError } from "../errors.ts";
import { exactText } from "../exact/decimal.ts";
import { compareFractions, type Fraction } from "../exact/fraction.ts";
import type { Weight } from "../exact/weight.ts";
import { standardScores } from "./standardScores.ts";
import { wholeNumbers } from "./wholeNumbers.ts";

/** How the items of an index are brought to one scale; the first is the usual one. */
export type IndexNormalisation = "min-max" | "z" | "rank" | "goalposts" | "none";

/** Two fixed points of an item's scale: what counts as 0, and what counts as 1. */
export interface Goalposts {
  /** The value that counts as 0, as does any below. */
  readonly low: Fraction;
  /** The value that counts as 1, as does any above; above the low one. */
  readonly high: Fraction;
}

/** One item of an index: what it counts, and how its values are to be read. */
export interface IndexItem {
  /** What the item counts; only the ratio to the others matters, and 0 leaves the item out. */
  readonly weight: Weight;
  /** 1 where more is better, which is the usual; -1 where less is. */
  readonly direction?: 1 | -1 | undefined;
  /** The fixed points of its scale; needed to normalise by goalposts. */
  readonly goalposts?: Goalposts | undefined;
  /** The part of the index, with a sub-index of its own, that the item belongs to. */
  readonly part?: string | undefined;
}

/** The values of one item, a unit each; `undefined` where one is missing. */
export type ItemValues = readonly (Fraction | undefined)[];

/** An item with its values. */
export interface PlacedItem {
  /** Its place in the input, from 0. */
  readonly place: number;
  /** What it counts, and how its values are to be read. */
  readonly item: IndexItem;
  /** Its values. */
  readonly values: ItemValues;
}

/** Items and how they are brought to one scale. */
export interface NormalisedItemsInput {
  /** Who asks, for the error. */
  readonly calculator: string;
  /** The items. */
  readonly items: readonly PlacedItem[];
  /** How. */
  readonly normalise: IndexNormalisation;
}

/** The values of items on one scale on which more is better; what is missing stays missing. Not in lowest terms. */
export function normalisedItems({ calculator, items, normalise }: NormalisedItemsInput): ItemValues[] {
  if (normalise === "none") return items.map(upward);
  if (normalise === "goalposts") {
    return items.map((item) => betweenGoalposts(upward(item), upwardGoalposts(calculator, item)));
  }
  const columns = items.map((item) => {
    const numbers = wholeNumbers(upward(item));
    requireDifferent(calculator, numbers, `item ${item.place + 1} to normalise it by ${normalise}`);
    return numbers;
  });
  if (normalise === "z") return standardScores(columns);
  return columns.map(normalise === "rank" ? ranks : shares);
}

function upward({ item, values }: PlacedItem): ItemValues {
  return item.direction === -1 ? values.map((value) => value && opposite(value)) : values;
}

function opposite({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}

function requireDifferent(
  calculator: string,
  values: readonly (bigint | undefined)[],
  purpose: string,
): void {
  const first = values.find((value) => value !== undefined);
  if (values.some((value) => value !== undefined && value !== first)) return;
  const requirement = `at least two different values in ${purpose}`;
  throw new CalculationError(calculator, "conflict", { requirement });
}

/** Min-max: 0 for the lowest, 1 for the highest. */
function shares(values: readonly (bigint | undefined)[]): ItemValues {
  const present = values.filter((value) => value !== undefined);
  const [low, high] = present.reduce(
    ([lowest, highest], value) => [value < lowest ? value : lowest, value > highest ? value : highest],
    [present[0] ?? 0n, present[0] ?? 0n],
  );
  return values.map((value) =>
    value === undefined ? undefined : { numerator: value - low, denominator: high - low },
  );
}

/** (n - average rank)/(n - 1), counted from below: twice the units beaten, and one for each other unit level. */
function ranks(values: readonly (bigint | undefined)[]): ItemValues {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const points = new Map<bigint, bigint>();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    points.set(sorted[start] ?? 0n, BigInt(start + end - 1));
  }
  const denominator = 2n * BigInt(sorted.length - 1);
  return values.map((value) =>
    value === undefined ? undefined : { numerator: points.get(value) ?? 0n, denominator },
  );
}

function upwardGoalposts(calculator: string, { item, place }: PlacedItem): Goalposts {
  const { goalposts, direction } = item;
  const name = `the goalposts of item ${place + 1}`;
  if (goalposts === undefined) {
    const requirement = "a low value and a high one";
    throw new CalculationError(calculator, "invalidValue", { name, requirement, found: "none" });
  }
  const { low, high } = goalposts;
  if (compareFractions(low, high) >= 0) {
    const requirement = "a low value below the high one";
    const found = `${exactText(low)} and ${exactText(high)}`;
    throw new CalculationError(calculator, "outOfRange", { name, requirement, found });
  }
  return direction === -1 ? { low: opposite(high), high: opposite(low) } : goalposts;
}

function betweenGoalposts(values: ItemValues, { low, high }: Goalposts): ItemValues {
  const [bottom = 0n, top = 1n, ...rest] = wholeNumbers([low, high, ...values]);
  const denominator = top - bottom;
  return rest.map((value) => {
    if (value === undefined) return undefined;
    const numerator = value < bottom ? 0n : value > top ? denominator : value - bottom;
    return { numerator, denominator };
  });
}
