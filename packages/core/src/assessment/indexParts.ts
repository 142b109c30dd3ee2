import { CalculationError } from "../errors.ts";
import type { WeighedItem } from "./indexTable.ts";

/** A part of an index. */
export interface IndexPart {
  /** Its name. */
  readonly name: string;
  /** The sum of its items' weights. */
  readonly weight: bigint;
}

/** The parts that items belong to, in order of first appearance; none where no item names one. */
export function indexParts(calculator: string, items: readonly WeighedItem[]): IndexPart[] {
  const weights = new Map<string, bigint>();
  let named = 0;
  for (const { item, weight } of items) {
    if (item.part === undefined) continue;
    named += 1;
    weights.set(item.part, (weights.get(item.part) ?? 0n) + weight);
  }
  if (named > 0 && named < items.length) {
    const found = `${named} names for ${items.length} items`;
    throw new CalculationError(calculator, "invalidValue", {
      name: "part",
      requirement: "a name for every item, or for none",
      found,
    });
  }
  return Array.from(weights, ([name, weight]) => {
    if (weight === 0n)
      throw new CalculationError(calculator, "allZero", { name: `the weights of part ${name}` });
    return { name, weight };
  });
}
