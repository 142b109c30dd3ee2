import { compareFractions, type Fraction } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { sumOfFractions } from "./fractionSum.ts";

/** A value, or a total, of the first column and one of the second. */
export interface Couple<Value> {
  /** In the first column. */
  readonly first: Value;
  /** In the second column. */
  readonly second: Value;
}

/** A rounded table: every row's total is the sum of its two values, every column's that of its rows. */
export interface RoundedTable {
  /** The rounded values. */
  readonly rows: readonly Couple<bigint>[];
  /** The rounded column totals; their sum is the rounded grand total. */
  readonly totals: Couple<bigint>;
}

/**
 * Rounds a table of two columns to whole numbers so that rows and columns add up as rounded.
 *
 * Controlled rounding: each value, each row's total, each column's total and the grand total go to the whole number
 * below or above the exact one, and a whole number stays. The grand total goes to the nearest, half away from zero; if
 * one column total must go up, it is that with the larger fraction, the first of equal ones. Then the values are taken by
 * their fractions, the largest first, ties to the earlier row and there to the first column: each goes up if the rest of
 * the table can still be completed, else down. Such a table always exists: the constraints are those of a flow, which has
 * a whole solution wherever it has one (Cox and Ernst 1982), and the rest can be completed just when the totals lie
 * between the sums of what the rows need at least and can take at most.
 */
export function controlledRounding(table: readonly Couple<Fraction>[]): RoundedTable {
  const parted = table.map(({ first, second }) => ({ first: partsOf(first), second: partsOf(second) }));
  const totals = roundedTotals({
    first: sumOfFractions(table.map(({ first }) => first)),
    second: sumOfFractions(table.map(({ second }) => second)),
  });
  const first = Number(parted.reduce((left, row) => left - row.first.whole, totals.first));
  const second = Number(parted.reduce((left, row) => left - row.second.whole, totals.second));
  const ups = chooseUps(parted, { first, second, both: first + second });
  return { rows: parted.map((row, index) => goUp(row, ups[index])), totals };
}

/** A number as the whole one below it and what is left, from 0 to below 1. */
interface Parts {
  readonly whole: bigint;
  readonly rest: Fraction;
}

function partsOf(value: Fraction): Parts {
  const whole = round(value, "floor");
  return {
    whole,
    rest: { numerator: value.numerator - whole * value.denominator, denominator: value.denominator },
  };
}

/** The grand total to the nearest, and the column totals with it. */
function roundedTotals({ first, second }: Couple<Fraction>): Couple<bigint> {
  const grand = round(sumOfFractions([first, second]), "half-away-from-zero");
  const [one, other] = [partsOf(first), partsOf(second)];
  const ups = grand - one.whole - other.whole;
  const isFirstUp = ups === 2n || (ups === 1n && compareFractions(one.rest, other.rest) >= 0);
  const total = one.whole + (isFirstUp ? 1n : 0n);
  return { first: total, second: grand - total };
}

/** How many of some values go up: at least, and at most. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** How many of a row's values may go up: of the first, of the second, and of both together. */
interface Ups extends Couple<Range> {
  readonly both: Range;
}

const sums = ["first", "second", "both"] as const;
type Needed = Readonly<Record<(typeof sums)[number], number>>;

/** Decides value by value, the largest fraction first, and leaves the rest possible at every step. */
function chooseUps(table: readonly Couple<Parts>[], needed: Needed): readonly Ups[] {
  const rows = table.map(({ first, second }) => possibleUps(first.rest, second.rest));
  let all = rows.reduce((sum, row) => added(sum, row, 1), nobody);
  const values = table.flatMap((parts, row) =>
    (["first", "second"] as const).map((column) => ({ row, column, rest: parts[column].rest })),
  );
  values.sort((a, b) => compareFractions(b.rest, a.rest));
  for (const { row, column } of values) {
    const before = rows[row] ?? nobody;
    for (const value of [1, 0]) {
      const after = decided(before, column, value);
      const then = after && added(added(all, before, -1), after, 1);
      if (!then || !sums.every((sum) => holds(then[sum], needed[sum]))) continue;
      [rows[row], all] = [after, then];
      break;
    }
  }
  return rows;
}

const none: Range = { least: 0, most: 0 };
const nobody: Ups = { first: none, second: none, both: none };

function holds({ least, most }: Range, value: number): boolean {
  return least <= value && value <= most;
}

function added(a: Ups, b: Ups, sign: 1 | -1): Ups {
  const sum = (part: (typeof sums)[number]): Range => ({
    least: a[part].least + sign * b[part].least,
    most: a[part].most + sign * b[part].most,
  });
  return { first: sum("first"), second: sum("second"), both: sum("both") };
}

/** What a row's values may do, so that its total goes to the whole number below or above as well. */
function possibleUps(first: Fraction, second: Fraction): Ups {
  const most = { first: first.numerator > 0n ? 1 : 0, second: second.numerator > 0n ? 1 : 0 };
  const total = compareFractions(sumOfFractions([first, second]), { numerator: 1n, denominator: 1n });
  return {
    first: { least: 0, most: most.first },
    second: { least: 0, most: most.second },
    both: { least: total >= 0 ? 1 : 0, most: total > 0 ? 2 : Math.min(1, most.first + most.second) },
  };
}

/** What is left to a row once one of its values is decided; `undefined` where that cannot be. */
function decided(row: Ups, column: keyof Couple<Range>, value: number): Ups | undefined {
  if (!holds(row[column], value)) return undefined;
  const other = column === "first" ? "second" : "first";
  const rest = {
    least: Math.max(row[other].least, row.both.least - value),
    most: Math.min(row[other].most, row.both.most - value),
  };
  const one = { least: value, most: value };
  const both = { least: value + rest.least, most: value + rest.most };
  return column === "first" ? { first: one, second: rest, both } : { first: rest, second: one, both };
}

function goUp({ first, second }: Couple<Parts>, ups: Ups = nobody): Couple<bigint> {
  return { first: first.whole + BigInt(ups.first.least), second: second.whole + BigInt(ups.second.least) };
}
