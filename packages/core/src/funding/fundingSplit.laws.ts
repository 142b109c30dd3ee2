import * as fc from "fast-check";
import { CalculationError, type ErrorCode } from "../errors.ts";
import type { Amount } from "../exact/amount.ts";
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  times,
  toNumber,
} from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import { magnitudes, orderBy, rules, sortKeys, splits } from "./arbitraries.laws.ts";
import { fundingSplit, type FundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import { fundingSplitExplain } from "./fundingSplitExplain.ts";
import { boundsInSteps, column, roundedUp, slowShares, slowSplit, wholePart } from "./reference.laws.ts";

/** A calculator that splits. */
export type Split = (input: FundingSplitInput) => FundingSplit;
/** A calculator that explains a split. */
export type SplitExplain = typeof fundingSplitExplain;

const sumOf = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);
const unitsOf = ({ parts }: FundingSplit): bigint[] => parts.map(({ units }) => units);
const sizeOf = ({ units }: Amount): bigint => (units < 0n ? -units : units);
const allEqual = (a: readonly bigint[], b: readonly bigint[]): boolean => a.join() === b.join();
const everyPair = (length: number, holds: (row: number, other: number) => boolean): boolean =>
  Array.from({ length }, (_, row) => row).every((row) =>
    Array.from({ length }, (_, other) => other).every((other) => holds(row, other)),
  );

/** The real split with its parts changed. */
const mistaken =
  (change: (parts: bigint[], input: FundingSplitInput) => readonly bigint[]): Split =>
  (input) => {
    const { parts, ties } = fundingSplit(input);
    const changed = change(
      parts.map(({ units }) => units),
      input,
    );
    return { parts: changed.map((units) => ({ units, step: input.total.step })), ties };
  };

/** One step taken from the last row that has some and given to the first row. */
const moveOne = (parts: bigint[], steps = 1n): bigint[] => {
  const giver = parts.reduce((last, part, row) => (part > 0n ? row : last), 0);
  parts[giver]! -= steps;
  parts[0]! += steps;
  return parts;
};

/** Shares in floating point, rounded down; what is left to the first rows. */
const inDoubles = mistaken((_, { total, weights }) => {
  const doubles = weights.map(toNumber);
  const sum = doubles.reduce((all, value) => all + value, 0);
  const parts = doubles.map((value) => BigInt(Math.floor((Number(total.units) * value) / sum)));
  for (let row = 0; sumOf(parts) < total.units; row = (row + 1) % parts.length) parts[row]! += 1n;
  return parts;
});

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

const without = (input: FundingSplitInput): FundingSplitInput => ({
  ...input,
  minimum: undefined,
  maximum: undefined,
});

const refusesWith = (code: ErrorCode, run: () => unknown): boolean => {
  try {
    run();
    return false;
  } catch (error) {
    return error instanceof CalculationError && error.code === code;
  }
};

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
const scaled = (weights: readonly Weight[], by: Fraction): Weight[] =>
  weights.map((value) => weightOf(times(value, by)));

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
        const frozen = { ...input, weights: Object.freeze([...input.weights]) };
        const before = input.weights
          .map(({ numerator, denominator }) => `${numerator}/${denominator}`)
          .join();
        split(Object.freeze(frozen));
        return (
          before === input.weights.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join()
        );
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

function worth(units: bigint, step: Fraction): Fraction {
  return fraction(units * step.numerator, step.denominator);
}

/** Left-over steps from the first row on, and next time from the last. */
function alternating(): Split {
  let calls = 0;
  return (input) => {
    calls += 1;
    return fundingSplit({ ...input, rule: calls % 2 === 0 ? "first" : "last" });
  };
}

/** The real explanation with its rows changed. */
const misexplained =
  (
    change: (
      row: ReturnType<SplitExplain>["rows"][number],
      place: number,
    ) => Partial<ReturnType<SplitExplain>["rows"][number]>,
  ): SplitExplain =>
  (input) => {
    const explanation = fundingSplitExplain(input);
    return {
      ...explanation,
      rows: explanation.rows.map((row, place) => ({ ...row, ...change(row, place) })),
    };
  };

const valueOf = ({ units, step }: Amount): Fraction => worth(units, step);
const one = fraction(1n);

/** What holds for every explanation of a split. */
export const fundingSplitExplainLaws: readonly Law<SplitExplain>[] = [
  {
    name: "rounded down and the listed odd steps rebuild the parts of the split",
    property: (explain) =>
      fc.property(splits(), (input) => {
        const { rows, oddSteps, ties } = explain(input);
        const split = fundingSplit(input);
        const sign = input.total.units < 0n ? -1n : 1n;
        return (
          rows.filter(({ oddStep }) => oddStep).length === oddSteps &&
          JSON.stringify(ties) === JSON.stringify(split.ties) &&
          rows.every(
            ({ roundedDown, oddStep, part }, row) =>
              roundedDown.units + (oddStep ? sign : 0n) === part.units &&
              part.units === split.parts[row]!.units,
          )
        );
      }),
    broken: misexplained(({ oddStep }) => ({ oddStep: !oddStep })),
  },
  {
    name: "exact shares add up to the total, and each is what it was rounded down to plus its remainder",
    property: (explain) =>
      fc.property(splits(), (input) => {
        const { rows } = explain(input);
        const sum = rows.map(({ share }) => share).reduce(plus, fraction(0n));
        return (
          compareFractions(sum, valueOf(input.total)) === 0 &&
          rows.every(
            ({ share, roundedDown, remainder }) =>
              compareFractions(share, plus(valueOf(roundedDown), remainder)) === 0 &&
              compareFractions(
                over(times(remainder, remainder), times(input.total.step, input.total.step)),
                one,
              ) < 0,
          )
        );
      }),
    broken: misexplained(({ part }) => ({ share: valueOf(part) })),
  },
  {
    name: "exact shares are those of the slow reference, and a named bound is where the row stands",
    property: (explain) =>
      fc.property(splits({ most: 12 }), (input) => {
        const { low, high } = boundsInSteps(input);
        const sign = input.total.units < 0n ? -1n : 1n;
        if (input.weights.every(({ numerator }) => numerator === 0n)) return true;
        const shares = slowShares(sizeOf(input.total), input.weights, { low, high });
        return explain(input).rows.every(({ share, bound }, row) => {
          const wanted = times(worth(sign, input.total.step), shares[row]!);
          const stand = bound === "minimum" ? low[row] : high[row];
          return (
            compareFractions(share, wanted) === 0 &&
            (bound === undefined || compareFractions(shares[row]!, fraction(stand!)) === 0)
          );
        });
      }),
    broken: (input) => fundingSplitExplain(without(input)),
  },
  {
    name: "ranks run from 1 without gaps; the first get the odd steps and the one after them is next in line",
    property: (explain) =>
      fc.property(splits(), (input) => {
        const { rows, oddSteps } = explain(input);
        const ranks = rows.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
        return (
          ranks.every((rank, place) => rank === place + 1) &&
          rows.every(
            ({ rank, oddStep, nextInLine }) =>
              oddStep === (rank !== undefined && rank <= oddSteps) && nextInLine === (rank === oddSteps + 1),
          )
        );
      }),
    broken: misexplained(({ rank }) => ({ rank: rank && rank + 1 })),
  },
  {
    name: "raising one minimum never raises another row's share; lowering one maximum never lowers another's",
    property: (explain) =>
      fc.property(splits({ most: 8, negative: fc.constant(false) }), fc.nat(), (input, pick) => {
        const { length } = input.weights;
        const { step } = input.total;
        const { low, high } = boundsInSteps(input);
        const [minimum, maximum] = [
          low.map((bound) => worth(bound, step)),
          high.map((bound) => (bound === undefined ? undefined : worth(bound, step))),
        ];
        const chosen = pick % length;
        const plain = explain({ ...input, minimum, maximum });
        const [raised, lowered] = [[...minimum], [...maximum]];
        raised[chosen] = plus(raised[chosen]!, step);
        lowered[chosen] = minus(lowered[chosen] ?? valueOf(input.total), step);
        return (
          unlessRefused(() => {
            const { rows } = explain({ ...input, minimum: raised, maximum });
            return others(chosen, rows).every(
              ({ share }, row) => compareFractions(share, others(chosen, plain.rows)[row]!.share) <= 0,
            );
          }) &&
          unlessRefused(() => {
            const { rows } = explain({ ...input, minimum, maximum: lowered });
            return others(chosen, rows).every(
              ({ share }, row) => compareFractions(share, others(chosen, plain.rows)[row]!.share) >= 0,
            );
          })
        );
      }),
    broken: (input) => {
      const reversed = (bound: FundingSplitInput["minimum"]): FundingSplitInput["minimum"] =>
        [...column(bound, input.weights.length)].reverse();
      return fundingSplitExplain({
        ...input,
        minimum: reversed(input.minimum),
        maximum: reversed(input.maximum),
      });
    },
  },
];

function others<Element>(row: number, elements: readonly Element[]): Element[] {
  return elements.filter((_, other) => other !== row);
}

/** A law about two problems says nothing where the second has no answer. */
function unlessRefused(holds: () => boolean): boolean {
  try {
    return holds();
  } catch (error) {
    if (error instanceof CalculationError) return true;
    throw error;
  }
}
