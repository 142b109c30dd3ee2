import * as fc from "fast-check";
import { compareFractions, type Fraction, fraction, minus, plus, times } from "../exact/fraction.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import {
  scoreIndexSensitivity,
  type ItemSensitivity,
  type ScoreIndexSensitivityInput,
  type WeightBreakpoint,
} from "./scoreIndexSensitivity.ts";

const zero = fraction(0n);
const one = fraction(1n);
/** Few different numbers, so that units come level often. */
const digits = fc.bigInt({ min: 0n, max: 6n }).map((value) => fraction(value));
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 3n }))
  .map(([top, bottom]) => fraction(top, bottom));

const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([units, items]) =>
    fc.record({
      values: fc.array(fc.array(digits, { minLength: items, maxLength: items }), {
        minLength: units,
        maxLength: units,
      }),
      items: fc.array(
        positive.map((value) => ({ weight: weightOf(value) })),
        {
          minLength: items,
          maxLength: items,
        },
      ),
      normalise: fc.constant("none" as const),
    }),
  );
type Table = ScoreIndexSensitivityInput & { readonly values: readonly (readonly Fraction[])[] };

/** Who is first where one item has a share of the weights and the others share the rest as they do now. */
function firstAt({ values, items }: Table, item: number, share: Fraction): readonly number[] {
  const others = items.reduce((sum, { weight }, place) => (place === item ? sum : plus(sum, weight)), zero);
  const scores = values.map((row) =>
    row.reduce<Fraction>((sum, value, place) => {
      const weight =
        place === item ? times(share, others) : times(minus(one, share), items[place]?.weight ?? zero);
      return plus(sum, times(weight, value ?? zero));
    }, zero),
  );
  return scores.flatMap((score, unit) =>
    scores.every((other) => compareFractions(score, other) >= 0) ? [unit] : [],
  );
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();
const between = (from: Fraction, to: Fraction, part: Fraction): Fraction =>
  plus(from, times(minus(to, from), part));
const hair = fraction(1n, 10n ** 30n);

/** The two ways a share can go: where it changes the first place, if it does, and where it ends. */
const waysOf = ({ lower, higher }: ItemSensitivity) =>
  [
    { point: lower, end: zero },
    { point: higher, end: one },
  ] as const;
const everyWay = (
  calculator: typeof scoreIndexSensitivity,
  table: Table,
  holds: (way: {
    readonly item: number;
    readonly share: Fraction;
    readonly point: WeightBreakpoint | undefined;
    readonly end: Fraction;
    readonly first: readonly number[];
  }) => boolean,
): boolean => {
  const { first, items } = calculator(table);
  return items.every((each, item) =>
    waysOf(each).every((way) => holds({ ...way, item, share: each.share, first })),
  );
};

const changedPoints = (
  input: ScoreIndexSensitivityInput,
  change: (point: WeightBreakpoint) => WeightBreakpoint | undefined,
): ReturnType<typeof scoreIndexSensitivity> => {
  const { first, items, smallestMove } = scoreIndexSensitivity(input);
  const changed = items.map(({ share, lower, higher }) => ({
    share,
    lower: lower && change(lower),
    higher: higher && change(higher),
  }));
  return { first, items: changed, smallestMove };
};

export const scoreIndexSensitivityLaws: readonly Law<typeof scoreIndexSensitivity>[] = [
  {
    name: "at the breakpoint the first and the next are level; a hair beyond, the next alone are first",
    property: (calculator) =>
      fc.property(tables, (table) =>
        everyWay(calculator, table, ({ item, point, end, first }) => {
          if (point === undefined) return true;
          const level = firstAt(table, item, point.share);
          return (
            [...first, ...point.units].every((unit) => level.includes(unit)) &&
            isSame(firstAt(table, item, between(point.share, end, hair)), point.units)
          );
        }),
      ),
    broken: (input) =>
      changedPoints(input, (point) => ({ ...point, share: times(point.share, fraction(99n, 100n)) })),
  },
  {
    name: "before the breakpoint, or the end where there is none, the first place does not change",
    property: (calculator) =>
      fc.property(tables, fc.bigInt({ min: 1n, max: 99n }), (table, hundredths) =>
        everyWay(calculator, table, ({ item, share, point, end, first }) => {
          const limit = point?.share ?? end;
          const tried = between(share, limit, fraction(hundredths, 100n));
          return compareFractions(limit, share) === 0 || isSame(firstAt(table, item, tried), first);
        }),
      ),
    broken: (input) => changedPoints(input, () => undefined),
  },
  {
    name: "the weight at a breakpoint has the share there, the other weights left as they are",
    property: (calculator) =>
      fc.property(tables, (table) =>
        everyWay(calculator, table, ({ item, point }) => {
          if (point === undefined) return true;
          const others = table.items.reduce(
            (sum, { weight }, place) => (place === item ? sum : plus(sum, weight)),
            zero,
          );
          return compareFractions(times(point.share, plus(others, point.weight)), point.weight) === 0;
        }),
      ),
    broken: (input) => changedPoints(input, (point) => ({ ...point, weight: point.share })),
  },
  {
    name: "the smallest move is the least of all moves, each the distance of two shares",
    property: (calculator) =>
      fc.property(tables, (table) => {
        const { items, smallestMove } = calculator(table);
        const moves = items.flatMap((each) =>
          waysOf(each).flatMap(({ point }) => {
            if (point === undefined) return [];
            const difference = minus(point.share, each.share);
            return [difference.numerator < 0n ? minus(zero, difference) : difference];
          }),
        );
        const [least] = moves.sort(compareFractions);
        if (least === undefined || smallestMove === undefined) return least === smallestMove;
        return compareFractions(least, smallestMove) === 0;
      }),
    broken: (input) => ({ ...scoreIndexSensitivity(input), smallestMove: undefined }),
  },
  {
    name: "the scale of the weights does not matter to shares, and weights keep to it",
    property: (calculator) =>
      fc.property(tables, positive, (table, factor) => {
        const scaled = {
          ...table,
          items: table.items.map(({ weight }) => ({ weight: weightOf(times(weight, factor)) })),
        };
        const [before, after] = [calculator(table), calculator(scaled)];
        return before.items.every((each, item) =>
          waysOf(each).every(({ point }, way) => {
            const other = after.items[item] && waysOf(after.items[item])[way]?.point;
            if (point === undefined || other === undefined) return point === other;
            return (
              compareFractions(point.share, other.share) === 0 &&
              compareFractions(times(point.weight, factor), other.weight) === 0 &&
              isSame(point.units, other.units)
            );
          }),
        );
      }),
    broken: (input) => changedPoints(input, (point) => ({ ...point, weight: point.share })),
  },
];
