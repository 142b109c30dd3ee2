import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, over } from "../exact/fraction.ts";
import type { Law } from "../law.laws.ts";
import { splits } from "./arbitraries.laws.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { boundsInSteps, roundedUp, slowShares, wholePart } from "./reference.laws.ts";
import { allEqual, sizeOf, type Split, sumOf, unitsOf, without, worth } from "./splits.laws.ts";

/** Shares by weight first, then lifted to the minimum: what a minimum inside the split is not. */
const minimumOnTop: Split = ({ total, weights, rule, minimum }) => {
  const low = boundsInSteps({ total, weights, minimum }).low;
  const rest = { units: sizeOf(total) - sumOf(low), step: total.step };
  const { parts, ties } = fundingSplit({ total: rest, weights, rule });
  return {
    parts: parts.map(({ units, step }, row) => ({
      units: (total.units < 0n ? -1n : 1n) * (units + low[row]!),
      step,
    })),
    ties,
  };
};

/** What holds for minimum and maximum. */
export const fundingSplitBoundsLaws: readonly Law<Split>[] = [
  {
    name: "every part keeps its bounds",
    property: (split) =>
      fc.property(splits(), (input) => {
        const { low, high } = boundsInSteps(input);
        return split(input).parts.every((part, row) => {
          const [most, size] = [high[row], sizeOf(part)];
          return (
            size >= low[row]! && (most === undefined || size <= most || input.weights[row]!.numerator === 0n)
          );
        });
      }),
    broken: (input) => fundingSplit(without(input)),
  },
  {
    name: "bounds that the split keeps anyway change nothing",
    property: (split) =>
      fc.property(splits({ styles: ["none"] }), (input) => {
        const shares = slowShares(sizeOf(input.total), input.weights, boundsInSteps(input));
        const { step } = input.total;
        const bounded = split({
          ...input,
          minimum: shares.map((share) => worth(wholePart(share), step)),
          maximum: shares.map((share) => worth(wholePart(share) + 1n, step)),
        });
        return allEqual(unitsOf(bounded), unitsOf(split(input)));
      }),
    broken: minimumOnTop,
  },
  {
    name: "one multiplier explains every part to within a step",
    property: (split) =>
      fc.property(splits(), (input) => {
        const { low, high } = boundsInSteps(input);
        let [least, most]: (Fraction | undefined)[] = [];
        for (const [row, part] of split(input).parts.entries()) {
          const [weight, size] = [input.weights[row]!, sizeOf(part)];
          if (weight.numerator === 0n) continue;
          const [below, above] = [over(fraction(size - 1n), weight), over(fraction(size + 1n), weight)];
          if (size - 1n > low[row]! && !(least && compareFractions(least, below) >= 0)) least = below;
          const top = high[row];
          if ((top === undefined || size + 1n <= top) && !(most && compareFractions(most, above) <= 0))
            most = above;
        }
        return !least || !most || compareFractions(least, most) < 0;
      }),
    broken: minimumOnTop,
  },
  {
    name: "every part is its exact share rounded down or one step more; by largest remainder rounded down or up",
    property: (split) =>
      fc.property(splits(), (input) => {
        const shares = slowShares(sizeOf(input.total), input.weights, boundsInSteps(input));
        return split(input).parts.every((part, row) => {
          const [size, floor] = [sizeOf(part), wholePart(shares[row]!)];
          const most = input.rule === "largest-remainder" ? roundedUp(shares[row]!) : floor + 1n;
          return size >= floor && size <= most;
        });
      }),
    broken: (input) => fundingSplit({ ...input, rule: "largest-weight" }),
  },
];
