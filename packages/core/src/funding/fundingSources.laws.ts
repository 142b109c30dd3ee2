import * as fc from "fast-check";
import { compareFractions, fraction, plus } from "../exact/fraction.ts";
import { amountValue } from "../exact/amount.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { orderBy, sortKeys } from "./arbitraries.laws.ts";
import { fundingSources, type FundingSources, type FundingSourcesInput } from "./fundingSources.ts";
import { slowSplit } from "./reference.laws.ts";
import { budgets, mostInSteps, reordered } from "./sources.laws.ts";
import { allEqual, sumOf, worth } from "./splits.laws.ts";

type Draw = typeof fundingSources;

const unitsOf = ({ sources }: FundingSources): bigint[] => sources.map(({ drawn }) => drawn.units);
const hasShare = ({ share }: FundingSourcesInput, place: number): boolean =>
  share === undefined || share[place]!.numerator > 0n;
const priorityOf = ({ priority }: FundingSourcesInput, place: number) => priority?.[place] ?? fraction(0n);

/** Fills one source after the other in the order given, whatever the shares. */
const inOrderGiven: Draw = (input) =>
  fundingSources({ ...input, priority: input.limit.map((_, place) => fraction(BigInt(place))) });
/** The real draws with their units changed, what is left of the budget unfunded. */
const mistaken =
  (change: (drawn: bigint[], input: FundingSourcesInput) => readonly bigint[]): Draw =>
  (input) => {
    const real = fundingSources(input);
    const drawn = change(unitsOf(real), input);
    const { step } = input.budget;
    return {
      ...real,
      sources: real.sources.map((source, place) => ({ ...source, drawn: { units: drawn[place]!, step } })),
      unfunded: { units: input.budget.units - sumOf(drawn), step },
    };
  };

/** What holds for every budget and its sources. */
export const fundingSourcesLaws: readonly Law<Draw>[] = [
  {
    name: "what is drawn and what stays unfunded add up to the budget",
    property: (draw) =>
      fc.property(budgets(), (input) => {
        const answer = draw(input);
        return sumOf(unitsOf(answer)) + answer.unfunded.units === input.budget.units;
      }),
    broken: (input) => ({ ...fundingSources(input), unfunded: { units: 0n, step: input.budget.step } }),
  },
  {
    name: "no source pays less than nothing, more than its limit or more than its cap",
    property: (draw) =>
      fc.property(budgets(), (input) =>
        unitsOf(draw(input)).every((units, place) => {
          const most = mostInSteps(input, place);
          return units >= 0n && (most === undefined || units <= most);
        }),
      ),
    broken: (input) => fundingSources({ ...input, cap: undefined }),
  },
  {
    name: "what is drawn and what is left of a limit are the limit",
    property: (draw) =>
      fc.property(budgets(), (input) =>
        draw(input).sources.every(({ drawn, left }, place) => {
          const limit = input.limit[place]!;
          if (limit === "none" || left === undefined) return limit === "none" && left === undefined;
          return compareFractions(plus(amountValue(drawn), left), limit) === 0;
        }),
      ),
    broken: (input) => {
      const real = fundingSources(input);
      return { ...real, sources: real.sources.map(({ drawn }) => ({ drawn, left: fraction(0n) })) };
    },
  },
  {
    name: "a source is drawn only once every one of higher priority is empty or capped",
    property: (draw) =>
      fc.property(budgets(), (input) => {
        const drawn = unitsOf(draw(input));
        return drawn.every(
          (units, place) =>
            units === 0n ||
            drawn.every(
              (other, before) =>
                compareFractions(priorityOf(input, before), priorityOf(input, place)) >= 0 ||
                !hasShare(input, before) ||
                other === mostInSteps(input, before),
            ),
        );
      }),
    broken: (input) => fundingSources({ ...input, priority: undefined }),
  },
  {
    name: "nothing stays unfunded while a source with a share could pay",
    property: (draw) =>
      fc.property(budgets(), (input) => {
        const answer = draw(input);
        const isEmpty = unitsOf(answer).every(
          (units, place) => !hasShare(input, place) || units === mostInSteps(input, place),
        );
        return answer.unfunded.units === 0n || isEmpty;
      }),
    broken: mistaken((drawn) => drawn.map((units) => units - (units > 0n ? 1n : 0n))),
  },
  {
    name: "sources of equal priority that can pay it all pay as the slow reference splits it, ties too",
    property: (draw) =>
      fc.property(budgets({ equalPriority: true }), (input) => {
        const most = input.limit.map((_, place) => mostInSteps(input, place));
        const payers = Array.from(most.keys()).filter((place) => hasShare(input, place));
        const all = payers.flatMap((place) => most[place] ?? []);
        const answer = draw(input);
        if (all.length === payers.length && sumOf(all) <= input.budget.units) {
          return payers.every((place) => unitsOf(answer)[place] === most[place]);
        }
        const wanted = slowSplit({
          total: input.budget,
          weights: most.map((_, place) => input.share?.[place] ?? weightOf(fraction(1n))),
          maximum: most.map((units) => (units === undefined ? undefined : worth(units, input.budget.step))),
        });
        return (
          allEqual(unitsOf(answer), wanted.parts) &&
          JSON.stringify(answer.ties) === JSON.stringify(wanted.ties)
        );
      }),
    broken: inOrderGiven,
  },
  {
    name: "another order of the sources draws the same from each, but for those of a reported tie",
    property: (draw) =>
      fc.property(budgets(), sortKeys, (input, keys) => {
        const order = orderBy(keys, input.limit.length);
        const plain = draw(input);
        const other = unitsOf(draw(reordered(input, order)));
        const tied = new Set(plain.ties.flatMap(({ rows }) => rows));
        return order.every((place, at) => {
          const apart = other[at]! - unitsOf(plain)[place]!;
          return tied.has(place) ? apart * apart <= 1n : apart === 0n;
        });
      }),
    broken: inOrderGiven,
  },
  {
    name: "what cannot be drawn is refused by its code, never answered",
    property: (draw) =>
      fc.property(budgets(), ({ budget: { step }, limit }) => {
        const budget = { units: 1n, step };
        const nothing = limit.map(() => weightOf(fraction(0n)));
        const below = fraction(-1n, 7n);
        return (
          refusesWith("emptyInput", () => draw({ budget, limit: [] })) &&
          refusesWith("allZero", () => draw({ budget, limit, share: nothing })) &&
          refusesWith("sizeMismatch", () => draw({ budget, limit, share: [...nothing, weightOf(step)] })) &&
          refusesWith("sizeMismatch", () => draw({ budget, limit, priority: [...nothing, step] })) &&
          refusesWith("sizeMismatch", () => draw({ budget, limit, cap: [...nothing, undefined] })) &&
          refusesWith("outOfRange", () => draw({ budget: { units: -1n, step }, limit })) &&
          refusesWith("outOfRange", () => draw({ budget, limit: [...limit, below] })) &&
          refusesWith("outOfRange", () => draw({ budget, limit, cap: below })) &&
          refusesWith("outOfRange", () => draw({ budget, limit, cap: fraction(8n, 7n) }))
        );
      }),
    broken: ({ budget, limit }) => ({
      sources: limit.map(() => ({ drawn: budget, left: undefined })),
      unfunded: budget,
      ties: [],
    }),
  },
];
