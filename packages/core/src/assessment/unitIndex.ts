import { CalculationError } from "../errors.ts";
import { type Fraction, toNumber } from "../exact/fraction.ts";
import type { IndexPart } from "./indexParts.ts";
import { type IndexAggregation, weightedMean } from "./means.ts";
import type { MissingScoreRule } from "./scoreWeighted.ts";

/** Why a unit has no index: a value is missing, or not above zero where a product or a reciprocal needs it to be. */
export type IndexStatus = "ok" | "missing" | "not positive";

/** An index or a sub-index of one unit. */
export interface IndexValue {
  /** The index; `undefined` where there is none. */
  readonly value: number | undefined;
  /** Whether there is one, or why not. */
  readonly status: IndexStatus;
  /** The first item that stands in the way, by its place from 0. */
  readonly item?: number;
}

/** The index of one unit. */
export interface UnitIndex extends IndexValue {
  /** A sub-index for each part; none where the items have no parts. */
  readonly parts: readonly IndexValue[];
  /** The share of the weight on items of which the unit has a value. */
  readonly completeness: number;
}

/** How the values of a unit are put together, and what becomes of one that is missing. */
export interface UnitIndexMethods {
  /** How they are put together. */
  readonly aggregate: IndexAggregation;
  /** What becomes of a missing one. */
  readonly missing: MissingScoreRule;
}

/** One value of a unit. */
export interface UnitValue {
  /** The place of its item in the input, from 0. */
  readonly place: number;
  /** What the item counts; above zero. */
  readonly weight: bigint;
  /** The part that the item belongs to. */
  readonly part: string | undefined;
  /** The value on the common scale. */
  readonly value: Fraction | undefined;
}

/** A mean before it becomes a double, or the reason why there is none. */
interface Mean {
  readonly mean?: Fraction;
  readonly status: IndexStatus;
  readonly item?: number;
}

/** The index of one unit and its sub-indices. */
export function unitIndex(
  parts: readonly IndexPart[],
  values: readonly UnitValue[],
  methods: UnitIndexMethods,
): UnitIndex {
  const means = parts.map(({ name, weight }) => ({
    weight,
    ...meanOf(
      values.filter(({ part }) => part === name),
      methods,
    ),
  }));
  const index = parts.length === 0 ? meanOf(values, methods) : meanOfParts(means, methods);
  return { ...shown(index), parts: means.map(shown), completeness: completenessOf(values) };
}

function meanOf(values: readonly UnitValue[], { aggregate, missing }: UnitIndexMethods): Mean {
  const absent = values.find(({ value }) => value === undefined);
  if (absent !== undefined && missing === "error") return { status: "missing", item: absent.place };
  const zero = missing === "zero" ? { numerator: 0n, denominator: 1n } : undefined;
  const weighed = values.flatMap(({ place, weight, value = zero }) =>
    value === undefined ? [] : [{ place, weight, value }],
  );
  if (weighed.length === 0) return { status: "missing", ...(absent && { item: absent.place }) };
  const wrong = aggregate === "arithmetic" ? undefined : weighed.find(({ value }) => value.numerator <= 0n);
  if (wrong !== undefined) return { status: "not positive", item: wrong.place };
  return { status: "ok", mean: weightedMean(aggregate, weighed) };
}

function meanOfParts(
  means: readonly (Mean & { readonly weight: bigint })[],
  { aggregate, missing }: UnitIndexMethods,
): Mean {
  const stops = means.find(
    ({ status }) => status === "not positive" || (status === "missing" && missing === "error"),
  );
  if (stops !== undefined) return stops;
  const weighed = means.flatMap(({ mean, weight }) => (mean === undefined ? [] : [{ value: mean, weight }]));
  if (weighed.length === 0) return means[0] ?? { status: "missing" };
  return { status: "ok", mean: weightedMean(aggregate, weighed) };
}

function shown({ mean, status, item }: Mean): IndexValue {
  const value = mean && toNumber(mean);
  if (value !== undefined && !Number.isFinite(value)) {
    const details = { name: "the index", requirement: "at most 1.7976931348623157e308", found: "more" };
    throw new CalculationError("scoreIndex", "outOfRange", details);
  }
  return { value, status, ...(item === undefined ? {} : { item }) };
}

function completenessOf(values: readonly UnitValue[]): number {
  let [present, all] = [0n, 0n];
  for (const { value, weight } of values) {
    all += weight;
    if (value !== undefined) present += weight;
  }
  return toNumber({ numerator: present, denominator: all });
}
