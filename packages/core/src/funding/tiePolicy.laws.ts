import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { type Apportion, unlessRefused } from "./apportionments.laws.ts";
import { contests, orderBy, smallHouses, sortKeys, splits } from "./arbitraries.laws.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import { type ApportionmentMethod, quotaApportion, type QuotaApportionInput } from "./quotaApportion.ts";
import { column } from "./reference.laws.ts";
import { allEqual, type Split, unitsOf } from "./splits.laws.ts";
import type { TiePolicy } from "./tiePolicy.ts";

/** Policies for so many rows; ids are the keys of the rows, so that they stay with them. */
function policyOf(kind: TiePolicy["by"], keys: readonly number[], rows: number): TiePolicy {
  const ids = Array.from({ length: rows }, (_, row) => `unit ${keys[row] ?? 0} ${row}`);
  switch (kind) {
    case "id":
      return { by: "id", ids };
    case "lot":
      return { by: "lot", seed: String(keys[0]), ids };
    case "previous-holder":
      return { by: "previous-holder", held: ids.map((_, row) => (keys[row] ?? 0) % 2 === 0) };
    case "error":
    case "order":
      return { by: kind };
  }
}

/** The same policy when rows stand in another order. */
function reordered(policy: TiePolicy, order: readonly number[]): TiePolicy {
  if (policy.by === "id") return { ...policy, ids: order.map((row) => policy.ids[row]!) };
  if (policy.by === "lot") return { ...policy, ids: order.map((row) => policy.ids![row]!) };
  return policy;
}

const deciding = fc.constantFrom<TiePolicy["by"]>("id", "lot", "previous-holder");
const stable = fc.constantFrom<TiePolicy["by"]>("id", "lot");
/** Few kinds of weights, so that many claims are equal. */
const small = splits({
  most: 8,
  sizes: fc.bigInt({ min: 0n, max: 30n }),
  only: ["largest-remainder", "largest-weight"],
});
const methods: readonly ApportionmentMethod[] = [
  "largest-remainder",
  "jefferson",
  "webster",
  "adams",
  "dean",
  "huntington-hill",
  "droop",
  "hagenbach-bischoff",
  "quota",
];
const houses = contests({
  methods,
  most: 8,
  sizes: smallHouses,
  styles: ["none", "minimum", "maximum", "both"],
  whole: true,
});

const withoutPolicy: Split = (input) => fundingSplit({ ...input, ties: undefined });

/** What a policy does to a split. */
export const splitTieLaws: readonly Law<Split>[] = [
  {
    name: "a policy moves steps only among tied rows, and the tied are the same",
    property: (split) =>
      fc.property(small, deciding, sortKeys, (input, kind, keys) => {
        const plain = fundingSplit(input);
        const found = split({ ...input, ties: policyOf(kind, keys, input.weights.length) });
        const tied = new Set(plain.ties.flatMap(({ rows }) => rows));
        const least = new Map(
          plain.ties.flatMap(({ rows, served }) => rows.map((row) => [row, served.includes(row)])),
        );
        const direction = input.total.units < 0n ? -1n : 1n;
        return (
          found.ties.length === plain.ties.length &&
          found.ties.every(({ rows, served }, tie) => {
            return (
              allEqual(rows.map(BigInt), plain.ties[tie]!.rows.map(BigInt)) &&
              served.length === plain.ties[tie]!.served.length
            );
          }) &&
          found.parts.every(({ units }, row) => {
            const was = plain.parts[row]!.units - (least.get(row) === true ? direction : 0n);
            const isServed = found.ties.some(({ served }) => served.includes(row));
            return tied.has(row)
              ? units === was + (isServed ? direction : 0n)
              : units === plain.parts[row]!.units;
          })
        );
      }),
    broken: (input) => fundingSplit({ ...input, rule: "first" }),
  },
  {
    name: "with ids, by id or lot, each row has its part in whatever order rows stand, tied or not",
    property: (split) =>
      fc.property(small, stable, sortKeys, sortKeys, (input, kind, keys, shuffle) => {
        const { length } = input.weights;
        const order = orderBy(shuffle, length);
        const policy = policyOf(kind, keys, length);
        const moved: FundingSplitInput = {
          ...input,
          weights: order.map((row) => input.weights[row]!),
          minimum: order.map((row) => column(input.minimum, length)[row]),
          maximum: order.map((row) => column(input.maximum, length)[row]),
          ties: reordered(policy, order),
        };
        const parts = unitsOf(split({ ...input, ties: policy }));
        return allEqual(
          unitsOf(split(moved)),
          order.map((row) => parts[row]!),
        );
      }),
    broken: withoutPolicy,
  },
  {
    name: "the first of the decided order are served, and the order is of all the tied",
    property: (split) =>
      fc.property(small, deciding, sortKeys, (input, kind, keys) => {
        const { ties } = split({ ...input, ties: policyOf(kind, keys, input.weights.length) });
        return ties.every(({ rows, served, decided }) => {
          if (decided?.by !== kind) return false;
          const first = decided.order.slice(0, served.length).sort((a, b) => a - b);
          const all = [...decided.order].sort((a, b) => a - b);
          return first.join() === served.join() && all.join() === rows.join();
        });
      }),
    broken: withoutPolicy,
  },
];

/** What a policy does to an apportionment. */
export const apportionmentTieLaws: readonly Law<Apportion>[] = [
  {
    name: "a policy moves places only among tied rows",
    property: (apportion) =>
      fc.property(houses, deciding, sortKeys, (input, kind, keys) => {
        const plain = unlessRefused(() => quotaApportion(input));
        if (!plain) return true;
        const found = apportion({ ...input, ties: policyOf(kind, keys, input.weights.length) });
        const tied = new Set(plain.ties.flatMap(({ rows }) => rows));
        const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
        return (
          sum(found.places) === sum(plain.places) &&
          found.places.every((has, row) => has === plain.places[row] || tied.has(row))
        );
      }),
    broken: (input) =>
      quotaApportion({
        ...input,
        weights: [...input.weights].reverse(),
        ties: undefined,
        minimum: undefined,
        maximum: undefined,
      }),
  },
  {
    name: "with ids, by id or lot, each row has its places in whatever order rows stand",
    property: (apportion) =>
      fc.property(houses, stable, sortKeys, sortKeys, (input, kind, keys, shuffle) => {
        const { length } = input.weights;
        const order = orderBy(shuffle, length);
        const policy = policyOf(kind, keys, length);
        const moved: QuotaApportionInput = {
          ...input,
          weights: order.map((row) => input.weights[row]!),
          minimum: input.minimum && order.map((row) => column(input.minimum, length)[row]),
          maximum: input.maximum && order.map((row) => column(input.maximum, length)[row]),
          ties: reordered(policy, order),
        };
        const found = unlessRefused(() => apportion({ ...input, ties: policy }).places);
        const again = unlessRefused(() => apportion(moved).places);
        return found === undefined
          ? again === undefined
          : again?.join() === order.map((row) => found[row]!).join();
      }),
    broken: (input) => quotaApportion({ ...input, ties: undefined }),
  },
];
