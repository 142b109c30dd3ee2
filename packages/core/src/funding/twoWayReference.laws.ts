import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { compareFractions, type Fraction, fraction, times } from "../exact/fraction.ts";
import { weight } from "../exact/weight.ts";
import type { QuotaTwoWayInput } from "./quotaTwoWay.ts";

/** A table of whole numbers. */
export type Table = readonly (readonly number[])[];

/** The best tables of a contest, the first of them first; none where nothing fits. */
export function bestTables({ weights, rowPlaces, columnPlaces }: QuotaTwoWayInput): readonly Table[] {
  let best: { readonly cost: Fraction; readonly tables: Table[] } | undefined;
  for (const table of everyTable(weights, rowPlaces, [...columnPlaces])) {
    const cost = costOf(table, weights);
    const order = best === undefined ? -1 : compareFractions(cost, best.cost);
    if (order < 0) best = { cost, tables: [table] };
    else if (order === 0) best?.tables.push(table);
  }
  return best?.tables.sort((a, b) => largerFirst(a.flat(), b.flat())) ?? [];
}

/** Every table with these sums that has nothing where the weight is zero. */
function* everyTable(
  weights: QuotaTwoWayInput["weights"],
  rowPlaces: readonly number[],
  left: readonly number[],
  row = 0,
): Generator<number[][]> {
  if (row === weights.length) {
    if (left.every((value) => value === 0)) yield [];
    return;
  }
  const most = left.map((value, column) => (weights[row]![column]!.numerator === 0n ? 0 : value));
  for (const cells of everyRow(rowPlaces[row]!, most)) {
    const rest = left.map((value, column) => value - cells[column]!);
    for (const below of everyTable(weights, rowPlaces, rest, row + 1)) yield [cells, ...below];
  }
}

function* everyRow(places: number, [most, ...others]: readonly number[]): Generator<number[]> {
  if (most === undefined) {
    if (places === 0) yield [];
    return;
  }
  for (let value = 0; value <= Math.min(most, places); value += 1) {
    for (const rest of everyRow(places - value, others)) yield [value, ...rest];
  }
}

/** Gaffke and Pukelsheim's measure, of which the best tables have the least: boundaries passed over weights. */
function costOf(table: Table, weights: QuotaTwoWayInput["weights"]): Fraction {
  let cost = fraction(1n);
  table.forEach((cells, row) => {
    cells.forEach((value, column) => {
      const { numerator, denominator } = weights[row]![column]!;
      for (let place = 1n; place <= BigInt(value); place += 1n) {
        cost = times(cost, fraction((2n * place - 1n) * denominator, 2n * numerator));
      }
    });
  });
  return cost;
}

function largerFirst(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, cell) => value !== b[cell]);
  return at < 0 ? 0 : b[at]! - a[at]!;
}

interface ContestShape {
  readonly most: number;
  readonly places: fc.Arbitrary<number>;
  readonly weights: fc.Arbitrary<number>;
}

/** Contests that a table fits, with zeros where that table has none. */
export function twoWayContests({ most, places, weights }: ContestShape): fc.Arbitrary<QuotaTwoWayInput> {
  const size = fc.integer({ min: 1, max: most });
  const cell = fc.record({ value: places, size: weights, isZero: fc.boolean() });
  return fc
    .tuple(size, size)
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    .map((table) => ({
      weights: table.map((row) => row.map((each) => weight(each.isZero && each.value === 0 ? 0 : each.size))),
      rowPlaces: table.map((row) => count(sumOf(row.map(({ value }) => value)))),
      columnPlaces: table[0]!.map((_, column) => count(sumOf(table.map((row) => row[column]!.value)))),
    }))
    .filter(({ weights: rows }) => rows.some((row) => row.some(({ numerator }) => numerator > 0n)));
}

/** Few places and weights that often tie. */
export const tinyContests = twoWayContests({
  most: 3,
  places: fc.constantFrom(0, 0, 1, 1, 2),
  weights: fc.constantFrom(1, 1, 2, 3, 6, 10),
});

/** From a handful of places to all that a count holds, over weights of any size. */
export const anyContests = fc.oneof(
  tinyContests,
  twoWayContests({
    most: 6,
    places: fc.constantFrom(0, 0, 0, 1, 2, 3, 7),
    weights: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 ** 6 })),
  }),
  twoWayContests({
    most: 4,
    places: fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 10 ** 14 })),
    weights: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(0.001, 1 / 3, 10 ** 12)),
  }),
);

/** The sum of numbers. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A table with its rows as columns. */
export function turned<Value>(table: readonly (readonly Value[])[]): Value[][] {
  return table[0]!.map((_, column) => table.map((row) => row[column]!));
}
