import { indexParts } from "./indexParts.ts";
import { type IndexTable, weighedItems } from "./indexTable.ts";
import type { IndexAggregation } from "./means.ts";
import { type IndexNormalisation, normalisedItems } from "./normalisedItems.ts";
import type { MissingScoreRule } from "./scoreWeighted.ts";
import { type UnitIndex, unitIndex } from "./unitIndex.ts";

/** Units with their values, the items, and how an index is made of them. */
export interface ScoreIndexInput extends IndexTable {
  /** How the items are brought to one scale; `min-max` unless given. */
  readonly normalise?: IndexNormalisation | undefined;
  /** How they are put together; `arithmetic` unless given. */
  readonly aggregate?: IndexAggregation | undefined;
  /** What becomes of a unit with a missing value; `error`, no index, unless given. */
  readonly missing?: MissingScoreRule | undefined;
}

/** The index of every unit. */
export interface ScoreIndex {
  /** The parts in order of first appearance. */
  readonly parts: readonly string[];
  /** One a unit, in the order given. */
  readonly units: readonly UnitIndex[];
}

/**
 * The composite index of each unit: items brought to one scale, weighted, put together.
 *
 * Each item is normalised over the units that have a value (`min-max`; `z`, by the sample deviation; `rank`,
 * (n - average rank)/(n - 1); `goalposts`, clipped; `none`) and then averaged with its weight (`arithmetic`, `geometric`,
 * `harmonic`). With parts, each has a sub-index, and the index is the same mean of those by the sums of their weights.
 * The one surprise: min-max makes the lowest value 0, and with a 0 there is no geometric or harmonic mean; use
 * goalposts. A value missing as `zero` is 0 on the common scale: the worst, but with `z` the average. An item of weight
 * 0 is not looked at. Units are organisations: nothing here grades a person.
 *
 * **Units.** 0 to 1 for `min-max`, `rank` and `goalposts`; standard deviations for `z`; as given for `none`. The nearest
 * double to the exact index, also where roots make it irrational.
 *
 * **Errors.** `conflict` where an item that takes its scale from the values does not tell units apart; the rest below.
 *
 * **Source.** OECD and European Commission Joint Research Centre, Handbook on Constructing Composite Indicators (2008),
 * steps 5 and 6; United Nations Development Programme, Human Development Report 2015, technical note 1 (goalposts).
 *
 * @throws CalculationError `emptyInput` without units or items
 * @throws CalculationError `allZero` where no item, or no item of a part, has a weight
 * @throws CalculationError `invalidValue` for rows of another length, goalposts that are wanted and not given, or part
 * names for some of the items only
 * @throws CalculationError `outOfRange` for goalposts of which the low one is not the lower, or an index beyond the
 * largest double
 * @throws CalculationError `conflict` for an item with fewer than two different values under `min-max`, `z` or `rank`
 *
 * @example
 * const items = [{ weight: weight(2) }, { weight: weight(1), direction: -1 as const }]
 * const values = [[exact(10), exact(5)], [exact(20), exact(9)], [exact(15), exact(6)]]
 * scoreIndex({ values, items }).units.map(({ value }) => value) //=> [1 / 3, 2 / 3, 7 / 12]
 * scoreIndex({ values, items, normalise: "none", aggregate: "geometric" }).units[0]?.status //=> "not positive"
 * scoreIndex({ values: values.slice(1, 2), items }) //=> throws conflict
 */
export function scoreIndex(input: ScoreIndexInput): ScoreIndex {
  const { normalise = "min-max", aggregate = "arithmetic", missing = "error" } = input;
  const weighed = weighedItems("scoreIndex", input);
  const parts = indexParts("scoreIndex", weighed);
  const items = weighed.filter(({ weight }) => weight > 0n);
  const scales = normalisedItems({ calculator: "scoreIndex", items, normalise });
  const methods = { aggregate, missing };
  const units = input.values.map((_, unit) => {
    const read = items.map(({ place, weight, item: { part } }, index) => ({
      place,
      weight,
      part,
      value: scales[index]?.[unit],
    }));
    return unitIndex(parts, read, methods);
  });
  return { parts: parts.map(({ name }) => name), units };
}
