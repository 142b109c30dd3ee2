import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, over, toNumber } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { magnitudes, orderBy, rules, scaled, sortKeys, splits } from "./arbitraries.laws.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import { boundsInSteps, column, roundedUp, slowSplit } from "./reference.laws.ts";
import { allEqual, mistaken, moveOne, sizeOf, type Split, sumOf, unitsOf, worth } from "./splits.laws.ts";

const everyPair = (length: number, holds: (row: number, other: number) => boolean): boolean =>
  Array.from({ length }, (_, row) => row).every((row) =>
    Array.from({ length }, (_, other) => other).every((other) => holds(row, other)),
  );

/** Shares in floating point, rounded down; what is left to the first rows. */
const inDoubles = mistaken((_, { total, weights }) => {
  const doubles = weights.map(toNumber);
  const sum = doubles.reduce((all, value) => all + value, 0);
  const parts = doubles.map((value) => BigInt(Math.floor((Number(total.units) * value) / sum)));
  for (let row = 0; sumOf(parts) < total.units; row = (row + 1) % parts.length) parts[row]! += 1n;
  return parts;
});

function permuted(input: FundingSplitInput, order: readonly number[]): FundingSplitInput {
  const { length } = input.weights;
  const low = column(input.minimum, length);
  const high = column(input.maximum, length);
  return {
    ...input,
    weights: order.map((row) => input.weights[row]!),
    minimum: order.map((row) => low[row]),
    maximum: order.map((row) => high[row]),
  };
}

/** Splits of a pool that is a whole multiple of whole weights, scaled by any fraction. */
const exactSplits = fc
  .tuple(
    fc.array(fc.oneof(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 0n, max: 10n ** 18n })), {
      minLength: 1,
      maxLength: 40,
    }),
    fc.bigInt({ min: 1n, max: 1000n }),
    fc.bigInt({ min: 1n, max: 1000n }),
    fc.bigInt({ min: 1n, max: 99n }),
    fc.constantFrom(...rules),
  )
  .filter(([values]) => values.some((value) => value > 0n))
  .map(([values, times, top, bottom, rule]) => ({
    quotas: values.map((value) => value * times),
    input: {
      total: { units: sumOf(values) * times, step: fraction(1n, 100n) },
      weights: values.map((value) => weightOf(fraction(value * top, bottom))),
      rule,
    },
  }));

const scales: fc.Arbitrary<Fraction> = fc.oneof(
  fc.constantFrom(fraction(1n, 10n), fraction(1n, 3n), fraction(10n ** 9n), fraction(1n, 10n ** 9n)),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map((pair) => fraction(...pair)),
);

/** What holds for every split. */
export const fundingSplitLaws: readonly Law<Split>[] = [
  {
    name: "the parts add up to the total",
    property: (split) => fc.property(splits(), (input) => sumOf(unitsOf(split(input))) === input.total.units),
    broken: mistaken(([first = 0n, ...rest]) => [first - 1n, ...rest]),
  },
  {
    name: "every part is whole steps of the total",
    property: (split) =>
      fc.property(splits(), (input) => {
        const { parts } = split(input);
        const { step } = input.total;
        return (
          parts.length === input.weights.length &&
          parts.every((part) => typeof part.units === "bigint" && compareFractions(part.step, step) === 0)
        );
      }),
    broken: (input) => {
      const { parts, ties } = fundingSplit(input);
      const step = over(input.total.step, fraction(2n));
      return { parts: parts.map(({ units }) => ({ units: 2n * units, step })), ties };
    },
  },
  {
    name: "no part has the other sign",
    property: (split) =>
      fc.property(splits(), (input) =>
        unitsOf(split(input)).every((part) => (input.total.units < 0n ? part <= 0n : part >= 0n)),
      ),
    broken: mistaken((parts) => moveOne(parts, 10n ** 21n)),
  },
  {
    name: "a negative total is the mirror image, with the same ties",
    property: (split) =>
      fc.property(splits(), (input) => {
        const there = split(input);
        const back = split({ ...input, total: { ...input.total, units: -input.total.units } });
        return (
          allEqual(
            unitsOf(there),
            unitsOf(back).map((part) => -part),
          ) && JSON.stringify(there.ties) === JSON.stringify(back.ties)
        );
      }),
    broken: mistaken((parts, { total }) => (total.units < 0n ? parts.reverse() : parts)),
  },
  {
    name: "a row of weight zero gets nothing but its minimum",
    property: (split) =>
      fc.property(splits(), (input) => {
        const { low } = boundsInSteps(input);
        return split(input).parts.every(
          (part, row) => input.weights[row]!.numerator > 0n || sizeOf(part) === low[row],
        );
      }),
    broken: mistaken((parts) => moveOne(parts)),
  },
  {
    name: "shares that are whole already are the parts",
    property: (split) =>
      fc.property(exactSplits, ({ quotas, input }) => allEqual(unitsOf(split(input)), quotas)),
    broken: inDoubles,
  },
  {
    name: "the parts of a split, taken as weights, split it again into the same parts",
    property: (split) =>
      fc.property(splits({ styles: ["none"], negative: fc.constant(false) }), (input) => {
        const parts = unitsOf(split(input));
        if (input.total.units === 0n) return true;
        const weights = parts.map((part) => weightOf(fraction(part)));
        return allEqual(unitsOf(split({ ...input, weights })), parts);
      }),
    broken: mistaken((parts) => moveOne(parts)),
  },
  {
    name: "the scale of the weights does not matter, be it 1/10, 1/3 or 10^9",
    property: (split) =>
      fc.property(splits(), scales, (input, scale) => {
        const [plain, other] = [split(input), split({ ...input, weights: scaled(input.weights, scale) })];
        return (
          allEqual(unitsOf(plain), unitsOf(other)) &&
          JSON.stringify(plain.ties) === JSON.stringify(other.ties)
        );
      }),
    broken: (input) =>
      fundingSplit({ ...input, weights: input.weights.map((value) => weightOf(fraction(roundedUp(value)))) }),
  },
  {
    name: "another order of the rows gives each row the same part, but for those of a reported tie",
    property: (split) =>
      fc.property(splits({ only: ["largest-remainder", "largest-weight"] }), sortKeys, (input, keys) => {
        const order = orderBy(keys, input.weights.length);
        const plain = split(input);
        const other = unitsOf(split(permuted(input, order)));
        const tied = new Set(plain.ties.flatMap(({ rows }) => rows));
        return order.every((row, place) => {
          const apart = other[place]! - plain.parts[row]!.units;
          return tied.has(row) ? apart * apart <= 1n : apart === 0n;
        });
      }),
    broken: (input) => fundingSplit({ ...input, rule: "first" }),
  },
  {
    name: "equal weights and bounds give parts at most one step apart",
    property: (split) =>
      fc.property(splits(), (input) => {
        const { low, high } = boundsInSteps(input);
        const parts = unitsOf(split(input));
        return everyPair(parts.length, (row, other) => {
          const alike = compareFractions(input.weights[row]!, input.weights[other]!) === 0;
          if (!alike || low[row] !== low[other] || high[row] !== high[other]) return true;
          return (parts[row]! - parts[other]!) ** 2n <= 1n;
        });
      }),
    broken: mistaken((parts) => moveOne(parts, 2n)),
  },
  {
    name: "a larger weight with the same bounds never gets less, but by the rules that go by position",
    property: (split) =>
      fc.property(splits({ only: ["largest-remainder", "largest-weight"] }), (input) => {
        const { low, high } = boundsInSteps(input);
        const parts = split(input).parts.map(sizeOf);
        return everyPair(parts.length, (row, other) => {
          const larger = compareFractions(input.weights[row]!, input.weights[other]!) > 0;
          if (!larger || low[row] !== low[other] || high[row] !== high[other]) return true;
          return parts[row]! >= parts[other]!;
        });
      }),
    broken: (input) => fundingSplit({ ...input, rule: "last" }),
  },
  {
    name: "the same question has the same answer",
    property: (split) =>
      fc.property(splits(), (input) => {
        const [first, second] = [split(input), split(input)];
        return (
          allEqual(unitsOf(first), unitsOf(second)) &&
          JSON.stringify(first.ties) === JSON.stringify(second.ties)
        );
      }),
    broken: alternating(),
  },
  {
    name: "nothing that was handed in is changed",
    property: (split) =>
      fc.property(splits(), (input) => {
        const weights = [...input.weights];
        split({ ...input, weights });
        return weights.every((value, row) => value === input.weights[row]);
      }),
    broken: (input) => {
      (input.weights as Weight[]).sort(compareFractions);
      return fundingSplit(input);
    },
  },
  {
    name: "what cannot be split is refused by its code, never answered",
    property: (split) =>
      fc.property(splits({ sizes: magnitudes.filter((size) => size > 0n) }), (input) => {
        const { total, weights } = input;
        const beyond = worth(sizeOf(total) + 1n, total.step);
        const [short, high] = [worth(sizeOf(total) - 1n, total.step), weights.map(() => fraction(0n))];
        const zeros = weights.map(() => weightOf(fraction(0n)));
        return (
          refusesWith("emptyInput", () => split({ total, weights: [] })) &&
          refusesWith("allZero", () => split({ total, weights: zeros })) &&
          refusesWith("sizeMismatch", () => split({ total, weights, minimum: [...high, fraction(0n)] })) &&
          refusesWith("sizeMismatch", () => split({ total, weights, maximum: [...high, undefined] })) &&
          refusesWith("outOfRange", () => split({ total, weights, minimum: fraction(-1n, 7n) })) &&
          refusesWith("infeasibleBounds", () =>
            split({ total, weights, minimum: [beyond, ...high.slice(1)] }),
          ) &&
          refusesWith("infeasibleBounds", () => split({ total, weights, maximum: [short, ...high.slice(1)] }))
        );
      }),
    broken: ({ total, weights }) => ({ parts: weights.map(() => total), ties: [] }),
  },
  {
    name: "parts and ties are those of the slow reference",
    property: (split) =>
      fc.property(splits({ most: 12 }), (input) => {
        const [found, wanted] = [split(input), slowSplit(input)];
        return (
          allEqual(unitsOf(found), wanted.parts) && JSON.stringify(found.ties) === JSON.stringify(wanted.ties)
        );
      }),
    broken: inDoubles,
  },
];

/** Left-over steps from the first row on, and next time from the last. */
function alternating(): Split {
  let calls = 0;
  return (input) => {
    calls += 1;
    return fundingSplit({ ...input, rule: calls % 2 === 0 ? "first" : "last" });
  };
}
