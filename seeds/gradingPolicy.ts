import type { GradingPolicy } from "@tallykit/core";
import { GradingPolicyModel } from "@tallykit/core/models";

import data from "./gradingPolicy.json" with { type: "json" };

/** A language that the policy's names are in. */
type Language = keyof typeof data.name;

/**
 * An example of a grading policy for organisations, with its names in one language.
 *
 * The dimensions, stars and rungs are those of a published review; its weights, bounds and shares were not printed, so
 * every number here is a placeholder.
 */
export function gradingPolicy(language: Language): GradingPolicy {
  const named = <Item extends { readonly name: Readonly<Record<Language, string>> }>(
    items: readonly Item[],
  ): (Omit<Item, "name"> & { name: string })[] =>
    items.map(({ name, ...item }) => ({ ...item, name: name[language] }));
  return GradingPolicyModel.parse({
    name: data.name[language],
    dimensions: named(data.dimensions),
    bands: named(data.bands),
    tiers: named(data.tiers),
  });
}
