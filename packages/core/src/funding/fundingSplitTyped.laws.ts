import * as fc from "fast-check";
import { fraction } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { rules, splits } from "./arbitraries.laws.ts";
import { splitWorking } from "./fundingSplit.ts";
import { fundingSplitTyped, type FundingSplitTypedInput } from "./fundingSplitTyped.ts";
import { mistaken, moveOne, type Split, unitsOf } from "./splits.laws.ts";
import { sameOutcome, weightsOf, wholeColumns, wholeTotals } from "./wholeColumns.laws.ts";

type TypedSplit = typeof fundingSplitTyped;

const typedSplits: fc.Arbitrary<Required<FundingSplitTypedInput>> = fc.record({
  total: fc.tuple(wholeTotals, fc.boolean()).map(([size, minus]) => (minus ? 0 - size : size)),
  weights: wholeColumns,
  rule: fc.constantFrom(...rules),
});

/** The same split in whole numbers of any length, without any of the quick ways. */
function exactly({
  total,
  weights,
  rule,
}: Required<FundingSplitTypedInput>): ReturnType<typeof splitWorking> {
  return splitWorking({
    total: { units: BigInt(total), step: fraction(1n) },
    weights: weightsOf(weights),
    rule,
  });
}

/** Products rounded to doubles, as a spreadsheet has them. */
const roundedProducts: TypedSplit = ({ total, weights, rule = "largest-remainder" }) => {
  const { ties } = fundingSplitTyped({ total, weights, rule });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const remainders = weights.map((weight) => (total * weight) % sum);
  const rows = Array.from(weights.keys()).sort((a, b) => remainders[b]! - remainders[a]!);
  let left = total - parts.reduce((all, part) => all + part, 0);
  for (const row of rows) {
    if (left <= 0) break;
    parts[row]! += 1;
    left -= 1;
  }
  return { parts, ties };
};

export const fundingSplitTypedLaws: readonly Law<TypedSplit>[] = [
  {
    name: "parts and ties are those of whole numbers of any length",
    property: (split) =>
      fc.property(typedSplits, (input) => {
        const [found, wanted] = [split(input), exactly(input)];
        return sameOutcome(
          { values: found.parts, ties: found.ties },
          { values: wanted.parts, ties: wanted.ties },
        );
      }),
    broken: roundedProducts,
  },
  {
    name: "no part is negative zero",
    property: (split) =>
      fc.property(typedSplits, ({ total, ...input }) =>
        split({ ...input, total: -Math.abs(total) }).parts.every((part) => !Object.is(part, -0)),
      ),
    broken: (input) => {
      const { parts, ties } = fundingSplitTyped({ ...input, total: -input.total });
      return { parts: parts.map((part) => -part), ties };
    },
  },
  {
    name: "nothing that was handed in is changed",
    property: (split) =>
      fc.property(typedSplits, (input) => {
        const weights = input.weights.slice();
        split({ ...input, weights });
        return weights.every((weight, row) => weight === input.weights[row]);
      }),
    broken: (input) => {
      const found = fundingSplitTyped(input);
      input.weights.set(found.parts);
      return found;
    },
  },
  {
    name: "what cannot be split is refused by its code, never answered",
    property: (split) =>
      fc.property(
        typedSplits,
        fc.constantFrom(-1, 0.5, 2 ** 53, NaN, Infinity),
        fc.nat(),
        (given, wrong, key) => {
          const { weights } = given;
          const place = key % weights.length;
          const spoilt = weights.map((weight, row) => (row === place ? wrong : weight));
          return (
            refusesWith("outOfRange", () => split({ ...given, weights: spoilt })) &&
            refusesWith("outOfRange", () => split({ ...given, total: wrong === -1 ? -0.5 : wrong })) &&
            refusesWith("allZero", () => split({ total: 1, weights: weights.map(() => 0) })) &&
            refusesWith("emptyInput", () => split({ total: 1, weights: new Float64Array(0) }))
          );
        },
      ),
    broken: ({ total, weights }) => ({ parts: weights.map(() => total), ties: [] }),
  },
];

/** The quick way of the ordinary split, which takes it wherever it has no bounds and no tie policy. */
export const plainSplitLaws: readonly Law<Split>[] = [
  {
    name: "parts and ties of whole weights are those of whole numbers of any length",
    property: (split) =>
      fc.property(typedSplits, (input) => {
        const wanted = exactly(input);
        const total = { units: BigInt(input.total), step: fraction(1n) };
        const found = split({ total, weights: weightsOf(input.weights), rule: input.rule });
        return sameOutcome(
          { values: unitsOf(found), ties: found.ties },
          { values: wanted.parts, ties: wanted.ties },
        );
      }),
    broken: (input) => {
      const { weights, total, rule } = input;
      const column = Float64Array.from(weights, ({ numerator }) => Number(numerator));
      const found = roundedProducts({ total: Number(total.units), weights: column, rule });
      return {
        parts: Array.from(found.parts, (part) => ({ units: BigInt(part), step: total.step })),
        ties: found.ties,
      };
    },
  },
  {
    name: "parts and ties of any weights are those of whole numbers of any length",
    property: (split) =>
      fc.property(splits({ styles: ["none"] }), (input) => {
        const [found, wanted] = [split(input), splitWorking(input)];
        return sameOutcome(
          { values: unitsOf(found), ties: found.ties },
          { values: wanted.parts, ties: wanted.ties },
        );
      }),
    broken: mistaken((parts) => moveOne(parts)),
  },
];
