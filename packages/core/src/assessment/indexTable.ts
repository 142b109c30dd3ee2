import { CalculationError } from "../errors.ts";
import type { Fraction } from "../exact/fraction.ts";
import { wholeWeights } from "../exact/weight.ts";
import type { IndexItem, PlacedItem } from "./normalisedItems.ts";

/** The values of each unit, and the items that they are values of. */
export interface IndexTable {
  /** One row a unit, one value an item; `undefined` where it is missing. */
  readonly values: readonly (readonly (Fraction | undefined)[])[];
  /** The items, in the order of the values. */
  readonly items: readonly IndexItem[];
}

/** An item with its values and its weight. */
export interface WeighedItem extends PlacedItem {
  /** Its weight as a whole number, in the ratio of the weights. */
  readonly weight: bigint;
}

/** The items of a table with their values and weights; refuses what is no table, and weights that are all 0. */
export function weighedItems(calculator: string, { values, items }: IndexTable): WeighedItem[] {
  if (items.length === 0) throw new CalculationError(calculator, "emptyInput", { name: "items" });
  if (values.length === 0) throw new CalculationError(calculator, "emptyInput", { name: "values" });
  const wrong = values.findIndex((row) => row.length !== items.length);
  if (wrong >= 0) {
    throw new CalculationError(calculator, "invalidValue", {
      name: `row ${wrong + 1} of values`,
      requirement: `one value for each of the ${items.length} items`,
      found: String(values[wrong]?.length),
    });
  }
  const weights = wholeWeights(items.map(({ weight }) => weight));
  if (weights.every((weight) => weight === 0n))
    throw new CalculationError(calculator, "allZero", { name: "weights" });
  return items.map((item, place) => ({
    place,
    item,
    weight: weights[place] ?? 0n,
    values: values.map((row) => row[place]),
  }));
}
