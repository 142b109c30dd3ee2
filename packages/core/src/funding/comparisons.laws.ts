import * as fc from "fast-check";
import { type Amount, amountValue } from "../exact/amount.ts";
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
import { unlessRefused } from "./apportionments.laws.ts";
import {
  magnitudes,
  orderBy,
  positiveColumns,
  scaled,
  sortKeys,
  splits,
  weightColumns,
} from "./arbitraries.laws.ts";
import { fundingSplit, type FundingSplitInput } from "./fundingSplit.ts";
import { fundingSplitSeparate } from "./fundingSplitSeparate.ts";
import type { FairnessMeasure } from "./fairnessMeasures.ts";
import { column, totalOf } from "./reference.laws.ts";
import { splitCompare } from "./splitCompare.ts";
import { type PartDifference, splitDifference } from "./splitDifference.ts";
import { splitFairness, type SplitFairnessInput } from "./splitFairness.ts";

const zero = fraction(0n);
const equal = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) === 0;

const numbers = fc.oneof(
  fc.bigInt({ min: -50n, max: 50n }).map((value) => fraction(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 12n }))
    .map((pair) => fraction(...pair)),
);
const twoColumns = fc
  .array(fc.tuple(numbers, numbers), { minLength: 1, maxLength: 12 })
  .map((pairs) => ({ before: pairs.map(([before]) => before), after: pairs.map(([, after]) => after) }));

/** What holds for every comparison. */
export const splitCompareLaws: readonly Law<typeof splitCompare>[] = [
  {
    name: "differences add up to the total's, points to none, and shares to one",
    property: (compare) =>
      fc.property(twoColumns, (columns) => {
        const { rows, total } = compare(columns);
        const points = rows.map((row) => row.points);
        const shares = rows.map(({ shareAfter }) => shareAfter);
        return (
          equal(totalOf(rows.map(({ difference }) => difference)), total.difference) &&
          (points.includes(undefined) || equal(totalOf(points.map((value) => value ?? zero)), zero)) &&
          (shares.includes(undefined) || equal(totalOf(shares.map((value) => value ?? zero)), fraction(1n)))
        );
      }),
    broken: (input) => {
      const { rows, total } = splitCompare(input);
      return {
        rows: rows.map((row) => ({ ...row, points: row.points && minus(row.points, fraction(1n)) })),
        total,
      };
    },
  },
  {
    name: "the other way round everything has the other sign",
    property: (compare) =>
      fc.property(twoColumns, ({ before, after }) => {
        const there = compare({ before, after }).rows;
        return compare({ before: after, after: before }).rows.every(({ difference, points }, row) => {
          const other = there[row]!;
          return (
            equal(plus(difference, other.difference), zero) &&
            (points === undefined || (other.points !== undefined && equal(plus(points, other.points), zero)))
          );
        });
      }),
    broken: (input) => {
      const { rows, total } = splitCompare(input);
      return { rows: rows.map((row) => ({ ...row, difference: row.after })), total };
    },
  },
];

const causes = ["pot", "weights", "bounds", "rule"] as const;
/** Two splits of the same rows, each with an answer of its own. */
const pairs = fc.tuple(splits({ most: 6 }), splits({ most: 6 })).map(([a, b]) => {
  const length = Math.min(a.weights.length, b.weights.length);
  return { before: firstRows(a, length), after: firstRows(b, length) };
});

/** The first rows of a split, without bounds where they no longer fit. */
function firstRows(input: FundingSplitInput, length: number): FundingSplitInput {
  const { weights } = input;
  if (length === weights.length) return input;
  const cut = {
    ...input,
    weights: weights.slice(0, length),
    minimum: column(input.minimum, weights.length).slice(0, length),
    maximum: column(input.maximum, weights.length).slice(0, length),
  };
  if (unlessRefused(() => fundingSplit(cut))) return cut;
  const even = Array.from({ length }, (): Weight => weightOf(fraction(1n)));
  return { ...cut, weights: even, minimum: undefined, maximum: undefined };
}

const sumOfCauses = (part: PartDifference): Fraction => totalOf(causes.map((cause) => part[cause]));
const valueOf = (part: Amount): Fraction => amountValue(part);

/** What holds for every difference that has an answer. */
export const splitDifferenceLaws: readonly Law<typeof splitDifference>[] = [
  {
    name: "the causes add up to the difference of each row and of all, and each cause's rows to the total's",
    property: (explain) =>
      fc.property(pairs, (pair) => {
        const found = unlessRefused(() => explain(pair));
        if (!found) return true;
        const { rows, total } = found;
        return (
          [...rows, total].every((part) => {
            const difference = minus(valueOf(part.after), valueOf(part.before));
            return equal(part.difference, difference) && equal(sumOfCauses(part), difference);
          }) && causes.every((cause) => equal(totalOf(rows.map((row) => row[cause])), total[cause]))
        );
      }),
    broken: (input) => {
      const { rows, ...rest } = splitDifference(input);
      return { ...rest, rows: rows.map((row) => ({ ...row, rule: plus(row.rule, row.pot) })) };
    },
  },
  {
    name: "the whole difference of the pots is the pot's doing",
    property: (explain) =>
      fc.property(pairs, (pair) => {
        const found = unlessRefused(() => explain(pair));
        if (!found) return true;
        const { total } = found;
        return (
          equal(total.pot, total.difference) && causes.slice(1).every((cause) => equal(total[cause], zero))
        );
      }),
    broken: (input) => {
      const { total, ...rest } = splitDifference(input);
      return { ...rest, total: { ...total, weights: plus(total.weights, total.pot) } };
    },
  },
  {
    name: "the other way round every cause has the other sign",
    property: (explain) =>
      fc.property(pairs, ({ before, after }) => {
        const there = unlessRefused(() => explain({ before, after }));
        const back = unlessRefused(() => explain({ before: after, after: before }));
        if (!there || !back) return there === back;
        return there.rows.every((row, place) =>
          causes.every((cause) => equal(plus(row[cause], back.rows[place]![cause]), zero)),
        );
      }),
    broken: pathOfCauses,
  },
  {
    name: "what did not change explains nothing",
    property: (explain) =>
      fc.property(splits({ most: 6 }), magnitudes, (before, units) => {
        const after = {
          ...before,
          total: { ...before.total, units },
          minimum: undefined,
          maximum: undefined,
        };
        const plainBefore = { ...before, minimum: undefined, maximum: undefined };
        const { rows } = explain({ before: plainBefore, after });
        return rows.every((row) => equal(row.pot, row.difference));
      }),
    broken: (input) => {
      const { rows, ...rest } = splitDifference(input);
      return { ...rest, rows: rows.map((row) => ({ ...row, pot: zero, weights: row.pot })) };
    },
  },
];

/** The causes along one path: pot, then all the rest at once as weights. */
function pathOfCauses(input: Parameters<typeof splitDifference>[0]): ReturnType<typeof splitDifference> {
  const found = splitDifference(input);
  const stage = unlessRefused(() => fundingSplit({ ...input.before, total: input.after.total }));
  if (!stage) return found;
  const rows = found.rows.map((row, place) => {
    const middle = valueOf(stage.parts[place]!);
    const [pot, weights] = [minus(middle, valueOf(row.before)), minus(valueOf(row.after), middle)];
    return { ...row, pot, weights, bounds: zero, rule: zero };
  });
  return { ...found, rows };
}

const measures: readonly FairnessMeasure[] = [
  "gallagher",
  "loosemore-hanby",
  "sainte-lague",
  "gini",
  "theil",
  "jain",
  "largest-deviation",
];
const received = fc
  .tuple(
    positiveColumns(),
    fc.array(magnitudes, { minLength: 12, maxLength: 12 }),
    fc.constantFrom(...measures),
  )
  .map(([weights, parts, measure]): SplitFairnessInput => {
    const given = weights.map((_, row) => fraction(parts[row]!));
    if (given.every(({ numerator }) => numerator === 0n)) given[0] = fraction(1n);
    return { received: given, weights, measure };
  });
const factors = fc.constantFrom(fraction(1n, 10n), fraction(1n, 3n), fraction(10n ** 9n), fraction(7n));
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a));

/** The measures by their definitions, one row after another and pair by pair, in fractions until the last step. */
function slowFairness({ received: parts, weights, measure }: SplitFairnessInput): number {
  const rows = parts.map((_, row) => row);
  const s = parts.map((part) => over(part, totalOf(parts)));
  const v = weights.map((weight) => over(weight, totalOf(weights)));
  const d = rows.map((row) => minus(s[row]!, v[row]!));
  const size = (value: Fraction): Fraction => (value.numerator < 0n ? minus(zero, value) : value);
  const half = fraction(1n, 2n);
  const r = rows.map((row) => over(parts[row]!, weights[row]!));
  switch (measure) {
    case undefined:
    case "gallagher":
      return Math.sqrt(toNumber(times(half, totalOf(d.map((value) => times(value, value))))));
    case "loosemore-hanby":
      return toNumber(times(half, totalOf(d.map(size))));
    case "largest-deviation":
      return Math.max(...d.map((value) => toNumber(size(value))));
    case "sainte-lague":
      return toNumber(totalOf(d.map((value, row) => over(times(value, value), v[row]!))));
    case "gini":
      return toNumber(
        times(
          half,
          totalOf(
            rows.flatMap((i) => rows.map((j) => size(minus(times(s[i]!, v[j]!), times(s[j]!, v[i]!))))),
          ),
        ),
      );
    case "theil":
      return rows.reduce((sum, row) => {
        const share = toNumber(s[row]!);
        return share === 0 ? sum : sum + share * Math.log(toNumber(over(s[row]!, v[row]!)));
      }, 0);
    case "jain":
      return toNumber(
        over(
          times(totalOf(r), totalOf(r)),
          times(fraction(BigInt(r.length)), totalOf(r.map((value) => times(value, value)))),
        ),
      );
  }
}

/** What holds for every measure of fairness. */
export const splitFairnessLaws: readonly Law<typeof splitFairness>[] = [
  {
    name: "is what the definition says, pair by pair",
    property: (measure) => fc.property(received, (input) => near(measure(input), slowFairness(input))),
    broken: (input) => splitFairness({ ...input, measure: "gallagher" }),
  },
  {
    name: "is 0 at exact proportion, and jain 1",
    property: (measure) =>
      fc.property(weightColumns(12), factors, fc.constantFrom(...measures), (weights, factor, by) => {
        const parts = scaled(weights, factor);
        return measure({ received: parts, weights, measure: by }) === (by === "jain" ? 1 : 0);
      }),
    broken: (input) => splitFairness({ ...input, received: input.received.map((part) => times(part, part)) }),
  },
  {
    name: "lies within its bounds: from 0, to 1 for all but sainte-lague and theil, jain above 0",
    property: (measure) =>
      fc.property(received, (input) => {
        const found = measure(input);
        const isOpen = input.measure === "sainte-lague" || input.measure === "theil";
        return found >= 0 && (isOpen || found <= 1) && (input.measure !== "jain" || found > 0);
      }),
    broken: (input) => splitFairness(input) - 0.5,
  },
  {
    name: "does not depend on the order of rows, nor on the scale of either column",
    property: (measure) =>
      fc.property(received, sortKeys, factors, factors, (input, keys, factor, other) => {
        const order = orderBy(keys, input.weights.length);
        const moved = {
          measure: input.measure,
          received: order.map((row) => times(input.received[row]!, factor)),
          weights: scaled(
            order.map((row) => input.weights[row]!),
            other,
          ),
        };
        return measure(moved) === measure(input);
      }),
    broken: (input) => splitFairness(input) * toNumber(totalOf(input.weights)),
  },
  {
    name: "a row without weight that received nothing changes nothing",
    property: (measure) =>
      fc.property(received, (input) => {
        const more = {
          ...input,
          received: [...input.received, zero],
          weights: [...input.weights, weightOf(zero)],
        };
        return measure(more) === measure(input);
      }),
    broken: (input) => splitFairness({ ...input, measure: "gini" }) / input.weights.length,
  },
];

const kept = fc.constantFrom("odd-steps" as const, "odd-blocks" as const);

/** What holds for every split that keeps its left-over apart. */
export const fundingSplitSeparateLaws: readonly Law<typeof fundingSplitSeparate>[] = [
  {
    name: "parts and left-over add up to the total, and none has the other sign",
    property: (split) =>
      fc.property(splits({ styles: ["none"] }), kept, ({ total, weights }, keep) => {
        const { parts, left } = split({ total, weights, keep });
        const sum = parts.reduce((all, { units }) => all + units, left.units);
        const fits = ({ units }: Amount): boolean => units === 0n || units < 0n === total.units < 0n;
        return sum === total.units && parts.every(fits) && fits(left);
      }),
    broken: (input) => {
      const { parts } = fundingSplit(input);
      return { parts, left: fundingSplitSeparate(input).left };
    },
  },
  {
    name: "odd-steps keeps what the split hands out as left-over steps, so fewer steps than rows with a weight",
    property: (split) =>
      fc.property(splits({ styles: ["none"], only: ["largest-remainder"] }), (input) => {
        const { parts, left } = split(input);
        const full = fundingSplit(input);
        const sign = input.total.units < 0n ? -1n : 1n;
        const rows = input.weights.filter(({ numerator }) => numerator > 0n).length;
        return (
          sign * left.units < BigInt(rows) &&
          parts.every(({ units }, row) => {
            const given = sign * (full.parts[row]!.units - units);
            return given === 0n || given === 1n;
          })
        );
      }),
    broken: (input) => fundingSplitSeparate({ ...input, keep: "odd-blocks" }),
  },
  {
    name: "odd-blocks gives parts exactly in the ratio of the weights, and no whole block more would fit",
    property: (split) =>
      fc.property(splits({ styles: ["none"] }), ({ total, weights }) => {
        const { parts, left } = split({ total, weights, keep: "odd-blocks" });
        const all = totalOf(weights);
        const given = parts.reduce((sum, { units }) => sum + units, 0n);
        const ratios = weights.map((weight) => over(weight, all));
        const common = ratios.reduce(
          (lcm, { denominator }) => (lcm * denominator) / gcd(lcm, denominator),
          1n,
        );
        const rest = left.units < 0n ? -left.units : left.units;
        return (
          rest < common &&
          parts.every(({ units }, row) => equal(fraction(units), times(ratios[row]!, fraction(given))))
        );
      }),
    broken: (input) => fundingSplitSeparate({ ...input, keep: "odd-steps" }),
  },
  {
    name: "depends on the ratio of the weights only",
    property: (split) =>
      fc.property(splits({ styles: ["none"] }), kept, factors, ({ total, weights }, keep, factor) => {
        const there = split({ total, weights: scaled(weights, factor), keep });
        return there.left.units === split({ total, weights, keep }).left.units;
      }),
    broken: (input) => {
      const { parts, left } = fundingSplitSeparate(input);
      return { parts, left: { ...left, units: input.weights[0]!.numerator } };
    },
  },
];

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
