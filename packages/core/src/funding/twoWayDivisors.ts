import { exact } from "../exact/decimal.ts";
import { type Fraction, fraction, over, times } from "../exact/fraction.ts";
import type { TwoWayPaths } from "./twoWayPaths.ts";
import { at, type TwoWayTable } from "./twoWayTable.ts";

/** How often levels are moved to the middle between their bounds; any number leaves them right. */
const sweeps = 64;
/** A level that has only one bound is moved this far from it: a factor of two. */
const oneStep = 1;
const digits = [3, 4, 5, 6, 7, 8, 10, 12, 15, 17];
const one = fraction(1n);

/**
 * Divisors of the lines of a best table: every weight over its row's and its column's is rounded to its places.
 *
 * They lie in the middle of what is possible and are rounded to as few digits as they bear. Lines that tied cells join
 * have exactly the ratios that put these cells on their rounding boundary.
 */
export function divisorsOfLines(
  table: TwoWayTable,
  paths: TwoWayPaths,
  groups: readonly (readonly number[])[],
): Fraction[] {
  const exacts = paths.lengths.map((length) =>
    length === undefined ? one : fraction(length.numerator, length.denominator),
  );
  const levels = middleLevels(table, paths, groups);
  for (const few of digits) {
    const found = roundedDivisors({ table, exacts, levels, groups, few });
    if (found !== undefined && areDivisors(table, found)) return found;
  }
  return exacts.map((value, line) => (line < table.contest.rows ? value : over(one, value)));
}

/** Moves the levels of the groups to the middle between their bounds, again and again. */
function middleLevels(
  table: TwoWayTable,
  { logs }: TwoWayPaths,
  groups: readonly (readonly number[])[],
): Float64Array {
  const { rows, columns } = table.contest;
  const levels = Float64Array.from(logs);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const lines of groups) {
      const inside = new Set(lines);
      let [lowest, highest] = [-Infinity, Infinity];
      for (const line of lines) {
        const isRow = line < rows;
        const level = at(levels, line);
        for (let other = 0; other < (isRow ? columns : rows); other += 1) {
          const opposite = isRow ? rows + other : other;
          if (inside.has(opposite)) continue;
          const cell = isRow ? line * columns + other : other * columns + line - rows;
          const difference = at(levels, opposite) - level;
          const [up, down] = [table.upLog(cell), table.downLog(cell)];
          lowest = Math.max(lowest, difference - (isRow ? up : down));
          highest = Math.min(highest, difference + (isRow ? down : up));
        }
      }
      const move = middleOf(lowest, highest);
      for (const line of lines) levels[line] = at(levels, line) + move;
    }
  }
  const mean = levels.slice(0, rows).reduce((sum, level) => sum + level, 0) / rows;
  return levels.map((level) => level - mean);
}

function middleOf(lowest: number, highest: number): number {
  if (lowest === -Infinity) return highest === Infinity ? 0 : highest - oneStep;
  return highest === Infinity ? lowest + oneStep : (lowest + highest) / 2;
}

/** Divisors with few digits for the first line of each group, and what follows for the others. */
function roundedDivisors({
  table,
  exacts,
  levels,
  groups,
  few,
}: {
  readonly table: TwoWayTable;
  readonly exacts: readonly Fraction[];
  readonly levels: Float64Array;
  readonly groups: readonly (readonly number[])[];
  readonly few: number;
}): Fraction[] | undefined {
  const isRow = (line: number): boolean => line < table.contest.rows;
  const found = new Array<Fraction>(exacts.length).fill(one);
  for (const lines of groups) {
    const first = at(lines, 0);
    const size = 2 ** (isRow(first) ? at(levels, first) : -at(levels, first));
    if (!(size > Number.MIN_VALUE && size < Infinity)) return undefined;
    const divisor = exact(size.toPrecision(few));
    const scale = over(isRow(first) ? divisor : over(one, divisor), at(exacts, first));
    for (const line of lines) {
      const level = times(at(exacts, line), scale);
      found[line] = isRow(line) ? level : over(one, level);
    }
  }
  return found;
}

function areDivisors(table: TwoWayTable, divisors: readonly Fraction[]): boolean {
  return table.cells.every((value, cell) => {
    const [row, column] = [at(divisors, table.rowOf(cell)), at(divisors, table.columnOf(cell))];
    const { numerator, denominator } = times(row, column);
    const doubled = 2n * at(table.contest.weights, cell) * denominator;
    return (2n * value - 1n) * numerator <= doubled && doubled <= (2n * value + 1n) * numerator;
  });
}
