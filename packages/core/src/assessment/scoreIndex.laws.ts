import * as fc from "fast-check";
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
import { refusesWith } from "../exact/refusal.laws.ts";
import { weightOf } from "../exact/weight.ts";
import type { Law } from "../law.laws.ts";
import type { IndexItem } from "./normalisedItems.ts";
import { scoreIndex, type ScoreIndex, type ScoreIndexInput } from "./scoreIndex.ts";

type Row = readonly (Fraction | undefined)[];
interface Table {
  readonly values: readonly (readonly Fraction[])[];
  readonly items: readonly IndexItem[];
}

const zero = fraction(0n);
const one = fraction(1n);
const numbers = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: -9n, max: 9n }), fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n })),
    fc.bigInt({ min: 1n, max: 4n }),
  )
  .map(([top, bottom]) => fraction(top, bottom));
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 40n }), fc.bigInt({ min: 1n, max: 4n }))
  .map(([top, bottom]) => fraction(top, bottom));
const weights = positive.map(weightOf);
const directions = fc.constantFrom<(1 | -1)[]>(1, -1);
const goalposts = { low: fraction(-5n), high: fraction(6n) };
/** The scales on which any numbers have an index. */
const scales = fc.constantFrom<NonNullable<ScoreIndexInput["normalise"]>[]>(
  "min-max",
  "z",
  "rank",
  "goalposts",
  "none",
);

/** Tables of which every item tells units apart. */
const tablesOf = (cells: fc.Arbitrary<Fraction>): fc.Arbitrary<Table> =>
  fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([units, items]) =>
      fc.record({
        columns: fc.array(
          fc
            .array(cells, { minLength: units, maxLength: units })
            .filter((column) => column.some((value) => compareFractions(value, column[0] ?? zero) !== 0)),
          { minLength: items, maxLength: items },
        ),
        items: fc.array(
          fc.record({ weight: weights, direction: directions, goalposts: fc.constant(goalposts) }),
          {
            minLength: items,
            maxLength: items,
          },
        ),
        units: fc.constant(units),
      }),
    )
    .map(({ columns, items, units }) => ({
      items,
      values: Array.from({ length: units }, (_, unit) => columns.map((column) => column[unit] ?? zero)),
    }));
const tables = tablesOf(numbers);

const indexOf = (calculator: typeof scoreIndex, input: ScoreIndexInput): readonly (number | undefined)[] =>
  calculator(input).units.map(({ value }) => value);
const isSame = <Value>(a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, place) => Object.is(value, b[place]));
const weighedBy = (items: readonly IndexItem[], factor: Fraction): IndexItem[] =>
  items.map((item) => ({ ...item, weight: weightOf(times(item.weight, factor)) }));
const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(plus, zero);

/** Every index through a function of it and of what it was made of. */
const changed = (input: ScoreIndexInput, change: (value: number, row: Row) => number): ScoreIndex => {
  const { parts, units } = scoreIndex(input);
  return {
    parts,
    units: units.map((unit, place) => ({
      ...unit,
      value: unit.value && change(unit.value, input.values[place] ?? []),
    })),
  };
};
const withoutDirections: typeof scoreIndex = (input) =>
  scoreIndex({ ...input, items: input.items.map((item) => ({ ...item, direction: 1 })) });
const withoutDivision: typeof scoreIndex = (input) => {
  const total = toNumber(sumOf(input.items.map(({ weight }) => weight)));
  return changed(input, (value) => value * total);
};
const byPlace: typeof scoreIndex = (input) =>
  scoreIndex({
    ...input,
    items: input.items.map((item, place) => ({
      ...item,
      weight: weightOf(times(item.weight, fraction(BigInt(place + 1)))),
    })),
  });
const meansSwapped: typeof scoreIndex = (input) => {
  const { aggregate } = input;
  const other = aggregate === "harmonic" ? "geometric" : aggregate === "geometric" ? "harmonic" : aggregate;
  return scoreIndex({ ...input, aggregate: other });
};
const missingAsZero: typeof scoreIndex = (input) => scoreIndex({ ...input, missing: "zero" });
const averageOfParts: typeof scoreIndex = (input) => {
  const { parts, units } = scoreIndex(input);
  const averaged = units.map((unit) => ({
    ...unit,
    value:
      parts.length === 0
        ? unit.value
        : unit.parts.reduce((sum, { value = NaN }) => sum + value, 0) / parts.length,
  }));
  return { parts, units: averaged };
};
const ofMaximum: typeof scoreIndex = (input) => {
  const { parts, units } = scoreIndex({ ...input, normalise: "none" });
  const highest = Math.max(...units.map(({ value = NaN }) => value));
  return { parts, units: units.map((unit) => ({ ...unit, value: (unit.value ?? NaN) / highest })) };
};
const inDoubles: typeof scoreIndex = (input) => changed(input, (value) => (value * 3) / 3);

/** How much better one number is than another, for an item. */
const better = (value: Fraction, by: Fraction, { direction }: IndexItem): Fraction =>
  direction === -1 ? minus(value, by) : plus(value, by);

export const scoreIndexLaws: readonly Law<typeof scoreIndex>[] = [
  {
    name: "the scale of the weights does not matter, and an item of weight 0 is as none",
    property: (calculator) =>
      fc.property(tables, positive, scales, numbers, ({ values, items }, factor, normalise, other) => {
        const index = indexOf(calculator, { values, items, normalise });
        const scaled = indexOf(calculator, { values, items: weighedBy(items, factor), normalise });
        const more = {
          values: values.map((row) => [...row, other]),
          items: [...items, { weight: weightOf(zero), goalposts }],
        };
        return isSame(index, scaled) && isSame(index, indexOf(calculator, { ...more, normalise }));
      }),
    broken: withoutDivision,
  },
  {
    name: "the harmonic mean is at most the geometric, that at most the arithmetic, all within the values",
    property: (calculator) =>
      fc.property(tablesOf(positive), ({ values, items }) => {
        const upward = items.map(({ weight }) => ({ weight }));
        const means = (["harmonic", "geometric", "arithmetic"] as const).map((aggregate) =>
          indexOf(calculator, { values, items: upward, normalise: "none", aggregate }),
        );
        return values.every((row, unit) => {
          const sorted = row.map(toNumber).sort((a, b) => a - b);
          const chain = [sorted[0], ...means.map((mean) => mean[unit]), sorted.at(-1)];
          return chain.every((value = NaN, place) => place === 0 || value >= (chain[place - 1] ?? NaN));
        });
      }),
    broken: meansSwapped,
  },
  {
    name: "to raise one value of a unit never lowers its index",
    property: (calculator) =>
      fc.property(tables, fc.nat(), fc.nat(), positive, scales, (table, unit, item, by, normalise) => {
        const { values, items } = table;
        const [u, i] = [unit % values.length, item % items.length];
        const raised = values.map((row, place) =>
          place === u
            ? row.map((value, at) =>
                at === i ? better(value, by, items[i] ?? { weight: weightOf(one) }) : value,
              )
            : row,
        );
        const column = raised.map((row) => row[i] ?? zero);
        // A raise that brings the last different value level leaves an item without a scale.
        if (column.every((value) => compareFractions(value, column[0] ?? zero) === 0)) return true;
        const [before = NaN, after = NaN] = [values, raised].map(
          (each) => indexOf(calculator, { values: each, items, normalise })[u],
        );
        return after >= before;
      }),
    broken: withoutDirections,
  },
  {
    name: "a unit that is as good in everything never has the lower index",
    property: (calculator) =>
      fc.property(
        tables,
        fc.array(positive, { minLength: 4, maxLength: 4 }),
        scales,
        ({ values, items }, by, normalise) => {
          const [weaker = []] = values;
          const stronger = weaker.map((value, place) =>
            better(value, by[place] ?? zero, items[place] ?? { weight: weightOf(one) }),
          );
          const [first = NaN, ...rest] = indexOf(calculator, {
            values: [...values, stronger],
            items,
            normalise,
          });
          return (rest.at(-1) ?? NaN) >= first;
        },
      ),
    broken: withoutDirections,
  },
  {
    name: "by min-max and by ranks an item alone goes from 0 to 1, and another direction mirrors it; z changes its sign",
    property: (calculator) =>
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 6 }), (column) => {
        const values = column.map((value) => [fraction(BigInt(value))]);
        const of = (normalise: "min-max" | "rank" | "z", direction: 1 | -1): readonly number[] =>
          indexOf(calculator, { values, normalise, items: [{ weight: weightOf(one), direction }] }).map(
            (value = NaN) => value,
          );
        const mirrored = (["min-max", "rank"] as const).every((normalise) => {
          const [up, down] = [of(normalise, 1), of(normalise, -1)];
          return (
            Math.min(...up) === 0 &&
            Math.max(...up) === 1 &&
            up.every((value, unit) => Math.abs(value + (down[unit] ?? NaN) - 1) <= 2 ** -52)
          );
        });
        const down = of("z", -1);
        return mirrored && of("z", 1).every((value, unit) => value + (down[unit] ?? NaN) === 0);
      }),
    broken: withoutDirections,
  },
  {
    name: "another unit of measurement of an item changes nothing by min-max, z and ranks",
    property: (calculator) =>
      fc.property(
        tables,
        positive,
        numbers,
        fc.constantFrom("min-max" as const, "z" as const, "rank" as const),
        ({ values, items }, factor, shift, normalise) => {
          const measured = values.map(([first = zero, ...rest]) => [
            plus(times(first, factor), shift),
            ...rest,
          ]);
          return isSame(
            indexOf(calculator, { values, items, normalise }),
            indexOf(calculator, { values: measured, items, normalise }),
          );
        },
      ),
    broken: ofMaximum,
  },
  {
    name: "an item that tells no units apart is refused where the values make its scale",
    property: (calculator) =>
      fc.property(
        tables,
        numbers,
        weights,
        fc.constantFrom("min-max" as const, "z" as const, "rank" as const),
        ({ values, items }, constant, weight, normalise) =>
          refusesWith("conflict", () =>
            calculator({
              values: values.map((row) => [...row, constant]),
              items: [...items, { weight }],
              normalise,
            }),
          ),
      ),
    broken: (input) => scoreIndex({ ...input, normalise: "none" }),
  },
  {
    name: "with reweighting the index is that of the items that are there, and their share is told",
    property: (calculator) =>
      fc.property(tables, fc.infiniteStream(fc.boolean()), ({ values, items }, gaps) => {
        const holes = values.map((row) => row.map((value) => (gaps.next().value ? undefined : value)));
        const { units } = calculator({ values: holes, items, normalise: "none", missing: "reweight" });
        const total = sumOf(items.map(({ weight }) => weight));
        return holes.every((row, unit) => {
          const there = items.flatMap((item, place) =>
            row[place] === undefined ? [] : [{ item, value: row[place] }],
          );
          const share = toNumber(over(sumOf(there.map(({ item }) => item.weight)), total));
          const found = units[unit];
          if (there.length === 0) return found?.value === undefined && found?.status === "missing";
          const [alone] = indexOf(scoreIndex, {
            values: [there.map(({ value }) => value)],
            items: there.map(({ item }) => item),
            normalise: "none",
          });
          return found?.value === alone && found?.completeness === share;
        });
      }),
    broken: missingAsZero,
  },
  {
    name: "without a rule a missing value leaves its unit, and no other, without an index",
    property: (calculator) =>
      fc.property(tables, fc.nat(), ({ values, items }, unit) => {
        const gap = unit % values.length;
        const holes = values.map((row, place) => (place === gap ? [undefined, ...row.slice(1)] : row));
        const { units } = calculator({ values: holes, items, normalise: "none" });
        return units.every(({ value, status, item }, place) =>
          place === gap
            ? value === undefined && status === "missing" && item === 0
            : value !== undefined && status === "ok",
        );
      }),
    broken: missingAsZero,
  },
  {
    name: "items in another order, with their weights, make the same index",
    property: (calculator) =>
      fc.property(tables, scales, fc.nat(), ({ values, items }, normalise, turn) => {
        const turned = <Value>(row: readonly Value[]): Value[] => {
          const at = turn % row.length;
          return [...row.slice(at), ...row.slice(0, at)].reverse();
        };
        return isSame(
          indexOf(calculator, { values, items, normalise }),
          indexOf(calculator, { values: values.map(turned), items: turned(items), normalise }),
        );
      }),
    broken: byPlace,
  },
  {
    name: "parts, by the sums of their weights, leave an arithmetic index as it is",
    property: (calculator) =>
      fc.property(tables, scales, ({ values, items }, normalise) => {
        const parted = items.map((item, place) => ({ ...item, part: place % 3 === 0 ? "a" : "b" }));
        // Roots are cut, so what is irrational may differ in a digit far beyond those of a double.
        return isSame(
          indexOf(calculator, { values, items, normalise }),
          indexOf(calculator, { values, items: parted, normalise }),
        );
      }),
    broken: averageOfParts,
  },
  {
    name: "a rational index is the double nearest to the exact mean",
    property: (calculator) =>
      fc.property(tables, ({ values, items }) => {
        const total = sumOf(items.map(({ weight }) => weight));
        const exactIndex = values.map((row) =>
          sumOf(
            row.map((value, place) => {
              const column = values.map((each) => each[place] ?? zero).sort(compareFractions);
              const [low, high] = [column[0] ?? zero, column.at(-1) ?? zero];
              const { weight, direction } = items[place] ?? { weight: zero };
              const above = direction === -1 ? minus(high, value) : minus(value, low);
              return times(over(weight, total), over(above, minus(high, low)));
            }),
          ),
        );
        return isSame(indexOf(calculator, { values, items }), exactIndex.map(toNumber));
      }),
    broken: inDoubles,
  },
];
