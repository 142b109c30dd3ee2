import * as fc from "fast-check";
import { amountOf } from "../exact/amount.ts";
import { type Count, count } from "../exact/count.ts";
import { type Fraction, fraction, times } from "../exact/fraction.ts";
import { type Weight, weightOf } from "../exact/weight.ts";
import type { FundingSplitInput, RemainderRule } from "./fundingSplit.ts";
import type { ApportionmentMethod, QuotaApportionInput } from "./quotaApportion.ts";
import type { DivisorMethod } from "./divisors.ts";

/** One row of a generated problem; it shrinks as a whole. */
interface Row {
  readonly weight: Weight;
  /** How much of the pool the row has in one answer that keeps the bounds, relative to the other rows. */
  readonly target: bigint;
  /** How near the minimum comes to that answer: 0 none, 1 half of it, 2 all of it. */
  readonly low: bigint;
  /** How far the maximum lies above that answer; `undefined` for none. */
  readonly slack: bigint | undefined;
}

/** Weights of one kind: few values and so many ties; ordinary; past 2^53; rational; all but equal near 2^53. */
const kinds: readonly fc.Arbitrary<Fraction>[] = [
  fc.bigInt({ min: 0n, max: 3n }).map((value) => fraction(value)),
  fc.bigInt({ min: 0n, max: 100n }).map((value) => fraction(value)),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map((value) => fraction(value)),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 60n }), fc.bigInt({ min: 1n, max: 12n }))
    .map((pair) => fraction(...pair)),
  fc
    .constantFrom(0n, 2n ** 53n - 2n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n)
    .map((value) => fraction(value)),
];
const wholeKinds = kinds.filter((_, kind) => kind !== 3);

function rowsOf(kind: fc.Arbitrary<Fraction>, most: number): fc.Arbitrary<readonly Row[]> {
  return fc
    .array(
      fc.record({
        weight: kind.map((value) => weightOf(value)),
        target: fc.bigInt({ min: 0n, max: 5n }),
        low: fc.bigInt({ min: 0n, max: 2n }),
        slack: fc.option(fc.bigInt({ min: 0n, max: 9n }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map(withSomeWeight);
}

function withSomeWeight(rows: readonly Row[]): readonly Row[] {
  if (rows.some(({ weight }) => weight.numerator > 0n)) return rows;
  return rows.map((row, place) => (place === 0 ? { ...row, weight: weightOf(fraction(1n)) } : row));
}

/** Rows of every kind of weight, up to `most`; at least one weight is above zero. */
function rows(most: number, whole = false): fc.Arbitrary<readonly Row[]> {
  return fc.oneof(...(whole ? wholeKinds : kinds).map((kind) => rowsOf(kind, most)));
}

/** Columns of weights, at least one of them above zero. */
export function weightColumns(most = 40): fc.Arbitrary<readonly Weight[]> {
  return rows(most).map((column) => column.map(({ weight }) => weight));
}

/** Columns of weights that are all above zero. */
export function positiveColumns(most = 12): fc.Arbitrary<readonly Weight[]> {
  return weightColumns(most).map((weights) => weights.filter(({ numerator }) => numerator > 0n));
}

/** Weights on another scale. */
export const scaled = (weights: readonly Weight[], by: Fraction): Weight[] =>
  weights.map((value) => weightOf(times(value, by)));

/** A sort key for each row, which makes an order of the rows. */
export const sortKeys: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

/** The rows in the order of their sort keys. */
export function orderBy(keys: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, row) => row).sort((a, b) => keys[a]! - keys[b]!);
}

type BoundStyle = "none" | "minimum" | "maximum" | "both" | "one value";
const boundStyles: readonly BoundStyle[] = ["none", "minimum", "maximum", "both", "one value"];

interface WholeBounds {
  readonly minimum: bigint | readonly bigint[] | undefined;
  readonly maximum: bigint | readonly (bigint | undefined)[] | undefined;
}

/** Bounds between which there is an answer, from loose to tight. */
function boundsFor(total: bigint, column: readonly Row[], style: BoundStyle): WholeBounds {
  if (style === "none") return { minimum: undefined, maximum: undefined };
  const positive = column.filter(({ weight }) => weight.numerator > 0n).length;
  if (style === "one value") {
    const most = (total + BigInt(positive) - 1n) / BigInt(positive);
    const { low, slack } = column[0]!;
    const maximum = slack === undefined ? undefined : most + slack;
    return { minimum: (total * low) / BigInt(4 * column.length), maximum };
  }
  const answer = answerWithin(total, column, style !== "maximum");
  const minimum = column.map(({ weight, low }, row) =>
    weight.numerator === 0n ? answer[row]! : (answer[row]! * low) / 2n,
  );
  const maximum = column.map(({ slack }, row) => (slack === undefined ? undefined : answer[row]! + slack));
  return {
    minimum: style === "maximum" ? undefined : minimum,
    maximum: style === "minimum" ? undefined : maximum,
  };
}

/** Some answer that adds up to the total; rows without weight have what their minimum will say. */
function answerWithin(total: bigint, column: readonly Row[], withMinimum: boolean): bigint[] {
  const sum = column.reduce((all, { target }) => all + target, 1n);
  const answer = column.map(({ weight, target, low }) =>
    weight.numerator > 0n || (withMinimum && low === 2n) ? (total * target) / sum : 0n,
  );
  const last = Math.max(...column.map(({ weight }, row) => (weight.numerator > 0n ? row : 0)));
  answer[last]! += total - answer.reduce((all, value) => all + value, 0n);
  return answer;
}

const steps = fc.constantFrom(
  fraction(1n, 100n),
  fraction(1n),
  fraction(1n, 20n),
  fraction(1n, 3n),
  fraction(100n),
);

/** Sizes of a pool in steps: nothing, a few, ordinary, past 2^53. */
export const magnitudes: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 0n, max: 30n }),
  fc.bigInt({ min: 0n, max: 100_000n }),
  fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n }),
  fc.bigInt({ min: 0n, max: 10n ** 20n }),
);

/** Every rule for left-over steps. */
export const rules: readonly RemainderRule[] = ["largest-remainder", "largest-weight", "first", "last"];

interface SplitOptions {
  readonly most?: number;
  readonly styles?: readonly BoundStyle[];
  readonly only?: readonly RemainderRule[];
  readonly sizes?: fc.Arbitrary<bigint>;
  readonly negative?: fc.Arbitrary<boolean>;
}

/** Splits that have an answer. */
export function splits({
  most = 40,
  styles = boundStyles,
  only = rules,
  sizes = magnitudes,
  negative = fc.boolean(),
}: SplitOptions = {}): fc.Arbitrary<FundingSplitInput> {
  return fc
    .tuple(
      rows(most),
      sizes,
      steps,
      fc.constantFrom(...styles),
      fc.constantFrom(...only),
      negative,
      // Bounds that are no whole steps must be tightened to them.
      fc.boolean(),
    )
    .map(([column, size, step, style, rule, minus, uneven]) => {
      const bounds = boundsFor(size, column, style);
      const third = uneven ? 1n : 0n;
      const least = (bound: bigint): Fraction => worth(bound > 0n ? 3n * bound - third : 0n, step);
      const most = (bound: bigint | undefined): Fraction | undefined =>
        bound === undefined ? undefined : worth(3n * bound + third, step);
      return {
        total: amountOf(worth(3n * (minus ? -size : size), step), step),
        weights: column.map(({ weight }) => weight),
        rule,
        minimum: mapBound(bounds.minimum, least),
        maximum: mapBound(bounds.maximum, most),
      };
    });
}

function worth(thirds: bigint, step: Fraction): Fraction {
  return fraction(thirds * step.numerator, 3n * step.denominator);
}

function mapBound<From, To>(
  bound: From | readonly From[] | undefined,
  map: (value: From) => To,
): To | readonly To[] | undefined {
  if (bound === undefined) return undefined;
  return isColumn(bound) ? bound.map(map) : map(bound);
}

function isColumn<Value>(bound: Value | readonly Value[]): bound is readonly Value[] {
  return Array.isArray(bound);
}

/** The five divisor methods, from the one that favours small rows most to the one that favours large rows most. */
export const divisorMethods: readonly DivisorMethod[] = [
  "adams",
  "dean",
  "huntington-hill",
  "webster",
  "jefferson",
];

/** Methods that know only the ratio of the weights. */
export const scaleFreeMethods: readonly ApportionmentMethod[] = [
  "largest-remainder",
  ...divisorMethods,
  "quota",
];

/** Numbers of places: few, a few hundred, up to what a count can hold. */
const houses: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 0n, max: 30n }),
  fc.bigInt({ min: 0n, max: 300n }),
  fc.bigInt({ min: 0n, max: 2n ** 52n }),
);

/** Numbers of places that a method can give one by one. */
export const smallHouses: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 0n, max: 12n }),
  fc.bigInt({ min: 0n, max: 200n }),
);

interface ContestOptions {
  readonly methods: readonly ApportionmentMethod[];
  readonly most?: number;
  readonly sizes?: fc.Arbitrary<bigint>;
  readonly styles?: readonly BoundStyle[];
  readonly whole?: boolean;
  readonly bases?: readonly number[];
  readonly firstDivisors?: boolean;
}

const firstDivisors = fc.constantFrom(
  fraction(7n, 5n),
  fraction(6n, 5n),
  fraction(1n),
  fraction(1n, 10n),
  fraction(29n, 10n),
);

/** Contests that have an answer, with one of the methods; `quota` and bounds never together. */
export function contests({
  methods,
  most = 12,
  sizes = houses,
  styles = ["none"],
  whole = false,
  bases = [0],
  firstDivisors: withFirst = false,
}: ContestOptions): fc.Arbitrary<QuotaApportionInput> {
  return fc
    .tuple(
      rows(most, whole),
      sizes,
      fc.constantFrom(...styles),
      fc.constantFrom(...methods),
      fc.constantFrom(...bases),
      fc.option(firstDivisors, { nil: undefined }),
    )
    .map(([column, size, style, method, base, first]) => {
      const bounds = boundsFor(size, column, method === "quota" ? "none" : style);
      const countOf = (bound: bigint): Count => count(bound === 0n ? 0 : Number(bound) + base);
      const countIf = (bound: bigint | undefined): Count | undefined =>
        bound === undefined ? undefined : count(Number(bound) + base);
      return {
        places: count(Number(size) + base * column.length),
        weights: column.map(({ weight }) => weight),
        method,
        minimum: mapBound(bounds.minimum, countOf),
        maximum: mapBound(bounds.maximum, countIf),
        base: base === 0 ? undefined : count(base),
        firstDivisor: withFirst && method === "webster" ? first : undefined,
      };
    });
}

/** Every style of bounds. */
export const everyBound: readonly BoundStyle[] = boundStyles;
